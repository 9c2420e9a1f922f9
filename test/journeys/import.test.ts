import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importContract } from '#programme/organisation/contract-import.ts'
import { importWorkbook } from '#programme/organisation/import-file.ts'
import type { OrganisationLine, PersonLine } from '#programme/organisation/rules/import-lines.ts'
import { accountContract } from '#support/account/contract.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'

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

const organisation = (name: string, more: Partial<OrganisationLine> = {}): OrganisationLine => ({
  row: 0,
  name,
  shortName: null,
  kind: 'branch',
  parent: '广州海事局党委',
  region: '珠三角',
  unit: null,
  sortNo: null,
  setUpOn: '2019-07-01',
  ...more,
})
const person = (staffNo: string | null, name: string, at: string, more: Partial<PersonLine> = {}): PersonLine => ({
  row: 0,
  staffNo,
  name,
  organisation: at,
  kind: 'member',
  posts: [],
  postOrganisation: null,
  fromOn: null,
  ...more,
})
const fileOf = async (organisations: OrganisationLine[], people: PersonLine[], name = '名册.xlsx') => ({
  name,
  bytes: (await importWorkbook({ organisations, people }, 'zh')) as Uint8Array<ArrayBuffer>,
})
const upload = async (organisations: OrganisationLine[], people: PersonLine[]) =>
  admin.get(importContract.uploadImport, { file: await fileOf(organisations, people) })
const discard = (id: string) => admin.get(importContract.discardImport, { import: id })
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
    const brought = await upload(organisations, people)
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

  test('two at once put it into effect once', async () => {
    const both = await Promise.all([1, 2].map(() => admin.ask(importContract.applyImport, { import: id })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await admin.get(importContract.readImport, { import: id })).toMatchObject({ state: 'applied', waiting: 2, allowed: [] })
  })
})
