import { allow, type Decision, refuse } from '#basics/decision.ts'

export type DraftRefusal = 'theme.not-a-branch' | 'theme.no-open-cycle' | 'theme.one-under-way' | 'theme.revise-instead'

/** A branch drafts one theme at a time, in a cycle that is open and within its term. */
export function draftable(kind: string, cycle: boolean, underWay: boolean): Decision<true, DraftRefusal> {
  if (kind !== 'branch') return refuse('theme.not-a-branch')
  if (!cycle) return refuse('theme.no-open-cycle')
  return underWay ? refuse('theme.one-under-way') : allow(true)
}

/** A branch with a theme in force proposes no other beside it: it revises the one it has. */
export function beginAnew(inForce: boolean): Decision<true, DraftRefusal> {
  return inForce ? refuse('theme.revise-instead') : allow(true)
}
