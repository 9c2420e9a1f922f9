import { administrators, type Post } from '#basics/actor.ts'
import { nobody } from '#platform/context.ts'
import { insertPerson } from '#programme/organisation/store.ts'
import type { Table, Who } from './table.ts'

const here = (...posts: Post[]): Who[] => posts.flatMap((post) => [`${post}@own` as const, `${post}@parent` as const])
const reached = { at: 'huangpu', may: here('member', 'staff'), sees: 'none' } as const satisfies Partial<Table[string]>

/** Organisations: seen by those who hold a post in them or above them. */
export const organisationRows: Table = {
  readMe: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  listOrganisations: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readOrganisation: {
    at: 'huangpu',
    may: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    sees: 'none',
    input: ({ organisations }) => ({ organisation: organisations.huangpu }),
  },
  readStructure: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ on: '2026-01-01' }) },
  exportStructure: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  listPlaces: { ...reached, input: ({ organisations }) => ({ organisation: organisations.huangpu }) },
  listUnits: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  listHolders: {
    at: 'root',
    may: (['office', ...administrators] as const).flatMap((post) => [`${post}@own` as const, `${post}@child` as const]),
    sees: 'all',
    input: () => ({ on: '2026-01-01', limit: 5 }),
  },
  readRights: {
    at: 'huangpu',
    may: here('secretary', 'office', ...administrators),
    sees: 'none',
    input: async ({ world, organisations }) => ({
      person: await world.dispatcher.act(nobody, (context) =>
        insertPerson(context, {
          staffNo: context.newId(),
          name: '新来的',
          kind: 'member',
          organisation: organisations.huangpu,
        }),
      ),
    }),
  },
  readSetUp: { at: 'root', may: 'everyone', sees: 'all', input: () => ({}) },
  setUp: {
    at: 'root',
    may: 'everyone',
    sees: 'all',
    input: () => ({
      code: 'AAAA',
      organisation: '另一个党委',
      systemAdmin: { staffNo: '9001', name: '甲' },
      securityAdmin: { staffNo: '9002', name: '乙' },
      auditAdmin: { staffNo: '9003', name: '丙' },
    }),
  },
}
