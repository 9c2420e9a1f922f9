import { openedCycle } from './acts.ts'
import { publication, writing } from './acts-publicity.ts'
import { concerned } from './rows-theme.ts'
import type { Table } from './table.ts'

const seen = { at: 'huangpu', sees: concerned } as const

export const publicityRows: Table = {
  listPublications: { at: 'root', may: 'everyone', sees: 'all', input: () => ({ limit: 5 }) },
  listPublicity: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  /** It waits for its check: there for those concerned, and for nobody else. */
  readPublication: {
    ...seen,
    nobody: 404,
    may: concerned,
    input: async (ground) => ({ publication: await publication(ground, 'submitted') }),
  },
  draftPublication: {
    at: 'huangpu',
    may: ['secretary@own'],
    sees: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    input: async (ground) => {
      await openedCycle(ground)
      return { organisation: ground.organisations.huangpu, ...(await writing(ground)) }
    },
  },
  /** A draft is nobody else's to see. */
  changePublication: {
    at: 'huangpu',
    sees: 'none',
    may: ['secretary@own'],
    input: async (ground) => ({ publication: await publication(ground, 'draft'), ...(await writing(ground)) }),
  },
  submitPublication: {
    at: 'huangpu',
    sees: 'none',
    may: ['secretary@own'],
    input: async (ground) => ({ publication: await publication(ground, 'draft') }),
  },
  dropPublication: {
    at: 'huangpu',
    sees: 'none',
    may: ['secretary@own'],
    input: async (ground) => ({ publication: await publication(ground, 'draft') }),
  },
  checkPublication: {
    ...seen,
    may: ['confidentiality@own', 'confidentiality@parent'],
    input: async (ground) => ({
      publication: await publication(ground, 'submitted'),
      result: 'clear',
      namesConfirmed: true,
    }),
  },
  approvePublication: {
    ...seen,
    may: ['office@top'],
    input: async (ground) => ({ publication: await publication(ground, 'checked'), result: 'approve' }),
  },
  /** Published inside the Party: everybody there finds it. */
  withdrawPublication: {
    at: 'huangpu',
    sees: 'all',
    may: ['secretary@own', 'office@top', 'confidentiality@own', 'confidentiality@parent'],
    input: async (ground) => ({ publication: await publication(ground, 'published'), reason: '不再合适' }),
  },
}
