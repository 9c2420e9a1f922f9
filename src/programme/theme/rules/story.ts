import type { Actor } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { OrganisationId } from '#basics/id.ts'
import { isOf } from './call-permissions.ts'
import { mayRead } from './permissions.ts'

/**
 * How much of a branch's story somebody sees: those above who have to do with its theme everything; its own members and
 * staff what took effect, who was secretary then, and what was confirmed; everybody else the texts disclosed to them.
 */
export type Sight = 'concerned' | 'own' | 'disclosed'

export function sightOf(actor: Actor, branch: OrganisationId, path: string): Sight {
  if (mayRead(actor, path).ok) return 'concerned'
  return isOf(actor, branch) ? 'own' : 'disclosed'
}

/** Who was secretary during a span: whoever's term touches it. `until` is the day from which it is over. */
export function secretariesDuring(
  terms: readonly { name: string; from: Day; until: Day | null }[],
  span: { from: Day; until: Day | null },
): string[] {
  const touching = terms.filter(
    ({ from, until }) => (until === null || until > span.from) && (span.until === null || from < span.until),
  )
  return [...new Set(touching.map(({ name }) => name))]
}
