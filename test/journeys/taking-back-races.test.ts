import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContract } from '#programme/organisation/contract-import.ts'
import { takingBackContract } from '#programme/organisation/contract-taking-back.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { issueActivation } from '#support/account/actions.ts'
import { accountContract } from '#support/account/contract.ts'
import type { Stage } from '../stage.ts'
import type { Browser, World } from '../world.ts'
import { organisation, person, upload } from './importing.ts'
import { idea, openYear } from './theme-year.ts'

/** Taking a file back and something else at once end in a state that one of the two orders gives. */

let world: World
let stage: Stage
let admin: Browser
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  admin = await world.as(stage.people.systemAdmin)
})
afterAll(() => world.close())

const takeBack = (id: string) =>
  admin.ask(takingBackContract.takeBackImport, { import: id, reason: '误将草稿名册导入' })
async function inEffect(...rows: [Parameters<typeof upload>[1], Parameters<typeof upload>[2]]) {
  const { id } = await upload(admin, ...rows)
  await admin.get(importContract.applyImport, { import: id })
  return id
}
const TIMES = 4

test('two at once take it back once', async () => {
  const id = await inEffect([organisation('甲船党支部')], [person('0901', '㛃欣', '甲船党支部')])
  const both = await Promise.all([takeBack(id), takeBack(id)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a theme is drafted meanwhile: it stands and the file stays, or neither does', async () => {
  const security = await world.as(stage.people.securityAdmin)
  for (let time = 0; time < TIMES; time++) {
    const name = `乙${time}船党支部`
    const post = { posts: ['secretary' as const], postOrganisation: name }
    const id = await inEffect([organisation(name)], [person('0108', '李冬', '广州海事局黄埔海事处党支部', post)])
    await security.get(importContract.confirmImport, { import: id })
    const secretary = await world.as(stage.people.huangpuMember)
    const branch = (
      await world.db.selectFrom('organisation').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    ).id
    const draft = async () => {
      await new Promise((resolve) => setTimeout(resolve, time * 40))
      return secretary.ask(themeContract.draftTheme, { organisation: branch, ...idea, name: `浪尖${time}` })
    }
    const [back, drafted] = await Promise.all([takeBack(id), draft()])
    const left = await world.db.selectFrom('theme').select('id').where('organisation_id', '=', branch).execute()
    if (drafted.status === 200) {
      expect(back).toMatchObject({ status: 409, code: 'organisation.import-is-depended-on' })
      expect(left).toHaveLength(1)
      const { hindrances } = await admin.get(takingBackContract.readTakingBack, { import: id })
      expect(hindrances).toContainEqual(
        expect.objectContaining({ because: 'in-use', name, what: '品牌主题', count: 1 }),
      )
      // whoever drafted it did so by a post that the file gave
      expect(hindrances.map(({ because }) => because)).toContain('acted')
    } else {
      expect([403, 404, 409]).toContain(drafted.status)
      expect(back.status).toBe(200)
      expect(left).toEqual([])
    }
  }
})

test('a later change meanwhile: it is taken back before or after, never under it', async () => {
  const row = (region: string) =>
    organisation('广州海事局南沙海事处党支部', { parent: '湛江海事局党委', region, setUpOn: '2020-01-01' })
  const first = await inEffect([row('粤西')], [])
  const { id: second } = await upload(admin, [row('粤东')], [])
  const [back, applied] = await Promise.all([
    takeBack(first),
    admin.ask(importContract.applyImport, { import: second }),
  ])
  expect([back.status, applied.status].sort()).toEqual([200, 409])
  const { region, parent_id } = await world.db
    .selectFrom('organisation')
    .select(['region', 'parent_id'])
    .where('id', '=', stage.organisations.nansha)
    .executeTakeFirstOrThrow()
  if (back.status === 200) {
    expect([region, parent_id]).toEqual(['珠三角', stage.organisations.guangzhou])
    await admin.get(importContract.discardImport, { import: second })
  } else expect([region, parent_id]).toEqual(['粤东', stage.organisations.zhanjiang])
})

test('somebody whom it brought activates the account meanwhile: they are here with it, or neither is', async () => {
  for (let time = 0; time < TIMES; time++) {
    const id = await inEffect([], [person('0905', '沈括', '政务中心窗口党支部')])
    const { id: somebody } = await world.db
      .selectFrom('person')
      .select('id')
      .where('staff_no', '=', '0905')
      .executeTakeFirstOrThrow()
    const code = await world.act(stage.people.systemAdmin, (context) =>
      issueActivation(context, somebody as never, '0905'),
    )
    const activate = async () => {
      await new Promise((resolve) => setTimeout(resolve, time * 30))
      return world.nobody.ask(accountContract.activate, { login: '0905', code, password: '珠江口上的眼睛2026号' })
    }
    const [back, activated] = await Promise.all([takeBack(id), activate()])
    const here = await world.db.selectFrom('person').select('id').where('id', '=', somebody).execute()
    const accounts = await world.db.selectFrom('account').select('login').where('person_id', '=', somebody).execute()
    if (back.status === 200) expect([here, accounts, activated.status]).toEqual([[], [], 409])
    else {
      expect(back).toMatchObject({ status: 409, code: 'organisation.import-is-depended-on' })
      expect([here.length, accounts.length, activated.status]).toEqual([1, 1, 200])
      await sql`delete from account where person_id = ${somebody}`.execute(world.owner)
      expect((await takeBack(id)).status).toBe(200)
    }
  }
})
