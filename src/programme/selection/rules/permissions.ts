import { type Actor, belongsTo, holdsAbove, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { life, type Selection, type SelectionVerb } from './selection.ts'

export type SelectionPermissionRefusal =
  | 'selection.only-the-office'
  | 'selection.only-the-confidentiality-reviewer'
  | 'selection.own-run'
  | 'selection.own-check'
  | 'selection.own-branch'
  | 'selection.only-those-entitled'

/** Posts that see a selection whole, in the organisation whose programme it is and above it. */
export const seeing: readonly Post[] = ['office', 'secretary', 'confidentiality']

/** Posts that may take the recomputable file of a disclosed run inside the programme: they answer for a branch or above. */
export const taking: readonly Post[] = ['secretary', 'office']

/** Who prepares a selection: the Party-building office of the organisation whose programme it is, or one above. */
export function mayPrepare(actor: Actor, path: string): Decision<true, SelectionPermissionRefusal> {
  return holdsAbove(actor, 'office', path) ? allow(true) : refuse('selection.only-the-office')
}

/** Whether the person may do this, whatever the state. Nobody checks a run of their own, or discloses what they checked. */
export function may(
  actor: Actor,
  verb: SelectionVerb,
  selection: Selection,
): Decision<true, SelectionPermissionRefusal> {
  const path = selection.organisationPath
  if (verb === 'download') return mayTake(actor, selection)
  if (verb === 'check') {
    if (!holdsAbove(actor, 'confidentiality', path)) return refuse('selection.only-the-confidentiality-reviewer')
    const own = selection.state !== 'prepared' && selection.run.by === actor.person
    return own ? refuse('selection.own-run') : allow(true)
  }
  const office = mayPrepare(actor, path)
  if (!office.ok || verb !== 'publish') return office
  const checked = selection.state === 'run' && selection.check?.checkedBy === actor.person
  return checked ? refuse('selection.own-check') : office
}

/** Nobody rules on the branch they belong to. */
export function mayRuleOn(actor: Actor, branch: OrganisationId): Decision<true, SelectionPermissionRefusal> {
  return belongsTo(actor, branch) ? refuse('selection.own-branch') : allow(true)
}

/** Who sees every line with its grounds: office, secretary and confidentiality reviewer of the organisation and above. */
export function seesAll(actor: Actor, path: string): boolean {
  return seeing.some((post) => holdsAbove(actor, post, path))
}

export function maySeeAll(actor: Actor, path: string): Decision<true, SelectionPermissionRefusal> {
  return seesAll(actor, path) ? allow(true) : refuse('selection.only-those-entitled')
}

/** Whether the selection was disclosed and still stands or awaits its conclusion. */
export function isDisclosed({ state }: Pick<Selection, 'state'>): boolean {
  return state === 'noticed' || state === 'final'
}

/** Who finds the selection at all: those who see it whole and, once it is disclosed, everyone in the programme below. */
export function finds(actor: Actor, selection: Pick<Selection, 'state' | 'organisationPath'>): boolean {
  const path = selection.organisationPath
  return seesAll(actor, path) || (isDisclosed(selection) && actor.posts.some((held) => held.path.startsWith(path)))
}

/** Whose line a person reads in full: that of the branches they are member or secretary of. */
export function ownBranches(actor: Actor): OrganisationId[] {
  const own = actor.posts.filter(({ post }) => post === 'member' || post === 'secretary')
  return [...new Set(own.map(({ organisation }) => organisation))]
}

/** What this person can do now: permitted, and possible in this state. `named` and the notice decide the last steps. */
export function allowed(
  actor: Actor,
  selection: Selection,
  named: number,
  notice: { over: boolean; objections: { open: number; upheld: number } } | undefined,
): SelectionVerb[] {
  return life[selection.state].filter(
    (verb) => may(actor, verb, selection).ok && isReady(verb, selection, named, notice),
  )
}

function isReady(
  verb: SelectionVerb,
  selection: Selection,
  named: number,
  notice: { over: boolean; objections: { open: number; upheld: number } } | undefined,
): boolean {
  const { open, upheld } = notice?.objections ?? { open: 0, upheld: 0 }
  if (verb === 'conclude') return notice?.over === true && open === 0 && upheld === 0
  if (verb === 'set-aside') return open === 0 && upheld > 0
  if (selection.state !== 'run') return true
  if (verb === 'check') return selection.run.open === 0 && selection.check === null
  if (verb === 'publish') return selection.run.open === 0 && selection.check !== null && named > 0
  return true
}

/** The whole recomputable file: those who see all; once disclosed the secretaries and offices of the programme too. */
function mayTake(actor: Actor, selection: Selection): Decision<true, SelectionPermissionRefusal> {
  const path = selection.organisationPath
  const inside = actor.posts.some((held) => taking.includes(held.post) && held.path.startsWith(path))
  if (seesAll(actor, path) || (isDisclosed(selection) && inside)) return allow(true)
  return refuse('selection.only-those-entitled')
}
