import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { disclosedTo } from '#programme/notice/reads-scope.ts'
import { type ThemeRow, themes } from './reads.ts'
import type { Sight } from './rules/story.ts'

/** The themes of a branch that this person sees, the latest first. */
export async function chaptersOf(context: Context, branch: string, sight: Sight): Promise<ThemeRow[]> {
  return (await themes(context)
    .where('theme.organisation_id', '=', branch)
    .$if(sight !== 'concerned', (query) => query.where('theme.effective_on', 'is not', null))
    .$if(sight === 'disclosed', (query) => query.where(disclosedTo(context, 'theme.notice_id')))
    .orderBy(sql`coalesce(theme.effective_on::timestamptz, theme.drafted_at)`, 'desc')
    .orderBy('theme.id')
    .execute()) as ThemeRow[]
}
