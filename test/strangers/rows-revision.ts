import { theme } from './acts.ts'
import { explanation, revision } from './acts-revision.ts'
import { concerned } from './rows-theme.ts'
import type { Table } from './table.ts'

const secretaryOnly = { at: 'huangpu', sees: concerned, may: ['secretary@own'] } satisfies Partial<Table[string]>

export const revisionRows: Table = {
  reviseTheme: {
    ...secretaryOnly,
    input: async (ground) => ({ theme: await theme(ground, 'in-force'), ...explanation }),
  },
  explainRevision: {
    ...secretaryOnly,
    input: async (ground) => ({ theme: await revision(ground), ...explanation, kind: 'renewal' }),
  },
  abandonTheme: { ...secretaryOnly, input: async (ground) => ({ theme: await revision(ground) }) },
}
