import { readFacts } from '#programme/scoring/rules/clause-bounds.ts'
import { clausesReading, type FactNeed, type FactShape, type Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause, ClauseOf, ClauseType } from '#programme/scoring/rules/sheet-clauses.ts'
import { conditionsOf } from '#programme/scoring/rules/sheet-outcomes.ts'

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

/** The shape of a single value: of a series, that of one period, as the clause that reads it takes it. */
export type SingleShape = Exclude<FactShape, 'series'>

/** Where a fact of the sheet comes from: what is held already is never asked for. */
export function sourceOf(sheet: Sheet, need: FactNeed): FactSource {
  const { key, shape } = need
  if (shape === 'ratings') return 'rating'
  if (isCounted(singleShape(sheet, need))) return 'survey'
  if (shape === 'honours') return 'honours'
  if (key === 'theme.in-force-since' && shape === 'since') return 'theme'
  const counted = (recordKeys as readonly string[]).includes(key)
  return counted && shape === (key.startsWith('meeting.') ? 'periods' : 'count') ? 'records' : 'supplied'
}

/** Whether two people count it from ballots, so that nobody types it in alone. */
export function isCounted(shape: SingleShape): shape is 'survey' | 'votes' {
  return shape === 'survey' || shape === 'votes'
}

/** Whether the fact is made of marks, which nobody sees before the freeze. */
export function isMarks(sheet: Sheet, need: FactNeed): boolean {
  return singleShape(sheet, need) === 'ratings'
}

/** The shape of one value of the fact. A list is asked for where the clause looks at each thing, a number wherever it may be one. */
export function singleShape(sheet: Sheet, { key, shape }: FactNeed): SingleShape {
  if (shape !== 'series') return shape
  for (const clause of clausesReading(sheet, key)) {
    const { periods: _, ...once } = clause
    const shapes = readFacts(once as Clause).find(({ fact }) => fact === key)?.shapes ?? []
    const single = (looksAtEach(clause) ? (['things'] as const) : (['number'] as const)).find((each) =>
      shapes.includes(each),
    )
    const first = single ?? shapes[0]
    if (first && first !== 'series') return first
  }
  return 'number'
}

function looksAtEach(clause: Clause): boolean {
  return 'evidence' in clause || 'once' in clause
}

/** How many periods of the year a fact has: as the clause that reads it says; null where it has none. */
export function periodsOf(sheet: Sheet, { key, shape }: FactNeed): number | null {
  const clauses = clausesReading(sheet, key)
  if (shape === 'series') return clauses.find(({ periods }) => periods)?.periods?.count ?? 1
  if (shape !== 'periods') return null
  return only(clauses, 'A2')[0]?.due?.every === 'quarter' ? 4 : 12
}

/** The clause whose range and conditions hold for the marks of this fact. */
export function judgedBy(sheet: Sheet, key: string): ClauseOf<'A4'> | ClauseOf<'A4B'> | undefined {
  const clauses = clausesReading(sheet, key)
  return only(clauses, 'A4')[0] ?? only(clauses, 'A4B').find(({ fact }) => fact === key)
}

/** The names a value may have, where the sheet lists them: grades, kinds, levels of honours, stages, sanctions. Where it lists none, whatever is written. */
export function listedIn(sheet: Sheet, { key }: Pick<FactNeed, 'key'>, shape: SingleShape): string[] {
  const clauses = clausesReading(sheet, key)
  const kinds = sheet.variants?.fact === key ? sheet.variants.kinds : []
  switch (shape) {
    case 'grade':
      return distinct([...only(clauses, 'A5').flatMap(({ options }) => namesIn(options)), ...kinds])
    case 'kinds':
      return kinds
    case 'honours':
      return distinct([...only(clauses, 'A12').flatMap(({ levels }) => namesIn(levels)), ...honoured(sheet, key)])
    case 'things':
      return distinct([
        ...only(clauses, 'A14').flatMap(({ stages }) => namesIn(stages)),
        ...only(clauses, 'A21').flatMap(({ names }) => namesIn(names)),
      ])
    case 'votes':
      return distinct(only(clauses, 'B7').flatMap(({ options, excluded }) => [...namesIn(options), ...excluded]))
    default:
      return []
  }
}

function honoured(sheet: Sheet, key: string): string[] {
  return conditionsOf(sheet).flatMap(({ when }) => (when.kind === 'honoured' && when.fact === key ? when.levels : []))
}

/** The options of a ballot that are no valid votes (不了解). */
export function invalidIn(sheet: Sheet, key: string): string[] {
  return only(clausesReading(sheet, key), 'B7').flatMap(({ excluded }) => excluded)
}

/** One count of ballots that the sheet asks for: of one group of voters, in one period. `voters` is what it is called here. */
export interface Slot {
  voters: string
  group: string
  /** From 1; null where the year is counted as a whole. */
  period: number | null
}

/** Every count that a survey or a ballot of the sheet needs, and the fewest valid votes of which anything may be kept. */
export function votersOf(sheet: Sheet, need: FactNeed): { slots: Slot[]; least: number } {
  const clauses = clausesReading(sheet, need.key)
  const reading = [...only(clauses, 'B6'), ...only(clauses, 'B7')]
  const listed = distinct(reading.flatMap(({ groups }) => namesIn(groups)))
  const groups = listed.length > 0 ? listed : ['党员群众']
  const gates = sheet.gates.flatMap((gate) =>
    gate.kind === 'satisfied-share' && gate.fact === need.key ? [gate.least] : [],
  )
  const least = Math.max(5, ...reading.map((clause) => clause.least), ...gates)
  const count = need.shape === 'series' ? periodsOf(sheet, need) : null
  if (count === null) return { slots: groups.map((group) => ({ voters: group, group, period: null })), least }
  const periods = Array.from({ length: count }, (_, at) => at + 1)
  const slots = periods.flatMap((period) =>
    groups.map((group) => ({ voters: `第${period}期·${group}`, group, period })),
  )
  return { slots, least }
}

function only<Type extends ClauseType>(clauses: readonly Clause[], type: Type): ClauseOf<Type>[] {
  return clauses.filter((clause): clause is ClauseOf<Type> => clause.type === type)
}

function namesIn(list: readonly { name: string }[]): string[] {
  return list.map(({ name }) => name)
}

function distinct(list: string[]): string[] {
  return [...new Set(list)]
}
