import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'

/** Whom the list is disclosed to: those inside the Party who can sign in, or everyone. */
export type Scope = 'party' | 'society'

interface Kept {
  id: Id<'selection'>
  organisation: OrganisationId
  /** The ids from the root down to the organisation, each followed by `/`. */
  organisationPath: string
}
/** The run that counts now: by whom, its root, and how many cases still need a ruling. */
export interface Ran {
  run: { id: string; number: number; root: string; by: PersonId; open: number }
}
/** That a named person found nothing secret in this very run. */
export interface Check {
  checkedBy: PersonId
  checkedAt: Instant
}
export interface Disclosed {
  noticeId: string
  scope: Scope
}

/** The choice of the branches to be named, from one frozen assessment. Each state carries only what is true in it. */
export type Selection = Kept &
  (
    | { state: 'prepared' }
    | (Ran & { state: 'run'; check: Check | null })
    | (Ran & Disclosed & { state: 'noticed'; check: Check })
    | (Ran & Disclosed & { state: 'final'; check: Check; concludedOn: Day })
    /** An upheld objection ended it: nobody is named by it, and another may be prepared. */
    | (Ran & Disclosed & { state: 'set-aside'; check: Check; concludedOn: Day; reason: string })
  )
export type SelectionIn<State extends Selection['state']> = Selection & { state: State }

export const selectionStates = ['prepared', 'run', 'noticed', 'final', 'set-aside'] as const
export const selectionVerbs = ['run', 'rule', 'check', 'publish', 'conclude', 'set-aside', 'download'] as const
export type SelectionVerb = (typeof selectionVerbs)[number]

/** The life of a selection: what may be done in each state. */
export const life: Record<Selection['state'], readonly SelectionVerb[]> = {
  prepared: ['run'],
  run: ['run', 'rule', 'check', 'publish', 'download'],
  noticed: ['conclude', 'set-aside', 'download'],
  final: ['download'],
  'set-aside': ['download'],
}

export type SelectionRefusal =
  | 'selection.disclosed-already'
  | 'selection.nothing-changed'
  | 'selection.not-run'
  | 'selection.needs-ruling'
  | 'selection.not-checked'
  | 'selection.checked-already'
  | 'selection.not-on-notice'
  | 'selection.nobody-named'

/** Whether it may be computed, or computed anew; a list that was disclosed stands as it is. */
export function toRun(selection: Selection): Decision<SelectionIn<'prepared' | 'run'>, SelectionRefusal> {
  if (selection.state !== 'prepared' && selection.state !== 'run') return refuse('selection.disclosed-already')
  return allow(selection)
}

/** Takes a new run; an earlier check does not hold for it. Refused when it is the very same run as before. */
export function take(
  selection: SelectionIn<'prepared' | 'run'>,
  run: Ran['run'],
): Decision<SelectionIn<'run'>, SelectionRefusal> {
  if (selection.state === 'run' && selection.run.root === run.root) return refuse('selection.nothing-changed')
  return allow({ ...keptOf(selection), state: 'run', run, check: null })
}

/** Whether a ruling may be recorded: after a first run showed what needs one, and before the list is disclosed. */
export function toRule(selection: Selection): Decision<SelectionIn<'run'>, SelectionRefusal> {
  if (selection.state === 'prepared') return refuse('selection.not-run')
  if (selection.state !== 'run') return refuse('selection.disclosed-already')
  return allow(selection)
}

/** A named person finds nothing secret in the list as the present run has it; every ruling must have been made. */
export function check(selection: Selection, by: PersonId, at: Instant): Decision<SelectionIn<'run'>, SelectionRefusal> {
  const ready = settled(selection)
  if (!ready.ok) return ready
  if (ready.value.check !== null) return refuse('selection.checked-already')
  return allow({ ...ready.value, check: { checkedBy: by, checkedAt: at } })
}

/** Whether the list may be disclosed: run, every case settled, checked for secrets, and somebody in it. */
export function toDisclose(
  selection: Selection,
  named: number,
): Decision<SelectionIn<'run'> & { check: Check }, SelectionRefusal> {
  const ready = settled(selection)
  if (!ready.ok) return ready
  const { check } = ready.value
  if (check === null) return refuse('selection.not-checked')
  if (named === 0) return refuse('selection.nobody-named')
  return allow({ ...ready.value, check })
}

export function disclose(
  selection: SelectionIn<'run'> & { check: Check },
  disclosed: Disclosed,
): SelectionIn<'noticed'> {
  const { run, check } = selection
  return { ...keptOf(selection), run, check, ...disclosed, state: 'noticed' }
}

/** Whether it is on public notice; the notice itself says whether it can be closed. */
export function onNotice(selection: Selection): Decision<SelectionIn<'noticed'>, SelectionRefusal> {
  return selection.state === 'noticed' ? allow(selection) : refuse('selection.not-on-notice')
}

export function conclude(selection: SelectionIn<'noticed'>, on: Day): SelectionIn<'final'> {
  return { ...selection, state: 'final', concludedOn: on }
}

export function setAside(selection: SelectionIn<'noticed'>, on: Day, reason: string): SelectionIn<'set-aside'> {
  return { ...selection, state: 'set-aside', concludedOn: on, reason }
}

function settled(selection: Selection): Decision<SelectionIn<'run'>, SelectionRefusal> {
  const ready = toRule(selection)
  if (!ready.ok) return ready
  const { open } = ready.value.run
  return open > 0 ? refuse('selection.needs-ruling', { count: open }) : ready
}

function keptOf({ id, organisation, organisationPath }: Selection): Kept {
  return { id, organisation, organisationPath }
}
