import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContract } from '#programme/organisation/contract-import.ts'
import { messyWorkbook } from '../messy-workbook.ts'
import { setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'

/*
 * The two workbooks in `examples/import`: one as it comes from many hands, and the copy that the product gives back with its
 * faults marked. They are what the product makes of it today. Made anew with UPDATE_EXAMPLES=1.
 */

const folder = join(import.meta.dirname, '../../examples/import')
const files = { messy: join(folder, 'messy.xlsx'), marked: join(folder, 'messy-marked.xlsx') }
const anew = process.env.UPDATE_EXAMPLES === '1'

let world: World
let admin: Browser
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  const { people } = await setStage(world)
  admin = await world.as(people.systemAdmin)
  if (anew) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(files.messy, messyWorkbook({ people: 330, faulty: true, parent: '广州海事局党委' }))
  }
})
afterAll(() => world.close())

/** Where a comment stands, and what it says. */
async function marksIn(bytes: Uint8Array): Promise<string[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  const marks: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const note = typeof cell.note === 'string' ? cell.note : cell.note?.texts?.map(({ text }) => text).join('')
        if (note) marks.push(`${sheet.name} ${cell.address} ${note}`)
      }),
    )
  return marks
}

test('the messy file is told its faults by cell, and its copy has them marked', async () => {
  const bytes = new Uint8Array(readFileSync(files.messy))
  const brought = await admin.get(importContract.uploadImport, { file: { name: '各单位汇总.xlsx', bytes } })
  expect(brought.state).toBe('faulty')
  const { rows } = await admin.get(importContract.listImportProblems, { import: brought.id, limit: 50 } as never)
  expect(rows.map(({ sheet, address }) => `${sheet} ${address}`)).toMatchInlineSnapshot(`
    [
      "组织 C6",
      "人员 A8",
      "人员 D12",
      "人员 A219",
      "人员 D313",
    ]
  `)
  const marked = await admin.get(importContract.downloadMarkedImport, { import: brought.id })
  if (anew) writeFileSync(files.marked, marked.bytes)
  expect(existsSync(files.marked)).toBe(true)
  const marks = await marksIn(marked.bytes)
  expect(marks).toEqual(await marksIn(readFileSync(files.marked)))
  for (const { sheet, address, message } of rows)
    expect(marks).toContainEqual(expect.stringMatching(new RegExp(`^${sheet} ${address} .*${message}`)))
  expect(await marksIn(bytes)).toEqual([])
})
