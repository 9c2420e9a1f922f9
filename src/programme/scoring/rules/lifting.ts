import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { lint } from './lint.ts'
import type { Lint, LintTable } from './lint-found.ts'
import type { Sheet } from './sheet.ts'

/** A row of a sheet whose bar a legal office has lifted. */
export interface LiftedRow {
  table: string
  code: string
}

export type LiftRefusal = 'scoring.row-not-barred' | 'scoring.lifted-already' | 'scoring.lift-in-future'

/** Whether a bar on this row is lifted. Errors of any other kind are mended, never lifted. */
export function isLifted({ word, table, code }: Lint, lifted: readonly LiftedRow[]): boolean {
  return word === 'barred' && lifted.some((row) => row.table === table && row.code === code)
}

/** Everything that keeps the sheet from being issued: errors whose bar nobody has lifted. */
export function barring(sheet: Sheet, lifted: readonly LiftedRow[]): Lint[] {
  return lint(sheet).filter((each) => each.severity === 'error' && !isLifted(each, lifted))
}

/** Whether a bar may be lifted: there is one on this row, it still stands, and the decision is not of a day to come. */
export function liftable(
  sheet: Sheet,
  lifted: readonly LiftedRow[],
  row: { table: LintTable; code: string; decidedOn: Day },
  today: Day,
): Decision<true, LiftRefusal> {
  const { table, code, decidedOn } = row
  const barred = lint(sheet).filter((each) => each.word === 'barred' && each.table === table && each.code === code)
  if (barred.length === 0) return refuse('scoring.row-not-barred')
  if (barred.every((each) => isLifted(each, lifted))) return refuse('scoring.lifted-already')
  return decidedOn > today ? refuse('scoring.lift-in-future') : allow(true)
}
