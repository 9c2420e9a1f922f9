import type { Table } from './table.ts'

/** Lists of one's own: everybody gets theirs; what is in them is tested in journeys/duty-lists.test.ts. */
export const dutyRows: Table = {
  listMyDuties: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ list: 'below', limit: 5 }) },
  listDuties: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ standing: 'late', limit: 5 }) },
  exportDuties: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ standing: 'late' }) },
  readDutyChoices: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
}
