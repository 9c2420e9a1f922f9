import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organisationContract } from '#programme/organisation/contract.ts'
import { importContract } from '#programme/organisation/contract-import.ts'
import { cellAt } from '#support/spreadsheet/rules/workbook.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { discard, fileOf, organisation, person, upload } from './importing.ts'

let world: World
let stage: Stage
let admin: Browser
let security: Browser
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
  admin = await world.as(stage.people.systemAdmin)
  security = await world.as(stage.people.securityAdmin)
})
afterAll(() => world.close())

const idOf = async (staffNo: string) =>
  (await world.db.selectFrom('person').select('id').where('staff_no', '=', staffNo).executeTakeFirstOrThrow()).id
const count = async (table: 'organisation' | 'person' | 'post' | 'unit') =>
  Number((await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(world.owner)).rows[0]!.n)

describe('importing organisations and people', () => {
  let id: string
  const organisations = [
    organisation('广州海事局沙角海事处党支部', { unit: '沙角海事处', shortName: '沙角支部' }),
    organisation('海巡0933船党支部', { parent: '广州海事局海巡支队党总支', unit: '海巡0933船' }),
  ]
  const people = [
    person('0012', '㛃欣', '广州海事局沙角海事处党支部', { posts: ['secretary'], fromOn: '2024-03-01' }),
    person('440100000000000019', '尉迟海生', '海巡0933船党支部', { posts: ['secretary', 'inspector'] }),
    person(null, '买买提·艾力', '海巡0933船党支部', { kind: 'staff' }),
  ]

  test('a file is previewed and changes nothing yet', async () => {
    const before = [await count('organisation'), await count('person'), await count('post')]
    const brought = await upload(admin, organisations, people)
    id = brought.id
    expect(brought).toMatchObject({
      state: 'previewed',
      counts: { organisations: { new: 2, changed: 0, unchanged: 0 }, people: { new: 3 }, posts: 3, problems: 0 },
      allowed: ['apply', 'preview', 'discard'],
    })
    expect([await count('organisation'), await count('person'), await count('post')]).toEqual(before)
    const plan = await admin.get(importContract.listImportPlan, { import: id, change: 'new', limit: 50 } as never)
    expect(plan.rows.map(({ name }) => name)).toEqual([
      '广州海事局沙角海事处党支部',
      '海巡0933船党支部',
      '㛃欣',
      '尉迟海生',
      '买买提·艾力',
    ])
  })

  test('only one file is open at a time', async () => {
    const second = await admin.ask(importContract.uploadImport, { file: await fileOf(organisations, people) })
    expect(second).toMatchObject({ status: 409, code: 'organisation.import-one-at-a-time' })
  })

  test('two at once put it into effect once; its posts wait and give no right yet', async () => {
    const both = await Promise.all([1, 2].map(() => admin.ask(importContract.applyImport, { import: id })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await admin.get(importContract.readImport, { import: id })).toMatchObject({
      state: 'applied',
      waiting: 2,
      allowed: ['take-back'],
    })
    const secretary = await idOf('0012')
    expect((await world.act(secretary, async ({ actor }) => actor)).posts.map(({ post }) => post)).toEqual(['member'])
    const { rows } = await admin.get(organisationContract.listOrganisations, { limit: 5, search: 'sjhsc' } as never)
    expect(rows).toMatchObject([{ name: '广州海事局沙角海事处党支部', shortName: '沙角支部', unit: '沙角海事处' }])
    expect(
      (
        await world.db.selectFrom('person').select('initials').where('staff_no', '=', '440100000000000019').execute()
      )[0],
    ).toEqual({ initials: 'ychs' })
    expect(await world.db.selectFrom('import_file').select('import_id').execute()).toEqual([])
  })

  test('the security administrator sees which posts it gives and lets them take effect, after proving it is them', async () => {
    expect(await admin.ask(importContract.confirmImport, { import: id })).toMatchObject({ status: 403 })
    const { rows } = await security.get(importContract.listImportPosts, { import: id, limit: 50 } as never)
    expect(
      rows.map(({ person, post, organisation, fromOn, state }) => [person, post, organisation, fromOn, state]),
    ).toEqual(
      expect.arrayContaining([
        ['㛃欣', 'secretary', '广州海事局沙角海事处党支部', '2024-03-01', 'waiting'],
        ['尉迟海生', 'secretary', '海巡0933船党支部', '2026-01-12', 'waiting'],
        ['尉迟海生', 'inspector', '海巡0933船党支部', '2026-01-12', 'waiting'],
      ]),
    )
    await world.setTime('2026-01-12T12:11:00.000000+08:00')
    expect(await security.ask(importContract.confirmImport, { import: id })).toMatchObject({
      status: 403,
      code: 'platform.prove-it-again',
    })
    await world.setTime(noon('2026-01-12'))
    expect(await security.get(importContract.confirmImport, { import: id })).toMatchObject({
      state: 'confirmed',
      waiting: 0,
    })
    const secretary = await idOf('0012')
    expect((await world.act(secretary, async ({ actor }) => actor)).posts.map(({ post }) => post)).toEqual([
      'member',
      'secretary',
    ])
  })

  test('the same file again changes nothing', async () => {
    const again = await upload(admin, organisations, people)
    expect(again).toMatchObject({
      state: 'previewed',
      counts: {
        organisations: { new: 0, changed: 0, unchanged: 2, absent: 9 },
        people: { new: 0, changed: 0, unchanged: 3 },
        posts: 0,
        warnings: 0,
      },
    })
    const before = await world.db.selectFrom('person').selectAll().orderBy('id').execute()
    expect(await admin.get(importContract.applyImport, { import: again.id })).toMatchObject({ waiting: 0 })
    expect(await world.db.selectFrom('person').selectAll().orderBy('id').execute()).toEqual(before)
    expect(await security.ask(importContract.confirmImport, { import: again.id })).toMatchObject({
      status: 409,
      code: 'organisation.import-gives-no-posts',
    })
  })

  test('an export comes back unchanged', async () => {
    const exported = await admin.get(importContract.exportOrganisations, { as: 'workbook', encoding: 'utf-8' })
    expect(exported.name).toBe('组织与人员 2026-01-12.xlsx')
    const back = await admin.get(importContract.uploadImport, { file: exported as never })
    expect(back.counts).toMatchObject({
      organisations: { new: 0, changed: 0, unchanged: 11, absent: 0 },
      people: { new: 0, changed: 0, unchanged: 26, absent: 0 },
      posts: 0,
      problems: 0,
      warnings: 0,
    })
    await discard(admin, back.id)
  })

  test('the template can be sent back: its example rows are passed over', async () => {
    const template = await admin.get(importContract.downloadImportTemplate, {})
    const brought = await admin.get(importContract.uploadImport, { file: template as never })
    expect(brought).toMatchObject({ state: 'faulty', counts: { problems: 1 } })
    const { rows } = await admin.get(importContract.listImportProblems, { import: brought.id, limit: 50 } as never)
    expect(rows).toMatchObject([{ sheet: '组织', row: 0, reason: 'organisation.import-nothing-in-it' }])
    const english = await admin.ask(importContract.downloadImportTemplate, {}, { headers: { 'accept-language': 'en' } })
    expect(english.status).toBe(200)
    const file = english.body as { bytes: Uint8Array<ArrayBuffer> }
    const read = await readWorkbook(file.bytes)
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(['Organisations', 'People', 'Lists'])
  })
})

describe('a file with errors', () => {
  test('is told every one of them, by sheet, row, column and reason, and comes back with its cells marked', async () => {
    await world.setTime('2026-01-12T12:00:00.500000+08:00')
    const file = await fileOf(
      [
        organisation('甲船党支部', { parent: '没有这个党委' }),
        organisation('乙'.repeat(61)),
        organisation('丙船党支部', { setUpOn: '2019年13月1日' }),
      ],
      [
        person('7', '王芳', '政务中心窗口党支部', { posts: ['secretary', 'audit-admin', 'system-admin'] }),
        person('11010519491231002X', '李强', '没有这个支部'),
        person(null, '赵勇', '政务中心窗口党支部'),
        person(null, '赵勇', '政务中心窗口党支部', { kind: 'staff' }),
      ],
    )
    const brought = await admin.get(importContract.uploadImport, { file })
    expect(brought).toMatchObject({ state: 'faulty', allowed: ['preview', 'discard'] })
    const { rows } = await admin.get(importContract.listImportProblems, { import: brought.id, limit: 50 } as never)
    expect(rows.map(({ sheet, row, column, address, message }) => [sheet, row, column, address, message])).toEqual([
      ['组织', 7, '上级组织全称', 'D7', '本表和系统里都没有这个上级组织。请核对全称，或先补上它的一行。'],
      ['组织', 8, '组织全称', 'A8', '过长，最多 60 个字。'],
      ['组织', 9, '成立日期', 'H9', '不是有效的日期。请写成 2026-03-01 这样的形式。'],
      ['人员', 7, '职务', 'E7', '三名管理员不能由同一人担任；请先结束其另一管理员岗位'],
      ['人员', 8, '工号', 'A8', '这是身份证号。本系统不收集身份证号，请改填工号，或空着。'],
      ['人员', 10, '工号', 'A10', '同一组织里有同名人员，分不清是谁。请为他们各自填写工号。'],
    ])
    expect(rows[0]!.value).toBe('没有这个党委')
    expect(rows[4]!.value).toBe('110***X')
    expect(await admin.ask(importContract.applyImport, { import: brought.id })).toMatchObject({
      status: 409,
      code: 'organisation.import-is-faulty',
    })
    const english = await admin.ask(importContract.listImportProblems, { import: brought.id } as never, {
      headers: { 'accept-language': 'en' },
    })
    expect(JSON.stringify(english.body)).toContain('At most 60 characters'.slice(3))
    const marked = await admin.get(importContract.downloadMarkedImport, { import: brought.id })
    expect(marked.name).toBe('标注 名册.xlsx')
    const read = await readWorkbook(marked.bytes)
    expect(read.ok && cellAt(read.value.sheets[1]!, 8, 1)?.value).toEqual({ kind: 'text', text: '11010519491231002X' })
  })

  test('is replaced by the corrected one, without being given up first', async () => {
    await world.setTime('2026-01-12T12:00:01.000000+08:00')
    const { id } = await upload(admin, [organisation('丙船党支部')], [])
    const { rows } = await admin.get(importContract.listImports, { limit: 2 } as never)
    expect(rows.map(({ state }) => state)).toEqual(['previewed', 'discarded'])
    await discard(admin, id)
    expect(await admin.ask(importContract.applyImport, { import: id })).toMatchObject({ status: 409 })
    expect(await admin.ask(importContract.downloadMarkedImport, { import: id })).toMatchObject({ status: 409 })
  })
})
