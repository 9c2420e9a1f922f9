import { administrators, type Post } from '#basics/actor.ts'
import { nobody } from '#platform/context.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { insertPerson } from '#programme/organisation/store.ts'
import { as } from './acts.ts'
import type { Ground, Table, Who } from './table.ts'

const here = (...posts: Post[]): Who[] => posts.flatMap((post) => [`${post}@own` as const, `${post}@parent` as const])
const anywhere = (...posts: Post[]): Who[] =>
  posts.flatMap((post) => [`${post}@own` as const, `${post}@child` as const])
const lookAtPeople = here('secretary', 'office', ...administrators)
const lookAtPosts = here('office', ...administrators)

/** Somebody of huangpu who is not one of the crowd, since everybody sees themself. */
const member = async ({ world, organisations }: Ground) => ({
  person: await world.dispatcher.act(nobody, (context) =>
    insertPerson(context, {
      staffNo: context.newId(),
      name: '新来的',
      kind: 'member',
      organisation: organisations.huangpu,
    }),
  ),
})
const person = { at: 'huangpu', sees: lookAtPeople } as const
const post = { at: 'huangpu', sees: lookAtPosts } as const

/** People, their posts and their accounts: seen by those who look after them, changed by the administrator whose part it is. */
export const peopleRows: Table = {
  listPeople: {
    at: 'root',
    may: anywhere('secretary', 'office', ...administrators),
    sees: 'all',
    input: () => ({ limit: 5 }),
  },
  readPerson: { at: 'huangpu', may: lookAtPeople, sees: 'none', input: member },
  listPosts: { at: 'root', may: anywhere('office', ...administrators), sees: 'all', input: () => ({ limit: 5 }) },
  grantPost: {
    ...person,
    may: here('system-admin'),
    input: async (ground) => ({ ...(await member(ground)), ...inspector(ground) }),
  },
  confirmPost: { ...post, may: here('security-admin'), input: async (ground) => ({ post: await waitingPost(ground) }) },
  refusePost: {
    ...post,
    may: here('security-admin'),
    input: async (ground) => ({ post: await waitingPost(ground), reason: '人选尚未研究' }),
  },
  endPost: {
    ...post,
    may: here('system-admin', 'security-admin'),
    input: async (ground) => ({ post: await heldPost(ground), untilOn: '2026-07-16' }),
  },
  issueCode: { ...person, may: here('system-admin'), input: member },
  issueCodes: {
    at: 'huangpu',
    may: here(...administrators),
    sees: here('member', 'staff'),
    input: ({ organisations }) => ({ organisation: organisations.huangpu }),
  },
  disableAccount: { ...person, may: here('system-admin'), input: withAccount },
  enableAccount: { ...person, may: here('system-admin'), input: withAccount },
  listHistory: { at: 'root', may: anywhere('office', 'audit-admin'), sees: 'all', input: () => ({ limit: 5 }) },
}

const inspector = ({ organisations }: Ground) => ({
  organisation: organisations.huangpu,
  post: 'inspector' as const,
  fromOn: '2026-07-15',
})

async function waitingPost(ground: Ground): Promise<string> {
  const admin = await as(ground, 'system-admin@root')
  return (await admin.get(organisationContract.grantPost, { ...(await member(ground)), ...inspector(ground) })).id
}

async function heldPost(ground: Ground): Promise<string> {
  const admin = await as(ground, 'system-admin@root')
  const found = await admin.get(organisationContract.listPosts, {
    person: ground.people['assessor@huangpu']!,
    limit: 5,
  })
  return found.rows[0]!.id
}

async function withAccount(ground: Ground) {
  const newcomer = await member(ground)
  await ground.world.as(newcomer.person)
  return newcomer
}
