import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationContract } from '#programme/organisation/contract.ts'
import type { GrantedPost } from '#programme/organisation/rules/posts.ts'
import { historyContract } from '#support/history/contract.ts'
import { type Stage, setStage } from '../stage.ts'
import { openWorld, type World } from '../world.ts'

let world: World
let stage: Stage
beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
})
afterAll(() => world.close())

const today = '2026-07-15'

async function grant(person: string, post: GrantedPost, organisation: string, by = stage.people.systemAdmin) {
  const granter = await world.as(by)
  return granter.ask(organisationContract.grantPost, { person, post, organisation, fromOn: today })
}

async function granted(person: string, post: GrantedPost, organisation: string): Promise<string> {
  const answer = await grant(person, post, organisation)
  if (answer.status !== 200) throw new Error(`not granted: ${answer.code}`)
  return (answer.body as { id: string }).id
}

const confirm = async (post: string, by = stage.people.securityAdmin) =>
  (await world.as(by)).ask(organisationContract.confirmPost, { post })

const postsOf = async (person: string) =>
  (await (await world.as(person)).get(organisationContract.readMe, {})).posts.map(({ post }) => post)

test('a post takes effect when the security administrator confirms it, not before', async () => {
  const { huangpuMember } = stage.people
  const id = await granted(huangpuMember, 'inspector', stage.organisations.root)
  expect(await postsOf(huangpuMember)).toEqual(['member'])
  expect(await confirm(id, stage.people.systemAdmin)).toMatchObject({ status: 403 })
  expect((await confirm(id)).status).toBe(200)
  expect(await postsOf(huangpuMember)).toEqual(['member', 'inspector'])
  expect(await confirm(id)).toMatchObject({ status: 409, code: 'organisation.post-is-not-waiting' })
})

test('the three administrators exclude each other, in either order, waiting or held', async () => {
  const { root } = stage.organisations
  const excluded = { status: 409, code: 'organisation.administrators-exclude-each-other' }
  expect(await grant(stage.people.securityAdmin, 'audit-admin', root)).toMatchObject(excluded)
  expect(await grant(stage.people.auditAdmin, 'system-admin', root)).toMatchObject(excluded)
  const first = await granted(stage.people.rootAssessor, 'system-admin', root)
  expect(await grant(stage.people.rootAssessor, 'audit-admin', root)).toMatchObject(excluded)
  expect((await confirm(first)).status).toBe(200)
  expect(await grant(stage.people.rootAssessor, 'security-admin', root)).toMatchObject(excluded)
  await granted(stage.people.inspector, 'audit-admin', root)
  expect(await grant(stage.people.inspector, 'system-admin', root)).toMatchObject(excluded)
})

test('the database itself keeps one person from being two administrators', async () => {
  const insert = world.owner
    .insertInto('post')
    .values({
      id: sql<string>`gen_random_uuid()`,
      person_id: stage.people.securityAdmin,
      organisation_id: stage.organisations.root,
      post: 'audit-admin',
      from_on: today,
    })
    .execute()
  await expect(insert).rejects.toThrow('one_administrator_post_each')
})

test('nobody grants, confirms or ends a post of their own', async () => {
  const { systemAdmin, securityAdmin } = stage.people
  expect(await grant(systemAdmin, 'inspector', stage.organisations.root)).toMatchObject({
    status: 403,
    code: 'organisation.not-your-own-post',
  })
  const own = await granted(securityAdmin, 'inspector', stage.organisations.root)
  expect(await confirm(own)).toMatchObject({ status: 403, code: 'organisation.not-your-own-post' })
  const administrator = await world.as(securityAdmin)
  const mine = await administrator.get(organisationContract.listPosts, {
    person: securityAdmin,
    state: 'held',
    limit: 50,
  })
  const held = mine.rows.find(({ post }) => post === 'security-admin')!
  expect(held.allowed).toEqual([])
  expect(await administrator.ask(organisationContract.endPost, { post: held.id, untilOn: today })).toMatchObject({
    status: 403,
  })
})

test('two confirmations at once: one takes effect, the other is told', async () => {
  const id = await granted(stage.people.xuwenMember, 'inspector', stage.organisations.root)
  const answers = await Promise.all([confirm(id), confirm(id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a branch has one secretary: the next is confirmed when the first has a last day', async () => {
  const { huangpu } = stage.organisations
  const next = await granted(stage.people.guangzhouAssessor, 'secretary', huangpu)
  expect(await confirm(next)).toMatchObject({ status: 409, code: 'organisation.has-a-secretary' })
  const keeper = await world.as(stage.people.systemAdmin)
  const { rows } = await keeper.get(organisationContract.listPosts, {
    person: stage.people.huangpuSecretary,
    limit: 50,
  })
  await keeper.get(organisationContract.endPost, { post: rows[0]!.id, untilOn: today })
  expect(await postsOf(stage.people.huangpuSecretary)).toEqual(['member'])
  expect((await confirm(next)).status).toBe(200)
})

test('the last administrator of a kind stays until a successor is confirmed', async () => {
  const audit = await world.as(stage.people.auditAdmin)
  const { rows } = await audit.get(organisationContract.listPosts, { post: 'security-admin', limit: 50 })
  const end = () => audit.ask(organisationContract.endPost, { post: rows[0]!.id, untilOn: today })
  expect(await end()).toMatchObject({ status: 409, code: 'organisation.last-administrator' })
  const successor = await granted(stage.people.zhanjiangAssessor, 'security-admin', stage.organisations.root)
  expect((await confirm(successor)).status).toBe(200)
  expect((await end()).status).toBe(200)
  expect(await postsOf(stage.people.securityAdmin)).toEqual(['member'])
  expect((await confirm(successor)).status).toBe(404)
})

test('an activation code given before is worthless once its person becomes an administrator', async () => {
  const person = stage.people.nanshaSecretary
  const keeper = await world.as(stage.people.systemAdmin)
  await keeper.get(organisationContract.issueCode, { person })
  const id = await granted(person, 'audit-admin', stage.organisations.root)
  expect((await confirm(id, stage.people.zhanjiangAssessor)).status).toBe(200)
  const row = await world.owner
    .selectFrom('account')
    .select('activation_hash')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  expect(row.activation_hash).toBeNull()
  expect((await keeper.ask(organisationContract.issueCode, { person })).status).toBe(403)
})

test('a post that was turned down was never held, and says why', async () => {
  const person = stage.people.xuwenSecretary
  const id = await granted(person, 'office', stage.organisations.zhanjiang)
  const decider = await world.as(stage.people.zhanjiangAssessor)
  expect((await decider.ask(organisationContract.refusePost, { post: id, reason: '' })).status).toBe(422)
  await decider.get(organisationContract.refusePost, { post: id, reason: '任命文件尚未印发' })
  const { rows } = await decider.get(organisationContract.listPosts, { state: 'refused', limit: 50 })
  expect(rows).toMatchObject([{ id, refusal: '任命文件尚未印发', allowed: [] }])
  expect(await postsOf(person)).toEqual(['member', 'secretary'])
})

test('strangers see neither people nor posts, secretaries their own branch without its accounts', async () => {
  const member = await world.as(stage.people.huangpuStaff)
  expect((await member.ask(organisationContract.listPeople, { limit: 50 })).status).toBe(403)
  expect((await member.ask(organisationContract.listPosts, { limit: 50 })).status).toBe(403)
  expect((await member.ask(organisationContract.readPerson, { person: stage.people.huangpuMember })).status).toBe(404)
  const secretary = await world.as(stage.people.patrolSecretary)
  const { rows } = await secretary.get(organisationContract.listPeople, { limit: 50 })
  expect(rows.map(({ name }) => name).sort()).toEqual(['冯大海', '尉迟敏'].sort())
  expect(rows.every(({ account, allowed }) => account === null && allowed.length === 0)).toBe(true)
  expect((await secretary.ask(organisationContract.readPerson, { person: stage.people.xuwenMember })).status).toBe(404)
})

test('people are found by pinyin, surnames read as surnames', async () => {
  const keeper = await world.as(stage.people.systemAdmin)
  const found = async (search: string) =>
    (await keeper.get(organisationContract.listPeople, { search, limit: 50 })).rows.map(({ name }) => name)
  expect(await found('szh')).toContain('单振华')
  expect(await found('xxd')).toContain('解晓东')
  expect(await found('yuchi')).toEqual(['尉迟敏'])
  expect(await found('0106')).toEqual(['冯大海'])
  expect(await found("%' or 1=1")).toEqual([])
})

test('a long list is walked page by page without losing or doubling anybody', async () => {
  const keeper = await world.as(stage.people.systemAdmin)
  const all = await keeper.get(organisationContract.listPeople, { limit: 200 })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await keeper.get(organisationContract.listPeople, { limit: 4, ...(cursor && { cursor }) })
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(all.rows.map(({ id }) => id))
  expect(new Set(seen).size).toBe(Object.keys(stage.people).length)
})

test('the audit administrator sees every line, an office its own organisations without accounts, others none', async () => {
  const lines = async (person: string) =>
    (await (await world.as(person)).get(historyContract.listHistory, { limit: 200 })).rows
  const all = await lines(stage.people.auditAdmin)
  expect(all.map(({ action }) => action)).toContain('organisation.post-refused')
  expect(all.map(({ action }) => action)).toContain('account.code-issued')
  expect(all.map(({ id }) => Number(id))).toEqual(all.map(({ id }) => Number(id)).sort((a, b) => b - a))
  const office = await lines(stage.people.zhanjiangOffice)
  expect(new Set(office.map(({ organisation }) => organisation))).toEqual(new Set(['湛江海事局党委']))
  expect(office.some(({ action }) => action.startsWith('account.'))).toBe(false)
  const secretary = await world.as(stage.people.patrolSecretary)
  expect((await secretary.ask(historyContract.listHistory, { limit: 50 })).status).toBe(403)
  await expect(sql`delete from history`.execute(world.db)).rejects.toThrow('permission denied')
})
