import type { Day } from '#basics/calendar.ts'
import { nameKey, type PersonLine, type Remark } from './import-lines.ts'
import type { OrganisationPlan } from './import-organisations.ts'
import type { PeoplePlan, PersonTarget } from './import-people.ts'
import { type GivenPost, type GrantedPost, grant } from './posts.ts'

/** A post on record that is held or waits to be confirmed. */
export interface PresentPost {
  /** The person's id. */
  person: string
  personName: string
  post: GrantedPost
  /** The name of the organisation. */
  organisation: string
  fromOn: Day
  untilOn: Day | null
  confirmed: boolean
}

/** A post that the file gives anew; it waits for the security administrator. */
export interface PostGiven {
  row: number
  post: GrantedPost
  organisation: string
  /** Null: from the day on which the file is put into effect. */
  fromOn: Day | null
  /** Who holds the first post of the organisation now, and is followed by this person. */
  replaces: string | null
}

export interface PostPlan {
  /** By person. */
  given: Map<PersonTarget, PostGiven[]>
  problems: Remark[]
  warnings: Remark[]
}

/**
 * Which posts these people get from the file, by the same rule as one granted by hand. What somebody holds already is not given again,
 * and nothing ends because the file is silent about it; only a secretary is followed by the next one. `by` are those
 * who bring the file: they give themselves nothing. `present` has the posts of these people and the secretaries of the
 * organisations that get a new one.
 */
export function planPosts(
  { targets }: PeoplePlan,
  present: readonly PresentPost[],
  file: Omit<Desk, 'plan' | 'ofPerson'>,
): PostPlan {
  const plan: PostPlan = { given: new Map(), problems: [], warnings: [] }
  const desk: Desk = { ...file, plan, ofPerson: new Map() }
  const secretaries = new Map<string, PresentPost>()
  for (const each of present) {
    const held = desk.ofPerson.get(each.person)
    if (held) held.push(each)
    else desk.ofPerson.set(each.person, [each])
    if (each.post === 'secretary' && each.untilOn === null) secretaries.set(nameKey(each.organisation), each)
  }
  for (const target of targets) plan.given.set(target, givenTo(target, desk))
  for (const target of targets)
    for (const given of plan.given.get(target)!)
      if (given.post === 'secretary') succeed(target, given, secretaries.get(nameKey(given.organisation)), plan)
  judgeThoseThatStay(targets, desk, plan)
  return plan
}

interface Desk {
  plan: PostPlan
  tree: OrganisationPlan['tree']
  today: Day
  by: readonly string[]
  unjudged: Set<string>
  ofPerson: Map<string, PresentPost[]>
  /** By organisation: the first row of the whole file that names a secretary. */
  secretaries: Map<string, number>
}

/** The organisation whose secretary a row names, by the key of its name. */
export function secretaryOf({ posts, postOrganisation, organisation }: PersonLine): string | null {
  return posts.includes('secretary') ? nameKey(postOrganisation ?? organisation) : null
}

function givenTo(target: PersonTarget, desk: Desk): PostGiven[] {
  const held = target.before ? (desk.ofPerson.get(target.before.id) ?? []) : []
  const given: PostGiven[] = []
  for (const line of target.lines) {
    const named = line.postOrganisation ?? target.organisation
    const organisation = desk.tree.get(nameKey(named))
    if (!organisation || organisation.dissolved) {
      if (line.posts.length > 0 && !desk.unjudged.has(nameKey(named)))
        desk.plan.problems.push(at(line, 'postOrganisation', 'organisation.import-organisation-unknown'))
      continue
    }
    for (const post of line.posts) {
      const wanted = { row: line.row, post, organisation: organisation.name, fromOn: line.fromOn, replaces: null }
      if (judge(target, line, wanted, held, given, desk)) given.push(wanted)
    }
  }
  return given
}

/** Whether the post is to be given: not when it is held already, nor when something is wrong with it. */
function judge(
  target: PersonTarget,
  line: PersonLine,
  wanted: PostGiven,
  held: PresentPost[],
  given: PostGiven[],
  { plan, today, by, secretaries }: Desk,
): boolean {
  const refuse = (field: 'posts' | 'kind', reason: Remark['reason'], details?: Remark['details']) => {
    plan.problems.push(at(line, field, reason, details))
    return false
  }
  const { post, organisation } = wanted
  if (post === 'secretary') {
    const row = secretaries.get(nameKey(organisation))
    if (row !== undefined && row !== line.row)
      return refuse('posts', 'organisation.import-two-secretaries', { organisation, row })
  }
  const there = held.find((each) => each.post === post && each.organisation === organisation)
  if (there) {
    if (line.fromOn !== null && line.fromOn !== there.fromOn)
      plan.warnings.push(at(line, 'fromOn', 'organisation.import-post-day-stays', { day: there.fromOn }))
    return false
  }
  if (post === 'secretary' && target.kind !== 'member') return refuse('kind', 'organisation.import-secretary-no-member')
  if (target.before !== null && by.includes(target.before.id)) return refuse('posts', 'organisation.not-your-own-post')
  const others = [...held.map(asGiven), ...given.map((each) => asGiven({ ...each, untilOn: null, confirmed: false }))]
  const decision = grant(others, { post, organisation, fromOn: wanted.fromOn ?? today, untilOn: null }, today)
  return decision.ok || refuse('posts', decision.reason as Remark['reason'])
}

function asGiven(post: Omit<PresentPost, 'person' | 'personName' | 'fromOn'> & { fromOn: Day | null }): GivenPost {
  const state = post.confirmed ? 'held' : 'waiting'
  return { ...post, fromOn: post.fromOn ?? '', state, person: '', path: '', grantedBy: null, fromFile: true }
}

/** A new secretary follows the present one, unless that one only waits, or came later. */
function succeed(target: PersonTarget, given: PostGiven, present: PresentPost | undefined, plan: PostPlan): void {
  if (!present || present.person === target.before?.id) return
  const line = target.lines.find(({ row }) => row === given.row)!
  const details = { name: present.personName, day: present.fromOn }
  if (!present.confirmed) plan.problems.push(at(line, 'posts', 'organisation.import-secretary-waits', details))
  else if (given.fromOn !== null && given.fromOn <= present.fromOn)
    plan.problems.push(at(line, 'fromOn', 'organisation.import-secretary-before', details))
  else given.replaces = present.personName
}

/** What is held goes on unless somebody follows; a secretary who goes on stays a Party member. */
function judgeThoseThatStay(targets: PersonTarget[], { ofPerson, secretaries }: Desk, plan: PostPlan): void {
  for (const target of targets) {
    const held = target.before ? (ofPerson.get(target.before.id) ?? []) : []
    for (const { post, organisation } of held) {
      const written = target.lines.some(
        (line) =>
          line.posts.includes(post) && nameKey(line.postOrganisation ?? target.organisation) === nameKey(organisation),
      )
      const followed = post === 'secretary' && secretaries.has(nameKey(organisation))
      const ceases = target.before?.kind === 'member' && target.kind !== 'member'
      if (post === 'secretary' && ceases && (written || !followed))
        plan.problems.push(at(target.lines[0]!, 'kind', 'organisation.import-secretary-no-member'))
      if (!written && !followed)
        plan.warnings.push(at(target.lines[0]!, 'posts', 'organisation.import-post-stays', { post, organisation }))
    }
  }
}

function at(line: PersonLine, field: Remark['field'], reason: Remark['reason'], details?: Remark['details']): Remark {
  return { sheet: 'people', row: line.row, field, reason, ...(details && { details }) }
}
