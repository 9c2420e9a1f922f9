import type { TitleChange } from '#programme/selection/rules/hand-over.ts'

export const lineKinds = [
  'people',
  'below',
  'post',
  'theme',
  'notice',
  'duty',
  'tie',
  'assessed',
  'publication',
  'title',
  'problem',
  'questionnaire',
] as const
export type LineKind = (typeof lineKinds)[number]

/** One thing that an act did or would do: what was left, and where it went. Ids are those of organisations. */
export type Line = { from: string | null; to: string | null } & (
  | { kind: 'people'; detail: { members: number; staff: number } }
  /** An organisation that stood below one that ended. */
  | { kind: 'below'; detail: { id: string; name: string } }
  /** A post that ended with its organisation, or was waiting and is turned down. */
  | { kind: 'post'; detail: { person: string; post: string; held: boolean } }
  | { kind: 'theme'; detail: ThemeLine }
  | { kind: 'notice' | 'duty' | 'publication' | 'problem' | 'questionnaire'; detail: { count: number } }
  | { kind: 'tie'; detail: { unit: string; tied: boolean } }
  /** A branch in an assessment of a year that is not closed: its assessment ends, or what was frozen stands. */
  | { kind: 'assessed'; detail: { assessed: string; assessment: string; title: string; frozen: boolean } }
  | { kind: 'title'; detail: TitleHandedOver }
)

interface TitleHandedOver {
  title: string
  year: number
  change: TitleChange
}

interface ThemeLine {
  /** Null for a call for suggestions. */
  theme: string | null
  name: string
  change: 'handed-over' | 'to-draft' | 'ended' | 'rerouted' | 'passed' | 'call-handed-over' | 'call-dropped'
  /** The theme it is from now on, where it is another one. */
  next: string | null
  /** Where it waited, and where it waits now. */
  at: string | null
  nowAt: string | null
}
