import type { Day } from '#basics/calendar.ts'
import {
  keptName,
  type Lines,
  nameKey,
  type OrganisationKind,
  type OrganisationLine,
  type Remark,
} from './import-lines.ts'

/** An organisation on record. */
export interface PresentOrganisation {
  id: string
  name: string
  shortName: string
  kind: OrganisationKind
  /** The name of the one above. */
  parent: string | null
  region: string | null
  unit: string | null
  sortNo: number
  setUpOn: Day
  dissolved: boolean
}

/** What an organisation that stands was called until a day. */
export interface FormerName {
  name: string
  now: string
  untilOn: Day
}

/** What an organisation shall be once the file is in effect. */
export interface OrganisationTarget extends Omit<PresentOrganisation, 'id' | 'dissolved'> {
  row: number
  before: PresentOrganisation | null
}

/** Which organisations may stand under which: a branch has none below it, a committee stands under no general branch. */
const mayStandUnder: Record<OrganisationKind, readonly (OrganisationKind | null)[]> = {
  committee: [null, 'committee', 'party-group'],
  'party-group': [null, 'committee', 'party-group'],
  'general-branch': [null, 'committee', 'party-group'],
  branch: ['committee', 'party-group', 'general-branch'],
}

/** Whether an organisation of a kind may stand under one of that kind; null: at the top. */
export function standsUnder(kind: OrganisationKind, parent: OrganisationKind | null): boolean {
  return mayStandUnder[kind].includes(parent)
}

export interface OrganisationPlan {
  targets: OrganisationTarget[]
  /** Every organisation there will be, by the key of its name: what is on record, and the file over it. */
  tree: Map<string, { name: string; kind: OrganisationKind; parent: string | null; dissolved: boolean }>
  problems: Remark[]
  warnings: Remark[]
}

/**
 * What the file makes of the organisations: each row is a new one, or an existing one of that name, in which a blank cell
 * changes nothing. Refused: a row that differs from another of that name, a missing or unknown parent, a ring of parents, a
 * kind that may not stand there, an organisation that was dissolved, the name that another one had before.
 */
export function planOrganisations(
  { organisations: lines, broken }: Pick<Lines, 'organisations' | 'broken'>,
  present: PresentOrganisation[],
  formerNames: readonly FormerName[] = [],
): OrganisationPlan {
  const former = new Map(formerNames.map((each) => [nameKey(each.name), each]))
  const plan: OrganisationPlan = { targets: [], tree: new Map(), problems: [], warnings: [] }
  const byKey = new Map(present.map((each) => [nameKey(each.name), each]))
  for (const [key, each] of byKey) plan.tree.set(key, each)
  const once = withoutDoubles(lines, plan)
  let last = [...present, ...once].reduce((most, { sortNo }) => Math.max(most, sortNo ?? 0), 0)
  for (const line of once) {
    const before = byKey.get(nameKey(line.name)) ?? null
    const target = targetOf(line, before, before ? 0 : line.sortNo === null ? ++last : 0)
    plan.targets.push(target)
    plan.tree.set(nameKey(line.name), { ...target, dissolved: before?.dissolved ?? false })
  }
  const seen = {
    unjudged: new Set(broken.map(nameKey)),
    rings: ringsIn(plan.tree),
    root: [...plan.tree.values()].find(({ parent }) => parent === null),
  }
  for (const target of plan.targets) {
    if (target.parent !== null) target.parent = plan.tree.get(nameKey(target.parent))?.name ?? target.parent
    const renamed = target.before === null && former.get(nameKey(target.name))
    if (renamed) {
      const details = { now: renamed.now, day: renamed.untilOn }
      const reason = 'organisation.import-former-name'
      plan.problems.push({ sheet: 'organisations', row: target.row, field: 'name', reason, details })
    } else judge(target, plan, seen)
  }
  judgeThoseBelow(plan)
  return plan
}

function withoutDoubles(lines: OrganisationLine[], plan: OrganisationPlan): OrganisationLine[] {
  const first = new Map<string, OrganisationLine>()
  for (const line of lines) {
    const earlier = first.get(nameKey(line.name))
    if (!earlier) first.set(nameKey(line.name), line)
    else {
      const same = JSON.stringify({ ...line, row: 0 }) === JSON.stringify({ ...earlier, row: 0 })
      const at = { sheet: 'organisations', row: line.row, field: 'name', details: { row: earlier.row } } as const
      if (same) plan.warnings.push({ ...at, reason: 'organisation.import-row-doubled' })
      else plan.problems.push({ ...at, reason: 'organisation.import-row-differs' })
    }
  }
  return [...first.values()]
}

function targetOf(line: OrganisationLine, before: PresentOrganisation | null, sortNo: number): OrganisationTarget {
  const name = before?.name ?? line.name
  return {
    row: line.row,
    before,
    name,
    kind: line.kind,
    setUpOn: line.setUpOn,
    shortName: written(line.shortName, before?.shortName) ?? name,
    parent: line.parent ?? before?.parent ?? null,
    region: written(line.region, before?.region),
    unit: written(line.unit, before?.unit),
    sortNo: line.sortNo ?? before?.sortNo ?? sortNo,
  }
}

function written(line: string | null, before: string | null | undefined): string | null {
  return line === null ? (before ?? null) : keptName(before, line)
}

interface Seen {
  unjudged: Set<string>
  rings: Set<string>
  root: { name: string } | undefined
}

function judge(target: OrganisationTarget, plan: OrganisationPlan, { unjudged, rings, root }: Seen): void {
  const wrong = (field: 'name' | 'parent' | 'kind', reason: Remark['reason'], details?: Remark['details']) =>
    plan.problems.push({ sheet: 'organisations', row: target.row, field, reason, ...(details && { details }) })
  const parent = target.parent === null ? null : plan.tree.get(nameKey(target.parent))
  if (target.before?.dissolved) wrong('name', 'organisation.import-dissolved')
  else if (target.parent === null) {
    if (root && root.name !== target.name) wrong('parent', 'organisation.import-parent-missing', { root: root.name })
    else if (!standsUnder(target.kind, null))
      wrong('kind', 'organisation.import-stands-under', { kind: target.kind, parent: 'none', name: target.name })
  } else if (!parent) {
    if (!unjudged.has(nameKey(target.parent))) wrong('parent', 'organisation.import-parent-unknown')
  } else if (parent.dissolved) wrong('parent', 'organisation.import-dissolved')
  else if (rings.has(nameKey(target.name))) wrong('parent', 'organisation.import-below-itself')
  else if (!standsUnder(target.kind, parent.kind))
    wrong('kind', 'organisation.import-stands-under', { kind: target.kind, parent: parent.kind, name: target.name })
}

/** The keys of all organisations from which the way up leads back to themselves. */
function ringsIn(tree: OrganisationPlan['tree']): Set<string> {
  const rings = new Set<string>()
  const walkedFrom = new Map<string, string>()
  for (const start of tree.keys()) {
    let at: string | null = start
    while (at !== null && !walkedFrom.has(at)) {
      walkedFrom.set(at, start)
      at = above(at, tree)
    }
    // this walk came back to where it had been: what lies between is the ring
    if (at === null || walkedFrom.get(at) !== start || rings.has(at)) continue
    for (let each: string | null = at; each !== null && !rings.has(each); each = above(each, tree)) rings.add(each)
  }
  return rings
}

function above(key: string, tree: OrganisationPlan['tree']): string | null {
  const parent = tree.get(key)?.parent
  return parent === null || parent === undefined ? null : nameKey(parent)
}

/** An organisation that becomes another kind must still suit those below it, whether the file names them or not. */
function judgeThoseBelow({ targets, tree, problems }: OrganisationPlan): void {
  const named = new Set(targets.map(({ name }) => name))
  const changed = new Map(
    targets.filter(({ before, kind }) => before && before.kind !== kind).map((target) => [target.name, target]),
  )
  for (const below of tree.values()) {
    const parent = below.parent === null ? undefined : changed.get(below.parent)
    if (!parent || named.has(below.name) || standsUnder(below.kind, parent.kind)) continue
    const details = { kind: below.kind, parent: parent.kind, name: below.name }
    const reason = 'organisation.import-stands-under'
    problems.push({ sheet: 'organisations', row: parent.row, field: 'kind', reason, details })
  }
}
