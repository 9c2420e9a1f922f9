import type { Context } from '#platform/context.ts'
import { presentState } from './reads-present.ts'
import type { Lines } from './rules/import-lines.ts'
import { plan } from './rules/import-plan.ts'
import { type Places, type PlannedPerson, writeOrganisations, writePeople } from './store-import-rows.ts'

/** What organisations and people have got: ids and paths by name, ids by staff number. */
export interface Written {
  organisations: Places
  people: Map<string, string>
}

/**
 * Puts organisations, people and posts into effect without a file and without a preview, by the same rules: for programs
 * that bring rows of their own into an empty or a filled database. The posts wait, or are confirmed by the person with the
 * staff number `confirmedBy`, who must be in the rows. Throws when anything is wrong with the rows; nothing is written then.
 */
export async function applyRows(
  context: Context,
  lines: Pick<Lines, 'organisations' | 'people'>,
  { confirmedBy = null }: { confirmedBy?: string | null } = {},
): Promise<Written> {
  const present = await presentState(context)
  const made = plan({ ...lines, broken: [] }, present, { today: context.today, by: [context.actor.person] })
  if (made.problems.length > 0) throw new Error(`wrong rows: ${JSON.stringify(made.problems.slice(0, 5))}`)
  const ids = new Map<object, string>(
    [...made.organisations, ...made.people].map((each) => [each, each.before?.id ?? context.newId()]),
  )
  const idOf = (target: object) => ids.get(target)!
  const people = new Map(
    made.people.flatMap((each: PlannedPerson) => (each.staffNo ? [[each.staffNo, idOf(each)] as const] : [])),
  )
  const confirmer = confirmedBy === null ? null : people.get(confirmedBy)
  if (confirmer === undefined) throw new Error(`nobody in these rows has the number ${confirmedBy}`)
  const organisations = await writeOrganisations(
    context,
    { targets: made.organisations, tree: made.tree },
    present.organisations,
    idOf,
  )
  await writePeople(context, made.people, organisations, { idOf, importId: null, confirmer })
  return { organisations, people }
}
