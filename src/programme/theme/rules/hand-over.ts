import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Revision } from './revision.ts'
import type { Stage } from './route.ts'
import { ideaOf, type Theme, type ThemeIn } from './theme.ts'

export const fates = ['with-successor', 'to-draft', 'end'] as const
/** What becomes of a theme whose branch ends: it goes on with the successor, becomes its draft, or ends. */
export type Fate = (typeof fates)[number]

/** The branch that takes over, and what of its own it has. */
export interface Successor {
  branch: OrganisationId
  branchPath: string
  name: string
  inForce: Theme | null
  underWay: Theme | null
}

export type HandOverRefusal = 'theme.successor-has-one-in-force' | 'theme.successor-has-one-under-way'

/** A theme in force ends with its branch. */
export function endWithBranch(theme: ThemeIn<'in-force'>, today: Day): ThemeIn<'ended'> {
  return { ...theme, state: 'ended', endedOn: today }
}

/** Whether the successor can go on with a theme in force, or take its words as a draft. */
export function takeOver(fate: Fate, { name, inForce, underWay }: Successor): Decision<Fate, HandOverRefusal> {
  if (fate === 'with-successor' && inForce) return refuse('theme.successor-has-one-in-force', { name })
  if (fate === 'to-draft' && underWay) return refuse('theme.successor-has-one-under-way', { name })
  return allow(fate)
}

export type UnderWay = ThemeIn<'draft' | 'submitted' | 'returned' | 'passed' | 'checked' | 'noticed'>

/**
 * A theme under way goes to the successor as it stands, becomes its draft, or is given up. Where the successor has a theme
 * in force, what it gets is a revision of that one, for the reason of the reorganisation.
 */
export function passOn(
  theme: UnderWay,
  fate: Fate,
  successor: Successor,
  reason: string,
): Decision<UnderWay | ThemeIn<'abandoned'>, HandOverRefusal> {
  if (fate === 'end') return allow({ ...ideaOf(theme), state: 'abandoned' })
  const { branch, branchPath, name, inForce, underWay } = successor
  if (underWay) return refuse('theme.successor-has-one-under-way', { name })
  const own: Revision | null = theme.revision && { ...theme.revision, of: inForce?.id ?? theme.revision.of }
  const renewal: Revision | null = inForce && { of: inForce.id, kind: 'renewal', reason }
  const revision = inForce ? (own ?? renewal) : null
  const moved = { ...theme, branch, branchPath, revision }
  return allow(fate === 'to-draft' ? { ...ideaOf(moved), state: 'draft' } : moved)
}

/**
 * The route of a submitted theme once its branch or those above it have been reorganised: stages that were passed stay as
 * they are and count for the successor of whoever passed them; then come those above now that have not passed it. With
 * none left it is passed.
 */
export function reroute(
  theme: ThemeIn<'submitted'>,
  route: readonly Stage[],
  successors: ReadonlyMap<string, string>,
): ThemeIn<'submitted' | 'passed'> {
  const done = theme.route.slice(0, theme.stage)
  const heirOf = (id: string): string => {
    const heir = successors.get(id)
    return heir === undefined ? id : heirOf(heir)
  }
  const passed = (stage: Stage) =>
    done.some((each) => heirOf(each.organisation) === stage.organisation && samePosts(each, stage))
  const submittedWith = (stage: Stage) =>
    theme.route.find((each) => each.organisation === stage.organisation && samePosts(each, stage)) ?? stage
  const open = route.filter((stage) => !passed(stage)).map(submittedWith)
  const { stage: _, ...submitted } = theme
  if (open.length === 0) return { ...submitted, state: 'passed', route: done }
  return { ...theme, route: [...done, ...open] }
}

function samePosts(one: Stage, other: Stage): boolean {
  return one.posts.join() === other.posts.join()
}

/** Whether two routes are the same, stage by stage. */
export function sameRoute(one: readonly Stage[], other: readonly Stage[]): boolean {
  return one.length === other.length && one.every((stage, at) => JSON.stringify(stage) === JSON.stringify(other[at]))
}
