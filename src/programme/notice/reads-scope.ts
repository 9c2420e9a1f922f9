import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { belonging } from './rules/scope.ts'

/** The rule `inside`, in SQL, on an organisation joined as `within`. */
export function insideOf({ actor }: Pick<Context, 'actor'>) {
  const chain = [...new Set(actor.posts.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const below = actor.posts.filter(({ post }) => !belonging.includes(post)).map(({ path }) => `${path}%`)
  return sql<boolean>`(within.id = any(${chain}::uuid[]) or within.path like any(${below}::text[]))`
}

/** A SQL condition for those whose subjects were on notice: the notice, as it stands now, discloses them to this person. */
export function disclosedTo(context: Pick<Context, 'actor'>, notice: string) {
  return sql<boolean>`exists (select 1 from notice disclosed join organisation within on within.id = disclosed.within_id
    where disclosed.id = ${sql.ref(notice)} and (disclosed.scope = 'society' or ${insideOf(context)}))`
}
