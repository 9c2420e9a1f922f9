import { openedCycle } from './acts.ts'
import { callOver, contribution, openedCall, question } from './acts-call.ts'
import { concerned } from './rows-theme.ts'
import type { Table, Who } from './table.ts'

/** The branch itself, and those above who have to do with its theme. */
const seen: Who[] = ['member@own', 'staff@own', ...concerned]
const call = { at: 'huangpu', sees: seen } satisfies Partial<Table[string]>
const secretary = { ...call, may: ['secretary@own'] } satisfies Partial<Table[string]>

export const callRows: Table = {
  openCall: {
    at: 'huangpu',
    may: ['secretary@own'],
    sees: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    input: async (ground) => {
      await openedCycle(ground)
      return { organisation: ground.organisations.huangpu, ...question }
    },
  },
  listCalls: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readCall: { ...call, may: seen, input: async (ground) => ({ call: await openedCall(ground) }) },
  contribute: {
    ...call,
    may: ['member@own', 'staff@own'],
    input: async (ground) => ({ call: await openedCall(ground), text: '多到小码头来' }),
  },
  signContribution: {
    ...call,
    may: ['member@own', 'staff@own'],
    input: async (ground) => ({ call: await openedCall(ground), text: '多到小码头来' }),
  },
  enterPaper: {
    ...secretary,
    input: async (ground) => ({ call: await openedCall(ground), lines: '多到小码头来', uncopied: 3 }),
  },
  listContributions: { ...secretary, input: async (ground) => ({ call: await openedCall(ground), limit: 5 }) },
  settleContributions: {
    ...secretary,
    input: async (ground) => {
      const { call: id, contribution: one } = await contribution(ground)
      return { call: id, contributions: [one], uptake: 'not-taken-up', reason: '已在记录中安排' }
    },
  },
  adoptCall: {
    ...secretary,
    input: async (ground) => ({ call: await callOver(ground), meetingOn: '2026-07-21', present: 9, inFavour: 8 }),
  },
  dropCall: { ...secretary, input: async (ground) => ({ call: await openedCall(ground), dropReason: '先不提出主题' }) },
}
