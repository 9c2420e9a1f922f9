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
}
