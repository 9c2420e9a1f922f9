import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/sha256.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import type { ReadFile } from './import-file.ts'
import { presentState } from './reads-present.ts'
import type { Lines } from './rules/import-lines.ts'
import { countsOf, entriesOf, type Plan, type PlanEntry, type Present, plan } from './rules/import-plan.ts'
import { placed } from './rules/import-read.ts'
import type { Looked } from './store-import.ts'
import { type Written, writePlan } from './store-import-rows.ts'

/** Remarks of one kind that are kept: more than anybody reads, whatever the file holds. */
const MOST_REMARKS = 5000

/** Judges what was read against what is on record: all that is wrong, or else what the file would do. */
export async function look(context: Context, file: ReadFile): Promise<Looked> {
  const present = await presentState(context)
  const made = plan(file.lines, present, { today: context.today, by: [context.actor.person] })
  const sorted = (list: Problem<string>[]) => inOrder(list, file)
  const problems = sorted([...file.problems, ...made.problems.map((each) => placed(file.tables, each))])
  const warnings = sorted([...file.warnings, ...made.warnings.map((each) => placed(file.tables, each))])
  const entries = problems.length > 0 ? [] : entriesOf(made, present)
  return {
    problems: problems.slice(0, MOST_REMARKS),
    warnings: warnings.slice(0, MOST_REMARKS),
    entries,
    counts: { ...countsOf(entries), problems: problems.length, warnings: warnings.length },
    planHash: hashOf(entries),
  }
}

function inOrder(remarks: Problem<string>[], { tables }: ReadFile): Problem<string>[] {
  const sheets = [tables.organisations.table.sheet, tables.people.table.sheet]
  return remarks.sort(
    (one, other) => sheets.indexOf(one.sheet) - sheets.indexOf(other.sheet) || one.row - other.row || 0,
  )
}

function hashOf(entries: PlanEntry[]): string {
  return sha256(JSON.stringify(entries))
}

/** The plan of lines that were previewed, made anew; whether it is still the one that was shown. */
export async function planAgain(
  context: Context,
  lines: Lines,
  { planHash, uploadedBy }: { planHash: string; uploadedBy: string },
): Promise<{ made: Plan; present: Present; asShown: boolean }> {
  const present = await presentState(context)
  const made = plan(lines, present, { today: context.today, by: [uploadedBy, context.actor.person] })
  const asShown = made.problems.length === 0 && hashOf(entriesOf(made, present)) === planHash
  return { made, present, asShown }
}

/**
 * Puts organisations, people and posts into effect without a file and without a preview, by the same rules: for programs
 * that bring rows of their own into an empty or a filled database. The posts wait, or are confirmed by the person with the
 * staff number `confirmedBy`, who must be in the rows. Throws when anything is wrong with the rows; nothing is written then.
 */
export async function applyRows(
  context: Context,
  lines: Pick<Lines, 'organisations' | 'people'>,
  { confirmedBy = null }: { confirmedBy?: string | null } = {},
): Promise<Written> {
  const present = await presentState(context)
  const made = plan({ ...lines, broken: [] }, present, { today: context.today, by: [context.actor.person] })
  if (made.problems.length > 0) throw new Error(`wrong rows: ${JSON.stringify(made.problems.slice(0, 5))}`)
  return writePlan(context, made, present, { importId: null, confirmedBy })
}
