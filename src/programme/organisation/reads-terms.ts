import type { Post } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'

/** Who held a post in an organisation, from when until when, the first one first; what was never confirmed is left out. */
export async function termsOf({ tx }: Pick<Context, 'tx'>, organisation: string, post: Post) {
  const rows = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person.name', 'from_on as from', 'until_on as until'])
    .where('post.organisation_id', '=', organisation)
    .where('post.post', '=', post)
    .where('confirmed_at', 'is not', null)
    .orderBy('from_on')
    .orderBy('post.id')
    .execute()
  return rows as { name: string; from: Day; until: Day | null }[]
}
