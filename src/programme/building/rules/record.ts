import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'

/** What a branch can have done. docs/glossary.md has them in Chinese. */
export const recordKinds = [
  'members-meeting',
  'committee-meeting',
  'core-task',
  'activity',
  'problem-solved',
  'training',
  'partner',
  'good-deed',
  'adopted',
  'other',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** 创造力、凝聚力、战斗力、形象力. */
export const forces = ['creativity', 'cohesion', 'effectiveness', 'image'] as const
export type Force = (typeof forces)[number]

/** Whether a figure is what was counted, or a little less or more: 近、逾. */
export const qualifiers = ['exact', 'nearly', 'over'] as const

/** A figure with its unit; the value is an exact decimal written as text. */
export interface Figure {
  name: string
  value: string
  unit: string
  qualifier: (typeof qualifiers)[number]
  /** What is counted, where it is one of the programme's; null for a figure of the branch's own. */
  measure: string | null
  /** The different things counted (ships, never persons), for a measure that counts different ones. */
  items: string[]
}

/** A figure for people to read: 检查船舶 逾120.5 艘次. */
export function sayFigure(
  { name, value, unit, qualifier }: Pick<Figure, 'name' | 'value' | 'unit' | 'qualifier'>,
  say: Record<(typeof qualifiers)[number], string>,
): string {
  return `${name} ${qualifier === 'exact' ? '' : say[qualifier]}${value} ${unit}`
}

/** What a record says. Only day, sentence and kind must be given. */
export interface Content {
  happenedOn: Day
  kind: RecordKind
  /** One sentence, at most 200 characters. */
  sentence: string
  force: Force | null
  figures: Figure[]
  documentNumber: string | null
  evidence: string | null
  /** Of kind `adopted` only: the branch whose practice was taken over. */
  learntFrom: OrganisationId | null
  /** The core task that it served. */
  task: string | null
}

interface Kept {
  id: Id<'record'>
  organisation: OrganisationId
  cycle: string
  content: Content
  enteredBy: PersonId
  enteredAt: Instant
}

/** Somebody above has looked at it and confirms that the problem is solved. */
export interface Confirmation {
  by: PersonId
  at: Instant
}

/** A building record: what a branch did on a day, entered later or at once. */
export type BuildingRecord =
  | (Kept & { state: 'standing'; confirmation: Confirmation | null })
  | (Kept & {
      state: 'withdrawn'
      confirmation: Confirmation | null
      withdrawnBy: PersonId
      withdrawnAt: Instant
      reason: string
    })

export const recordVerbs = ['correct', 'withdraw', 'attach', 'confirm'] as const
export type RecordVerb = (typeof recordVerbs)[number]

/** The life of a record: what may be done in each state. Only a solved problem not yet confirmed can be confirmed. */
export const life: Record<BuildingRecord['state'], readonly RecordVerb[]> = {
  standing: ['correct', 'withdraw', 'attach', 'confirm'],
  withdrawn: [],
}

export type RecordRefusal =
  | 'building.in-the-future'
  | 'building.only-adopted-names-a-branch'
  | 'building.learnt-from-itself'
  | 'building.already-withdrawn'
  | 'building.only-a-solved-problem-is-confirmed'
  | 'building.already-confirmed'

/** What may be kept as a record of that organisation on that day: nothing that has not happened, nothing learnt from oneself. */
export function sound(content: Content, organisation: OrganisationId, today: Day): Decision<Content, RecordRefusal> {
  if (content.happenedOn > today) return refuse('building.in-the-future')
  if (content.learntFrom !== null && content.kind !== 'adopted') return refuse('building.only-adopted-names-a-branch')
  if (content.learntFrom === organisation) return refuse('building.learnt-from-itself')
  return allow(content)
}

/** A record that says something else from now on. A confirmation was of the old words, so it falls away. */
export function correct(record: BuildingRecord, content: Content, today: Day): Decision<BuildingRecord, RecordRefusal> {
  if (record.state !== 'standing') return refuse('building.already-withdrawn')
  const kept = sound(content, record.organisation, today)
  return kept.ok ? allow({ ...record, content: kept.value, confirmation: null }) : kept
}

/** The record with a file as its evidence, in place of another one if there was one; its words, and so its confirmation, stand. */
export function attach(record: BuildingRecord, evidence: string): Decision<BuildingRecord, RecordRefusal> {
  if (record.state !== 'standing') return refuse('building.already-withdrawn')
  return allow({ ...record, content: { ...record.content, evidence } })
}

/** Takes the record back; it stays readable, and counts nowhere. */
export function withdraw(
  record: BuildingRecord,
  by: PersonId,
  at: Instant,
  reason: string,
): Decision<BuildingRecord, RecordRefusal> {
  if (record.state !== 'standing') return refuse('building.already-withdrawn')
  return allow({ ...record, state: 'withdrawn', withdrawnBy: by, withdrawnAt: at, reason })
}

/** Confirms that the problem is solved. */
export function confirm(record: BuildingRecord, by: PersonId, at: Instant): Decision<BuildingRecord, RecordRefusal> {
  if (record.state !== 'standing') return refuse('building.already-withdrawn')
  if (record.content.kind !== 'problem-solved') return refuse('building.only-a-solved-problem-is-confirmed')
  if (record.confirmation) return refuse('building.already-confirmed')
  return allow({ ...record, confirmation: { by, at } })
}
