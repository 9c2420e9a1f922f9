import * as z from 'zod/mini'
import { day, id, instant } from '#basics/shapes.ts'
import { stages } from './rules/assessment.ts'
import { fieldNames } from './rules/fact-form.ts'
import { factSources } from './rules/fact-source.ts'

/** Shapes that the operations of the assessment share. */
export const named = z.strictObject({ id, name: z.string() })
export const assessmentView = z.strictObject({
  id,
  cycle: z.strictObject({ id, title: z.string(), year: z.int() }),
  organisation: named,
  sheet: z.strictObject({
    id,
    code: z.string(),
    title: z.string(),
    number: z.int(),
    hash: z.string(),
    asOf: day,
    /** The groups of raters of its panel; empty where it has none. */
    groups: z.array(z.string()),
  }),
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
  /** Since when and why it is assessed no more. */
  ended: z.nullable(z.strictObject({ on: day, ground: z.string(), successor: named })),
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

/** How a fact is filled in: the fields of each row, and of what shape one value is; null where nobody types it in. */
export const factForm = z.nullable(
  z.strictObject({
    of: z.string(),
    rows: z.enum(['one', 'periods', 'many']),
    periods: z.nullable(z.int()),
    fields: z.array(
      z.strictObject({
        name: z.enum(fieldNames),
        kind: z.enum(['text', 'whole', 'decimal', 'day', 'moment', 'yes-no', 'choice', 'choices']),
        required: z.boolean(),
        choices: z.array(z.string()),
      }),
    ),
  }),
)

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
  /** What can be chosen, where the sheet lists it: grades, kinds, levels of honours, stages, options of a ballot. */
  choices: z.array(z.string()),
  /** False where only clauses for other kinds of branch read it. */
  needed: z.boolean(),
  form: factForm,
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
  name: z.string(),
  voters: z.string(),
  state: z.enum(['to-enter', 'entered', 'counted', 'too-few']),
  heldOn: z.nullable(day),
  enteredBy: z.nullable(z.string()),
  /** Only where there were enough valid votes. */
  eligible: z.nullable(z.int()),
  valid: z.nullable(z.int()),
  satisfied: z.nullable(z.int()),
  /** The options of a ballot; empty for a satisfaction survey. */
  options: z.array(z.string()),
  votes: z.nullable(z.array(z.strictObject({ option: z.string(), count: z.int() }))),
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
      /** False as long as the figures that open the range have not been entered. */
      known: z.boolean(),
      own: z.nullable(z.strictObject({ points: z.string(), reason: z.string(), comparedWith: z.string() })),
      selfPoints: z.nullable(z.string()),
      selfNote: z.nullable(z.string()),
    }),
  ),
  facts: z.array(z.strictObject({ name: z.string(), said: z.string(), sources: z.array(z.string()), more: z.int() })),
  allowed: z.array(z.enum(['rate'])),
})
