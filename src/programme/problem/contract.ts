import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing, page, paging, text } from '#basics/shapes.ts'
import { problemKinds, problemStates, problemVerbs } from './rules/problem.ts'

const named = z.strictObject({ id, name: z.string() })
const act = { by: z.string(), at: instant }

const row = {
  id,
  organisation: named,
  kind: z.enum(problemKinds),
  title: z.string(),
  dueOn: day,
  state: z.enum(problemStates),
  /** Its due day is over and it is not done: it stands with the first responsible. */
  late: z.boolean(),
}

export const problemView = z.strictObject({
  ...row,
  benchmark: z.string(),
  gap: z.string(),
  takenOn: z.strictObject(act),
  measures: z.nullable(z.strictObject({ ...act, text: z.string() })),
  done: z.nullable(z.strictObject({ ...act, result: z.string() })),
  confirmed: z.nullable(z.strictObject(act)),
  returned: z.nullable(z.string()),
  /** Who answers for it, directly and first; null where the post is vacant or nobody stands above. */
  answers: z.strictObject({ direct: z.nullable(z.string()), primary: z.nullable(z.string()) }),
  /** The records that solved it. */
  records: z.array(
    z.strictObject({ id, happenedOn: day, sentence: z.string(), standing: z.boolean(), confirmed: z.boolean() }),
  ),
  allowed: z.array(z.enum(problemVerbs)),
})

export const problemContract = {
  listProblems: operation({
    method: 'GET',
    path: '/problems',
    summary: 'Problems taken on by organisations within reach, the first to be solved first',
    input: z.strictObject({
      ...paging,
      state: z.optional(z.enum(problemStates)),
      kind: z.optional(z.enum(problemKinds)),
      late: z.optional(z.enum(['yes'])),
      search: z.optional(text(40)),
    }),
    output: page(z.strictObject(row)),
  }),
  readProblem: operation({
    method: 'GET',
    path: '/problems/:problem',
    summary: 'One problem with its stages, who answers for it, and the records that solved it',
    input: nothing,
    output: problemView,
  }),
  takeOnProblem: operation({
    method: 'POST',
    path: '/organisations/:organisation/problems',
    summary: 'Take a problem on: what is wanting, against which benchmark, to be solved by which day',
    input: z.strictObject({
      kind: z.enum(problemKinds),
      title: text(60, 2),
      benchmark: text(300),
      gap: text(500),
      dueOn: day,
    }),
    output: problemView,
  }),
  setProblemMeasures: operation({
    method: 'PUT',
    path: '/problems/:problem/measures',
    summary: 'Say what will be done about a problem',
    input: z.strictObject({ measures: text(1000) }),
    output: problemView,
  }),
  finishProblem: operation({
    method: 'POST',
    path: '/problems/:problem/result',
    summary: 'Say that a problem is solved, with the records that solved it',
    input: z.strictObject({
      result: text(500),
      records: z.array(id).check(z.minLength(1), z.maxLength(10)),
    }),
    output: problemView,
  }),
  confirmProblem: operation({
    method: 'POST',
    path: '/problems/:problem/confirmation',
    summary: 'Confirm from above that a problem is solved, and with it its records of a solved problem',
    input: nothing,
    output: problemView,
  }),
  returnProblem: operation({
    method: 'POST',
    path: '/problems/:problem/return',
    summary: 'Send a problem back from above as not solved yet, with the reason',
    input: z.strictObject({ reason: text(300) }),
    output: problemView,
  }),
}
