import * as z from 'zod/mini'
import { day, id, instant } from '#basics/shapes.ts'
import { selectionStates, selectionVerbs } from './rules/selection.ts'
import { titleStates } from './rules/title.ts'

export const named = z.strictObject({ id, name: z.string() })
export const scope = z.enum(['party', 'society'])
export const titles = ['named', 'not-named', 'needs-ruling', 'not-rated'] as const
export const abouts = ['gate', 'naming'] as const
export const region = z.nullable(z.string())
export const points = z.nullable(z.string())

export const quota = z.strictObject({
  region,
  base: z.int(),
  percent: z.string(),
  places: z.int(),
  named: z.int(),
  /** Where the sheet asks for more candidates than places. */
  nomination: z.optional(z.strictObject({ ratio: z.string(), needed: z.int(), eligible: z.int() })),
})

export const levelQuota = z.strictObject({
  quota: z.string(),
  levels: z.array(z.string()),
  /** The region or kind; empty where the quota is over all. */
  group: z.string(),
  base: z.int(),
  places: z.int(),
  holders: z.int(),
  state: z.enum(['met', 'cut', 'named', 'tied', 'short', 'off', 'waits']),
  moved: z.int(),
})

export const selectionLine = z.strictObject({
  branch: named,
  region,
  title: z.enum(titles),
  /** Two decimals for the eye; nothing is compared with it. */
  total: points,
  level: z.nullable(z.string()),
  gates: z.array(z.strictObject({ text: z.string(), state: z.enum(['passed', 'failed', 'needs-ruling']) })),
  vetoes: z.array(z.string()),
  /** What decided it: of all grounds, those that are more than a requirement met. */
  why: z.array(z.string()),
  grounds: z.array(z.string()),
})

/** A branch's own line in full: every indicator and clause with its points. */
export const ownLine = z.extend(selectionLine, {
  indicators: z.array(z.strictObject({ code: z.string(), name: z.string(), points })),
  clauses: z.array(z.strictObject({ code: z.string(), text: z.string(), points })),
})

export const selectionRow = z.strictObject({
  id,
  title: z.string(),
  year: z.int(),
  organisation: named,
  state: z.enum(selectionStates),
  preparedAt: instant,
  concludedOn: z.nullable(day),
  allowed: z.array(z.enum(selectionVerbs)),
})

export const selectionView = z.extend(selectionRow, {
  assessment: id,
  run: z.nullable(
    z.strictObject({
      id,
      number: z.int(),
      root: z.string(),
      at: instant,
      by: z.string(),
      sheet: z.strictObject({ code: z.string(), title: z.string() }),
      rated: z.int(),
      named: z.int(),
      quotas: z.array(quota),
      /** How many have a level by points and by quota, without a name; empty where the sheet has none. */
      levelQuotas: z.array(levelQuota),
    }),
  ),
  /** What the sheet leaves to a ruling; for those who see the selection whole. */
  open: z.array(
    z.strictObject({
      branch: named,
      /** A kind, a clause or a level is ruled on in the assessment. */
      about: z.enum([...abouts, 'kind', 'clause', 'level']),
      code: z.string(),
      text: z.string(),
      question: z.string(),
      readings: z.array(z.strictObject({ points: z.string(), said: z.string() })),
    }),
  ),
  rulings: z.array(
    z.strictObject({
      branch: named,
      about: z.enum([...abouts, 'clause']),
      code: z.string(),
      decided: z.string(),
      ground: z.string(),
      by: z.string(),
      at: instant,
      /** Whether it counts, or a later one took its place. */
      counts: z.boolean(),
    }),
  ),
  /** The lines of the branches that this person belongs to, once the list is disclosed. */
  own: z.array(ownLine),
  regions: z.array(z.string()),
  check: z.nullable(z.strictObject({ by: z.string(), at: instant })),
  scope: z.nullable(scope),
  notice: z.nullable(
    z.strictObject({ id, lastDay: day, provisional: z.boolean(), over: z.boolean(), openObjections: z.int() }),
  ),
  reason: z.nullable(z.string()),
  /** What the cycle says about disclosure: at least so many working days, at most so wide. */
  promised: z.strictObject({ days: z.int(), scope }),
  seesAll: z.boolean(),
})

export const titleRow = z.strictObject({
  id,
  /** By the name it had on the day that is asked. */
  branch: named,
  branchNow: z.nullable(z.string()),
  region,
  year: z.int(),
  state: z.enum(titleStates),
  namedOn: day,
  endedOn: z.nullable(day),
  /** The first day on which its term is over; null where it has none. */
  runsUntil: z.nullable(day),
  selection: named,
  grounds: z.array(z.string()),
})

export const registerRow = z.strictObject({
  branch: named,
  region,
  /** The theme in force, where it is disclosed to this person. */
  theme: z.nullable(z.string()),
  since: day,
  /** The first day on which the term of the title is over; null where it has none. */
  runsUntil: z.nullable(day),
  year: z.int(),
  reasons: z.array(z.string()),
  run: z.nullable(id),
})
