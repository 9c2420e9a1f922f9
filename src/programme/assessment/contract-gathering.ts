import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, file, id, nothing, sentFile, text } from '#basics/shapes.ts'
import {
  assessedView,
  assessingRow,
  assessingView,
  honourView,
  named,
  selfScoreView,
  surveyView,
} from './contract-shapes.ts'
import { points, suppliedValue } from './contract-values.ts'

const votes = z.int().check(z.gte(0), z.lte(100_000))
const survey = {
  fact: text(60),
  voters: text(100),
  eligible: votes,
  valid: votes,
  satisfied: votes,
}

const ballot = {
  fact: text(60),
  voters: text(100),
  eligible: votes,
  votes: z.array(z.strictObject({ option: text(100), count: votes })).check(z.minLength(1), z.maxLength(50)),
}

/** Facts, honours, surveys, self-scores and marks: everything that is gathered before the freeze. */
export const gatheringOperations = {
  readAssessed: operation({
    method: 'GET',
    path: '/assessed/:assessed',
    summary: 'What has been gathered about one branch, from where, and what is still wanted',
    input: nothing,
    output: assessedView,
  }),
  supplyFact: operation({
    method: 'POST',
    path: '/assessed/:assessed/facts',
    summary: 'Supply one fact of one branch with its document; the latest counts, earlier ones stay on record',
    input: z.strictObject({ fact: text(60), value: suppliedValue, document: text(200) }),
    output: assessedView,
  }),
  downloadFactsFile: operation({
    method: 'GET',
    path: '/assessments/:assessment/facts-file',
    summary: 'An Excel file of branches and the facts to supply, filled with what is there',
    kind: 'download',
    input: nothing,
    output: file,
  }),
  uploadFactsFile: operation({
    method: 'POST',
    path: '/assessments/:assessment/facts-file',
    summary: 'Take supplied facts from an Excel file: all of them, or every error by row and column and none',
    kind: 'upload',
    input: z.strictObject({ file: sentFile }),
    output: z.strictObject({
      /** How many facts were new or changed; the others stood as they are. */
      taken: z.int(),
      unchanged: z.int(),
      errors: z.array(z.strictObject({ sheet: z.string(), row: z.int(), column: z.string(), message: z.string() })),
    }),
  }),
  enterHonour: operation({
    method: 'POST',
    path: '/assessed/:assessed/honours',
    summary:
      'Enter a formal honour with issuer and document number; the branch’s own counts once the office confirmed it',
    input: z.strictObject({
      fact: text(60),
      level: text(100),
      matter: text(100),
      issuer: text(100),
      document: text(100),
      awardedOn: day,
    }),
    output: honourView,
  }),
  confirmHonour: operation({
    method: 'POST',
    path: '/honours/:honour/confirmation',
    summary: 'Confirm an honour a branch entered, having seen its document',
    input: nothing,
    output: honourView,
  }),
  withdrawHonour: operation({
    method: 'POST',
    path: '/honours/:honour/withdrawal',
    summary: 'Withdraw an honour with a reason; the row stays',
    input: z.strictObject({ reason: text(200) }),
    output: honourView,
  }),
  enterSurvey: operation({
    method: 'POST',
    path: '/assessed/:assessed/surveys',
    summary: 'Type in the count of a survey on paper; it is sealed until a second person has typed the same',
    input: z.strictObject({ ...survey, heldOn: day }),
    output: surveyView,
  }),
  confirmSurvey: operation({
    method: 'POST',
    path: '/assessed/:assessed/surveys/confirmation',
    summary: 'Type in the count a second time; counts that differ are refused, too few votes are not kept',
    input: z.strictObject(survey),
    output: surveyView,
  }),
  enterVotes: operation({
    method: 'POST',
    path: '/assessed/:assessed/ballots',
    summary: 'Type in the count of a ballot on paper by option; it is sealed until a second person has typed the same',
    input: z.strictObject({ ...ballot, heldOn: day }),
    output: surveyView,
  }),
  confirmVotes: operation({
    method: 'POST',
    path: '/assessed/:assessed/ballots/confirmation',
    summary: 'Type in the count of a ballot a second time; counts that differ are refused, too few votes are not kept',
    input: z.strictObject(ballot),
    output: surveyView,
  }),
  readSelfScore: operation({
    method: 'GET',
    path: '/assessed/:assessed/self-score',
    summary: 'What the branch gives itself, by indicator, with what the facts held already give',
    input: nothing,
    output: selfScoreView,
  }),
  selfScore: operation({
    method: 'POST',
    path: '/assessed/:assessed/self-score',
    summary: 'Score the own branch; can be changed until the last day of self-scoring is over',
    input: z.strictObject({
      scores: z
        .array(z.strictObject({ indicator: text(40), points, note: z._default(text(200, 0), '') }))
        .check(z.minLength(1), z.maxLength(100)),
    }),
    output: selfScoreView,
  }),
  listAssessors: operation({
    method: 'GET',
    path: '/assessments/:assessment/assessors',
    summary: 'The assessors with the branches each was given; for the office',
    input: nothing,
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          assessor: named,
          unit: z.string(),
          branches: z.array(
            z.strictObject({
              assessed: id,
              name: z.string(),
              marksDue: z.int(),
              marksGiven: z.int(),
              /** The assessor holds a post in the branch’s unit today and can no longer score it. */
              ownUnit: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  }),
  assignAssessor: operation({
    method: 'POST',
    path: '/assessments/:assessment/assignments',
    summary: 'Give branches to an assessor; refused for a branch of the assessor’s own unit',
    input: z.strictObject({
      assessor: id,
      assessed: z.array(id).check(z.minLength(1), z.maxLength(500)),
      /** The group of raters, where the sheet has several. */
      group: z.optional(text(100)),
    }),
    output: z.strictObject({ assigned: z.int() }),
  }),
  endAssignment: operation({
    method: 'POST',
    path: '/assessments/:assessment/assignments/ending',
    summary: 'Take branches back from an assessor; marks already given to them no longer count',
    input: z.strictObject({
      assessor: id,
      assessed: z.array(id).check(z.minLength(1), z.maxLength(500)),
      reason: text(200),
    }),
    output: z.strictObject({ ended: z.int() }),
  }),
  listMyAssessing: operation({
    method: 'GET',
    path: '/my/assessing',
    summary: 'The branches given to me to score, and how many marks are still due',
    input: nothing,
    output: z.strictObject({ rows: z.array(assessingRow) }),
  }),
  readAssessing: operation({
    method: 'GET',
    path: '/assessed/:assessed/assessing',
    summary: 'One branch before me as its assessor: items, facts, self-score, my own marks',
    input: nothing,
    output: assessingView,
  }),
  rate: operation({
    method: 'POST',
    path: '/assessed/:assessed/ratings',
    summary: 'Give a mark with its reason, and what the branch was compared with where the clause asks for it',
    input: z.strictObject({
      fact: text(60),
      points,
      reason: text(500),
      comparedWith: z._default(text(200, 0), ''),
    }),
    output: assessingView,
  }),
}
