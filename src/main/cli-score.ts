import { existsSync, writeFileSync } from 'node:fs'
import type { Language } from '#basics/messages.ts'
import { emptyFile, plainCells } from '#programme/scoring/cells.ts'
import { factsFile } from '#programme/scoring/facts-workbook.ts'
import { type BranchFacts, memberOf, readFactsFile } from '#programme/scoring/rules/facts-file.ts'
import { factsFromCells } from '#programme/scoring/rules/facts-read.ts'
import { lint, sayLint } from '#programme/scoring/rules/lint.ts'
import { placeOfLint } from '#programme/scoring/rules/lint-places.ts'
import { type Population, scorePopulation } from '#programme/scoring/rules/population.ts'
import { ranking } from '#programme/scoring/rules/ranking.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { saidQuota } from '#programme/scoring/rules/sayings-level.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import { explained, type ReportedBranch, reported } from '#programme/scoring/rules/score-report.ts'
import type { Misshape } from '#programme/scoring/rules/shape.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { sheetMisshapes } from '#programme/scoring/rules/sheet-shape.ts'
import type { Workbook } from '#programme/scoring/rules/workbook-cells.ts'
import { sayCellError } from '#programme/scoring/rules/workbook-sayings.ts'
import { readRuleSheet, writeRuleSheet } from '#programme/scoring/workbook.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import { readWorkbook, writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { Misused } from './cli-options.ts'
import type { Speak } from './cli-words.ts'

/** What a command found: lines to print, and 0 all is well, 1 it is not, 2 the file cannot be read. */
export interface Printed {
  lines: string[]
  code: 0 | 1 | 2
}

interface Loaded {
  sheet: Sheet
  workbook: Workbook
}

/** `hangbiao rules lint FILE`: everything unwise in a rule sheet, by sheet, row and column; 1 when it cannot be issued. */
export async function lintFile(bytes: Buffer, language: Language, speak: Speak): Promise<Printed> {
  const read = await ruleSheet(bytes, language)
  if ('lines' in read) return read
  const lints = lint(read.sheet)
  const lines = lints.map((each) => {
    const { sheet, row, column } = placeOfLint(each, read.workbook)
    const place = [sheet, row > 0 ? String(row) : '', column, each.code].filter((part) => part !== '').join(' · ')
    return `${each.severity === 'error' ? '✗' : '!'} ${place}: ${sayLint(each)[language]}`
  })
  const errors = lints.filter(({ severity }) => severity === 'error').length
  const { code, title } = read.sheet
  return {
    lines: [`${code} ${title}`, ...lines, speak('lintResult', { errors, remarks: lints.length - errors })],
    code: errors > 0 ? 1 : 0,
  }
}

/** `hangbiao score`: every branch of a file by a rule sheet, alone or as a population; or one of them explained. */
export async function scoreFile(
  rules: Buffer,
  facts: Buffer,
  options: { population: boolean; json: boolean; xlsx: boolean; out: string | undefined; explain: string | undefined },
  language: Language,
  speak: Speak,
): Promise<Printed> {
  const read = await ruleSheet(rules, language)
  if ('lines' in read) return read
  const { sheet } = read
  const file = await branchFacts(facts, sheet, language)
  if (!file.ok) return { lines: file.lines, code: 2 }
  const population = scoredBy(sheet, file.value, options.population || options.explain !== undefined)
  if (options.explain !== undefined) {
    const branch = file.value.find(({ id, name }) => id === options.explain || name === options.explain)
    if (!branch) throw new Misused(speak('noSuchBranch', { name: options.explain }))
    return { lines: explained(sheet, branch, population, language), code: 0 }
  }
  const branches = file.value.map((branch) => reported(sheet, branch, population.scores.get(branch.id)!, language))
  const code = branches.some(({ open }) => open.length > 0) ? 1 : 0
  if (options.json) {
    const { quotas } = population
    const places = options.population ? ranking(sheet, file.value.map(memberOf), population.scores) : []
    return {
      lines: JSON.stringify({ sheet: sheet.code, branches, quotas, ranking: places }, null, 2).split('\n'),
      code,
    }
  }
  if (options.xlsx) return { ...(await kept(sheet, branches, options.out, speak)), code }
  const quotas = population.quotas.flatMap((quota) => saidQuota(quota)?.[language] ?? [])
  return { lines: [...branches.map(line), ...quotas.map((said) => `! ${said}`)], code }
}

/** Alone each branch has no others to compare with; as a population the quotas follow as well. */
function scoredBy(sheet: Sheet, branches: readonly BranchFacts[], together: boolean): Population {
  if (together) return scorePopulation(sheet, branches.map(memberOf))
  const scores = branches.map(({ id, facts, rulings }) => [id, scoreBranch(sheet, facts, rulings)] as const)
  return { figures: new Map(), scores: new Map(scores), quotas: [] }
}

function line({ branch, name, shown, level, group, stars, effectsSaid, open }: ReportedBranch): string {
  const result = [shown ?? '—', level ?? '—', group ?? '', stars.join('、'), effectsSaid.join('；'), open.join('；')]
  return [branch, name, ...result].join('\t').trimEnd()
}

async function kept(sheet: Sheet, branches: ReportedBranch[], out: string | undefined, speak: Speak) {
  const path = out ?? `${sheet.code}.xlsx`
  if (existsSync(path)) throw new Misused(speak('fileThere', { path }))
  const text = (key: string, heading: string): Column => ({ key, heading, kind: 'text', most: 2000 })
  const head = [text('branch', '编号'), text('name', '支部'), text('total', '总分'), text('level', '等次')]
  const items = sheet.indicators.map(({ code, name }) => text(`i${code}`, `${code} ${name}`))
  const rows = branches.map((each) => [
    each.branch,
    each.name,
    each.shown,
    each.level,
    each.effectsSaid.join('；'),
    ...each.indicators.map(({ points }) => points),
    each.open.join('；'),
  ])
  const columns = [...head, text('effects', '后果'), ...items, text('open', '待处理')]
  writeFileSync(path, await writeWorkbook({ sheets: [{ name: '得分', columns, rows }] }), { flag: 'wx' })
  return { lines: [speak('kept', { path })] }
}

/** `hangbiao score --facts-template`: an Excel file with a place for every fact that the rule sheet reads. */
export async function factsTemplate(
  rules: Buffer,
  out: string | undefined,
  language: Language,
  speak: Speak,
): Promise<Printed> {
  const read = await ruleSheet(rules, language)
  if ('lines' in read) return read
  const path = out ?? `${read.sheet.code}-facts.xlsx`
  if (existsSync(path)) throw new Misused(speak('fileThere', { path }))
  writeFileSync(path, await factsFile(read.sheet, []), { flag: 'wx' })
  return { lines: [speak('kept', { path })], code: 0 }
}

/** `hangbiao rules template`: an empty Excel file to write a rule sheet in. */
export async function rulesTemplate(out: string | undefined, speak: Speak): Promise<Printed> {
  const path = out ?? 'rules.xlsx'
  if (existsSync(path)) throw new Misused(speak('fileThere', { path }))
  writeFileSync(path, await emptyFile(sampleSheet(2026)), { flag: 'wx' })
  return { lines: [speak('kept', { path })], code: 0 }
}

/** The facts of branches from a workbook or from JSON, or a line for everything that keeps them from being read. */
async function branchFacts(
  bytes: Buffer,
  sheet: Sheet,
  language: Language,
): Promise<{ ok: true; value: BranchFacts[] } | { ok: false; lines: string[] }> {
  let branches: unknown = jsonOf(bytes)
  if (isWorkbook(bytes)) {
    const opened = await cells(bytes, language)
    if ('lines' in opened) return { ok: false, lines: opened.lines }
    const read = factsFromCells(opened.workbook, sheet)
    if (!read.ok)
      return {
        ok: false,
        lines: read.errors.slice(0, 200).map((error) => `✗ ${placeOfCell(error)}: ${sayCellError(error)[language]}`),
      }
    branches = { format: 'hangbiao-facts/1', branches: read.value }
  }
  const file = readFactsFile(branches)
  return file.ok ? file : { ok: false, lines: misshapeLines(file.errors) }
}

const placeOfCell = ({ sheet, row, column }: { sheet: string; row: number; column: string }) =>
  [sheet, row > 0 ? String(row) : '', column].filter((part) => part !== '').join(' · ')
const isWorkbook = (bytes: Buffer) => bytes.subarray(0, 2).toString('latin1') === 'PK'

async function cells(bytes: Buffer, language: Language): Promise<{ workbook: Workbook } | { lines: string[] }> {
  const opened = await readWorkbook(new Uint8Array(bytes))
  if (!opened.ok) return { lines: [opened.reason] }
  const { workbook, errors } = plainCells(opened.value, language)
  return errors.length > 0 ? { lines: errors.map((each) => `✗ ${placeOfCell(each)}: ${each.message}`) } : { workbook }
}

/** A rule sheet from a workbook or from JSON, told apart by content. */
async function ruleSheet(bytes: Buffer, language: Language): Promise<Loaded | Printed> {
  if (!isWorkbook(bytes)) {
    const value = jsonOf(bytes)
    const wrong = sheetMisshapes(value)
    if (wrong.length > 0) return { lines: misshapeLines(wrong), code: 2 }
    return { sheet: value as Sheet, workbook: writeRuleSheet(value as Sheet) }
  }
  const opened = await cells(bytes, language)
  if ('lines' in opened) return { lines: opened.lines, code: 2 }
  const { workbook } = opened
  const read = readRuleSheet(workbook)
  if (!read.ok)
    return {
      lines: read.errors.map((each) => `✗ ${placeOfCell(each)}: ${each.said[language]}`),
      code: 2,
    }
  return { sheet: read.value.sheet, workbook }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function misshapeLines(wrong: Misshape[]): string[] {
  return wrong.slice(0, 50).map(({ path, reason }) => `✗ ${path}: ${reason}`)
}
