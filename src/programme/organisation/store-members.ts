import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'

/**
 * Somebody belongs elsewhere, or as something else, from that day on. What began on that day or later never came to stand;
 * `person` is brought up to it by the caller.
 */
export async function moveMember(
  { tx }: Context,
  person: string,
  to: { organisation: string; kind: string },
  day: Day,
): Promise<void> {
  await tx.deleteFrom('membership').where('person_id', '=', person).where('from_on', '>=', day).execute()
  await tx
    .updateTable('membership')
    .set({ until_on: day })
    .where('person_id', '=', person)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', day)]))
    .execute()
  await tx
    .insertInto('membership')
    .values({ person_id: person, organisation_id: to.organisation, kind: to.kind, from_on: day })
    .execute()
}
