import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { recordFacts } from '#programme/building/reads-facts.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { openYear } from './records-stage.ts'

let world: World
let stage: Stage
let secretary: Browser
beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  secretary = await world.as(stage.people.huangpuSecretary)
})
afterAll(() => world.close())

const meeting = {
  happenedOn: '2026-07-10',
  kind: 'committee-meeting' as const,
  sentence: '研究台风季值守安排，明确党员带班。',
}
const list = (browser: Browser, filter = {}) => browser.get(buildingContract.listRecords, filter as never)
const sentences = async (browser: Browser, filter = {}) =>
  (await list(browser, filter)).rows.map(({ sentence }) => sentence)

test('nothing can be entered before a programme year is open', async () => {
  const asked = await secretary.ask(buildingContract.enterRecord, {
    organisation: stage.organisations.huangpu,
    ...meeting,
  })
  expect(asked).toMatchObject({ status: 409, code: 'building.no-open-cycle' })
  await openYear(world, stage)
})

describe('a building record', () => {
  let record: string
  const organisation = () => stage.organisations.huangpu

  test('needs a day, a kind and a sentence, and nothing else', async () => {
    const { id, ...entered } = await secretary.get(buildingContract.enterRecord, {
      organisation: organisation(),
      ...meeting,
    })
    record = id
    expect(entered).toMatchObject({
      ...meeting,
      force: null,
      figures: [],
      evidence: null,
      enteredBy: '黄志远',
      state: 'standing',
    })
    const { fields } = await secretary.ask(buildingContract.enterRecord, { organisation: organisation() } as never)
    expect(fields).toEqual({ happenedOn: 'input.required', kind: 'input.not-one-of', sentence: 'input.required' })
  })

  test('is entered on the day or later, never before', async () => {
    const tomorrow = { organisation: organisation(), ...meeting, happenedOn: '2026-07-16' }
    expect(await secretary.ask(buildingContract.enterRecord, tomorrow)).toMatchObject({
      status: 409,
      code: 'building.in-the-future',
    })
    const lastYear = { organisation: organisation(), ...meeting, happenedOn: '2025-12-30', sentence: '去年底的支委会' }
    expect(await secretary.get(buildingContract.enterRecord, lastYear)).toMatchObject({ beforeTerm: true })
  })

  test('keeps figures as exact decimals with their units', async () => {
    const figures = [
      { name: '检查船舶', value: '120.50', unit: '艘次', qualifier: 'over' as const },
      { name: '挽回损失', value: '999999999999.9999', unit: '万元', qualifier: 'nearly' as const },
    ]
    const entered = await secretary.get(buildingContract.enterRecord, {
      organisation: organisation(),
      happenedOn: '2026-07-01',
      kind: 'core-task',
      sentence: '黄埔港区夜间巡航专项整治',
      force: 'effectiveness',
      figures,
      documentNumber: '穗海〔2026〕33号',
    })
    expect(entered.figures).toEqual(figures.map((figure) => ({ ...figure, measure: null, items: [] })))
    const wrong = { organisation: organisation(), ...meeting, figures: [{ name: '艘', value: '1e3', unit: '艘' }] }
    expect(await secretary.ask(buildingContract.enterRecord, wrong as never)).toMatchObject({
      status: 422,
      fields: { 'figures.0.value': 'decimal.not-a-number' },
    })
  })

  test('is corrected with a reason, and the old words stay readable', async () => {
    const corrected = await secretary.get(buildingContract.correctRecord, {
      record,
      ...meeting,
      sentence: '研究台风季值守安排，明确党员带班表。',
      reason: '漏字',
    })
    expect(corrected.sentence).toContain('带班表')
    expect(corrected.versions).toMatchObject([
      { version: 1, sentence: meeting.sentence, reason: '漏字', replacedBy: '黄志远' },
    ])
    await secretary.get(buildingContract.correctRecord, { record, ...meeting, reason: '改回' })
    const { versions } = await secretary.get(buildingContract.readRecord, { record })
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
    const changed = world.db.updateTable('building_record_version').set({ sentence: '另一句' }).execute()
    await expect(changed).rejects.toThrow(/permission denied/)
  })

  test('is withdrawn with a reason: it stays readable and is in no list but that of the withdrawn', async () => {
    const entered = await secretary.get(buildingContract.enterRecord, {
      organisation: organisation(),
      ...meeting,
      sentence: '记错支部的事',
    })
    const withdrawn = await secretary.get(buildingContract.withdrawRecord, { record: entered.id, reason: '记错支部' })
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      withdrawal: { reason: '记错支部', by: '黄志远' },
      allowed: [],
    })
    expect(await sentences(secretary)).not.toContain('记错支部的事')
    expect(await sentences(secretary, { state: 'withdrawn' })).toEqual(['记错支部的事'])
    const again = await secretary.ask(buildingContract.withdrawRecord, { record: entered.id, reason: '再来' })
    expect(again).toMatchObject({ status: 409, code: 'building.already-withdrawn' })
  })

  test('is confirmed from above when a problem was solved, and corrected words need it anew', async () => {
    const solved = {
      organisation: organisation(),
      ...meeting,
      kind: 'problem-solved' as const,
      sentence: '解决锚地夜间盲区',
    }
    const { id } = await secretary.get(buildingContract.enterRecord, solved)
    expect(await secretary.ask(buildingContract.confirmRecord, { record: id })).toMatchObject({ status: 403 })
    const office = await world.as(stage.people.guangzhouOffice)
    expect((await office.get(buildingContract.readRecord, { record: id })).allowed).toEqual(['confirm'])
    expect(await office.get(buildingContract.confirmRecord, { record: id })).toMatchObject({
      confirmation: { by: '何敏' },
    })
    const { organisation: _, ...content } = solved
    const corrected = await secretary.get(buildingContract.correctRecord, {
      record: id,
      ...content,
      sentence: '解决锚地夜间监管盲区',
      reason: '补充',
    })
    expect(corrected.confirmation).toBeNull()
    expect(corrected.versions[0]).toMatchObject({ confirmation: { by: '何敏' } })
    await office.get(buildingContract.confirmRecord, { record: id })
  })

  test('names the branch whose practice was adopted, by its full or its short name', async () => {
    const xuwen = await world.as(stage.people.xuwenSecretary)
    const adopted = {
      organisation: stage.organisations.xuwen,
      happenedOn: '2026-07-02',
      kind: 'adopted' as const,
      sentence: '借鉴夜间巡航做法',
    }
    const entered = await xuwen.get(buildingContract.enterRecord, { ...adopted, learntFrom: '广州海事局黄埔海事处' })
    expect(entered.learntFrom).toEqual({ id: organisation(), name: '广州海事局黄埔海事处党支部' })
    expect(await xuwen.ask(buildingContract.enterRecord, { ...adopted, learntFrom: '没有的支部' })).toMatchObject({
      status: 409,
      code: 'building.no-such-branch',
      message: '没有名为“没有的支部”的党支部，请写全称或简称',
    })
    expect(
      await xuwen.ask(buildingContract.enterRecord, { ...adopted, learntFrom: '湛江海事局徐闻海事处党支部' }),
    ).toMatchObject({
      code: 'building.learnt-from-itself',
    })
  })

  test('is fact for the assessment: counted, opened to its id, without what was withdrawn', async () => {
    const all = await world.act(stage.people.rootOffice, (context) =>
      recordFacts(context, [organisation()], '2026-01-01', '2026-12-31'),
    )
    const facts = all.get(organisation())!
    expect(facts.months['committee-meeting'].map((each) => each.length)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    expect(facts.kinds['committee-meeting'].map(({ id }) => id)).toEqual([record])
    expect(facts.confirmedProblems.map(({ sentence }) => sentence)).toEqual(['解决锚地夜间监管盲区'])
    expect(facts.adoptionsByOthers.map(({ organisationName }) => organisationName)).toEqual([
      '湛江海事局徐闻海事处党支部',
    ])
  })
})

describe('the ledger', () => {
  test('is searched by two characters or more, in the middle of a sentence too', async () => {
    expect(await sentences(secretary, { search: '夜间巡航' })).toEqual(['黄埔港区夜间巡航专项整治'])
    expect(await sentences(secretary, { search: '间盲' })).toEqual([])
    expect(await sentences(secretary, { search: '夜间 监管' })).toEqual(['解决锚地夜间监管盲区'])
    expect(await sentences(secretary, { search: '%%' })).toEqual([])
    expect(await secretary.ask(buildingContract.listRecords, { search: '夜' } as never)).toMatchObject({ status: 422 })
  })

  test('shows each person their own part: the branch, the bureau, all', async () => {
    const patrol = await world.as(stage.people.patrolSecretary)
    expect(await sentences(patrol)).toEqual([])
    expect(await sentences(await world.as(stage.people.huangpuStaff))).toHaveLength(4)
    expect(await sentences(await world.as(stage.people.guangzhouOffice))).toHaveLength(4)
    expect(await sentences(await world.as(stage.people.rootSecretary))).toHaveLength(5)
    expect(await sentences(await world.as(stage.people.systemAdmin))).toEqual([])
    const office = await world.as(stage.people.rootOffice)
    expect(await sentences(office, { organisation: stage.organisations.zhanjiang })).toEqual(['借鉴夜间巡航做法'])
    expect(await sentences(patrol, { organisation: stage.organisations.huangpu })).toEqual([])
  })

  test('pages without losing or repeating a record', async () => {
    const office = await world.as(stage.people.rootOffice)
    const all: string[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { id: string }[]; next: string | null } = await list(office, {
        limit: 2,
        ...(cursor && { cursor }),
      })
      all.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(all).toHaveLength(5)
    expect(new Set(all).size).toBe(5)
  })

  test('counts by kind, and goes out as an Excel file in which text stays text', async () => {
    const formula = '=HYPERLINK("x")'
    await secretary.get(buildingContract.enterRecord, {
      organisation: stage.organisations.huangpu,
      happenedOn: '2026-07-03',
      kind: 'other',
      sentence: formula,
    })
    const counted = await secretary.get(buildingContract.countRecords, {} as never)
    expect(counted.total).toBe(5)
    expect(counted.kinds.find(({ kind }) => kind === 'core-task')?.count).toBe(1)
    const sent = await secretary.get(buildingContract.exportRecords, { kind: 'other' } as never)
    expect(sent.name).toBe('创建台账-2026-07-15.xlsx')
    const read = await readWorkbook(sent.bytes)
    if (!read.ok) throw new Error(read.reason)
    const cells = read.value.sheets[0]!.rows.flat().map(({ value }) => value)
    expect(cells).toContainEqual({ kind: 'text', text: formula })
    expect(cells.some(({ kind }) => kind === 'formula')).toBe(false)
  })
})
