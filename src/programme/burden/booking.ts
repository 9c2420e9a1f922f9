import { allow, refuse } from '#basics/decision.ts'
import type { PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import type { Ahead } from './contract.ts'
import { branchesBelow, budgetOf, minutesBooked } from './reads.ts'
import { type Ask, bookable, costOf } from './rules/burden.ts'
import { insertBooking, lockYear, releaseBooking } from './store.ts'

/** What goes to branches: by whom, what it is, how many minutes of each, and to the branches at or below which organisations. */
export interface Request {
  organisation: string
  path: string
  subject: { kind: string; id: string }
  title: string
  minutes: number
  addressees: string[]
  /** Who agreed by name to going above the budget. */
  approvedBy: PersonId | null
}

/** What a request would cost, before it is issued. */
export async function weigh(
  context: Context,
  request: Pick<Request, 'path' | 'minutes' | 'addressees'>,
): Promise<Ask & { cycle: string; asked: string[] }> {
  const open = await openCycleFor(context, request.path)
  const cycle = accept(open ? allow(open.id) : refuse('burden.no-open-cycle'))
  const asked = await branchesBelow(context, request.addressees)
  const [budget, booked] = await Promise.all([budgetOf(context, cycle), minutesBooked(context, cycle, asked)])
  const above = booked.filter((minutes) => minutes + request.minutes > budget).length
  const unasked = asked.length - booked.length
  return {
    cycle,
    asked,
    budget,
    minutes: request.minutes,
    branches: asked.length,
    booked: booked.reduce((most, minutes) => Math.max(most, minutes), 0),
    above: above + (request.minutes > budget ? unasked : 0),
  }
}

/** What a draft would cost, for those who look at it; without an open programme year there is no budget to book it on. */
export async function ahead(context: Context, request: Parameters<typeof weigh>[1]): Promise<Ahead> {
  if (!(await openCycleFor(context, request.path)))
    return { branches: 0, total: 0, above: 0, budget: 0, yearOpen: false }
  const { branches, above, budget, minutes } = await weigh(context, request)
  return { branches, total: costOf({ minutes, branches }), above: minutes === 0 ? 0 : above, budget, yearOpen: true }
}

/** Books a request on the budgets of its branches, or refuses it; in the transaction in which it is issued. */
export async function book(context: Context, request: Request): Promise<void> {
  const open = await openCycleFor(context, request.path)
  if (open) await lockYear(context, open.id)
  const { cycle, asked, ...ask } = await weigh(context, request)
  accept(bookable(ask, { by: context.actor.person, approvedBy: request.approvedBy }))
  await insertBooking(context, {
    ...request,
    cycle,
    branches: asked,
    approvedBy: ask.above > 0 ? request.approvedBy : null,
  })
}

/** Takes a request off the budgets: it was withdrawn before any branch had done anything for it. */
export async function release(context: Context, subject: { kind: string; id: string }): Promise<void> {
  await releaseBooking(context, subject)
}
