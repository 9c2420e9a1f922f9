import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import type { UnitKind } from './rules/units.ts'

/** The kind of unit in which each organisation worked on a day; of several units the first by their order. */
export async function unitKindsOn(
  { tx }: Pick<Context, 'tx'>,
  organisations: readonly string[],
  day: Day,
): Promise<Map<string, UnitKind>> {
  if (organisations.length === 0) return new Map()
  const { rows } = await sql<{ organisation: string; kind: UnitKind }>`
    select distinct on (tie.organisation_id) tie.organisation_id as organisation, span.kind
    from organisation_unit tie
      join unit_span span on span.unit_id = tie.unit_id and span.from_on <= ${day}::date
        and (span.until_on is null or span.until_on > ${day}::date)
    where tie.organisation_id in (select jsonb_array_elements_text(${JSON.stringify(organisations)}::jsonb)::uuid)
      and tie.from_on <= ${day}::date and (tie.until_on is null or tie.until_on > ${day}::date)
      and span.kind is not null
    order by tie.organisation_id, span.sort_no, span.unit_id`.execute(tx)
  return new Map(rows.map(({ organisation, kind }) => [organisation, kind]))
}
