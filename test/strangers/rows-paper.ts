import { noticeContract } from '#programme/notice/contract.ts'
import { as, notice } from './acts.ts'
import type { Ground, Table } from './table.ts'

const typed = {
  kind: 'opinion' as const,
  way: 'letter' as const,
  givenOn: '2026-07-15',
  name: '',
  contact: '',
  text: '信中的意见',
}

/** An entry that the office's colleague typed in, waiting. */
async function entry(ground: Ground): Promise<string> {
  const id = await notice(ground)
  const office = await as(ground, 'office@root')
  const { rows } = await office.get(noticeContract.listPaperVoices, { notice: id, limit: 1 })
  return rows[0]?.id ?? (await office.get(noticeContract.enterPaperVoice, { notice: id, ...typed })).id
}

const alone = { at: 'huangpu', may: ['office@top'], sees: 'none' } as const satisfies Omit<Table[string], 'input'>

/** What came on paper: the handling office alone, and never the same person twice. */
export const paperRows: Table = {
  listPaperVoices: {
    at: 'huangpu',
    may: ['office@top'],
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground), limit: 5 }),
  },
  enterPaperVoice: {
    at: 'huangpu',
    may: ['office@top'],
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground), ...typed }),
  },
  mendPaperVoice: { ...alone, input: async (ground) => ({ paperVoice: await entry(ground), ...typed }) },
  confirmPaperVoice: {
    at: 'huangpu',
    may: [],
    sees: ['office@top'],
    input: async (ground) => {
      const { text: _, contact: __, ...key } = typed
      return { paperVoice: await entry(ground), ...key }
    },
  },
  strikePaperVoice: {
    at: 'huangpu',
    may: [],
    sees: ['office@top'],
    input: async (ground) => ({ paperVoice: await entry(ground), reason: '不是意见' }),
  },
}
