import { fill, type Language } from '#basics/messages.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, Problem } from '#platform/errors.ts'
import type { Fact, FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { spreadsheetMessages } from '#support/spreadsheet/messages.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { Problem as CellProblem } from '#support/spreadsheet/rules/problem.ts'
import { problemIn, readTable, type Table, type TableRow } from '#support/spreadsheet/rules/table.ts'
import { readWorkbook, writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { assessmentContract } from './contract.ts'
import { assessmentMessages } from './messages.ts'
import { leadOf } from './opening.ts'
import { rosterOf } from './reads-branches.ts'
import { suppliedOf } from './reads-material.ts'
import { gathering, stageOf } from './rules/assessment.ts'
import { readFact, writeFact } from './rules/fact-cells.ts'
import { gradesOf, sourceOf } from './rules/fact-source.ts'
import { fits } from './rules/value.ts'
import { sheetOf } from './standing.ts'
import { holdAssessment, insertSupplied } from './store.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAME = '事实'

interface New {
  assessed: string
  fact: string
  value: FactValue
  document: string
}
type Reason =
  | CellProblem['reason']
  | 'assessment.branch-not-on-roster'
  | 'assessment.branch-twice'
  | 'assessment.document-needed'
  | 'assessment.cell-not-read'

export const factsFileActions: Pick<Actions<typeof assessmentContract>, 'downloadFactsFile' | 'uploadFactsFile'> = {
  async downloadFactsFile(context, { assessment: id }) {
    const assessment = await leadOf(context, id)
    const sheet = await sheetOf(context, assessment)
    const roster = (await rosterOf(context, id)).filter(({ rated }) => rated)
    const held = await heldOf(
      context,
      roster.map((row) => row.id),
    )
    const rows = roster.map((row) => [
      row.name,
      row.region,
      ...suppliedIn(sheet).flatMap(({ key }) => {
        const fact = held.get(`${row.id} ${key}`)
        return fact ? [writeFact(fact.value), fact.document] : [null, null]
      }),
    ])
    const columns = columnsOf(sheet)
    const bytes = await writeWorkbook({ sheets: [{ name: NAME, columns, rows }] })
    return { name: `${assessment.sheetCode}-facts.xlsx`, type: xlsx, bytes: new Uint8Array(bytes) }
  },

  async uploadFactsFile(context, { assessment: id, file }) {
    await leadOf(context, id)
    const assessment = await holdAssessment(context, id)
    accept(gathering(stageOf(assessment, context.now)))
    const sheet = await sheetOf(context, assessment)
    const roster = (await rosterOf(context, id)).filter(({ rated }) => rated)
    const read = await readWorkbook(file.bytes)
    if (!read.ok)
      throw new Problem(/too-|bomb/.test(read.reason) ? 413 : 415, read.reason, { details: read.details ?? {} })
    const grid = read.value.sheets.find(({ name }) => name.trim() === NAME) ?? read.value.sheets[0]
    if (!grid) throw new Problem(415, 'spreadsheet.empty-file')
    const branches = new Map(roster.map((row) => [row.name, row.id]))
    const { found, problems } = factsIn(sheet, readTable(grid, columnsOf(sheet)), branches)
    if (problems.length > 0)
      return { taken: 0, unchanged: 0, errors: problems.map((each) => said(each, context.language)) }
    const held = await heldOf(context, [...branches.values()])
    const fresh = found.filter(({ assessed, fact, value, document }) => {
      const there = held.get(`${assessed} ${fact}`)
      return !there || there.document !== document || writeFact(there.value) !== writeFact(value)
    })
    await insertSupplied(context, fresh)
    const detail = { file: file.name, facts: fresh.length, unchanged: found.length - fresh.length }
    const subject = { kind: 'assessment', id, organisation: assessment.organisation }
    await writeHistory(context, 'assessment.facts-supplied', subject, detail)
    return { taken: fresh.length, unchanged: found.length - fresh.length, errors: [] }
  },
}

function suppliedIn(sheet: Sheet): FactNeed[] {
  return sheet.facts.filter((need) => sourceOf(need) === 'supplied')
}

async function heldOf(
  context: Context,
  ids: string[],
): Promise<Map<string, { value: Fact['value']; document: string }>> {
  const rows = ids.length > 0 ? await suppliedOf(context, ids) : []
  return new Map(rows.map((row) => [`${row.assessed} ${row.fact}`, row]))
}

const branchColumn: Column = { key: 'branch', heading: '支部', kind: 'text', required: true, width: 34 }

/** The branch, then each fact with its document beside it. */
function columnsOf(sheet: Sheet): Column[] {
  const facts = suppliedIn(sheet).flatMap((need): Column[] => [
    { key: need.key, heading: need.name, width: 18, ...kindOf(sheet, need) },
    documentColumn(need),
  ])
  return [branchColumn, { key: 'region', heading: '片区', kind: 'text', width: 10 }, ...facts]
}

function documentColumn({ key, name }: FactNeed): Column {
  return { key: `${key}#`, heading: `${name}·依据`, kind: 'text', most: 200, width: 26 }
}

function kindOf(sheet: Sheet, { key, shape }: FactNeed): Pick<Column, 'kind' | 'choices' | 'note'> {
  switch (shape) {
    case 'count':
      return { kind: 'whole' }
    case 'flag':
      return { kind: 'yes-no' }
    case 'number':
      return { kind: 'decimal' }
    case 'grade':
      return { kind: 'choice', choices: gradesOf(sheet, key).map((value) => ({ value, words: [value] })) }
    case 'ratio':
      return { kind: 'text', note: '部分/总数，如 19/20' }
    case 'periods':
      return { kind: 'text', note: '各期次数，用顿号分开，如 1、1、0、2' }
    default:
      return { kind: 'text', note: '日期，如 2025-03-01；没有的写“无”' }
  }
}

function factsIn(sheet: Sheet, table: Table, branches: Map<string, string>) {
  const problems: CellProblem<Reason>[] = [...table.problems]
  const found: New[] = []
  const seen = new Set<string>()
  for (const row of table.rows) {
    const name = row.values.branch
    const assessed = name ? branches.get(name) : undefined
    if (!name) continue
    if (!assessed) problems.push(problemIn(table, row, branchColumn, 'assessment.branch-not-on-roster'))
    else if (seen.has(name)) problems.push(problemIn(table, row, branchColumn, 'assessment.branch-twice'))
    else found.push(...factsInRow(sheet, table, row, assessed, problems))
    seen.add(name)
  }
  return { found, problems }
}

function factsInRow(
  sheet: Sheet,
  table: Table,
  row: TableRow,
  assessed: string,
  problems: CellProblem<Reason>[],
): New[] {
  return suppliedIn(sheet).flatMap((need) => {
    const text = row.values[need.key] ?? null
    if (text === null) return []
    const document = row.values[`${need.key}#`] ?? null
    const value = readFact(need, text)
    const fitting = value && fits(sheet, need, value)
    const column: Column = { key: need.key, heading: need.name, kind: 'text' }
    if (!fitting?.ok) problems.push(problemIn(table, row, column, 'assessment.cell-not-read'))
    else if (document === null) problems.push(problemIn(table, row, documentColumn(need), 'assessment.document-needed'))
    else return [{ assessed, fact: need.key, value: fitting.value, document }]
    return []
  })
}

function said({ sheet, row, column, reason, value, details }: CellProblem<Reason>, language: Language) {
  const sentences = { ...spreadsheetMessages.refusals, ...assessmentMessages.refusals } as Record<
    string,
    { zh: string; en: string }
  >
  return { sheet, row, column, message: fill(sentences[reason]?.[language] ?? reason, { value, ...details }) }
}
