import type { Actor } from '#basics/actor.ts'
import { addMilliseconds, type Day, dayOf, type Instant, startOf } from '#basics/calendar.ts'
import type { PersonId } from '#basics/id.ts'
import { type Context, nobody } from '#platform/context.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { actorOf } from '#programme/organisation/reads.ts'
import type { OrganisationCode, SampleProgramme, StaffNo } from './types.ts'

/** What the steps of loading share: the way in, the sample, and the ids that its keys have got. */
export interface Loading {
  dispatcher: Dispatcher
  sample: SampleProgramme
  /** The moment of loading: nothing in the sample happens later. */
  until: Instant
  say(line: string): void
  organisations: Map<OrganisationCode, { id: string; path: string }>
  people: Map<StaffNo, PersonId>
  cycles: Map<number, string>
  /** Of a branch's code, the id of its theme. */
  themes: Map<OrganisationCode, string>
  actors: Map<string, Actor>
}

/**
 * The moment of something of which the sample knows the day only: from nine o'clock on, `turn` quarters of an hour
 * later, so that what follows in the sample follows in time; never after the moment of loading.
 */
export function at({ until }: Pick<Loading, 'until'>, day: Day, turn = 0): Instant {
  const moment = addMilliseconds(startOf(day), 9 * 3_600_000 + turn * 15 * 60_000)
  return moment < until ? moment : until
}

/** Several acts of several people in one transaction, which is much faster than one each. */
export function together<T>({ dispatcher, until }: Loading, work: (context: Context) => Promise<T>): Promise<T> {
  return dispatcher.act(nobody, work, until)
}

/** The context in which a person of the sample acts at a moment, with the posts held that day. */
export async function as(loading: Loading, context: Context, staffNo: StaffNo, moment: Instant): Promise<Context> {
  const key = `${staffNo} ${dayOf(moment)}`
  let actor = loading.actors.get(key)
  if (!actor) {
    actor = (await actorOf(context.tx, personOf(loading, staffNo), moment)) ?? undefined
    if (!actor) throw new Error(`${staffNo} cannot act on ${dayOf(moment)}`)
    loading.actors.set(key, actor)
  }
  return acting(context, actor, moment)
}

/** The same transaction for another actor at another time. */
export function acting(context: Context, actor: Actor, moment: Instant): Context {
  return {
    ...context,
    actor,
    now: moment,
    today: dayOf(moment),
    actorOf: (person) => actorOf(context.tx, person, moment),
  }
}

export function personOf({ people }: Loading, staffNo: StaffNo): PersonId {
  const id = people.get(staffNo)
  if (!id) throw new Error(`the sample has nobody with the number ${staffNo}`)
  return id
}

export function organisationOf({ organisations }: Loading, code: OrganisationCode): { id: string; path: string } {
  const organisation = organisations.get(code)
  if (!organisation) throw new Error(`the sample has no organisation ${code}`)
  return organisation
}

/** Lists in handy parts, one transaction each. */
export function partsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size))
}
