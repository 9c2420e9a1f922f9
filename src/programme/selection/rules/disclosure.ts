import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Scope } from './selection.ts'

/** What the cycle promises about disclosure: at least so many working days, at most so wide. */
export interface Promised {
  days: number
  scope: Scope
}

export type DisclosureRefusal = 'selection.notice-too-short' | 'selection.scope-too-wide'

/** How long and how wide the list is disclosed: never shorter, and never wider, than the cycle says. */
export function disclosure(
  wished: { days?: number | undefined; scope?: Scope | undefined },
  promised: Promised,
): Decision<Promised, DisclosureRefusal> {
  const { days = promised.days, scope = promised.scope } = wished
  if (days < promised.days) return refuse('selection.notice-too-short', { days: promised.days })
  if (scope === 'society' && promised.scope === 'party') return refuse('selection.scope-too-wide')
  return allow({ days, scope })
}

/** A cycle as far as new acts in it are concerned. */
interface Working {
  state: 'open' | 'closed'
  termFrom: Day
  termTo: Day
}

/** Whether a selection may be prepared or disclosed in its cycle: open, within the approved term. The next may have begun. */
export function atWork<Cycle extends Working>(cycle: Cycle, today: Day): Decision<Cycle, 'selection.no-open-cycle'> {
  const open = cycle.state === 'open' && cycle.termFrom <= today && today <= cycle.termTo
  return open ? allow(cycle) : refuse('selection.no-open-cycle')
}
