import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { isTop, within } from '#programme/organisation/reads-day.ts'
import { belonging } from './rules/scope.ts'

/** The organisations above and of the actor's posts, and the paths below which all is inside for them. */
function placesOf({ actor }: Pick<Context, 'actor'>) {
  const chain = [...new Set(actor.posts.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const paths = actor.posts.filter(({ post }) => !belonging.includes(post)).map(({ path }) => path)
  return { chain, paths }
}

/** The rule `inside`, in SQL, on an organisation joined as `within`. */
export function insideOf(context: Pick<Context, 'actor'>) {
  const { chain, paths } = placesOf(context)
  const below = paths.map((path) => `${path}%`)
  return sql<boolean>`(within.id = any(${chain}::uuid[]) or within.path like any(${below}::text[]))`
}

/** A SQL condition for those whose subjects were on notice: the notice, as it stands now, discloses them to this person. */
export function disclosedTo(context: Pick<Context, 'actor'>, notice: string) {
  return sql<boolean>`exists (select 1 from notice disclosed join organisation within on within.id = disclosed.within_id
    where disclosed.id = ${sql.ref(notice)} and (disclosed.scope = 'society' or ${insideOf(context)}))`
}

/** What `disclosedTo` says, on a notice joined as `disclosed`: for counting many, when the organisations inside are found once. */
export function disclosing(context: Pick<Context, 'actor'>) {
  const { chain, paths } = placesOf(context)
  if (paths.some(isTop)) return sql<boolean>`true`
  const inside = within(sql`path`, paths)
  return sql<boolean>`(disclosed.scope = 'society' or disclosed.within_id in (
    select id from organisation where id = any(${chain}::uuid[]) or ${inside}))`
}
