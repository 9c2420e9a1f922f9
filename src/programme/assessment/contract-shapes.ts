import * as z from 'zod/mini'
import { day, id, instant, text } from '#basics/shapes.ts'
import { stages } from './rules/assessment.ts'
import { factSources } from './rules/fact-source.ts'

/** Shapes that the operations of the assessment share. */
export const named = z.strictObject({ id, name: z.string() })
const tally = z.int().check(z.gte(0), z.lte(1_000_000))
const count = z.int().check(z.gte(0), z.lte(100_000))

/** Points as an exact decimal, at most four places. */
export const points = z.string().check(z.regex(/^-?\d{1,6}(\.\d{1,4})?$/, { error: 'decimal.not-a-number' }))

/** A fact's value as people supply it. */
export const suppliedValue = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('count'), count: tally }),
  z.strictObject({ shape: z.literal('periods'), done: z.array(count).check(z.minLength(1), z.maxLength(12)) }),
  z.strictObject({ shape: z.literal('flag'), holds: z.boolean() }),
  z.strictObject({ shape: z.literal('number'), number: points }),
  z.strictObject({ shape: z.literal('ratio'), part: tally, whole: tally }),
  z.strictObject({ shape: z.literal('grade'), grade: text(100) }),
  z.strictObject({ shape: z.literal('since'), day: z.nullable(day) }),
])

/** What a correction can put in place of a frozen fact; marks and votes are not corrected, they are given by others. */
export const correctedValue = z.discriminatedUnion('shape', [
  ...suppliedValue.def.options,
  z.strictObject({
    shape: z.literal('honours'),
    honours: z
      .array(z.strictObject({ level: text(100), matter: text(200), document: text(100), issuer: text(100), on: day }))
      .check(z.maxLength(50)),
  }),
])

export const assessmentView = z.strictObject({
  id,
  cycle: z.strictObject({ id, title: z.string(), year: z.int() }),
  organisation: named,
  sheet: z.strictObject({ id, code: z.string(), title: z.string(), number: z.int(), hash: z.string(), asOf: day }),
  stage: z.enum(stages),
  selfScoreFrom: day,
  /** The last day of self-scoring; it ends at 24:00. */
  selfScoreTo: day,
  openedAt: instant,
  frozenAt: z.nullable(instant),
  /** Counts corrections from 1 at the freeze; null before. */
  version: z.nullable(z.int()),
  /** For those who lead it. */
  progress: z.nullable(
    z.strictObject({
      branches: z.int(),
      rated: z.int(),
      selfScored: z.int(),
      assigned: z.int(),
      marksDue: z.int(),
      marksGiven: z.int(),
    }),
  ),
  allowed: z.array(z.enum(['supply', 'assign', 'freeze', 'self-score'])),
})

export const assessedRow = z.strictObject({
  id,
  branch: named,
  region: z.nullable(z.string()),
  rated: z.boolean(),
  selfTotal: z.nullable(z.string()),
  selfScoredAt: z.nullable(instant),
  assessors: z.int(),
  marksDue: z.int(),
  marksGiven: z.int(),
  /** What is still wanted, in words; empty when it could be frozen, and after the freeze. */
  missing: z.array(z.string()),
  total: z.nullable(z.string()),
  shown: z.nullable(z.string()),
  level: z.nullable(z.string()),
})

export const ownAssessed = z.strictObject({
  id,
  assessment: id,
  title: z.string(),
  branch: named,
  stage: z.enum(stages),
  selfScoreFrom: day,
  selfScoreTo: day,
  selfScoredAt: z.nullable(instant),
  total: z.nullable(z.string()),
  allowed: z.array(z.enum(['self-score', 'read-score'])),
})

export const factView = z.strictObject({
  key: z.string(),
  name: z.string(),
  shape: z.string(),
  by: z.enum(factSources),
  /** The value in words; never the marks of assessors before the freeze. */
  said: z.nullable(z.string()),
  value: z.nullable(z.record(z.string(), z.unknown())),
  sources: z.array(z.strictObject({ kind: z.string(), id: z.string(), text: z.string() })),
  missing: z.nullable(z.string()),
  /** What can be chosen, where the sheet lists it: grades, levels of honours, groups of voters. */
  choices: z.array(z.string()),
  periods: z.nullable(z.int()),
})

export const honourView = z.strictObject({
  id,
  fact: z.string(),
  level: z.string(),
  matter: z.string(),
  issuer: z.string(),
  document: z.string(),
  awardedOn: day,
  state: z.enum(['entered', 'confirmed', 'withdrawn']),
  reason: z.nullable(z.string()),
  allowed: z.array(z.enum(['confirm', 'withdraw'])),
})

export const surveyView = z.strictObject({
  fact: z.string(),
  voters: z.string(),
  state: z.enum(['to-enter', 'entered', 'counted', 'too-few']),
  heldOn: z.nullable(day),
  enteredBy: z.nullable(z.string()),
  /** Only where there were enough valid votes. */
  eligible: z.nullable(z.int()),
  valid: z.nullable(z.int()),
  satisfied: z.nullable(z.int()),
  allowed: z.array(z.enum(['enter', 'confirm'])),
})

export const assessedView = z.strictObject({
  id,
  assessment: id,
  title: z.string(),
  stage: z.enum(stages),
  branch: named,
  region: z.nullable(z.string()),
  kind: z.string(),
  setUpOn: day,
  rated: z.boolean(),
  facts: z.array(factView),
  honours: z.array(honourView),
  surveys: z.array(surveyView),
  allowed: z.array(z.enum(['supply', 'honour', 'survey'])),
})

const ownLine = z.strictObject({
  indicator: z.string(),
  name: z.string(),
  section: z.string(),
  least: z.string(),
  most: z.string(),
  points: z.nullable(z.string()),
  note: z.string(),
  /** What the facts held already give; null where marks, votes or supplied facts are still to come. */
  known: z.nullable(z.string()),
})

export const selfScoreView = z.strictObject({
  assessed: id,
  title: z.string(),
  branch: named,
  stage: z.enum(stages),
  selfScoreFrom: day,
  selfScoreTo: day,
  lines: z.array(ownLine),
  total: z.nullable(z.string()),
  scoredAt: z.nullable(instant),
  allowed: z.array(z.enum(['self-score'])),
})

export const assessingRow = z.strictObject({
  assessed: id,
  title: z.string(),
  branch: z.string(),
  region: z.nullable(z.string()),
  stage: z.enum(stages),
  marksDue: z.int(),
  marksGiven: z.int(),
  allowed: z.array(z.enum(['rate'])),
})

/** One branch before one assessor: what is to be judged, the facts and the self-score beside; nobody else's marks. */
export const assessingView = z.strictObject({
  assessed: id,
  title: z.string(),
  branch: z.string(),
  region: z.nullable(z.string()),
  kind: z.string(),
  stage: z.enum(stages),
  items: z.array(
    z.strictObject({
      fact: z.string(),
      name: z.string(),
      clause: z.string(),
      text: z.string(),
      least: z.string(),
      most: z.string(),
      comparison: z.boolean(),
      own: z.nullable(z.strictObject({ points: z.string(), reason: z.string(), comparedWith: z.string() })),
      selfPoints: z.nullable(z.string()),
      selfNote: z.nullable(z.string()),
    }),
  ),
  facts: z.array(z.strictObject({ name: z.string(), said: z.string(), sources: z.array(z.string()), more: z.int() })),
  allowed: z.array(z.enum(['rate'])),
})
