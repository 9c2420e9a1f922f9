import type { PersonId } from '#basics/id.ts'
import { nobody, writeHistory } from '#platform/context.ts'
import { applyRows } from '#programme/organisation/import-rows.ts'
import type { OrganisationLine, PersonLine } from '#programme/organisation/rules/import-lines.ts'
import { issueActivation } from '#support/account/actions.ts'
import { formerNames } from './load-reorganisations.ts'
import { acting, type Loading, numberOf, personOf, together } from './loading.ts'
import type { SampleOrganisation, SamplePerson, SampleProgramme } from './types.ts'

/**
 * Organisations, people and the posts they hold, as rows of an import file and by its rules; the posts are confirmed by
 * the security administrator.
 */
export async function loadOrganisations(loading: Loading): Promise<void> {
  const { sample, organisations, people } = loading
  await together(loading, async (context) => {
    const confirmedBy = numberOf(loading, 'securityAdmin')
    const written = await applyRows(context, linesOf(sample), { confirmedBy })
    for (const organisation of sample.organisations)
      organisations.set(organisation.code, written.organisations.get(firstNamed(organisation).name)!)
    for (const [staffNo, id] of written.people) people.set(staffNo, id as PersonId)
    const root = organisations.get(sample.organisations[0]!.code)!.id
    const importer = { ...nobody, person: personOf(loading, numberOf(loading, 'systemAdmin')) }
    const subject = { kind: 'organisation', id: root, organisation: root }
    const counts = { organisations: organisations.size, people: people.size }
    await writeHistory(acting(context, importer, loading.until), 'organisation.sample-loaded', subject, counts)
  })
  loading.say(`组织 ${organisations.size} 个，人员 ${people.size} 名 · organisations and people`)
}

function linesOf(sample: SampleProgramme): { organisations: OrganisationLine[]; people: PersonLine[] } {
  const all = sample.organisations.map(firstNamed)
  const names = new Map(all.map(({ code, name }) => [code, name]))
  const organisations = all.map(({ name, shortName, kind, parent, region, unitName: unit, sortNo, setUpOn }, index) => {
    const above = parent === null ? null : names.get(parent)!
    return { row: index + 1, name, shortName, kind, parent: above, region, unit, sortNo, setUpOn }
  })
  const people = sample.people.flatMap((person) => rowsOf(person, names))
  return { organisations, people: people.map((line, index) => ({ row: index + 1, ...line })) }
}

/** As it was called before the sample renames it. */
function firstNamed(organisation: SampleOrganisation): SampleOrganisation {
  return { ...organisation, ...formerNames[organisation.code] }
}

/** A row for each post, and one for who holds none. */
function rowsOf(
  { staffNo, name, organisation, kind, posts }: SamplePerson,
  names: Map<string, string>,
): Omit<PersonLine, 'row'>[] {
  const own = { staffNo, name, organisation: names.get(organisation)!, kind }
  if (posts.length === 0) return [{ ...own, posts: [], postOrganisation: null, fromOn: null }]
  return posts.map((held) => {
    return { ...own, posts: [held.post], postOrganisation: names.get(held.organisation)!, fromOn: held.from }
  })
}

/** One-time codes for everyone who holds a post or is named: nobody has a password before choosing one. */
export async function loadAccounts(loading: Loading): Promise<void> {
  const { sample } = loading
  const named = new Set(sample.namedPeople.map(({ staffNo }) => staffNo))
  const invited = sample.people.filter(({ staffNo, posts }) => posts.length > 0 || named.has(staffNo))
  await together(loading, async (context) => {
    for (const { staffNo } of invited) await issueActivation(context, personOf(loading, staffNo), staffNo)
  })
  loading.say(`账号 ${invited.length} 个 · accounts`)
}
