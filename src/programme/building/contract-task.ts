import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing, page, paging, text } from '#basics/shapes.ts'
import { ahead } from '#programme/burden/contract.ts'
import { totalView } from './contract-measure.ts'
import { additions } from './rules/measure.ts'
import { MOST_MEASURES, taskKinds, taskStandings, taskVerbs } from './rules/task.ts'

const named = z.strictObject({ id, name: z.string() })
const act = z.strictObject({ by: z.string(), at: instant })
const wanted = z.strictObject({ id, name: z.string(), unit: z.string(), addition: z.enum(additions) })

const contentInput = {
  kind: z.enum(taskKinds),
  name: text(60, 2),
  purpose: z._default(text(1000, 0), ''),
  documentNumber: z.optional(text(60)),
  from: day,
  to: day,
  measures: z._default(z.array(id).check(z.maxLength(MOST_MEASURES)), []),
  /** To which organisations it goes; the one that sets it up, where none is given. */
  addressees: z._default(z.array(id).check(z.maxLength(200)), []),
  minutes: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(600)), 0),
}

const row = {
  id,
  kind: z.enum(taskKinds),
  name: z.string(),
  organisation: named,
  from: day,
  to: day,
  standing: z.enum(taskStandings),
  measures: z.array(wanted),
}

export const taskView = z.strictObject({
  ...row,
  purpose: z.string(),
  documentNumber: z.nullable(z.string()),
  addressees: z.array(named),
  minutes: z.int(),
  setUp: act,
  approval: z.nullable(act),
  issue: z.nullable(act),
  withdrawal: z.nullable(z.strictObject({ by: z.string(), at: instant, reason: z.string() })),
  /** What issuing it would cost, for a draft. */
  burden: z.nullable(ahead),
  allowed: z.array(z.enum(taskVerbs)),
})

export const cuts = ['organisation', 'region', 'unit'] as const

export const taskContract = {
  listTasks: operation({
    method: 'GET',
    path: '/tasks',
    summary: 'Core tasks that concern my organisations, the latest to end first',
    input: z.strictObject({
      ...paging,
      standing: z.optional(z.enum(taskStandings)),
      kind: z.optional(z.enum(taskKinds)),
      search: z.optional(text(40)),
    }),
    output: page(z.strictObject(row)),
  }),
  readTask: operation({
    method: 'GET',
    path: '/tasks/:task',
    summary: 'One core task, with what issuing it would cost while it is a draft',
    input: nothing,
    output: taskView,
  }),
  draftTask: operation({
    method: 'POST',
    path: '/organisations/:organisation/tasks',
    summary: 'Draft a core task: kind, period, the figures wanted, to whom it goes, and what it costs a branch',
    input: z.strictObject(contentInput),
    output: taskView,
  }),
  changeTask: operation({
    method: 'PUT',
    path: '/tasks/:task',
    summary: 'Change a draft; what was agreed to falls away',
    input: z.strictObject(contentInput),
    output: taskView,
  }),
  approveTask: operation({
    method: 'POST',
    path: '/tasks/:task/approval',
    summary: 'Agree by name to what a task costs, above the budget of a branch',
    input: nothing,
    output: taskView,
  }),
  issueTask: operation({
    method: 'POST',
    path: '/tasks/:task/issue',
    summary: 'Issue a task: it is booked on the budgets of its branches',
    input: nothing,
    output: taskView,
  }),
  withdrawTask: operation({
    method: 'POST',
    path: '/tasks/:task/withdrawal',
    summary: 'Take an issued task back, with the reason; off the budgets if no branch has done anything for it yet',
    input: z.strictObject({ reason: text(200) }),
    output: taskView,
  }),
  discardTask: operation({
    method: 'DELETE',
    path: '/tasks/:task',
    summary: 'Throw a draft away',
    input: nothing,
    output: z.strictObject({ done: z.literal(true) }),
  }),
  readTaskTotals: operation({
    method: 'GET',
    path: '/tasks/:task/totals',
    summary: 'What the records of a task add up to: all, and by organisation, region or unit',
    input: z.strictObject({ by: z._default(z.enum(cuts), 'organisation'), below: z.optional(id) }),
    output: z.strictObject({
      below: named,
      measures: z.array(wanted),
      records: z.int(),
      totals: z.array(totalView),
      /** By the cut: the name, how many records serve the task there, and a total for each measure. */
      parts: z.array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          /** An organisation to look into; null for a region, a unit and a branch. */
          opens: z.nullable(id),
          records: z.int(),
          totals: z.array(totalView),
        }),
      ),
    }),
  }),
}
