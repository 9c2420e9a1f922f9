import type { Details } from '#basics/decision.ts'
import type { LintWord } from './lint-sayings.ts'

/** The tables of a sheet, as its workbook has them. */
export type LintTable =
  | 'facts'
  | 'indicators'
  | 'clauses'
  | 'total'
  | 'levels'
  | 'gates'
  | 'vetoes'
  | 'promotions'
  | 'quotas'
  | 'naming'
  | 'links'

/** Something unwise in a sheet, at a row of one of its tables. With an `error` it cannot be issued. */
export interface Lint {
  severity: 'error' | 'warning'
  table: LintTable
  code: string
  word: LintWord
  details: Details
}

/** What is only a remark: the sheet may be issued with it. */
const remarks: LintWord[] = [
  'fact-unread',
  'number-ranked-needed',
  'quota-against-cut-off',
  'text-twice',
  'no-ruling-on-cut',
  'deduction-below-nothing',
  'after-looks-turned',
  'severity-needs-two',
  'levels-without-points',
  'places-up-and-down',
  'least-never-felt',
  'after-is-each',
  'steps-look-unsigned',
]

/** A lint of a row. */
export function found(table: LintTable, code: string, word: LintWord, details: Details = {}): Lint {
  return { severity: remarks.includes(word) ? 'warning' : 'error', table, code, word, details }
}
