import { importActions } from '#programme/organisation/actions-import.ts'
import { look } from '#programme/organisation/import-check.ts'
import { importWorkbook } from '#programme/organisation/import-file.ts'
import { undecidedImport } from '#programme/organisation/reads-import.ts'
import type { Lines } from '#programme/organisation/rules/import-lines.ts'
import { insertImport, saveDiscarded, saveLooked } from '#programme/organisation/store-import.ts'
import { insertRows } from '#programme/organisation/store-import-parts.ts'
import type { Ground, Row, Table, Who } from './table.ts'

/** Files of organisations and people: brought by the topmost system administrator, their posts confirmed by the security one. */

const lines: Lines = {
  broken: [],
  organisations: [
    {
      row: 6,
      name: '沙角海事处党支部',
      shortName: null,
      kind: 'branch',
      parent: '广州海事局党委',
      region: null,
      unit: null,
      sortNo: null,
      setUpOn: '2020-01-01',
    },
  ],
  people: [
    {
      row: 6,
      staffNo: '0012',
      name: '尉迟敏',
      organisation: '沙角海事处党支部',
      kind: 'member',
      posts: ['secretary'],
      postOrganisation: null,
      fromOn: '2024-03-01',
    },
  ],
}

let workbook: Promise<Uint8Array> | undefined
async function sent() {
  workbook ??= importWorkbook(lines, 'zh')
  return { name: '名册.xlsx', bytes: (await workbook) as Uint8Array<ArrayBuffer> }
}

/** The rows as they are read from the file, without reading it. */
const rows = [
  {
    ...{ sheet: 'organisations' as const, row: 6, first: 6, broken: false, secretary: null },
    cells: { ...lines.organisations[0]!, sortNo: null, row: null },
  },
  {
    ...{ sheet: 'people' as const, row: 6, first: 6, broken: false, secretary: '沙角海事处党支部' },
    cells: { ...lines.people[0]!, posts: '书记', row: null },
  },
]

/** A file that was brought; the one brought before, if any, is given up. */
async function brought({ act, people }: Ground): Promise<{ import: string }> {
  const { name, bytes } = await sent()
  const uploadedBy = people['system-admin@root']!
  const id = await act(uploadedBy, async (context) => {
    const open = await undecidedImport(context)
    if (open) await saveDiscarded(context, open.id)
    const own = await insertImport(context, { name, hash: '0'.repeat(64), bytes })
    await insertRows(context, own, rows)
    const read = { rows: rows.length, problems: 0, warnings: 0 }
    const file = { id: own, tables: [], language: 'zh' as const, uploadedBy }
    await saveLooked(context, own, await look(context, file, read, async () => {}))
    return own
  })
  return { import: id }
}

async function applied(ground: Ground): Promise<{ import: string }> {
  const input = await brought(ground)
  await ground.act(ground.people['system-admin@root']!, (context) => importActions.applyImport(context, input))
  return input
}

const administrators: Who[] = ['system-admin@own', 'security-admin@own', 'audit-admin@own']
const ofAll = (may: Who[], input: Row['input'] = () => ({})): Row => ({ at: 'root', may, sees: 'all', input })
const ofOne = (may: Who[], input: Row['input']): Row => ({ at: 'root', may, sees: administrators, input })

export const importRows: Table = {
  downloadImportTemplate: ofAll(['system-admin@own']),
  exportOrganisations: ofAll(['system-admin@own']),
  listImports: ofAll(administrators),
  uploadImport: ofAll(['system-admin@own'], async () => ({ file: await sent() })),
  readImport: ofOne(administrators, brought),
  listImportProblems: ofOne(administrators, brought),
  listImportPlan: ofOne(administrators, brought),
  listImportPosts: ofOne(administrators, applied),
  downloadMarkedImport: ofOne(['system-admin@own'], brought),
  previewImport: ofOne(['system-admin@own'], brought),
  applyImport: ofOne(['system-admin@own'], brought),
  discardImport: ofOne(['system-admin@own'], brought),
  confirmImport: ofOne(['security-admin@own'], applied),
  readTakingBack: ofOne(['system-admin@own'], applied),
  takeBackImport: ofOne(['system-admin@own'], async (ground) => ({ ...(await applied(ground)), reason: '名册有误' })),
  refuseImport: ofOne(['security-admin@own'], async (ground) => ({ ...(await applied(ground)), reason: '名单有误' })),
}
