import type { Day } from '#basics/calendar.ts'
import {
  type ImportField,
  type ImportSheet,
  type Lines,
  nameKey,
  type PersonLine,
  type Remark,
} from './import-lines.ts'
import {
  type FormerName,
  type OrganisationPlan,
  type OrganisationTarget,
  type PresentOrganisation,
  planOrganisations,
} from './import-organisations.ts'
import { type PersonTarget, type PresentPerson, planPeople, type Settled } from './import-people.ts'
import { type PostGiven, type PresentPost, planPosts, secretaryOf } from './import-posts.ts'

/** What is on record when a file comes: all organisations, all people, and the posts that are held or wait. */
export interface Present {
  organisations: PresentOrganisation[]
  people: PresentPerson[]
  posts: PresentPost[]
  /** Names that organisations had before; a file that uses one is out of date. */
  formerNames?: FormerName[]
}

/** What a file would do. With a problem in it, nothing of it is done. */
export interface Plan {
  organisations: OrganisationTarget[]
  people: (PersonTarget & { posts: PostGiven[] })[]
  problems: Remark[]
  warnings: Remark[]
  tree: OrganisationPlan['tree']
}

export type Change = 'new' | 'changed' | 'unchanged' | 'absent'

/** One line of the preview. */
export interface PlanEntry {
  sheet: ImportSheet
  /** 0 for what is on record and not in the file. */
  row: number
  change: Change
  name: string
  staffNo: string | null
  /** The one above an organisation; where somebody belongs. */
  organisation: string | null
  fields: { field: ImportField; before: string | null; after: string | null }[]
  posts: Omit<PostGiven, 'row'>[]
  /** Somebody who had left is back. */
  returns: boolean
}

export interface Counts {
  organisations: Record<Change, number>
  people: Record<Change, number>
  posts: number
}

/** A file of which the organisations have been planned; its people come in parts. */
export interface OpenPlan {
  organisations: OrganisationPlan
  unjudged: Set<string>
  settled: Settled
  /** By the key of an organisation's name: the first row that names a secretary. */
  secretaries: Map<string, number>
  today: Day
  by: readonly string[]
}

/** What some rows of people make of the present. */
export type PeoplePart = Pick<Plan, 'people' | 'problems' | 'warnings'>

/** Plans the organisations. `by` are the ids of those who bring the file and put it into effect. */
export function openPlan(
  lines: Pick<Lines, 'organisations' | 'broken'>,
  present: Pick<Present, 'organisations' | 'formerNames'>,
  { secretaries, today, by }: Pick<OpenPlan, 'secretaries' | 'today' | 'by'>,
): OpenPlan {
  return {
    organisations: planOrganisations(lines, present.organisations, present.formerNames),
    unjudged: new Set(lines.broken.map(nameKey)),
    settled: { people: new Set(), names: new Map() },
    secretaries,
    today,
    by,
  }
}

/** Plans some of the people; `planPeople` and `planPosts` say what has to come together. */
export function planSome(
  open: OpenPlan,
  lines: readonly PersonLine[],
  present: Pick<Present, 'people' | 'posts'>,
): PeoplePart {
  const file = { ...open, tree: open.organisations.tree }
  const people = planPeople(lines, present.people, file)
  const posts = planPosts(people, present.posts, file)
  return {
    people: people.targets.map((target) => ({ ...target, posts: posts.given.get(target)! })),
    problems: [...people.problems, ...posts.problems],
    warnings: [...people.warnings, ...posts.warnings],
  }
}

/** What the lines make of the present, all at once. */
export function plan(lines: Lines, present: Present, { today, by }: { today: Day; by: readonly string[] }): Plan {
  const open = openPlan(lines, present, { today, by, secretaries: secretariesIn(lines.people) })
  const { people, problems, warnings } = planSome(open, lines.people, present)
  const { organisations } = open
  return {
    organisations: organisations.targets,
    people,
    problems: [...organisations.problems, ...problems],
    warnings: [...organisations.warnings, ...warnings],
    tree: organisations.tree,
  }
}

function secretariesIn(lines: readonly PersonLine[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const line of lines) {
    const key = secretaryOf(line)
    if (key !== null) first.set(key, Math.min(line.row, first.get(key) ?? line.row))
  }
  return first
}

/** The plan as people look at it: what is new, changed and unchanged in the file's order, then what the file leaves out. */
export function entriesOf(made: Pick<Plan, 'organisations' | 'people'>, present: Present): PlanEntry[] {
  const seen = new Set([...made.organisations, ...made.people].flatMap(({ before }) => (before ? [before.id] : [])))
  return [
    ...entriesInFile(made),
    ...present.organisations
      .filter(({ id, dissolved }) => !seen.has(id) && !dissolved)
      .map((each) => absent('organisations', each.name, null, each.parent)),
    ...present.people
      .filter(({ id, left }) => !seen.has(id) && !left)
      .map((each) => absent('people', each.name, each.staffNo, each.organisation)),
  ]
}

/** The entries of a plan, or of a part of one, without what the file leaves out. */
export function entriesInFile({ organisations, people }: Pick<Plan, 'organisations' | 'people'>): PlanEntry[] {
  return [...organisations.map(organisationEntry), ...people.map(personEntry)]
}

export function noCounts(): Counts {
  const none = { new: 0, changed: 0, unchanged: 0, absent: 0 }
  return { organisations: { ...none }, people: { ...none }, posts: 0 }
}

export function countsOf(entries: readonly PlanEntry[], counts = noCounts()): Counts {
  for (const { sheet, change, posts } of entries) {
    counts[sheet][change]++
    counts.posts += posts.length
  }
  return counts
}

const organisationFields = ['shortName', 'kind', 'parent', 'region', 'unit', 'sortNo', 'setUpOn'] as const
const personFields = ['staffNo', 'name', 'organisation', 'kind'] as const

function organisationEntry(target: OrganisationTarget): PlanEntry {
  const fields = organisationFields.flatMap((field) => differs(field, target.before?.[field], target[field]))
  const change = target.before === null ? 'new' : fields.length > 0 ? 'changed' : 'unchanged'
  const { row, name, parent } = target
  return { ...nothing, sheet: 'organisations', row, change, name, organisation: parent, fields }
}

function personEntry(target: Plan['people'][number]): PlanEntry {
  const { row, name, staffNo, organisation, before } = target
  const fields = personFields.flatMap((field) => differs(field, before?.[field], target[field]))
  const posts = target.posts.map(({ row: _, ...post }) => post)
  const returns = before?.left === true
  const same = fields.length === 0 && posts.length === 0 && !returns
  const change = before === null ? 'new' : same ? 'unchanged' : 'changed'
  return { sheet: 'people', row, change, name, staffNo, organisation, fields, posts, returns }
}

const nothing = { staffNo: null, fields: [], posts: [], returns: false }

function absent(sheet: ImportSheet, name: string, staffNo: string | null, organisation: string | null): PlanEntry {
  return { ...nothing, sheet, row: 0, change: 'absent', name, staffNo, organisation }
}

function differs(field: ImportField, before: string | number | null | undefined, after: string | number | null) {
  const [was, is] = [before ?? null, after].map((value) => (value === null ? null : String(value)))
  return was === is ? [] : [{ field, before: was ?? null, after: is ?? null }]
}
