import type { Day } from '#basics/calendar.ts'
import { allow, refuse } from '#basics/decision.ts'
import type { Context } from '#platform/context.ts'
import { accept, found } from '#platform/errors.ts'
import { organisation } from './reads.ts'
import { holdingsOf } from './reads-posts.ts'
import { isAdministrator } from './rules/posts.ts'
import type { Whole } from './rules/whole.ts'
import { type EndedPost, loadMembers, saveEndOfPosts, saveMoved } from './store-members.ts'
import { lockOrganisation } from './store-posts.ts'
import { type Beside, loadWhole, writeWhole } from './store-structure.ts'

/*
 * What a reorganisation does to organisations, units, people and posts, for the capability that performs it, in its
 * transaction. It has judged by the rules in `rules/restructure.ts` and `rules/whole.ts` what it writes here.
 */

/** The whole structure; until the end of the transaction nobody else changes it. */
export function holdStructure(context: Context): Promise<Whole> {
  return loadWhole(context)
}

/** Locks what is about to change: whoever was about to draft, grant or enter there has done so, or finds it changed. */
export async function holdOrganisations(context: Context, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort()) await lockOrganisation(context, id)
}

/** Writes what differs, and brings the present up to it. */
export function putStructure(context: Context, before: Whole, after: Whole, beside: Beside): Promise<void> {
  return writeWhole(context, before, after, beside)
}

/** Who belongs to it now. */
export function membersOf(context: Context, id: string) {
  return loadMembers(context, id)
}

/** These people belong to another organisation from that day on. */
export function movePeople(context: Context, people: readonly string[], to: string, day: Day): Promise<void> {
  return saveMoved(context, people, to, day)
}

/** Ends every post in an organisation today, unless it is the last administrator's of its kind. */
export async function endPostsOf(context: Context, id: string, reason: string): Promise<EndedPost[]> {
  const ended = await saveEndOfPosts(context, id, reason)
  for (const { post, held } of ended) {
    if (!held || !isAdministrator(post)) continue
    const others = await holdingsOf(context, post)
    accept(others.length > 0 ? allow(true) : refuse('organisation.last-administrator'))
  }
  return ended
}

/** Stops with 409 where the organisation has ended; until the end of the transaction it does not. */
export async function mustStand(context: Context, id: string): Promise<void> {
  await lockOrganisation(context, id, 'share')
  const { name, dissolved_on } = found(await organisation(context, id))
  accept(dissolved_on === null ? allow(true) : refuse('organisation.is-dissolved', { name, day: dissolved_on }))
}

/** Which of these have ended, and on which day; until the end of the transaction the others do not. */
export async function holdEnded(context: Context, ids: readonly string[]): Promise<Map<string, Day>> {
  const ended = new Map<string, Day>()
  for (const id of [...ids].sort()) {
    await lockOrganisation(context, id, 'share')
    const day = (await organisation(context, id))?.dissolved_on
    if (day) ended.set(id, day)
  }
  return ended
}
