import type { PersonId } from '#basics/id.ts'
import { type Context, nobody, writeHistory } from '#platform/context.ts'
import { insertOrganisation, insertPerson, insertPost } from '#programme/organisation/store.ts'
import { issueActivation } from '#support/account/actions.ts'
import { acting, type Loading, organisationOf, personOf, together } from './loading.ts'
import type { SamplePerson } from './types.ts'

/** Organisations, people and the posts they hold; the posts are confirmed by the security administrator. */
export async function loadOrganisations(loading: Loading): Promise<void> {
  const { sample, organisations, people } = loading
  await together(loading, async (context) => {
    for (const each of sample.organisations) {
      const parent = each.parent === null ? null : organisationOf(loading, each.parent)
      const { code, kind, name, shortName, sortNo, region, setUpOn } = each
      const row = { kind, name, shortName, parent, sortNo, region, setUpOn, unitId: null }
      organisations.set(code, await insertOrganisation(context, row))
    }
    for (const person of sample.people) people.set(person.staffNo, await insertOne(loading, context, person))
    await givePosts(loading, context)
  })
  loading.say(`组织 ${organisations.size} 个，人员 ${people.size} 名 · organisations and people`)
}

async function insertOne(loading: Loading, context: Context, person: SamplePerson): Promise<PersonId> {
  const { staffNo, name, kind } = person
  const organisation = organisationOf(loading, person.organisation).id
  return (await insertPerson(context, { staffNo, name, kind, organisation })) as PersonId
}

async function givePosts(loading: Loading, context: Context): Promise<void> {
  const security = loading.sample.namedPeople.find(({ key }) => key === 'securityAdmin')!
  const confirmedBy = personOf(loading, security.staffNo!)
  const root = loading.organisations.get(loading.sample.organisations[0]!.code)!.id
  const confirmer = acting(context, { ...nobody, person: confirmedBy, name: security.name }, loading.until)
  for (const { staffNo, posts } of loading.sample.people)
    for (const { post, organisation, from } of posts) {
      const person = personOf(loading, staffNo)
      const row = { person, organisation: organisationOf(loading, organisation).id, post, fromOn: from }
      await insertPost(confirmer, { ...row, importId: null, confirmedBy })
    }
  const subject = { kind: 'organisation', id: root, organisation: root }
  await writeHistory(confirmer, 'organisation.sample-loaded', subject, { people: loading.people.size })
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
