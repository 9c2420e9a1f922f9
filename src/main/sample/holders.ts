import { listsBy } from '#basics/lists.ts'
import type { SampleOrganisation, SamplePerson, SamplePost } from './types.ts'

/** The sample while it is made: who belongs where, and who holds what. */
export interface Holders {
  organisations: Map<string, SampleOrganisation>
  branches: SampleOrganisation[]
  members: (branch: string) => SamplePerson[]
  holder: (post: SamplePost['post'], organisation: string) => SamplePerson
  holders: (post: SamplePost['post']) => SamplePerson[]
}

export function holdersOf(organisations: SampleOrganisation[], people: SamplePerson[]): Holders {
  const ofBranch = listsBy(people, ({ organisation }) => organisation)
  const byPost = new Map<string, SamplePerson>()
  for (const person of people) {
    for (const { post, organisation } of person.posts) {
      const key = `${post} ${organisation}`
      if (!byPost.has(key)) byPost.set(key, person)
    }
  }
  return {
    organisations: new Map(organisations.map((organisation) => [organisation.code, organisation])),
    branches: organisations.filter(({ kind }) => kind === 'branch'),
    members: (branch) => (ofBranch.get(branch) ?? []).filter(({ kind }) => kind === 'member'),
    holder(post, organisation) {
      const person = byPost.get(`${post} ${organisation}`)
      if (!person) throw new Error(`the sample has no ${post} of ${organisation}`)
      return person
    },
    holders: (post) => people.filter((person) => person.posts.some((held) => held.post === post)),
  }
}
