import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, nothing, page, paging, text } from '#basics/shapes.ts'
import { gatheringOperations } from './contract-gathering.ts'
import { scoreOperations } from './contract-score.ts'
import { assessedRow, assessmentView, ownAssessed } from './contract-shapes.ts'
import { tryOutOperations } from './contract-try-out.ts'

export const assessmentContract = {
  listAssessments: operation({
    method: 'GET',
    path: '/assessments',
    summary: 'The assessments within reach, the latest first',
    input: z.strictObject(paging),
    output: page(assessmentView),
  }),
  readAssessment: operation({
    method: 'GET',
    path: '/assessments/:assessment',
    summary: 'One assessment: cycle, rule sheet, dates, and how far it is',
    input: nothing,
    output: assessmentView,
  }),
  openAssessment: operation({
    method: 'POST',
    path: '/cycles/:cycle/assessments',
    summary: 'Open the assessment of a cycle by an issued rule sheet; the roster of branches is taken down',
    input: z.strictObject({ sheet: id, selfScoreFrom: day, selfScoreTo: day }),
    output: assessmentView,
  }),
  listAssessed: operation({
    method: 'GET',
    path: '/assessments/:assessment/branches',
    summary: 'The branches on the roster with self-score, marks given, what is missing, and after the freeze the score',
    input: z.strictObject({
      ...paging,
      region: z.optional(text(20)),
      search: z.optional(text(40)),
    }),
    output: page(assessedRow),
  }),
  listMyAssessed: operation({
    method: 'GET',
    path: '/my/assessed',
    summary: 'My own branches in assessments: what is due, and the score once it is frozen',
    input: nothing,
    output: z.strictObject({ rows: z.array(ownAssessed) }),
  }),
  ...gatheringOperations,
  ...scoreOperations,
  ...tryOutOperations,
}
