import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BranchFacts, memberOf } from '#programme/scoring/rules/facts-file.ts'
import { factsFromCells } from '#programme/scoring/rules/facts-read.ts'
import { listTables, paperTable, rulingTable } from '#programme/scoring/rules/facts-tables.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { headLines, namingLines } from '#programme/scoring/rules/workbook-lines.ts'
import { sayCellError } from '#programme/scoring/rules/workbook-sayings.ts'
import { columnsOfTable } from '#programme/scoring/rules/workbook-tables.ts'
import { readRuleSheet } from '#programme/scoring/workbook.ts'
import { type Section, sectionsOf, workbookOf } from './markdown.ts'

/** A sheet of newcomers.md with its facts, and what must come out of it before and after its rulings. */
export interface Newcomer {
  title: string
  sheet: Sheet
  branches: BranchFacts[]
  ruled: BranchFacts[] | null
  expected: Expected[]
  expectedRuled: Expected[]
}
export type Expected = Record<string, string>

const factTables = ['支部', rulingTable.name, paperTable.name, ...Object.values(listTables).map(({ name }) => name)]
const ours = ['期望', '裁定后']
/** Tables and lines that the template has, with headings only. */
const needed = ['档次', '等次', '前置条件', '一票否决']
const usual: Record<string, string> = {
  显示小数位: '2',
  '考评人至少（人）': '1',
  '名额比例（%）': '100',
  名额范围: '全部',
}

/** Reads newcomers.md as its sheets would be read from Excel. */
export function newcomers(): Newcomer[] {
  return sectionsOf(readFileSync(join(import.meta.dirname, 'newcomers.md'), 'utf8'), '###').map(newcomer)
}

function newcomer({ title, tables }: Section): Newcomer {
  const of = (names: readonly string[]) => new Map([...tables].filter(([name]) => names.includes(name)))
  const rules = new Map([...tables].filter(([name]) => !factTables.includes(name) && !ours.includes(name)))
  for (const { name, columns } of [headLines, namingLines]) {
    const own = rules.get(name) ?? []
    const lacking = columns.filter(({ heading }) => !own.some(([item]) => item === heading))
    rules.set(name, [
      ...own,
      ...lacking.filter(({ mayLack }) => !mayLack).map(({ heading }) => [heading, usual[heading] ?? '']),
    ])
  }
  for (const name of needed) {
    const headings = columnsOfTable(name)!.filter(({ mayLack }) => !mayLack)
    if (!rules.has(name)) rules.set(name, [headings.map(({ heading }) => heading)])
  }
  const read = readRuleSheet(workbookOf(rules))
  if (!read.ok) throw new Error(`${title}\n${read.errors.map(({ said }) => said.zh).join('\n')}`)
  const { sheet } = read.value
  const facts = (names: readonly string[]) => {
    const found = factsFromCells(workbookOf(of(names)), sheet)
    if (!found.ok) throw new Error(`${title}\n${found.errors.map((error) => sayCellError(error).zh).join('\n')}`)
    return found.value
  }
  return {
    title,
    sheet,
    branches: facts(factTables.filter((name) => name !== rulingTable.name)),
    ruled: tables.has('裁定后') ? facts(factTables) : null,
    expected: rows(tables.get('期望')),
    expectedRuled: rows(tables.get('裁定后')),
  }
}

function rows(table: string[][] = []): Expected[] {
  const [headings = [], ...body] = table
  return body.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])))
}

/** The branches scored together, as the command line does with --population. */
export function scoredTogether({ sheet }: Pick<Newcomer, 'sheet'>, branches: readonly BranchFacts[]) {
  return scorePopulation(sheet, branches.map(memberOf))
}
