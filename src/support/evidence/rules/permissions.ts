import { type Actor, holds, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'

const lookers: readonly Post[] = ['secretary', 'office', 'assessor', 'inspector', 'confidentiality']

/** The secretary and the office of an organisation hand in its evidence. */
export function mayUpload(actor: Actor, organisation: OrganisationId): Decision<true, 'evidence.own-only'> {
  const own = holds(actor, 'secretary', organisation) || holds(actor, 'office', organisation)
  return own ? allow(true) : refuse('evidence.own-only')
}

/** Who may open a file: whoever belongs to the organisation or below it, and those responsible, scoring or inspecting above. */
export function seesEvidence(actor: Actor, path: string): boolean {
  return actor.posts.some(
    (held) => held.path.startsWith(path) || (lookers.includes(held.post) && path.startsWith(held.path)),
  )
}

/** The office of an organisation above says how much may be handed in; at the top, where nobody is above, its own. */
export function maySetRoom(actor: Actor, path: string): Decision<true, 'evidence.room-set-above'> {
  const topmost = path.split('/').filter(Boolean).length === 1
  const may = actor.posts.some(
    (held) => held.post === 'office' && path.startsWith(held.path) && (topmost || held.path !== path),
  )
  return may ? allow(true) : refuse('evidence.room-set-above')
}
