import { type Actor, leads, leadsStrictlyAbove, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import { type BuildingRecord, confirm, life, type RecordVerb } from './record.ts'

/** Whose record it is: the organisation with its path, and who entered it. */
export interface Owner {
  organisation: OrganisationId
  path: string
  enteredBy: PersonId | null
}

export type BuildingPermission =
  | 'building.own-secretary-only'
  | 'building.confirmed-from-above-only'
  | 'building.not-ones-own'
  | 'building.not-within-reach'

/** Posts whose holders look after the organisations below theirs, and so read their records. */
export const lookers: readonly Post[] = ['secretary', 'office', 'assessor', 'inspector', 'confidentiality']

/**
 * The secretary and the office of an organisation enter, correct and withdraw its records. A solved problem is confirmed
 * by the secretary or office of an organisation above, and never by whoever entered it.
 */
export function may(actor: Actor, verb: RecordVerb | 'enter', owner: Owner): Decision<true, BuildingPermission> {
  if (verb !== 'confirm') {
    return leads(actor, owner.organisation) ? allow(true) : refuse('building.own-secretary-only')
  }
  if (!leadsStrictlyAbove(actor, owner.path)) return refuse('building.confirmed-from-above-only')
  return owner.enteredBy === actor.person ? refuse('building.not-ones-own') : allow(true)
}

/** Who reads the records of an organisation: whoever belongs to it, and those responsible, scoring or inspecting above. */
export function sees(actor: Actor, organisation: OrganisationId, path: string): boolean {
  return actor.posts.some(
    (held) => held.organisation === organisation || (lookers.includes(held.post) && path.startsWith(held.path)),
  )
}

/** What the actor may do with the record as it stands. */
export function allowed(actor: Actor, record: BuildingRecord, path: string): RecordVerb[] {
  const owner = { organisation: record.organisation, path, enteredBy: record.enteredBy }
  return life[record.state].filter(
    (verb) => may(actor, verb, owner).ok && (verb !== 'confirm' || confirm(record, actor.person, record.enteredAt).ok),
  )
}
