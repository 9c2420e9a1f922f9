import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { organisationContract } from '#programme/organisation/contract.ts'
import { importContract } from '#programme/organisation/contract-import.ts'
import { takingBackContract } from '#programme/organisation/contract-taking-back.ts'
import { holdersOf } from '#programme/organisation/reads.ts'
import { issueActivation } from '#support/account/actions.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { organisation, person, upload } from './importing.ts'

let world: World
let stage: Stage
let admin: Browser
let security: Browser
const signIn = async (day: string) => {
  await world.setTime(noon(day))
  admin = await world.as(stage.people.systemAdmin)
  security = await world.as(stage.people.securityAdmin)
}
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
  await signIn('2026-01-12')
})
afterEach(() => signIn('2026-01-12'))
afterAll(() => world.close())

const reason = '误将草稿名册导入'
const ofStructure = [
  ...['organisation', 'organisation_span', 'organisation_unit'],
  ...['unit', 'unit_span', 'person', 'membership'],
]
/** All that files write, but for the numbers of rows. */
async function register() {
  const all: Record<string, string[]> = {}
  for (const table of ofStructure) {
    const { rows } = await sql<{ row: string }>`select (to_jsonb(t) - 'id')::text as row from ${sql.table(table)} t
      order by 1`.execute(world.owner)
    all[table] = rows.map(({ row }) => row)
  }
  return all
}
const posts = async () =>
  (
    await sql<{ row: string }>`select (to_jsonb(t) - 'followed_in')::text as row from post t where import_id is null
      order by 1`.execute(world.owner)
  ).rows.map(({ row }) => row)
const idOf = async (staffNo: string) =>
  (await world.db.selectFrom('person').select('id').where('staff_no', '=', staffNo).executeTakeFirstOrThrow()).id
const organisationCalled = async (name: string) =>
  (await world.db.selectFrom('organisation').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
const read = (id: string) => admin.ask(takingBackContract.readTakingBack, { import: id })
const takeBack = (id: string, by = admin) => by.ask(takingBackContract.takeBackImport, { import: id, reason })
const hindrances = async (id: string) =>
  (await admin.get(takingBackContract.readTakingBack, { import: id })).hindrances.map(
    ({ because, name, what, count }) => [because, name, what, count],
  )
async function inEffect(...rows: [Parameters<typeof upload>[1], Parameters<typeof upload>[2]]) {
  const { id } = await upload(admin, ...rows)
  await admin.get(importContract.applyImport, { import: id })
  return id
}

const made = [organisation('沙角海事处党支部', { unit: '沙角海事处' }), organisation('海巡0933船党支部')]
const changedBranch = organisation('广州海事局黄埔海事处党支部', {
  ...{ parent: '湛江海事局党委', region: '粤西', unit: '黄埔海事处' },
  setUpOn: '2020-01-01',
})
const people = [
  person('0901', '㛃欣', '沙角海事处党支部', { posts: ['secretary'] }),
  person('0902', '买买提·艾力', '海巡0933船党支部', { kind: 'staff' }),
  // 李冬 moves, 赵小米 gets another number
  person('0108', '李冬', '沙角海事处党支部'),
  person('0119', '吴倩', '湛江海事局徐闻海事处党支部'),
]

describe('taking an import back', () => {
  test('on the day it took effect everything is as it was, and can be brought again', async () => {
    const [before, held] = [await register(), await posts()]
    const id = await inEffect([...made, changedBranch], people)
    expect(await admin.get(takingBackContract.readTakingBack, { import: id })).toEqual({
      counts: {
        organisations: { new: 2, changed: 1 },
        people: { new: 3, changed: 1 },
        units: 2,
        posts: 1,
        secretaries: 0,
      },
      hindrances: [],
      more: false,
      allowed: ['take-back'],
    })
    const back = await takeBack(id)
    expect(back).toMatchObject({
      status: 200,
      body: { state: 'taken-back', takenBack: { by: '单振华', reason }, allowed: [], waiting: 0 },
    })
    expect(await register()).toEqual(before)
    expect(await posts()).toEqual(held)
    expect(await world.db.selectFrom('post').select('id').where('import_id', '=', id).execute()).toEqual([])
    expect(await world.db.selectFrom('import_image').select('subject_id').execute()).toEqual([])
    const again = await upload(admin, [...made, changedBranch], people)
    expect(again.counts).toMatchObject({ organisations: { new: 2, changed: 1 }, people: { new: 3, changed: 1 } })
    await admin.get(importContract.discardImport, { import: again.id })
  })

  test('later, the days between read as they were, but for what never was', async () => {
    const before = await register()
    const id = await inEffect([...made, changedBranch], people)
    await signIn('2026-03-02')
    expect(await takeBack(id)).toMatchObject({ status: 200 })
    const { huangpu, guangzhou, zhanjiang } = stage.organisations
    const parentOn = async (on: string) =>
      (await admin.get(organisationContract.readOrganisation, { organisation: huangpu, on })).parent?.id
    expect(await Promise.all(['2026-01-11', '2026-01-12', '2026-03-01', '2026-03-02'].map(parentOn))).toEqual([
      ...[guangzhou, zhanjiang, zhanjiang, guangzhou],
    ])
    const on = { on: '2026-02-01', limit: 50 } as never
    const { rows } = await admin.get(organisationContract.listOrganisations, on)
    expect(rows.map(({ name }) => name)).not.toContain('沙角海事处党支部')
    // whoever belonged to what never was belonged where they were before
    const after = await register()
    expect(after.person).toEqual(before.person)
    expect(after.membership).toEqual(before.membership)
    expect(after.unit).toEqual(before.unit)
    expect(after.organisation).toEqual(before.organisation)
  })

  test('two administrators know of it: the history has both acts, and only the one who brings takes back', async () => {
    const id = await inEffect([organisation('甲船党支部')], [])
    expect(await takeBack(id, security)).toMatchObject({ status: 403 })
    expect(await admin.ask(takingBackContract.takeBackImport, { import: id, reason: ' ' })).toMatchObject({
      status: 422,
      fields: { reason: expect.any(String) },
    })
    await world.setTime('2026-01-12T12:11:00.000000+08:00')
    expect(await takeBack(id)).toMatchObject({ status: 403, code: 'platform.prove-it-again' })
    await signIn('2026-01-12')
    expect(await takeBack(id)).toMatchObject({ status: 200 })
    expect(await takeBack(id)).toMatchObject({ status: 409, code: 'organisation.import-is-not-in-effect' })
    const lines = await world.db
      .selectFrom('history')
      .select(['action', 'detail'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute()
    expect(lines.map(({ action }) => action)).toEqual([
      'organisation.import-brought',
      'organisation.import-applied',
      'organisation.import-taken-back',
    ])
    expect(lines[2]!.detail).toMatchObject({ reason, organisations: { new: 1, changed: 0 } })
  })

  test('a file that is not in effect, or was put into effect before its former state was kept, is not taken back', async () => {
    const { id } = await upload(admin, [organisation('甲船党支部')], [])
    expect(await takeBack(id)).toMatchObject({ status: 409, code: 'organisation.import-is-not-in-effect' })
    await admin.get(importContract.applyImport, { import: id })
    await sql`update import set former_kept = false where id = ${id}`.execute(world.owner)
    expect(await takeBack(id)).toMatchObject({ status: 409, code: 'organisation.import-kept-no-former' })
    expect((await read(id)).status).toBe(409)
    await sql`update import set former_kept = true where id = ${id}`.execute(world.owner)
    expect((await takeBack(id)).status).toBe(200)
  })

  test('two people who changed their numbers with each other have their own again', async () => {
    const before = await register()
    const swapped = [
      person('T1', '李冬', '广州海事局黄埔海事处党支部'),
      person('0205', '吴茜', '湛江海事局徐闻海事处党支部', { kind: 'staff' }),
    ]
    const id = await inEffect([], swapped)
    expect(await register()).not.toEqual(before)
    expect((await takeBack(id)).status).toBe(200)
    expect(await register()).toEqual(before)
  })
})

describe('posts that a file gave', () => {
  const secretaries = () =>
    world.act(stage.people.systemAdmin, async (context) =>
      (await holdersOf(context, stage.organisations.window, 'secretary')).map(({ name }) => name),
    )
  const follows = [person('0601', '霍启', '政务中心窗口党支部', { posts: ['secretary'] })]

  test('end, and a secretary who was followed the same day goes on', async () => {
    const before = await posts()
    const id = await inEffect([], follows)
    await security.get(importContract.confirmImport, { import: id })
    expect(await secretaries()).toEqual(['霍启'])
    expect((await admin.get(takingBackContract.readTakingBack, { import: id })).counts).toMatchObject({
      posts: 1,
      secretaries: 1,
    })
    expect((await takeBack(id)).status).toBe(200)
    expect(await secretaries()).toEqual(['郑慧'])
    expect(await posts()).toEqual(before)
  })

  test('end, and a secretary who was followed earlier is proposed again: a second person confirms', async () => {
    const id = await inEffect([], follows)
    await security.get(importContract.confirmImport, { import: id })
    await signIn('2026-03-02')
    expect((await takeBack(id)).status).toBe(200)
    expect(await secretaries()).toEqual([])
    const { rows } = await security.get(organisationContract.listPosts, { state: 'waiting', limit: 50 } as never)
    expect(rows).toMatchObject([{ person: { name: '郑慧' }, post: 'secretary', fromOn: '2026-03-02' }])
    await security.get(organisationContract.confirmPost, { post: rows[0]!.id })
    expect(await secretaries()).toEqual(['郑慧'])
    // as before, for what follows
    await sql`delete from post where from_on = '2026-03-02'`.execute(world.owner)
    await sql`update post set until_on = null where organisation_id = ${stage.organisations.window}
      and post = 'secretary'`.execute(world.owner)
  })

  test('of people who stay, those that wait are turned down with the reason', async () => {
    const id = await inEffect([], [person('0108', '李冬', '广州海事局黄埔海事处党支部', { posts: ['inspector'] })])
    expect((await takeBack(id)).status).toBe(200)
    const rows = await world.db
      .selectFrom('post')
      .select(['refusal', 'confirmed_at'])
      .where('import_id', '=', id)
      .execute()
    expect(rows).toEqual([{ refusal: reason, confirmed_at: null }])
  })

  test('an administrator is not ended together with others', async () => {
    const id = await inEffect([], [person('0108', '李冬', '广州海事局黄埔海事处党支部', { posts: ['audit-admin'] })])
    await security.get(importContract.confirmImport, { import: id })
    expect(await hindrances(id)).toEqual([['administrator', '李冬', null, 1]])
    expect(await takeBack(id)).toMatchObject({ status: 409, code: 'organisation.import-is-depended-on' })
    await sql`update post set until_on = '2026-01-12' where import_id = ${id}`.execute(world.owner)
    expect((await takeBack(id)).status).toBe(200)
  })
})

describe('what stands in the way', () => {
  test('is named: posts granted since, organisations below, people who came, accounts in use', async () => {
    const id = await inEffect(
      [organisation('沙角海事处党总支', { kind: 'general-branch' })],
      people.slice(1, 2).map((each) => ({ ...each, organisation: '沙角海事处党总支' })),
    )
    const general = await organisationCalled('沙角海事处党总支')
    const later = await inEffect(
      [organisation('穿鼻洋船党支部', { parent: '沙角海事处党总支' })],
      [person('0108', '李冬', '沙角海事处党总支')],
    )
    const somebody = await idOf('0902')
    await admin.get(organisationContract.grantPost, {
      ...{ person: stage.people.inspector, organisation: general, post: 'secretary', fromOn: '2026-01-12' },
    })
    await world.as(somebody)
    await sql`update account set password_hash = 'x' where person_id = ${somebody}`.execute(world.owner)
    expect(await hindrances(id)).toEqual(
      expect.arrayContaining([
        ['in-use', '沙角海事处党总支', '下级或并入的党组织', 1],
        ['in-use', '沙角海事处党总支', '下级党组织', 1],
        ['in-use', '沙角海事处党总支', '人员', 1],
        ['in-use', '沙角海事处党总支', '岗位', 1],
        ['account-used', '买买提·艾力', null, 1],
      ]),
    )
    const before = await register()
    expect(await takeBack(id)).toMatchObject({ status: 409, code: 'organisation.import-is-depended-on' })
    expect(await register()).toEqual(before)
    // once the later file is taken back and the rest is undone, nothing stands in the way
    expect((await takeBack(later)).status).toBe(200)
    await sql`delete from post where organisation_id = ${general}`.execute(world.owner)
    await sql`delete from session where person_id = ${somebody}`.execute(world.owner)
    await sql`update account set password_hash = null where person_id = ${somebody}`.execute(world.owner)
    expect((await takeBack(id)).status).toBe(200)
    // a code that nobody had used is forgotten with whom it was for
    expect(await world.db.selectFrom('account').select('login').where('person_id', '=', somebody).execute()).toEqual([])
  })

  test('a later change of what it changed: the later file is taken back first', async () => {
    const moved = (region: string) =>
      organisation('广州海事局南沙海事处党支部', { parent: '湛江海事局党委', region, setUpOn: '2020-01-01' })
    const first = await inEffect([moved('粤西')], [person('0108', '李冬', '政务中心窗口党支部')])
    const second = await inEffect([moved('粤东')], [person('0108', '李冬', '海巡0931船党支部')])
    expect(await hindrances(first)).toEqual([
      ['changed-later', '广州海事局南沙海事处党支部', null, 1],
      ['changed-later', '李冬', null, 1],
    ])
    expect((await takeBack(second)).status).toBe(200)
    expect((await takeBack(first)).status).toBe(200)
    const { nansha } = stage.organisations
    const { parent, region } = await admin.get(organisationContract.readOrganisation, { organisation: nansha })
    expect([parent?.name, region]).toEqual(['广州海事局党委', '珠三角'])
  })

  test('a code that was issued and not used is none', async () => {
    const id = await inEffect([], [person('0903', '沈括', '政务中心窗口党支部')])
    const somebody = await idOf('0903')
    await world.act(stage.people.systemAdmin, (context) => issueActivation(context, somebody as never, '0903'))
    expect(await hindrances(id)).toEqual([])
    expect((await takeBack(id)).status).toBe(200)
    const accounts = await world.db.selectFrom('account').select('login').where('login', '=', '0903').execute()
    expect(accounts).toEqual([])
  })
})
