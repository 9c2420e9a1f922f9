import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Compared } from './reads-near.ts'

type Writing = Pick<Context, 'tx'>

/** Puts what was found in the place of what was found before, from both sides, in an order in which nobody waits for nobody. */
export async function saveNear({ tx }: Writing, theme: string, found: readonly Compared[]): Promise<void> {
  // both sides are locked in one order before they go: two themes near each other may be written down at once
  await sql`with before as materialized (
      select theme_id, other_id from theme_near where theme_id = ${theme}::uuid
        or (theme_id, other_id) in (select other_id, theme_id from theme_near own where own.theme_id = ${theme}::uuid)
      order by least(theme_id, other_id), greatest(theme_id, other_id), theme_id for update
    ) delete from theme_near using before
    where theme_near.theme_id = before.theme_id and theme_near.other_id = before.other_id`.execute(tx)
  if (found.length === 0) return
  await sql`insert into theme_near (theme_id, other_id, percent)
    select theme_id, other_id, percent from (
      select ${theme}::uuid as theme_id, other_id, percent
      from unnest(${found.map(({ other }) => other)}::uuid[], ${found.map(({ percent }) => percent)}::integer[])
        as found (other_id, percent)
      union all
      select other_id, ${theme}::uuid, percent
      from unnest(${found.map(({ other }) => other)}::uuid[], ${found.map(({ percent }) => percent)}::integer[])
        as found (other_id, percent)) as both_sides
    order by least(theme_id, other_id), greatest(theme_id, other_id), theme_id
    on conflict (theme_id, other_id) do update set percent = excluded.percent`.execute(tx)
}

export async function saveKeys({ tx }: Writing, theme: string, keys: string[]): Promise<void> {
  await tx.updateTable('theme').set({ keys }).where('id', '=', theme).execute()
}

/** Counts anew in how many themes under way or in force each key stands; what stands in one of them is not kept. */
export async function countKeys({ tx }: Writing): Promise<void> {
  // once a night, over all themes
  await sql`set local statement_timeout = '30min'`.execute(tx)
  await tx.deleteFrom('theme_key').execute()
  await sql`insert into theme_key (key, themes)
    select key, count(*)::integer from theme cross join unnest(array_append(keys, '')) as key
    where state in ('submitted', 'passed', 'checked', 'noticed', 'in-force') and keys is not null
    group by key having count(*) > 1 or key = ''`.execute(tx)
}
