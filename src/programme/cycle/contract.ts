import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing, page, paging, text } from '#basics/shapes.ts'
import { calendarKinds, cycleVerbs, needed } from './rules/cycle.ts'
import { leastNoticeDays } from './rules/usual.ts'

const year = z.int().check(z.gte(2000), z.lte(2199))
const scope = z.enum(['party', 'society'])
const states = ['draft', 'open', 'closed'] as const
const maybe = <Shape extends z.ZodMiniType>(shape: Shape) => z._default(z.nullable(shape), null)

/** The whole plan, drafted or changed at once; what is left out is not said yet. */
const planInput = {
  year,
  title: text(60),
  overallGoal: maybe(text(200)),
  purpose: maybe(text(1000)),
  meeting: maybe(z.strictObject({ title: text(100), on: day })),
  aims: z.optional(z.array(text(30)).check(z.maxLength(4))),
  principles: z.optional(z.array(text(30)).check(z.maxLength(4))),
  ideas: z.optional(z.array(text(30)).check(z.maxLength(6))),
  calendar: z._default(
    z
      .array(
        z.strictObject({
          kind: z.enum(calendarKinds),
          title: text(60),
          from: day,
          to: day,
          region: maybe(text(20)),
        }),
      )
      .check(z.maxLength(60)),
    [],
  ),
  approvingBody: maybe(text(60)),
  documentNumber: maybe(text(60)),
  termFrom: maybe(day),
  termTo: maybe(day),
  scope: maybe(scope),
  noticeDays: z._default(z.int().check(z.gte(leastNoticeDays), z.lte(60)), leastNoticeDays),
}

const planShown = {
  year: z.int(),
  title: z.string(),
  overallGoal: z.nullable(z.string()),
  purpose: z.nullable(z.string()),
  meeting: z.nullable(z.strictObject({ title: z.string(), on: day })),
  aims: z.array(z.string()),
  principles: z.array(z.string()),
  ideas: z.array(z.string()),
  calendar: z.array(
    z.strictObject({
      kind: z.enum(calendarKinds),
      title: z.string(),
      from: day,
      to: day,
      region: z.nullable(z.string()),
    }),
  ),
  approvingBody: z.nullable(z.string()),
  documentNumber: z.nullable(z.string()),
  termFrom: z.nullable(day),
  termTo: z.nullable(day),
  scope: z.nullable(scope),
  noticeDays: z.int(),
}

const organisation = z.strictObject({ id, name: z.string() })

export const cycleView = z.strictObject({
  id,
  organisation,
  state: z.enum(states),
  /** The approved term is over: no new acts are opened in it. */
  expired: z.boolean(),
  ...planShown,
  /** What is still missing before it can open; empty once it is open. */
  missing: z.array(z.enum(needed)),
  openedAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  allowed: z.array(z.enum(cycleVerbs)),
})

const cycleRow = z.strictObject({
  id,
  organisation,
  state: z.enum(states),
  expired: z.boolean(),
  year: z.int(),
  title: z.string(),
  termFrom: z.nullable(day),
  termTo: z.nullable(day),
  allowed: z.array(z.enum(cycleVerbs)),
})

export const cycleContract = {
  listCycles: operation({
    method: 'GET',
    path: '/cycles',
    summary: 'The programme years within reach, the latest first',
    input: z.strictObject({ ...paging, state: z.optional(z.enum(states)) }),
    output: page(cycleRow),
  }),
  readCycle: operation({
    method: 'GET',
    path: '/cycles/:cycle',
    summary: 'One programme year with its goal, aims, principles, calendar and approval',
    input: nothing,
    output: cycleView,
  }),
  readRunningCycle: operation({
    method: 'GET',
    path: '/running-cycle',
    summary: 'The open programme year of the own organisation, for the public that of the topmost, as far as disclosed',
    who: 'anyone',
    input: nothing,
    output: z.strictObject({
      /** Null when none is open, or when it is disclosed inside the Party only and nobody is signed in. */
      cycle: z.nullable(z.strictObject({ id, organisation: z.string(), ...planShown })),
      /** An open one there is, but for those signed in. */
      withheld: z.boolean(),
      today: day,
    }),
  }),
  draftCycle: operation({
    method: 'POST',
    path: '/organisations/:organisation/cycles',
    summary: 'Draft a programme year; aims, principles and ideas left out are those of the founding paper',
    input: z.strictObject(planInput),
    output: cycleView,
  }),
  changeCycle: operation({
    method: 'PUT',
    path: '/cycles/:cycle',
    summary: 'Change the plan of a drafted programme year',
    input: z.strictObject(planInput),
    output: cycleView,
  }),
  openCycle: operation({
    method: 'POST',
    path: '/cycles/:cycle/opening',
    summary: 'Open a drafted programme year; refused with everything that is missing',
    stepUp: true,
    input: nothing,
    output: cycleView,
  }),
  closeCycle: operation({
    method: 'POST',
    path: '/cycles/:cycle/closing',
    summary: 'Close a programme year; themes and titles stand',
    stepUp: true,
    input: z.strictObject({ reason: text(500) }),
    output: cycleView,
  }),
}
