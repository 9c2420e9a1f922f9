import type { Day } from '#basics/calendar.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { dutyMessages } from './messages.ts'
import { annul, type Duty, type DutyKind, fulfil, move, reopen } from './rules/duty.ts'
import * as store from './store.ts'

/*
 * Duties (责任事项) for other capabilities: what an organisation has to do by a day. Say the kind once, as a constant:
 *
 *   export const proposeTheme: DutyKind = { name: 'theme.propose', title: { zh, en }, opens: { portal, desk } }
 *
 * openDuty / openDuties   open, once for each kind + subject + organisation + round; asking again changes nothing
 * fulfilDuty              done by the actor, now or on an earlier day; late from 00:00 after the due day; ends what is open
 * reopenDuty              open again: what fulfilled it was taken back
 * voidDuty                no duty any more, with a reason
 * moveDue                 another due day, as long as the present one is not over (409)
 * handOverDuties          what is open goes to the organisation that takes over
 *
 * All in the caller's transaction; the caller has permitted it and writes its own line of history. `round` tells apart
 * what comes again for one subject and organisation (a theme submitted anew). Nobody stores the responsible persons:
 * the job `duty.write-down` writes those of the due day down once that day is over. Reads: `reads.ts`.
 */

export interface DutyToOpen extends store.NewDuty {
  kind: DutyKind
  /** Null for what belongs to no programme year. */
  cycle: string | null
  dueOn: Day
}

/** Opens one duty, or finds it as it is; answers its id. */
export async function openDuty(context: Context, { kind, cycle, dueOn, ...duty }: DutyToOpen): Promise<string> {
  await openDuties(context, { kind, cycle, dueOn }, [duty])
  return store.idOf(context, kind.name, duty)
}

/** Opens the same duty for many organisations or subjects; answers how many are new. Fit for 50,000. */
export async function openDuties(
  context: Context,
  { kind, cycle, dueOn }: Pick<DutyToOpen, 'kind' | 'cycle' | 'dueOn'>,
  duties: readonly store.NewDuty[],
): Promise<number> {
  if (duties.length === 0) return 0
  await store.saveKind(context, kind)
  return store.insertDuties(context, { kind: kind.name, cycle, dueOn }, duties)
}

/** Done by the actor, who is signed in: now, or on an earlier day that is told now. Answers how many duties that ends. */
export async function fulfilDuty(context: Context, which: store.WhichDuties, doneOn = context.today): Promise<number> {
  const open = await store.loadDuties(context, which, 'open')
  const done = open.map((duty) => accept(fulfil(duty, context.actor.person, context.now, doneOn)))
  await store.saveDuties(context, done)
  return done.length
}

/** What fulfilled it was taken back: open again, with the due day it had. Answers how many that are. */
export async function reopenDuty(context: Context, which: store.WhichDuties): Promise<number> {
  const done = await store.loadDuties(context, which, 'fulfilled')
  await store.saveDuties(
    context,
    done.map((duty) => accept(reopen(duty))),
  )
  if (done.length > 0) await note(context, 'duty.reopened', which, { duties: done.length })
  return done.length
}

/** No duty any more; the reason stays on record. Answers how many that were open are void now. */
export async function voidDuty(context: Context, which: store.WhichDuties, reason: string): Promise<number> {
  const open = await store.loadDuties(context, which, 'open')
  // what was missed keeps its holders
  if (open.length > 0) await store.writeHolders(context, { duties: open.map(({ id }) => id) })
  const gone = open.map((duty) => accept(annul(duty, reason, context.actor.person || null, context.now)))
  await store.saveDuties(context, gone)
  return gone.length
}

/** Moves the due day of those that are open; 409 when one of them was missed already. Answers how many were moved. */
export async function moveDue(context: Context, which: store.WhichDuties, dueOn: Day): Promise<number> {
  const open = await store.loadDuties(context, which, 'open')
  const moved = open.map((duty) => accept(move(duty, dueOn, context.today)))
  await store.saveDuties(context, moved)
  if (moved.length > 0) await note(context, 'duty.moved', which, { duties: moved.length, from: open[0]!.dueOn, dueOn })
  return moved.length
}

/**
 * Another organisation does from now on what this one had still to do. What was missed before keeps the holders of its
 * due day; what the other one has to do anyway is void here. Answers how many went over.
 */
export async function handOverDuties(context: Context, from: string, to: string): Promise<number> {
  await store.writeHolders(context, { organisation: from })
  const reason = dutyMessages.labels.sameElsewhere[context.language]
  const open = await store.loadOpenOf(context, from)
  const same = await store.sameAt(context, from, to)
  const next = open.map((duty) =>
    same.has(duty.id)
      ? accept(annul(duty, reason, context.actor.person || null, context.now))
      : { ...duty, organisation: to as Duty['organisation'] },
  )
  await store.saveDuties(context, next)
  const over = open.length - same.size
  const subject = { kind: 'organisation', id: from, organisation: from }
  if (open.length > 0) await writeHistory(context, 'duty.handed-over', subject, { to, duties: over, void: same.size })
  return over
}

function note(context: Context, action: string, { kind, subject, organisation }: store.WhichDuties, detail: object) {
  const about = subject ?? { kind: 'organisation', id: organisation! }
  return writeHistory(context, action, { ...about, organisation: organisation ?? null }, { kind, ...detail })
}
