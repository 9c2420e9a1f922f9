import { startOf } from '#basics/calendar.ts'
import { canonical } from '#basics/canonical.ts'
import type { Details } from '#basics/decision.ts'
import type { Context } from '#platform/context.ts'
import { Problem } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import { type Done, perform } from './perform.ts'
import type { Act } from './rules/act.ts'
import { backTo, mark } from './store-mark.ts'

/** Why something could not be done. */
export interface Hindrance {
  reason: string
  details: Details
}

export type Tried<Value> = { value: Value; hindrance: null } | { value: null; hindrance: Hindrance }

/**
 * Does something, and takes all of it back if a rule refuses. What is worth seeing of it has to be looked at inside.
 */
export async function attempt<Value>(context: Context, work: () => Promise<Value>): Promise<Tried<Value>> {
  await mark(context)
  try {
    return { value: await work(), hindrance: null }
  } catch (error) {
    await backTo(context)
    if (!(error instanceof Problem) || error.status !== 409) throw error
    return { value: null, hindrance: { reason: error.code, details: error.details } }
  }
}

/**
 * Does what an act says as it would be done on its day, lets `look` see it, and takes it back: so what is shown is what
 * will happen, by the very code that does it.
 */
export async function rehearse<Seen>(
  context: Context,
  act: Pick<Act, 'terms' | 'effectiveOn'> & { ground: string },
  look: (then: Context, done: Done) => Promise<Seen>,
): Promise<Tried<Seen>> {
  const later = act.effectiveOn > context.today
  const then = later ? { ...context, today: act.effectiveOn, now: startOf(act.effectiveOn) } : context
  const tried = await attempt(context, async () => look(then, await perform(then, act)))
  if (tried.hindrance === null) await backTo(context)
  return tried
}

/** One text for what is done, whatever ids the newcomers get: what was shown can be compared with what would happen now. */
export function seenAs({ lines, newcomers }: Done): string {
  const named = (id: string | null) => (id !== null && newcomers.includes(id) ? `new ${newcomers.indexOf(id)}` : id)
  const plain = lines.map(({ kind, from, to, detail }) => {
    const { next: _, nowAt = null, ...rest } = detail as { next?: string; nowAt?: string | null }
    return { kind, from: named(from), to: named(to), detail: { ...rest, nowAt: named(nowAt) } }
  })
  return sha256(canonical(plain))
}
