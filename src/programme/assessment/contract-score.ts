import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, instant, nothing, text } from '#basics/shapes.ts'
import { assessmentView, factForm, named } from './contract-shapes.ts'
import { correctedValue } from './contract-values.ts'

const said = z.array(z.string())
const about = z.enum(['kind', 'clause', 'level'])
const openQuestion = z.strictObject({
  about,
  code: z.string(),
  text: z.string(),
  question: z.string(),
  /** How a clause may be read. */
  readings: z.array(z.strictObject({ points: z.string(), said: z.string() })),
  /** The kinds or levels that can be ruled. */
  names: z.array(z.string()),
})
const wanted = z.strictObject({ assessed: id, branch: z.string(), missing: z.array(z.string()) })

/** One fact as it stands in a score: its value and everything it was taken from. */
const scoredFact = z.strictObject({
  key: z.string(),
  name: z.string(),
  said: z.string(),
  value: z.record(z.string(), z.unknown()),
  hash: z.string(),
  /** How a correction of it is filled in; null for marks and ballots. */
  form: factForm,
  sources: z.array(
    z.strictObject({
      kind: z.string(),
      id: z.string(),
      text: z.string(),
      /** The assessor behind a label; for the office alone. */
      person: z.nullable(z.string()),
    }),
  ),
})

export const correctionView = z.strictObject({
  id,
  branch: named,
  assessed: id,
  fact: z.string(),
  name: z.string(),
  before: z.string(),
  after: z.string(),
  document: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  state: z.enum(['open', 'approved', 'refused']),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(instant),
  version: z.nullable(z.int()),
  refusal: z.nullable(z.string()),
  allowed: z.array(z.enum(['approve', 'refuse'])),
})

export const scoreView = z.strictObject({
  assessed: id,
  assessment: id,
  branch: named,
  title: z.string(),
  sheet: z.strictObject({ id, code: z.string(), hash: z.string() }),
  rated: z.boolean(),
  version: z.int(),
  frozenAt: instant,
  total: z.nullable(z.string()),
  /** The total with the decimals the sheet shows; never compared. */
  shown: z.nullable(z.string()),
  level: z.nullable(z.string()),
  said,
  selfTotal: z.nullable(z.string()),
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      parent: z.nullable(z.string()),
      name: z.string(),
      max: z.string(),
      points: z.nullable(z.string()),
      selfPoints: z.nullable(z.string()),
      selfNote: z.nullable(z.string()),
      said,
      clauses: z.array(
        z.strictObject({
          code: z.string(),
          text: z.string(),
          points: z.nullable(z.string()),
          said,
          facts: z.array(scoredFact),
        }),
      ),
    }),
  ),
  gates: z.array(z.strictObject({ code: z.string(), text: z.string(), facts: z.array(scoredFact) })),
  corrections: z.array(correctionView),
  /** Everything that gave, moved or held the level, in order. */
  levelSaid: said,
  /** What the sheet leaves to a ruling. */
  open: z.array(openQuestion),
  /** What a kind or a level can be ruled to be. */
  choices: z.strictObject({ kind: z.array(z.string()), level: z.array(z.string()) }),
  /** Every ruling on this score, the latest first; of several about the same the latest counts. */
  rulings: z.array(
    z.strictObject({
      about,
      code: z.string(),
      decided: z.string(),
      ground: z.string(),
      by: z.string(),
      at: instant,
      version: z.int(),
      counts: z.boolean(),
    }),
  ),
  allowed: z.array(z.enum(['correct', 'rule'])),
})

export const scoreOperations = {
  listMissing: operation({
    method: 'GET',
    path: '/assessments/:assessment/missing',
    summary: 'Everything that is still wanted before the assessment can be frozen, by branch',
    input: nothing,
    output: z.strictObject({
      branches: z.array(wanted),
      /** Branches whose facts are all there, and whose score the sheet leaves to a ruling. */
      open: z.array(wanted),
      inputs: z.int(),
    }),
  }),
  freezeAssessment: operation({
    method: 'POST',
    path: '/assessments/:assessment/freeze',
    summary: 'Freeze every fact with its hash and compute every score; refused with everything that is missing',
    stepUp: true,
    /** `leaveOpen`: freeze although questions are left to a ruling; they are ruled on afterwards. */
    input: z.strictObject({ leaveOpen: z.optional(z.boolean()) }),
    output: assessmentView,
  }),
  readScore: operation({
    method: 'GET',
    path: '/assessed/:assessed/score',
    summary: 'A frozen score in full: every point opens to clause, fact, evidence and arithmetic',
    input: nothing,
    output: scoreView,
  }),
  listQuestions: operation({
    method: 'GET',
    path: '/assessments/:assessment/questions',
    summary: 'What the sheet leaves to a ruling in the frozen scores, by branch',
    input: nothing,
    output: z.strictObject({
      rows: z.array(z.strictObject({ assessed: id, branch: z.string(), questions: z.array(openQuestion) })),
    }),
  }),
  ruleOnScore: operation({
    method: 'POST',
    path: '/assessed/:assessed/rulings',
    summary: 'Rule on a kind, a clause or a level that the sheet leaves open; all scores are computed anew',
    stepUp: true,
    input: z.strictObject({
      about,
      /** The clause; empty for a kind or a level. */
      code: z._default(text(40, 0), ''),
      /** The points of the clause, or the name of the kind or level. */
      decided: text(100),
      /** Who decided, when and why. */
      ground: text(500, 2),
    }),
    output: scoreView,
  }),
  proposeCorrection: operation({
    method: 'POST',
    path: '/assessed/:assessed/corrections',
    summary: 'Propose to correct a frozen fact that was wrong, with the document and the reason',
    input: z.strictObject({ fact: text(60), value: correctedValue, document: text(200), reason: text(500) }),
    output: correctionView,
  }),
  listCorrections: operation({
    method: 'GET',
    path: '/assessments/:assessment/corrections',
    summary: 'Corrections proposed and decided, the latest first',
    input: nothing,
    output: z.strictObject({ rows: z.array(correctionView) }),
  }),
  approveCorrection: operation({
    method: 'POST',
    path: '/corrections/:correction/approval',
    summary: 'Approve a correction that somebody else proposed: the score is computed anew, the old one stays visible',
    stepUp: true,
    input: nothing,
    output: correctionView,
  }),
  refuseCorrection: operation({
    method: 'POST',
    path: '/corrections/:correction/refusal',
    summary: 'Refuse a correction that somebody else proposed, with the reason',
    input: z.strictObject({ reason: text(500) }),
    output: correctionView,
  }),
}
