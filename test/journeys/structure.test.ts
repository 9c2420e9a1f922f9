import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#platform/context.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { structureContract } from '#programme/organisation/contract-structure.ts'
import { applyRows } from '#programme/organisation/import-rows.ts'
import type { OrganisationLine, PersonLine } from '#programme/organisation/rules/import-lines.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { noon, openWorld, type World } from '../world.ts'

/** S01.3: a page, an export or a right asked for an earlier day answers with the structure of that day. */

let world: World
let stage: Stage

const line = (name: string, more: Partial<OrganisationLine>): OrganisationLine => ({
  row: 1,
  name,
  shortName: null,
  kind: 'branch',
  parent: null,
  region: null,
  unit: null,
  sortNo: null,
  setUpOn: '2020-01-01',
  ...more,
})

/** What a file of some day brought, by the rules of an import. */
async function bring(day: string, organisations: OrganisationLine[], people: PersonLine[] = []) {
  await world.dispatcher.act(nobody, (context) => applyRows(context, { organisations, people }), noon(day))
}

beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  const nansha = '广州海事局南沙海事处党支部'
  await bring('2022-03-01', [line(nansha, { parent: '湛江海事局党委', region: '粤西', unit: '南沙海事处' })])
  await bring('2024-05-10', [
    line(nansha, { parent: '广州海事局党委', region: '珠三角', unit: '南沙海事处、南沙窗口' }),
  ])
})
afterAll(() => world.close())

const office = () => world.as(stage.people.rootOffice)
const tree = async (on: string, by = stage.people.rootOffice) =>
  (await (await world.as(by)).get(structureContract.readStructure, { on })).rows
const parentOf = async (on: string, id: string) => (await tree(on)).find((row) => row.id === id)?.parent

describe('the structure of a day', () => {
  test('shows each organisation under the one it stood under that day, in order', async () => {
    const { nansha, guangzhou, zhanjiang } = stage.organisations
    expect(await parentOf('2022-02-28', nansha)).toBe(guangzhou)
    expect(await parentOf('2022-03-01', nansha)).toBe(zhanjiang)
    expect(await parentOf('2024-05-09', nansha)).toBe(zhanjiang)
    expect(await parentOf('2024-05-10', nansha)).toBe(guangzhou)
    const names = (await tree('2023-01-01')).map(({ name }) => name)
    expect(names.indexOf('广州海事局南沙海事处党支部')).toBe(names.indexOf('湛江海事局党委') + 1)
    expect(await tree('2019-12-31')).toEqual([])
  })

  test('counts the branches and names the units and the secretary of that day', async () => {
    const rows = await tree('2023-01-01')
    const of = (id: string) => rows.find((row) => row.id === id)!
    expect(of(stage.organisations.zhanjiang).branches).toBe(2)
    expect(of(stage.organisations.guangzhou).branches).toBe(2)
    expect(of(stage.organisations.nansha)).toMatchObject({
      region: '粤西',
      secretary: '王𬭎',
      units: [{ name: '南沙海事处' }],
    })
    const now = (await tree('2026-07-15')).find(({ id }) => id === stage.organisations.nansha)!
    expect(now.units.map(({ name }) => name)).toEqual(['南沙海事处', '南沙窗口'])
  })

  test('one organisation and the list of them answer for a day as well', async () => {
    const browser = await office()
    const { nansha } = stage.organisations
    expect(
      await browser.get(organisationContract.readOrganisation, { organisation: nansha, on: '2023-01-01' }),
    ).toMatchObject({
      parent: { name: '湛江海事局党委' },
      region: '粤西',
    })
    const list = (on?: string) =>
      browser.get(organisationContract.listOrganisations, { limit: 50, region: '粤西', ...(on && { on }) })
    expect((await list('2023-01-01')).rows.map(({ id }) => id)).toContain(nansha)
    expect((await list()).rows.map(({ id }) => id)).not.toContain(nansha)
  })

  test('what has not come yet, or was before the record, is refused in words', async () => {
    const browser = await office()
    const { nansha: organisation } = stage.organisations
    expect(await browser.ask(structureContract.readStructure, { on: '2026-07-16' })).toMatchObject({
      status: 409,
      code: 'organisation.not-yet-on-record',
    })
    expect(await browser.ask(organisationContract.readOrganisation, { organisation, on: '2019-01-01' })).toMatchObject({
      status: 409,
      code: 'organisation.not-there-that-day',
    })
    for (const on of ['2026-02-30', '', 'gestern', '2026-7-1'])
      expect(await browser.ask(structureContract.readStructure, { on })).toMatchObject({
        status: 422,
        fields: { on: 'day.not-a-day' },
      })
  })

  test('a bureau finds what stood below it then, and no other bureau’s', async () => {
    const ids = async (on: string) => (await tree(on, stage.people.zhanjiangOffice)).map(({ id }) => id)
    const { nansha, zhanjiang, xuwen, guangzhou } = stage.organisations
    expect(await ids('2023-01-01')).toEqual([zhanjiang, nansha, xuwen])
    expect(await ids('2026-07-15')).toEqual([zhanjiang, xuwen])
    expect(await ids('2023-01-01')).not.toContain(guangzhou)
  })

  test('its history tells every place and every tie with its days', async () => {
    const told = await (await office()).get(structureContract.listPlaces, { organisation: stage.organisations.nansha })
    expect(told.places.map(({ fromOn, untilOn, parent }) => [fromOn, untilOn, parent?.name])).toEqual([
      ['2020-01-01', '2022-03-01', '广州海事局党委'],
      ['2022-03-01', '2024-05-10', '湛江海事局党委'],
      ['2024-05-10', null, '广州海事局党委'],
    ])
    expect(told.ties.map(({ name, fromOn, untilOn }) => [name, fromOn, untilOn])).toEqual([
      ['南沙海事处', '2022-03-01', null],
      ['南沙窗口', '2024-05-10', null],
    ])
  })

  test('comes as a workbook of that day', async () => {
    const { name, bytes } = await (await office()).get(structureContract.exportStructure, { on: '2023-01-01' })
    expect(name).toBe('机构 2023-01-01.xlsx')
    const book = await readWorkbook(bytes)
    if (!book.ok) throw new Error(book.reason)
    const cells = JSON.stringify(book.value.sheets[0])
    expect(cells).toContain('\u3000\u3000广州海事局南沙海事处党支部')
    expect(cells).toContain('2023-01-01')
  })

  test('units are listed with their organisations of the day', async () => {
    const browser = await office()
    expect((await browser.get(structureContract.listUnits, { on: '2022-02-28', limit: 5 })).rows).toEqual([])
    const { rows } = await browser.get(structureContract.listUnits, { limit: 5 })
    expect(rows.map(({ name, organisations }) => [name, organisations.map((each) => each.name)])).toEqual([
      ['南沙海事处', ['广州海事局南沙海事处党支部']],
      ['南沙窗口', ['广州海事局南沙海事处党支部']],
    ])
  })
})

describe('rights of a day', () => {
  test('who held which post, by the names and places of that day', async () => {
    const browser = await office()
    const held = async (on: string) =>
      (await browser.get(structureContract.listHolders, { on, person: stage.people.nanshaSecretary, limit: 5 })).rows
    expect(await held('2023-01-01')).toMatchObject([
      { post: 'secretary', above: ['示例海事局党委', '湛江海事局党委'], below: 0 },
    ])
    expect(await held('2025-01-01')).toMatchObject([{ above: ['示例海事局党委', '广州海事局党委'] }])
    expect(await held('2019-12-31')).toEqual([])
    const chief = await browser.get(structureContract.listHolders, { on: '2023-01-01', post: 'office', limit: 50 })
    expect(chief.rows.map(({ organisation, below }) => [organisation.name, below])).toContainEqual([
      '湛江海事局党委',
      2,
    ])
  })

  test('where somebody belonged, before and after they moved', async () => {
    await bring(
      '2025-02-01',
      [],
      [
        {
          row: 1,
          staffNo: '0205',
          name: '吴倩',
          organisation: '政务中心窗口党支部',
          kind: 'member',
          posts: [],
          postOrganisation: null,
          fromOn: null,
        },
      ],
    )
    const browser = await office()
    const where = async (on: string) =>
      (await browser.get(structureContract.readRights, { person: stage.people.xuwenMember, on })).belongs?.name
    expect(await where('2025-01-31')).toBe('湛江海事局徐闻海事处党支部')
    expect(await where('2025-02-01')).toBe('政务中心窗口党支部')
  })

  test('a stranger is told nothing of anybody, and everybody may ask about themself', async () => {
    const member = await world.as(stage.people.huangpuMember)
    expect((await member.ask(structureContract.readRights, { person: stage.people.xuwenSecretary })).status).toBe(404)
    expect(await member.get(structureContract.readRights, { person: stage.people.huangpuMember })).toMatchObject({
      belongs: { kind: 'member' },
      posts: [],
    })
    expect((await tree('2026-07-15', stage.people.huangpuMember)).map(({ secretary }) => secretary)).toEqual([null])
  })
})

describe('the database itself', () => {
  const span = (organisation: string, from: string, until: string | null, after: string | null) =>
    world.owner
      .insertInto('organisation_span')
      .values({
        organisation_id: organisation,
        from_on: from,
        until_on: until,
        after_on: after,
        name: '名',
        short_name: '名',
        kind: 'branch',
        parent_id: stage.organisations.root,
        sort_no: 0,
      })
      .execute()

  test('keeps spans from overlapping and from leaving a gap', async () => {
    const { nansha } = stage.organisations
    await expect(span(nansha, '2023-01-01', '2023-06-01', null)).rejects.toThrow('one_span_follows_another')
    await expect(span(nansha, '2022-03-01', '2023-06-01', '2022-03-01')).rejects.toThrow()
    await expect(span(nansha, '2024-05-10', '2023-01-01', '2024-05-10')).rejects.toThrow()
    await expect(span(nansha, '2027-01-01', null, '2026-01-01')).rejects.toThrow(
      'a_span_begins_when_the_one_before_ends',
    )
    await expect(span(nansha, '2027-01-01', null, '2027-01-01')).rejects.toThrow('a_span_follows_one_of_its_own')
  })

  test('the row of the present says the same as the open span, and paths as the tree of today', async () => {
    const { rows } = await sql<{ id: string }>`
      select organisation.id from organisation full join structure_on('2026-07-15') day on day.id = organisation.id
      where (organisation.dissolved_on is null and (day.id is null
        or (organisation.name, organisation.short_name, organisation.kind, organisation.path, organisation.sort_no)
          is distinct from (day.name, day.short_name, day.kind, day.path, day.sort_no)
        or organisation.parent_id is distinct from day.parent_id or organisation.region is distinct from day.region))
        or (organisation.dissolved_on is not null and day.id is not null)`.execute(world.owner)
    expect(rows).toEqual([])
  })
})
