import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import type { DisclosureScope } from './rules/cycle.ts'

/** What other capabilities need to know of a cycle that acts can be opened in. */
export interface OpenCycle {
  id: string
  year: number
  title: string
  organisationId: string
  noticeDays: number
  scope: DisclosureScope
  termFrom: Day
  /** The last day of the approved term. */
  termTo: Day
}

export interface CycleSummary extends OpenCycle {
  state: 'open' | 'closed'
}

function approved({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('cycle')
    .select([
      'id',
      'year',
      'title',
      'organisation_id as organisationId',
      'notice_days as noticeDays',
      'scope',
      'term_from as termFrom',
      'term_to as termTo',
      'state',
    ])
    .where('state', '<>', 'draft')
}

/**
 * The cycle in which an organisation acts today: open, within its approved term, of the nearest organisation on the path
 * (itself or above), the latest year if there are two.
 */
export async function openCycleFor(
  context: Pick<Context, 'tx' | 'today'>,
  organisationPath: string,
): Promise<OpenCycle | undefined> {
  const ids = organisationPath.split('/').filter(Boolean)
  if (ids.length === 0) return undefined
  const rows = (await approved(context)
    .where('state', '=', 'open')
    .where('organisation_id', 'in', ids)
    .where('term_from', '<=', context.today)
    .where('term_to', '>=', context.today)
    .execute()) as CycleSummary[]
  const nearness = (row: CycleSummary) => ids.indexOf(row.organisationId)
  const [first] = rows.sort((a, b) => nearness(b) - nearness(a) || b.year - a.year)
  if (!first) return undefined
  const { state: _, ...cycle } = first
  return cycle
}

/** A cycle that has been opened (and perhaps closed since), by id. */
export async function cycleById(context: Pick<Context, 'tx'>, id: string): Promise<CycleSummary | undefined> {
  return (await approved(context).where('id', '=', id).executeTakeFirst()) as CycleSummary | undefined
}
