import type { Actor } from '#basics/actor.ts'
import { addMilliseconds, type Day, dayOf, type Instant, millisecondsBetween, startOf } from '#basics/calendar.ts'
import type { PersonId } from '#basics/id.ts'
import { type Context, nobody } from '#platform/context.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { actorOf } from '#programme/organisation/reads.ts'
import type { NamedKey, OrganisationCode, SampleProgramme, StaffNo } from './types.ts'

/** What all parts of loading share: the way in, the sample, and the ids that its keys have got. */
export interface Loading {
  dispatcher: Dispatcher
  sample: SampleProgramme
  /** The moment of loading: nothing in the sample happens later. */
  until: Instant
  say(line: string): void
  organisations: Map<OrganisationCode, { id: string; path: string }>
  people: Map<StaffNo, PersonId>
  /** Of a year. */
  cycles: Map<number, string>
  /** Of a branch. */
  themes: Map<OrganisationCode, string>
  /** Of a branch, the notice of its theme. */
  notices: Map<OrganisationCode, string>
  /** By the keys of the sample. */
  records: Map<string, string>
  /** Of a branch, its place on the roster of last year's assessment. */
  assessed: Map<OrganisationCode, string>
  assessment: string
  selection: string
  /** Of what is counted, by its name. */
  measures: Map<string, string>
  /** Of a core task, by its year and name. */
  tasks: Map<string, string>
  actors: Map<string, Actor>
}

/** One thing that somebody did at some moment: an action of the product, asked as that person. */
export interface Act {
  at: Instant
  /** Null for what nobody signs: an unnamed opinion. */
  by: StaffNo | null
  /** The branch whose business it is. Not given: it has a transaction of its own. */
  branch?: OrganisationCode
  run(context: Context): Promise<unknown>
}

const NINE = 9 * 3_600_000
const QUARTER = 15 * 60_000
/** More turns than any day of the sample has. */
const TURNS = 48

/**
 * The moment of something of which the sample knows the day only: from nine o'clock on, `turn` quarters of an hour
 * later. The turns of the day of loading are spread over what there has been of it.
 */
export function at({ until }: Pick<Loading, 'until'>, day: Day, turn = 0): Instant {
  if (day < dayOf(until)) return addMilliseconds(startOf(day), NINE + turn * QUARTER)
  const gone = millisecondsBetween(startOf(dayOf(until)), until)
  return addMilliseconds(until, -Math.ceil((gone * (TURNS - turn)) / (TURNS + 1)))
}

/**
 * How many acts stand in one transaction. Transactions go on one after another: one with many themes holds what another
 * would wait for (themes near each other are written down from both sides).
 */
const PART = 200

/** Does the acts in the order of time, many in one transaction, and says which month it has got to. */
export async function perform(loading: Loading, acts: readonly Act[]): Promise<void> {
  const inOrder = [...acts].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  let month = ''
  let done = 0
  for (const part of partsOf(inOrder)) {
    const reached = part[0]!.at.slice(0, 7)
    if (reached !== month) loading.say(`${reached} · ${done}/${inOrder.length}`)
    month = reached
    await together(loading, (context) => inTurn(loading, context, part))
    done += part.length
  }
}

async function inTurn(loading: Loading, context: Context, acts: Act[]): Promise<void> {
  for (const act of acts)
    await act.run(act.by ? await as(loading, context, act.by, act.at) : acting(context, nobody, act.at))
}

/** Cut at every act that is no branch's: it stands alone. */
function partsOf(acts: readonly Act[]): Act[][] {
  const parts: Act[][] = []
  for (const act of acts) {
    const last = parts.at(-1)
    if (last && act.branch && last[0]!.branch && last.length < PART) last.push(act)
    else parts.push([act])
  }
  return parts
}

/** Several acts of several people in one transaction, which is much faster than one each. */
export function together<T>({ dispatcher, until }: Loading, work: (context: Context) => Promise<T>): Promise<T> {
  return dispatcher.act(nobody, work, until)
}

/** The context in which a person of the sample acts at a moment, with the posts held that day. */
async function as(loading: Loading, context: Context, staffNo: StaffNo, moment: Instant): Promise<Context> {
  const key = `${staffNo} ${dayOf(moment)}`
  const actor = loading.actors.get(key) ?? (await actorOf(context.tx, personOf(loading, staffNo), moment))
  if (!actor) throw new Error(`${staffNo} cannot act on ${dayOf(moment)}`)
  loading.actors.set(key, actor)
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

/** The number of somebody whom the sample names by what they are for. */
export function numberOf({ sample }: Loading, key: NamedKey): StaffNo {
  return sample.namedPeople.find((person) => person.key === key)!.staffNo!
}

export function organisationOf({ organisations }: Loading, code: OrganisationCode): { id: string; path: string } {
  const organisation = organisations.get(code)
  if (!organisation) throw new Error(`the sample has no organisation ${code}`)
  return organisation
}
