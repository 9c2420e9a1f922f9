import { clausesReading, type FactNeed, type Sheet } from '#programme/scoring/rules/sheet.ts'
import type { ClauseOf } from '#programme/scoring/rules/sheet-clauses.ts'

/** Who gives a fact here: our own records and themes, or people through this capability. */
export const factSources = ['records', 'theme', 'rating', 'survey', 'honours', 'supplied'] as const
export type FactSource = (typeof factSources)[number]

/** What the records of a branch say by themselves, by the key a sheet uses. Any other fact has to be supplied. */
export const recordKeys = [
  'meeting.members-held',
  'meeting.committee-held',
  'building.problems-solved',
  'building.activities',
  'building.adopted',
] as const

/** Where a fact of the sheet comes from: what is held already is never asked for. */
export function sourceOf({ key, shape }: FactNeed): FactSource {
  if (shape === 'ratings') return 'rating'
  if (shape === 'survey') return 'survey'
  if (shape === 'honours') return 'honours'
  if (key === 'theme.in-force-since' && shape === 'since') return 'theme'
  const counted = (recordKeys as readonly string[]).includes(key)
  return counted && shape === (key.startsWith('meeting.') ? 'periods' : 'count') ? 'records' : 'supplied'
}

/** How many periods of the year a fact of the shape `periods` has: as the clause that reads it says. */
export function periodsOf(sheet: Sheet, key: string): 4 | 12 {
  const clause = clausesReading(sheet, key).find(({ type }) => type === 'A2') as ClauseOf<'A2'> | undefined
  return clause?.due?.every === 'quarter' ? 4 : 12
}

/** The clause whose range and conditions hold for the marks of this fact. */
export function judgedBy(sheet: Sheet, key: string): ClauseOf<'A4'> | undefined {
  return clausesReading(sheet, key).find(({ type }) => type === 'A4') as ClauseOf<'A4'> | undefined
}

/** The grades the sheet lists for this fact, the best first. */
export function gradesOf(sheet: Sheet, key: string): string[] {
  const clause = clausesReading(sheet, key).find(({ type }) => type === 'A5') as ClauseOf<'A5'> | undefined
  return clause?.options.map(({ name }) => name) ?? []
}

/** The levels of honours the sheet lists for this fact. */
export function levelsOf(sheet: Sheet, key: string): string[] {
  const clause = clausesReading(sheet, key).find(({ type }) => type === 'A12') as ClauseOf<'A12'> | undefined
  return clause?.levels.map(({ name }) => name) ?? []
}

/** The groups of voters the sheet lists for this survey, and the fewest valid votes of which anything may be kept. */
export function votersOf(sheet: Sheet, key: string): { names: string[]; least: number } {
  const clause = clausesReading(sheet, key).find(({ type }) => type === 'B6') as ClauseOf<'B6'> | undefined
  const gates = sheet.gates.flatMap((gate) =>
    gate.kind === 'satisfied-share' && gate.fact === key ? [gate.least] : [],
  )
  const least = Math.max(5, clause?.least ?? 5, ...gates)
  return { names: clause?.groups.map(({ name }) => name) ?? ['党员群众'], least }
}
