import { bodyOf } from './organisations.ts'
import type {
  OrganisationCode,
  SampleOrganisation,
  SamplePost,
  SampleProgramme,
  SampleRecord,
  SampleTheme,
} from './types.ts'

/** Of every body that is kept, so many branches that nothing else asks for. */
const OTHERS = 2

/**
 * A small programme cut out of a sample: the bodies in which the named people are and one of each region, with the
 * branches of the named people, of everyone who holds a post there, those with a telling theme, and two others. What
 * people who are left out did for those who are kept is done by others of the kept. For tests that start soon.
 */
export function thinned(sample: SampleProgramme): SampleProgramme {
  const organisations = sample.organisations.filter(keeper(sample))
  const kept = new Set(organisations.map(({ code }) => code))
  const people = sample.people
    .filter(({ organisation }) => kept.has(organisation))
    .map((person) => ({ ...person, posts: person.posts.filter(({ organisation }) => kept.has(organisation)) }))
  const assessors = people.filter(({ posts }) => posts.some(({ post }) => post === 'assessor'))
  const here = <T extends { branch: OrganisationCode }>(list: T[]) => list.filter(({ branch }) => kept.has(branch))
  return {
    ...sample,
    organisations,
    people,
    themes: here(sample.themes),
    records: recordsIn(sample, kept),
    assessments: here(sample.assessments).map((own) => {
      const strangers = assessors.filter(({ organisation }) => bodyOf(organisation) !== bodyOf(own.branch))
      const given = [...new Set(own.ratings.map(({ by }) => by))]
      const by = new Map(given.map((assessor, at) => [assessor, strangers[at]!.staffNo]))
      return { ...own, ratings: own.ratings.map((rating) => ({ ...rating, by: by.get(rating.by)! })) }
    }),
  }
}

/** What was taken over from a kept branch by one that is left out, another kept one takes over: it counts in the score. */
function recordsIn({ records, people, organisations }: SampleProgramme, kept: Set<OrganisationCode>): SampleRecord[] {
  const branches = organisations.filter(({ code, kind }) => kind === 'branch' && kept.has(code))
  const secretaries = branches.flatMap(({ code: branch }) => {
    const leads = (held: SamplePost) => held.post === 'secretary' && held.organisation === branch
    const by = people.find(({ posts }) => posts.some(leads))?.staffNo
    return by ? [{ branch, by }] : []
  })
  return records.flatMap((record) => {
    const { adoptedFrom, branch } = record
    if (adoptedFrom === null || !kept.has(adoptedFrom)) return adoptedFrom === null && kept.has(branch) ? [record] : []
    if (kept.has(branch)) return [record]
    return [{ ...record, ...secretaries.find((each) => bodyOf(each.branch) !== bodyOf(adoptedFrom))! }]
  })
}

const telling: ((theme: SampleTheme) => boolean)[] = [
  (theme) => theme.state === 'submitted' && theme.reviews.length === 0,
  (theme) => theme.state === 'submitted' && theme.reviews.length > 0,
  (theme) => theme.state === 'on-notice' && theme.notice.objections.some(({ reply }) => reply === null),
  (theme) => theme.state === 'in-force' && theme.notice.opinions.some(({ reply }) => reply && 'wordsBefore' in reply),
  (theme) => theme.state === 'in-force' && theme.notice.objections.length > 0,
]

function keeper({
  organisations,
  people,
  namedPeople,
  themes,
}: SampleProgramme): (each: SampleOrganisation) => boolean {
  const byCode = new Map(organisations.map((each) => [each.code, each]))
  const named = new Set(namedPeople.map(({ staffNo }) => staffNo))
  const homes = people.filter(({ staffNo }) => named.has(staffNo)).map(({ organisation }) => organisation)
  const regional = ['粤西', '粤东'].map((region) => organisations.find((each) => each.region === region)!.code)
  const bodies = new Set([...homes, ...regional].map(bodyOf))
  const within = organisations.filter(({ code }) => bodies.has(bodyOf(code)))
  const uppers = new Set(within.filter(({ kind }) => kind !== 'branch').map(({ code }) => code))
  const holders = people
    .filter(({ organisation, posts }) => {
      return bodies.has(bodyOf(organisation)) && posts.some((held) => uppers.has(held.organisation))
    })
    .map(({ organisation }) => organisation)
  const nearby = themes.filter(({ branch }) => bodies.has(bodyOf(branch)))
  const told = telling.flatMap((tells) => nearby.find(tells)?.branch ?? [])
  const kept = new Set([...homes, ...holders, ...told])
  for (const body of bodies) {
    const more = within.filter((each) => each.kind === 'branch' && bodyOf(each.code) === body && !kept.has(each.code))
    for (const { code } of more.slice(0, OTHERS)) kept.add(code)
  }
  return ({ code, kind }) => kept.has(code) || (kind !== 'branch' && above(byCode, kept).has(code))
}

/** Everything on the way from the branches to the root. */
function above(
  byCode: Map<OrganisationCode, SampleOrganisation>,
  branches: Set<OrganisationCode>,
): Set<OrganisationCode> {
  const found = new Set<OrganisationCode>()
  for (const branch of branches)
    for (let code = byCode.get(branch)!.parent; code !== null; code = byCode.get(code)!.parent) found.add(code)
  return found
}
