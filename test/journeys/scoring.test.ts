import { afterAll, beforeAll, expect, test } from 'vitest'
import { scoringContract } from '#programme/scoring/contract.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { unbalanced, workbook } from './rule-workbook.ts'

let world: World
let stage: Stage
let office: Browser
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
  office = await world.as(stage.people.rootOffice)
})
afterAll(() => world.close())

const imported = (bytes: Uint8Array) =>
  office.get(scoringContract.importSheet, {
    organisation: stage.organisations.root,
    file: { name: '细则.xlsx', bytes: new Uint8Array(bytes) },
  })

test('the filled example comes down, goes up again and is the same sheet; twice is still one version', async () => {
  const { bytes } = await office.get(scoringContract.downloadSheetTemplate, { filled: 'true', year: 2025 })
  const { sheet, errors } = await imported(bytes)
  expect(errors).toEqual([])
  expect(sheet).toMatchObject({ code: 'XZ-2025', number: 1, state: 'draft', lints: [], allowed: ['issue'] })
  expect(sheet!.data).toEqual(sampleSheet(2025))
  const again = await office.get(scoringContract.downloadSheet, { sheet: sheet!.id })
  expect((await imported(again.bytes)).sheet).toMatchObject({ id: sheet!.id, hash: sheet!.hash })
})

test('an empty template has the headings and says cell by cell what is missing', async () => {
  const { bytes } = await office.get(scoringContract.downloadSheetTemplate, { filled: 'false' })
  const { sheet, errors } = await imported(bytes)
  expect(sheet).toBeNull()
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.filter(({ message }) => /不认识|缺少工作表/.test(message))).toEqual([])
})

test('every error of a faulty file is told by sheet, row and column, and nothing is kept', async () => {
  const faulty = await workbook((name, rows) => {
    if (name === '条款') rows[1]![rows[0]!.indexOf('分值')] = '一点五'
    if (name === '指标') rows[2]![rows[0]!.indexOf('分值')] = '=5+5'
  })
  const before = await world.owner.selectFrom('sheet').select('id').execute()
  const { sheet, errors } = await imported(faulty)
  expect(sheet).toBeNull()
  expect(errors).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ sheet: '条款', row: 2, column: '分值' }),
      expect.objectContaining({ sheet: '指标', row: 3, column: '分值' }),
    ]),
  )
  expect(await world.owner.selectFrom('sheet').select('id').execute()).toEqual(before)
})

test('a sheet whose parts do not add up is kept as a draft but cannot be issued, and the row is named', async () => {
  const { sheet } = await imported(await unbalanced('XZ-2025-B'))
  expect(sheet!.allowed).toEqual([])
  expect(sheet!.lints.filter(({ severity }) => severity === 'error')).not.toEqual([])
  const refused = await office.ask(scoringContract.issueSheet, { sheet: sheet!.id })
  expect(refused).toMatchObject({ status: 409, code: 'scoring.barred' })
  expect('message' in refused && refused.message).toMatch(/indicators 1\b/)
})

test('a sheet that counts popularity votes cannot be issued, and the rule that bars it is cited', async () => {
  const { sheet } = await imported(
    await workbook((name, rows) => {
      if (name === '说明') rows[1]![1] = 'XZ-2025-C'
      if (name === '条款') rows[12]![rows[0]!.indexOf('条款原文')] = '网络投票每获赞1000次2分，最多10分'
    }),
  )
  expect(sheet!.lints.map(({ severity }) => severity)).toContain('error')
  expect(await office.ask(scoringContract.issueSheet, { sheet: sheet!.id })).toMatchObject({ code: 'scoring.barred' })
})

test('what is no workbook is refused by its content', async () => {
  const file = { name: '细则.xlsx', bytes: new TextEncoder().encode('编号,名称') }
  const refused = await office.ask(scoringContract.importSheet, { organisation: stage.organisations.root, file })
  expect(refused).toMatchObject({ status: 415, code: 'spreadsheet.not-a-workbook' })
})

test('a draft is its office’s own; once issued everyone below reads it; a later version supersedes it', async () => {
  const list = async (person: string) =>
    (await (await world.as(person)).get(scoringContract.listSheets, { limit: 50 })).rows
  const secretary = stage.people.huangpuSecretary
  expect(await list(secretary)).toEqual([])
  const [first] = (await list(stage.people.rootOffice)).filter(({ code }) => code === 'XZ-2025')
  expect(await (await world.as(secretary)).ask(scoringContract.readSheet, { sheet: first!.id })).toMatchObject({
    status: 404,
  })
  await office.get(scoringContract.issueSheet, { sheet: first!.id })
  expect(await office.ask(scoringContract.issueSheet, { sheet: first!.id })).toMatchObject({
    status: 409,
    code: 'scoring.issued-already',
  })
  expect(await list(secretary)).toMatchObject([{ id: first!.id, state: 'issued', allowed: [] }])
  await world.setTime('2026-01-12T12:00:01.000000+08:00')
  const { sheet: second } = await imported(
    await workbook((name, rows) => {
      if (name === '说明') rows[2]![1] = '2025年度品牌党支部考核细则（修订）'
    }),
  )
  expect(second).toMatchObject({ code: 'XZ-2025', number: 2, state: 'draft' })
  await office.get(scoringContract.issueSheet, { sheet: second!.id })
  expect(await list(secretary)).toMatchObject([
    { id: second!.id, state: 'issued' },
    { id: first!.id, state: 'superseded' },
  ])
})

test('nobody can change a kept sheet in the database, not even the application', async () => {
  await expect(world.db.updateTable('sheet').set({ title: '改动' }).execute()).rejects.toThrow(/permission denied/)
  await expect(world.db.deleteFrom('sheet_issue').execute()).rejects.toThrow(/permission denied/)
})
