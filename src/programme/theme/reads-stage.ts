import { sql } from 'kysely'
import type { Day, Instant } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import type { ReachedStage, StageGround, Standing } from './rules/brand-stage.ts'
import type { Scope } from './rules/theme.ts'

/** How the brand of a theme that took effect stands now. */
export async function stageOf({ tx }: Pick<Context, 'tx'>, theme: string): Promise<Standing | null> {
  const row = await tx
    .selectFrom('brand_stage')
    .select(['stage', 'since'])
    .where('theme_id', '=', theme)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row ?? null) as Standing | null
}

export interface StageRow {
  stage: ReachedStage
  ground: StageGround
  words: string
  at: Instant
  by: string
}

/** Every change of the brand of a theme, the first one first. */
export async function stagesOf({ tx }: Pick<Context, 'tx'>, theme: string): Promise<StageRow[]> {
  const rows = await tx
    .selectFrom('brand_stage')
    .innerJoin('person', 'person.id', 'brand_stage.person_id')
    .select(['stage', 'ground', 'words', 'at', 'person.name as by'])
    .where('theme_id', '=', theme)
    .orderBy('brand_stage.id')
    .execute()
  return rows as StageRow[]
}

/** A brand in force: the theme it has now, and those it had before corrections, adjustments and reorganisations. */
export interface Brand {
  theme: string
  branch: string
  name: string
  /** The first day on which it was in force. */
  since: Day
  scope: Scope
  themes: string[]
}

/** The brand whose theme this is, as long as that is in force. */
export async function brandOf({ tx }: Pick<Context, 'tx'>, theme: string): Promise<Brand | null> {
  const { rows } = await sql<{ id: string; branch: string; name: string; since: Day; scope: Scope; state: string }>`
    with recursive brand as (
      select id, revises_id, revision_kind, taken_over_id, began_on, 0 as step from theme where id = ${theme}::uuid
      union all
      select earlier.id, earlier.revises_id, earlier.revision_kind, earlier.taken_over_id, earlier.began_on, step + 1
      from brand join theme earlier on earlier.id = case
        when brand.revision_kind in ('correction', 'adjustment') then brand.revises_id
        when brand.began_on is not null then brand.taken_over_id end)
    select theme.id, theme.organisation_id as branch, theme.name, coalesce(theme.began_on, theme.effective_on)::text as since, theme.scope, theme.state
    from brand join theme on theme.id = brand.id where theme.effective_on is not null order by brand.step`.execute(tx)
  const now = rows[0]
  if (now?.state !== 'in-force') return null
  const since = rows.map((row) => row.since).sort()[0]!
  const { id, state: _, ...brand } = now
  return { ...brand, theme: id, since, themes: rows.map((row) => row.id) }
}

/** The brand in force of a branch. */
export async function brandInForce(context: Pick<Context, 'tx'>, branch: string): Promise<Brand | null> {
  const row = await context.tx
    .selectFrom('theme')
    .select('id')
    .where('organisation_id', '=', branch)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  return row ? brandOf(context, row.id) : null
}
