import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { DutyKind } from '#programme/duty/rules/duty.ts'

/** 短板、突出问题、薄弱环节. */
export const problemKinds = ['shortcoming', 'outstanding', 'weak-point'] as const
export type ProblemKind = (typeof problemKinds)[number]

export const problemStates = ['taken-on', 'measures-set', 'done', 'confirmed'] as const

/** To solve it by the day that was promised; once that is over it stands among what those above answer for first. */
export const solveProblem: DutyKind = {
  name: 'problem.solve',
  title: { zh: '解决认领的问题', en: 'Solve the problem taken on' },
  opens: { portal: null, desk: '/problems/{subject}' },
}

/** What is wanting, against which benchmark, and by when it is to be solved. */
export interface ProblemContent {
  kind: ProblemKind
  title: string
  /** 对照的标杆: by what it is measured. */
  benchmark: string
  /** How far behind the benchmark it is. */
  gap: string
  /** The last day on which it is solved in time. */
  dueOn: Day
}

export interface Act {
  by: PersonId
  at: Instant
}
type Measures = Act & { text: string }
type Done = Act & { result: string }

interface Kept extends ProblemContent {
  id: Id<'problem'>
  organisation: OrganisationId
  takenOn: Act
  /** Why it was sent back last, if it was. */
  returned: string | null
}

/** A problem that an organisation has taken on. Each stage carries only what is true in it. */
export type Problem =
  | (Kept & { state: 'taken-on' })
  | (Kept & { state: 'measures-set'; measures: Measures })
  | (Kept & { state: 'done'; measures: Measures; done: Done })
  | (Kept & { state: 'confirmed'; measures: Measures; done: Done; confirmed: Act })

export const problemVerbs = ['set-measures', 'finish', 'confirm', 'return'] as const
export type ProblemVerb = (typeof problemVerbs)[number]

/** What may be done in each stage; measures can be set anew until it is said to be done. */
export const life: Record<Problem['state'], readonly ProblemVerb[]> = {
  'taken-on': ['set-measures'],
  'measures-set': ['set-measures', 'finish'],
  done: ['confirm', 'return'],
  confirmed: [],
}

export type ProblemRefusal =
  | 'problem.due-day-is-over'
  | 'problem.measures-first'
  | 'problem.done-already'
  | 'problem.not-done'
  | 'problem.no-record'
  | 'problem.confirmed-by-someone-else'

/** A record that is said to have solved a problem. */
export interface SolvingRecord {
  organisation: OrganisationId
  kind: string
  standing: boolean
}

/** Taken on with a day that is not over yet. */
export function takeOn(problem: Problem & { state: 'taken-on' }, today: Day): Decision<Problem, ProblemRefusal> {
  return problem.dueOn < today ? refuse('problem.due-day-is-over') : allow(problem)
}

/** What will be done about it; may be said anew until it is done. */
export function setMeasures(problem: Problem, measures: Measures): Decision<Problem, ProblemRefusal> {
  if (problem.state === 'done' || problem.state === 'confirmed') return refuse('problem.done-already')
  return allow({ ...problem, state: 'measures-set', measures })
}

/** Done: shown by records of the organisation's own, one of them of a solved problem; a record withdrawn shows nothing. */
export function finish(
  problem: Problem,
  done: Done,
  records: readonly SolvingRecord[],
): Decision<Problem & { state: 'done' }, ProblemRefusal> {
  if (problem.state === 'taken-on') return refuse('problem.measures-first')
  if (problem.state !== 'measures-set') return refuse('problem.done-already')
  if (!shownBy(problem, records)) return refuse('problem.no-record')
  return allow({ ...problem, state: 'done', done })
}

/** Whether all records are the organisation's own, and show that it is solved. */
function shownBy({ organisation }: Problem, records: readonly SolvingRecord[]): boolean {
  return records.every((record) => record.organisation === organisation) && solvedBy(records)
}

/** Whether all records stand, and one of them is of a solved problem; whose they were may have ended meanwhile. */
function solvedBy(records: readonly SolvingRecord[]): boolean {
  return records.every(({ standing }) => standing) && records.some(({ kind }) => kind === 'problem-solved')
}

/** Confirmed by someone who neither took it on nor set the measures nor said that it was done, while its records stand. */
export function confirm(
  problem: Problem,
  confirmed: Act,
  records: readonly SolvingRecord[],
): Decision<Problem & { state: 'confirmed' }, ProblemRefusal> {
  if (problem.state !== 'done') return refuse('problem.not-done')
  if (hadAHand(problem, confirmed.by)) return refuse('problem.confirmed-by-someone-else')
  if (!solvedBy(records)) return refuse('problem.no-record')
  return allow({ ...problem, state: 'confirmed', confirmed })
}

/** Sent back with the reason: not solved yet, the measures stand. */
export function sendBack(problem: Problem, by: PersonId, reason: string): Decision<Problem, ProblemRefusal> {
  if (problem.state !== 'done') return refuse('problem.not-done')
  if (hadAHand(problem, by)) return refuse('problem.confirmed-by-someone-else')
  const { done: _, ...kept } = problem
  return allow({ ...kept, state: 'measures-set', returned: reason })
}

/** Whether the person took it on, set its measures or said that it was done. */
export function hadAHand(problem: Problem, person: PersonId): boolean {
  const measures = problem.state === 'taken-on' ? null : problem.measures.by
  const done = problem.state === 'done' || problem.state === 'confirmed' ? problem.done.by : null
  return [problem.takenOn.by, measures, done].includes(person)
}

/** Late from the day after its due day on, as long as it is not said to be done. */
export function isLate({ state, dueOn }: Pick<Problem, 'state' | 'dueOn'>, today: Day): boolean {
  return (state === 'taken-on' || state === 'measures-set') && dueOn < today
}
