import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContract } from '#programme/organisation/contract-import.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { discard } from './importing.ts'

/** One of the tables, saved as text: the same checks, and a look at the first rows, where wrong characters show. */

let world: World
let stage: Stage
let admin: Browser
let id: string
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
  admin = await world.as(stage.people.systemAdmin)
})
afterAll(() => world.close())

const send = (bytes: Uint8Array, name = '人员.csv') =>
  admin.ask(importContract.uploadImport, { file: { name, bytes: bytes as Uint8Array<ArrayBuffer> } })
const sent = async (bytes: Uint8Array, name?: string) => {
  const asked = await send(bytes, name)
  if (!asked.body) throw new Error(asked.code)
  return asked.body
}
const problems = async (id: string) =>
  (await admin.get(importContract.listImportProblems, { import: id, limit: 50 } as never)).rows.map(
    ({ sheet, address, reason }) => `${sheet} ${address} ${reason.replace(/^\w+\./, '')}`,
  )

// 组织全称,类别,上级组织全称,成立日期 and one row, in GB18030, which Node reads and does not write
const gb18030 = Buffer.from(
  'd7e9d6afc8abb3c62cc0e0b1f02cc9cfbcb6d7e9d6afc8abb3c62cb3c9c1a2c8d5c6da0d0a9534b235b4acb5b3d6a7b2bf2cb5b3d6a7b2bf2cb9e3d6ddbaa3cac2bed6b5b3ceaf2c32303230a1aa31a1aa310d0a',
  'hex',
)

test('organisations in GB18030 are known by their headings and checked like a sheet', async () => {
  const brought = await sent(gb18030, '组织.csv')
  expect(brought).toMatchObject({
    state: 'faulty',
    text: {
      encoding: 'gb18030',
      sample: [
        ['组织全称', '类别', '上级组织全称', '成立日期'],
        ['𠮷船党支部', {}, {}, {}],
      ],
    },
  })
  expect(await problems(brought.id)).toEqual(['组织 D2 not-a-day'])
  await discard(admin, brought.id)
})

test('people in UTF-8 with full-width digits, blanks and an organisation on record are previewed', async () => {
  const rows = '工号,姓名,所在党组织,身份\r\n００４１,　张　三 ,湛江海事局徐闻海事处党支部,党员\r\n'
  const brought = await sent(Buffer.from(rows))
  id = brought.id
  expect(brought).toMatchObject({ state: 'previewed', counts: { people: { new: 1 } }, text: { encoding: 'utf-8' } })
  const { rows: plan } = await admin.get(importContract.listImportPlan, {
    import: brought.id,
    change: 'new',
    limit: 5,
  } as never)
  expect(plan).toMatchObject([{ staffNo: '0041', name: '张三' }])
})

test('read in the wrong encoding it shows so, changes nothing, and is read again in the right one', async () => {
  const wrong = await admin.get(importContract.previewImport, { import: id, encoding: 'gb18030' })
  expect(wrong).toMatchObject({ state: 'faulty', text: { encoding: 'gb18030' }, allowed: ['preview', 'discard'] })
  expect(wrong.text!.sample[1]![1]).not.toContain('张')
  expect(await problems(id)).toEqual(['组织  headings-missing'])
  const right = await admin.get(importContract.previewImport, { import: id, encoding: 'utf-8' })
  expect(right).toMatchObject({ state: 'previewed', counts: { people: { new: 1 } } })
  expect(await admin.ask(importContract.previewImport, { import: id, encoding: 'latin1' as never })).toMatchObject({
    status: 422,
  })
  await discard(admin, id)
})

test('what is no table of ours is refused, and called a table it shows what was read', async () => {
  const letter = Buffer.from('各位同志：请于下周前报送名册。')
  expect(await send(letter, '名册.xlsx')).toMatchObject({ status: 415, code: 'spreadsheet.not-a-workbook' })
  const brought = await sent(letter)
  expect(brought).toMatchObject({ state: 'faulty', text: { sample: [['各位同志：请于下周前报送名册。']] } })
  await discard(admin, brought.id)
  expect(await send(Buffer.from('\x00\x01\x02'))).toMatchObject({ status: 415 })
})
