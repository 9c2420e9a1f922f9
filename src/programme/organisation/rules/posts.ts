import { type Actor, administrators, holdsAbove, type Post } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

/** The posts that are granted; being a member or staff comes with one's organisation. */
export const grantedPosts = [
  'secretary',
  'office',
  'confidentiality',
  'assessor',
  'inspector',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const satisfies readonly Post[]
export type GrantedPost = (typeof grantedPosts)[number]

/** A post somebody holds, held, waits for or was refused. `untilOn` is the first day on which it is no longer held. */
export interface GivenPost {
  person: string
  post: GrantedPost
  organisation: string
  /** The path of the organisation. */
  path: string
  fromOn: Day
  untilOn: Day | null
  state: PostState
  /** Who granted it; null when it came with an import or the set-up. */
  grantedBy: string | null
  /** Came with a file: it is confirmed together with that file. */
  fromFile: boolean
}

export type PostState = 'waiting' | 'refused' | 'held' | 'ended'
export type PostVerb = 'confirm' | 'refuse' | 'end'

export type PostRefusal =
  | 'organisation.only-the-system-admin-grants'
  | 'organisation.only-the-security-admin-confirms'
  | 'organisation.not-your-own-post'
  | 'organisation.not-what-you-granted'
  | 'organisation.administrators-exclude-each-other'
  | 'organisation.has-that-post'
  | 'organisation.has-a-secretary'
  | 'organisation.post-is-not-waiting'
  | 'organisation.post-is-not-held'
  | 'organisation.confirm-with-its-file'
  | 'organisation.last-administrator'
  | 'organisation.ends-before-it-begins'
  | 'organisation.no-ending-in-the-past'
  | 'organisation.only-its-keeper-ends-it'

/** What may be done with a post in each state. */
export const life: Record<PostState, PostVerb[]> = {
  waiting: ['confirm', 'refuse'],
  refused: [],
  held: ['end'],
  ended: [],
}

/** Only the system administrator above grants, and never to themself. */
export function mayGrant(actor: Actor, person: string, path: string): Decision<true, PostRefusal> {
  if (!holdsAbove(actor, 'system-admin', path)) return refuse('organisation.only-the-system-admin-grants')
  return actor.person === person ? refuse('organisation.not-your-own-post') : allow(true)
}

/**
 * The security administrator above confirms and refuses; nobody decides on a post of their own or one they granted.
 * An ordinary post is ended by the system or the security administrator, an administrator's by the one who keeps their account.
 */
export function may(actor: Actor, verb: PostVerb, given: GivenPost): Decision<true, PostRefusal> {
  if (verb === 'end') return mayEnd(actor, given)
  if (!holdsAbove(actor, 'security-admin', given.path)) return refuse('organisation.only-the-security-admin-confirms')
  if (actor.person === given.person) return refuse('organisation.not-your-own-post')
  return actor.person === given.grantedBy ? refuse('organisation.not-what-you-granted') : allow(true)
}

function mayEnd(actor: Actor, { person, post, path }: GivenPost): Decision<true, PostRefusal> {
  if (actor.person === person) return refuse('organisation.not-your-own-post')
  const keepers: Post[] =
    post === 'security-admin'
      ? ['audit-admin']
      : isAdministrator(post)
        ? ['security-admin']
        : ['system-admin', 'security-admin']
  return keepers.some((keeper) => holdsAbove(actor, keeper, path))
    ? allow(true)
    : refuse('organisation.only-its-keeper-ends-it')
}

/**
 * Whether the person may be given the post beside what they hold or wait for. The three administrators exclude each other
 * whatever the dates: whoever was one is not another until the first has ended.
 */
export function grant(
  others: readonly GivenPost[],
  given: Pick<GivenPost, 'post' | 'organisation' | 'fromOn' | 'untilOn'>,
  today: Day,
): Decision<true, PostRefusal> {
  if (given.untilOn !== null && given.untilOn <= given.fromOn) return refuse('organisation.ends-before-it-begins')
  const living = others.filter((each) => each.state === 'waiting' || isHeldOn(each, today))
  if (isAdministrator(given.post) && living.some(({ post }) => isAdministrator(post) && post !== given.post))
    return refuse('organisation.administrators-exclude-each-other')
  if (living.some(({ post, organisation }) => post === given.post && organisation === given.organisation))
    return refuse('organisation.has-that-post')
  return allow(true)
}

/** Lets a post take effect. `others` are the person's other posts, `secretaries` those who hold that organisation's first post. */
export function confirm(
  given: GivenPost,
  others: readonly GivenPost[],
  secretaries: readonly GivenPost[],
  today: Day,
): Decision<true, PostRefusal> {
  if (given.state !== 'waiting') return refuse('organisation.post-is-not-waiting')
  if (given.fromFile) return refuse('organisation.confirm-with-its-file')
  const fits = grant(
    others.filter(({ state }) => state === 'held'),
    given,
    today,
  )
  if (!fits.ok) return fits
  const overlaps = secretaries.some(({ untilOn }) => untilOn === null || untilOn > given.fromOn)
  return given.post === 'secretary' && overlaps ? refuse('organisation.has-a-secretary') : allow(true)
}

/** Turns a waiting post down: it never takes effect. */
export function turnDown(given: GivenPost): Decision<true, PostRefusal> {
  if (given.state !== 'waiting') return refuse('organisation.post-is-not-waiting')
  return given.fromFile ? refuse('organisation.confirm-with-its-file') : allow(true)
}

/** Ends a post on a day from today on: `untilOn` is the first day without it. The last administrator of a kind stays. */
export function end(
  given: GivenPost,
  untilOn: Day,
  othersOfTheKind: readonly GivenPost[],
  today: Day,
): Decision<true, PostRefusal> {
  if (given.state !== 'held') return refuse('organisation.post-is-not-held')
  if (untilOn < today) return refuse('organisation.no-ending-in-the-past')
  if (untilOn < given.fromOn) return refuse('organisation.ends-before-it-begins')
  const remains = othersOfTheKind.some(
    (each) => each.state === 'held' && (each.untilOn === null || each.untilOn > untilOn),
  )
  return isAdministrator(given.post) && !remains ? refuse('organisation.last-administrator') : allow(true)
}

export function isAdministrator(post: Post): boolean {
  return administrators.includes(post)
}

function isHeldOn({ state, untilOn }: GivenPost, today: Day): boolean {
  return state === 'held' && (untilOn === null || untilOn > today)
}
