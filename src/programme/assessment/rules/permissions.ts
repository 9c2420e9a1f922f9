import { type Actor, type HeldPost, holds, holdsAbove, isLeading, leads, leadsStrictlyAbove } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Assessment } from './assessment.ts'

export type AssessmentPermissionRefusal =
  | 'assessment.only-the-office'
  | 'assessment.only-those-above'
  | 'assessment.only-the-secretary'
  | 'assessment.only-those-concerned'
  | 'assessment.not-an-assessor'
  | 'assessment.not-assigned'
  | 'assessment.own-unit'

/** A branch on the roster: its organisation and the path to it when the assessment was opened. */
export interface Branch {
  branch: OrganisationId
  path: string
}

/** The Party-building office of the organisation that runs the assessment opens it, gathers the facts and freezes them. */
export function mayLead(
  actor: Actor,
  { organisation }: Pick<Assessment, 'organisation'>,
): Decision<true, 'assessment.only-the-office'> {
  return holds(actor, 'office', organisation) ? allow(true) : refuse('assessment.only-the-office')
}

/** The office or the secretary of the organisation rules where the sheet decides nothing, and never on their own unit. */
export function mayRule(
  actor: Actor,
  { organisation, path }: Pick<Assessment, 'organisation' | 'path'>,
  branch: Branch,
): Decision<true, 'assessment.only-the-office' | 'assessment.own-unit'> {
  if (!leads(actor, organisation)) return refuse('assessment.only-the-office')
  return isOwnUnit(actor.posts, branch.path, path) ? refuse('assessment.own-unit', { name: actor.name }) : allow(true)
}

/** Offices and secretaries of the organisations above the branch: they oversee it, enter and confirm surveys. */
export function mayOversee(actor: Actor, { path }: Branch): Decision<true, 'assessment.only-those-above'> {
  return leadsStrictlyAbove(actor, path) ? allow(true) : refuse('assessment.only-those-above')
}

/** The secretary of the branch scores it for the branch. */
export function mayScoreItself(actor: Actor, { branch }: Branch): Decision<true, 'assessment.only-the-secretary'> {
  return holds(actor, 'secretary', branch) ? allow(true) : refuse('assessment.only-the-secretary')
}

/** The branch's secretary and those above look into what was gathered; members and assessors have views of their own. */
export function mayInspect(actor: Actor, branch: Branch): Decision<true, 'assessment.only-those-concerned'> {
  const may = mayScoreItself(actor, branch).ok || mayOversee(actor, branch).ok
  return may ? allow(true) : refuse('assessment.only-those-concerned')
}

/** A frozen score is open in full to the branch's members and secretary, and to those above. */
export function mayReadScore(actor: Actor, branch: Branch): Decision<true, 'assessment.only-those-concerned'> {
  const own = actor.posts.some((held) => held.organisation === branch.branch && held.post !== 'staff')
  return own || mayOversee(actor, branch).ok ? allow(true) : refuse('assessment.only-those-concerned')
}

/** Who finds the assessment at all: offices and secretaries above and below its organisation, and its assessors. */
export function seesAssessment(actor: Actor, { path }: Pick<Assessment, 'path'>): boolean {
  return (
    actor.posts.some((held) => isLeading(held) && (held.path.startsWith(path) || path.startsWith(held.path))) ||
    holdsAbove(actor, 'assessor', path)
  )
}

/**
 * Whether the branch is of the person's own unit: below the assessment's organisation, any organisation they belong to or
 * hold a post in stands in the same part (分支局、直属支部) as the branch. Nobody scores their own unit.
 */
export function isOwnUnit(posts: readonly HeldPost[], branchPath: string, organisationPath: string): boolean {
  const part = partOf(branchPath, organisationPath)
  return posts.some((held) => part !== null && partOf(held.path, organisationPath) === part)
}

/** An assessor of the organisation scores a branch they were assigned to, and never one of their own unit. */
export function mayRate(
  actor: Actor,
  assessment: Pick<Assessment, 'path'>,
  branch: Branch,
  assigned: boolean,
): Decision<true, AssessmentPermissionRefusal> {
  if (!assigned) return refuse('assessment.not-assigned')
  return mayBeAssigned(actor, assessment, branch)
}

/** Whether this person can be given the branch to score, by the posts they hold today. */
export function mayBeAssigned(
  assessor: Actor,
  { path }: Pick<Assessment, 'path'>,
  branch: Branch,
): Decision<true, 'assessment.not-an-assessor' | 'assessment.own-unit'> {
  if (!holdsAbove(assessor, 'assessor', path)) return refuse('assessment.not-an-assessor', { name: assessor.name })
  return isOwnUnit(assessor.posts, branch.path, path)
    ? refuse('assessment.own-unit', { name: assessor.name })
    : allow(true)
}

/** The first organisation below on the way down; null for the organisation itself and what is not below it. */
function partOf(path: string, organisationPath: string): string | null {
  if (!path.startsWith(organisationPath) || path === organisationPath) return null
  return path.slice(organisationPath.length).split('/')[0]!
}
