import { draftedCycle, openedCycle, plan } from './acts.ts'
import type { Table } from './table.ts'

const own = ['office@own', 'secretary@own'] as const

export const cycleRows: Table = {
  listCycles: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readRunningCycle: { at: 'root', may: 'everyone', sees: 'all', input: () => ({}) },
  readCycle: {
    at: 'root',
    may: [...own],
    sees: 'none',
    input: async (ground) => ({ cycle: await draftedCycle(ground) }),
  },
  draftCycle: {
    at: 'guangzhou',
    may: [...own],
    sees: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, ...plan }),
  },
  changeCycle: {
    at: 'root',
    may: [...own],
    sees: 'none',
    input: async (ground) => ({ cycle: await draftedCycle(ground), ...plan }),
  },
  openCycle: {
    at: 'root',
    may: [...own],
    sees: 'none',
    input: async (ground) => ({ cycle: await draftedCycle(ground) }),
  },
  closeCycle: {
    at: 'root',
    may: [...own],
    sees: 'all',
    input: async (ground) => ({ cycle: await openedCycle(ground), reason: '本年度创建结束' }),
  },
}
const rootOffice = { at: 'root', may: ['office@own'], sees: 'all' } as const
export const holidayRows: Table = {
  readHolidayYear: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ year: 2026 }) },
  putHoliday: {
    ...rootOffice,
    may: ['office@own'],
    input: () => ({ day: '2027-10-01', kind: 'holiday', name: '国庆节', source: '国办发明电〔2026〕1号' }),
  },
  removeHoliday: { ...rootOffice, may: ['office@own'], input: () => ({ day: '2026-10-01', reason: '录入有误' }) },
  announceYear: {
    ...rootOffice,
    may: ['office@own'],
    input: () => ({ year: 2027, announced: true, source: '国办发明电〔2026〕1号' }),
  },
}
