import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Scope } from './theme.ts'

/** What the cycle promises about disclosure: at least so many working days, at most so wide. */
export interface Promised {
  days: number
  scope: Scope
}

export type DisclosureRefusal = 'theme.notice-too-short' | 'theme.scope-too-wide'

/** How long and how wide a theme is disclosed: never shorter, and never wider, than its cycle says. */
export function disclosure(
  wished: { days?: number | undefined; scope?: Scope | undefined },
  promised: Promised,
): Decision<Promised, DisclosureRefusal> {
  const { days = promised.days, scope = promised.scope } = wished
  if (days < promised.days) return refuse('theme.notice-too-short', { days: promised.days })
  if (scope === 'society' && promised.scope === 'party') return refuse('theme.scope-too-wide')
  return allow({ days, scope })
}
