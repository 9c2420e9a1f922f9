import { keepSheet } from '#programme/scoring/actions.ts'
import { sheetFile } from '#programme/scoring/cells.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Ground, Table, Who } from './table.ts'

/** A version of a rule sheet of the root, not issued yet. */
export async function draftSheet(
  { act, people, organisations }: Ground,
  data: Sheet = sampleSheet(2026),
): Promise<string> {
  return act(people['office@root']!, (context) =>
    keepSheet(context, organisations.root, data, { name: 'sample-sheet.xlsx', hash: 'a'.repeat(64) }),
  )
}

const keepers: Who[] = ['office@own', 'secretary@own']

export const scoringRows: Table = {
  listSheets: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readSheet: { at: 'root', may: keepers, sees: 'none', input: async (ground) => ({ sheet: await draftSheet(ground) }) },
  downloadSheet: {
    at: 'root',
    may: keepers,
    sees: 'none',
    input: async (ground) => ({ sheet: await draftSheet(ground) }),
  },
  downloadSheetTemplate: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ filled: 'false' }) },
  importSheet: {
    at: 'root',
    may: ['office@own'],
    sees: ['member@own', 'staff@own'],
    input: async ({ organisations }) => ({
      organisation: organisations.root,
      file: { name: '细则.xlsx', bytes: await sheetFile(sampleSheet(2026)) },
    }),
  },
  issueSheet: {
    at: 'root',
    may: ['office@own'],
    sees: ['secretary@own'],
    input: async (ground) => ({ sheet: await draftSheet(ground) }),
  },
  liftBar: {
    at: 'root',
    may: ['secretary@own'],
    sees: ['office@own'],
    input: async (ground) => ({ sheet: await draftSheet(ground, withLikes), ...lift }),
  },
}

/** A sheet that pays for likes, and what a legal office decided about it. */
const sample = sampleSheet(2026)
const withLikes: Sheet = {
  ...sample,
  clauses: sample.clauses.map((each) =>
    each.code === '3.2-1' ? { ...each, text: '每项获点赞的主题活动 2 分' } : each,
  ),
}
const lift = {
  table: 'clauses' as const,
  code: '3.2-1',
  legalOffice: '示例局法规处',
  document: '示法〔2026〕1号',
  decidedOn: '2026-01-01',
  reason: '仅为活动名称，不计数量',
}
