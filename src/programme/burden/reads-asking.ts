import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, isLeading } from '#basics/actor.ts'

/**
 * The rule `seesAsked`, in SQL: `path` is the place of the organisation that asks, `draft` whether it has not gone out,
 * `addressees` a query of the places (`path`) of those it goes to.
 */
export function askedSeen(
  actor: Actor,
  { path, draft, addressees }: Record<'path' | 'draft' | 'addressees', RawBuilder<unknown>>,
): RawBuilder<SqlBool> {
  const leads = actor.posts.filter(isLeading).map((held) => `${held.path}%`)
  const held = [...new Set(actor.posts.map((each) => each.path))]
  return sql<SqlBool>`(${path} like any(${leads}::text[]) or not (${draft}) and exists (
    select from (${addressees}) addressee where exists (select from unnest(${held}::text[]) held (path)
      where held.path like addressee.path || '%' or addressee.path like held.path || '%')))`
}
