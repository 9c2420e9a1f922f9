import { listsBy } from '#basics/lists.ts'
import { keptName, nameKey, type PersonLine, type Remark } from './import-lines.ts'
import type { OrganisationPlan } from './import-organisations.ts'

/** Somebody on record. */
export interface PresentPerson {
  id: string
  staffNo: string | null
  name: string
  kind: 'member' | 'staff'
  /** The name of the organisation. */
  organisation: string
  left: boolean
}

/** What somebody shall be once the file is in effect. */
export interface PersonTarget extends Omit<PresentPerson, 'id' | 'left'> {
  row: number
  before: PresentPerson | null
  /** The rows that speak of this person; each may give posts. */
  lines: PersonLine[]
}

export interface PeoplePlan {
  targets: PersonTarget[]
  problems: Remark[]
  warnings: Remark[]
}

/** What earlier rows of the file have settled: whom they speak of, and which names they have used up. */
export interface Settled {
  people: Set<string>
  /** By organisation and name: whether one of those people came without a number. */
  names: Map<string, { unnumbered: boolean }>
}

/**
 * Who the rows speak of, and what they make of them. A long file comes in parts: all rows with one `personKey` stand in one
 * part, and `present` has everybody on record with a number, or an organisation and name, of these rows.
 * Somebody is known by the staff number, else by organisation and name; a number that is new may be
 * given to the one person of that organisation and name who has none yet. Two of one name in an organisation ask for a
 * number; an identical row is passed over with a warning, one that differs is refused.
 */
export function planPeople(
  lines: readonly PersonLine[],
  present: readonly PresentPerson[],
  { tree, unjudged, settled }: { tree: OrganisationPlan['tree']; unjudged: Set<string>; settled: Settled },
): PeoplePlan {
  const plan: PeoplePlan = { targets: [], problems: [], warnings: [] }
  const found = finder(present)
  for (const group of groupsOf(lines)) {
    const kept = withoutDoubles(group, plan)
    const line = kept[0]!
    const organisation = tree.get(nameKey(line.organisation))
    if (!organisation || organisation.dissolved) {
      if (!unjudged.has(nameKey(line.organisation)))
        plan.problems.push(at(line, 'organisation', 'organisation.import-organisation-unknown'))
      continue
    }
    const before = found(line, organisation.name)
    const target: PersonTarget = {
      row: line.row,
      before: before === 'several' ? null : before,
      lines: kept,
      staffNo: line.staffNo ?? (before === 'several' ? null : (before?.staffNo ?? null)),
      name: keptName(before === 'several' ? undefined : before?.name, line.name),
      kind: line.kind,
      organisation: organisation.name,
    }
    if (before === 'several' || isUnclear(target, line, settled))
      plan.problems.push(at(line, 'staffNo', 'organisation.import-number-needed'))
    if (target.before && nameKey(target.before.name) !== nameKey(line.name))
      plan.warnings.push(at(line, 'name', 'organisation.import-name-changes', { before: target.before.name }))
    plan.targets.push(target)
  }
  return plan
}

/** Whether an earlier row spoke of the same person, or of one of that name from whom only a number would tell them apart. */
function isUnclear({ before, organisation }: PersonTarget, { name, staffNo }: PersonLine, settled: Settled): boolean {
  const key = placeKey(organisation, name)
  const earlier = settled.names.get(key)
  const taken = before !== null && settled.people.has(before.id)
  if (before) settled.people.add(before.id)
  settled.names.set(key, { unnumbered: staffNo === null || earlier?.unnumbered === true })
  return taken || (earlier !== undefined && (earlier.unnumbered || staffNo === null))
}

/** By what rows are known to speak of one person: the number, else organisation and name. */
export function personKey({
  staffNo,
  organisation,
  name,
}: Pick<PersonLine, 'staffNo' | 'organisation' | 'name'>): string {
  return staffNo === null ? placeKey(organisation, name) : `#${staffNo}`
}

function groupsOf(lines: readonly PersonLine[]): PersonLine[][] {
  return [...listsBy(lines, personKey).values()]
}

function withoutDoubles([first, ...rest]: PersonLine[], plan: PeoplePlan): PersonLine[] {
  const kept = [first!]
  const contents = (line: PersonLine) => JSON.stringify({ ...line, row: 0 })
  const known = new Map([[contents(first!), first!]])
  for (const line of rest) {
    const same = known.get(contents(line))
    if (same) plan.warnings.push(at(line, 'name', 'organisation.import-row-doubled', { row: same.row }))
    else if (line.staffNo === null) plan.problems.push(at(line, 'staffNo', 'organisation.import-number-needed'))
    else if (isSamePerson(line, first!)) {
      kept.push(line)
      known.set(contents(line), line)
    } else plan.problems.push(at(line, 'staffNo', 'organisation.import-row-differs', { row: first!.row }))
  }
  return kept
}

/** A further row of somebody says the same of them and gives posts of its own. */
function isSamePerson(line: PersonLine, first: PersonLine): boolean {
  const same = nameKey(line.name) === nameKey(first.name) && nameKey(line.organisation) === nameKey(first.organisation)
  return same && line.kind === first.kind && line.posts.length > 0 && first.posts.length > 0
}

function finder(present: readonly PresentPerson[]) {
  const byNumber = new Map(present.filter(({ staffNo }) => staffNo !== null).map((each) => [each.staffNo, each]))
  const byPlace = listsBy(present, (each) => placeKey(each.organisation, each.name))
  return (line: PersonLine, organisation: string): PresentPerson | 'several' | null => {
    const namesakes = byPlace.get(placeKey(organisation, line.name)) ?? []
    if (line.staffNo === null) return namesakes.length > 1 ? 'several' : (namesakes[0] ?? null)
    const withoutNumber = namesakes.filter(({ staffNo }) => staffNo === null)
    return byNumber.get(line.staffNo) ?? (withoutNumber.length > 1 ? 'several' : (withoutNumber[0] ?? null))
  }
}

function placeKey(organisation: string, name: string): string {
  return `${nameKey(organisation)}\n${nameKey(name)}`
}

function at(line: PersonLine, field: Remark['field'], reason: Remark['reason'], details?: Remark['details']): Remark {
  return { sheet: 'people', row: line.row, field, reason, ...(details && { details }) }
}
