import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organisationContract } from '#programme/organisation/contract.ts'
import { importContract } from '#programme/organisation/contract-import.ts'
import { applyRows } from '#programme/organisation/import-rows.ts'
import { holdersOf } from '#programme/organisation/reads.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
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

describe('what happens meanwhile', () => {
  test('a file that was looked through before something changed is looked through again before it takes effect', async () => {
    const { id } = await upload(admin, [organisation('丁船党支部')], [person('0501', '周舟', '丁船党支部')])
    await world.act(stage.people.systemAdmin, (context) =>
      applyRows(context, { organisations: [organisation('丁船党支部', { region: '粤东' })], people: [] }),
    )
    expect(await admin.ask(importContract.applyImport, { import: id })).toMatchObject({
      status: 409,
      code: 'organisation.import-outdated',
    })
    const again = await admin.get(importContract.previewImport, { import: id })
    expect(again.counts.organisations).toMatchObject({ new: 0, changed: 1 })
    const plan = await admin.get(importContract.listImportPlan, { import: id, change: 'changed', limit: 50 } as never)
    expect(plan.rows).toMatchObject([{ fields: [{ label: '片区', before: '粤东', after: '珠三角' }] }])
    expect(await admin.get(importContract.applyImport, { import: id })).toMatchObject({ state: 'applied' })
  })

  test('two files at the same moment: one is looked through, the other is told to wait', async () => {
    const rows = ['甲', '乙'].map((name) => fileOf([organisation(`${name}船党支部`)], []))
    const asked = await Promise.all(
      (await Promise.all(rows)).map((file) => admin.ask(importContract.uploadImport, { file })),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = asked.find(({ status }) => status === 409)
    expect(['organisation.import-one-at-a-time', 'platform.changed-meanwhile']).toContain(told?.code)
    const open = await world.db
      .selectFrom('import')
      .select(['id', 'state'])
      .where('state', 'in', ['reading', 'faulty', 'previewed'])
      .execute()
    expect(open.map(({ state }) => state)).toEqual(['previewed'])
    await discard(admin, open[0]!.id)
  })

  test('an organisation that moves takes everything below it along', async () => {
    const { id } = await upload(
      admin,
      [
        organisation('广州海事局海巡支队党总支', {
          kind: 'general-branch',
          parent: '湛江海事局党委',
          setUpOn: '2020-01-01',
        }),
      ],
      [],
    )
    await admin.get(importContract.applyImport, { import: id })
    const { path } = await world.db
      .selectFrom('organisation')
      .select('path')
      .where('id', '=', stage.organisations.patrol)
      .executeTakeFirstOrThrow()
    const { root, zhanjiang, general, patrol } = stage.organisations
    expect(path).toBe(`${root}/${zhanjiang}/${general}/${patrol}/`)
    const neighbour = await world.as(stage.people.zhanjiangOffice)
    expect(await neighbour.ask(organisationContract.readOrganisation, { organisation: patrol })).toMatchObject({
      status: 200,
    })
  })

  test('a new secretary follows the one who is there once confirmed, and only then', async () => {
    const { id } = await upload(admin, [], [person('0601', '霍启', '政务中心窗口党支部', { posts: ['secretary'] })])
    await admin.get(importContract.applyImport, { import: id })
    const { rows } = await security.get(importContract.listImportPosts, { import: id, limit: 50 } as never)
    expect(rows).toMatchObject([{ person: '霍启', replaces: { name: '郑慧', fromOn: '2020-01-01' } }])
    const secretaries = async () =>
      world.act(stage.people.systemAdmin, (context) => holdersOf(context, stage.organisations.window, 'secretary'))
    expect((await secretaries()).map(({ name }) => name)).toEqual(['郑慧'])
    await security.get(importContract.confirmImport, { import: id })
    expect((await secretaries()).map(({ name }) => name)).toEqual(['霍启'])
  })

  test('refused posts give nothing, say why, and can be proposed anew', async () => {
    const lines = [person('0601', '霍启', '政务中心窗口党支部', { posts: ['inspector'] })]
    const { id } = await upload(admin, [], lines)
    await admin.get(importContract.applyImport, { import: id })
    expect(await security.ask(importContract.refuseImport, { import: id, reason: ' ' })).toMatchObject({ status: 422 })
    const refused = await security.get(importContract.refuseImport, { import: id, reason: '未经会议研究' })
    expect(refused).toMatchObject({ state: 'refused', reason: '未经会议研究', allowed: [] })
    expect(await security.ask(importContract.confirmImport, { import: id })).toMatchObject({ status: 409 })
    const again = await upload(admin, [], lines)
    expect(again.counts.posts).toBe(1)
    await discard(admin, again.id)
  })

  test('nobody confirms a post for themself, nor gets one by their own file', async () => {
    const own = await upload(admin, [], [person('0001', '单振华', '示例海事局党委', { posts: ['inspector'] })])
    const { rows } = await admin.get(importContract.listImportProblems, { import: own.id, limit: 50 } as never)
    expect(rows.map(({ reason }) => reason)).toEqual(['organisation.not-your-own-post'])
    const { id } = await upload(admin, [], [person('0002', '曾静怡', '示例海事局党委', { posts: ['inspector'] })])
    await admin.get(importContract.applyImport, { import: id })
    expect(await security.get(importContract.readImport, { import: id })).toMatchObject({ allowed: ['refuse'] })
    expect(await security.ask(importContract.confirmImport, { import: id })).toMatchObject({
      status: 403,
      code: 'organisation.import-gives-you-a-post',
    })
    await security.get(importContract.refuseImport, { import: id, reason: '本人的职务另行办理' })
  })

  test('every step is in the history', async () => {
    const lines = await world.db
      .selectFrom('history')
      .select('action')
      .where('subject_kind', '=', 'import')
      .distinct()
      .orderBy('action')
      .execute()
    expect(lines.map(({ action }) => action)).toEqual([
      'organisation.import-applied',
      'organisation.import-brought',
      'organisation.import-confirmed',
      'organisation.import-discarded',
      'organisation.import-previewed-again',
      'organisation.import-refused',
    ])
  })
})
