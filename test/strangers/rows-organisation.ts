import type { Table } from './table.ts'

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
