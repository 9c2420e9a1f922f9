import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { recordFacts } from '#programme/building/reads-facts.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { evidenceContract } from '#support/evidence/contract.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'

let world: World
let stage: Stage
let secretary: Browser
const folder = mkdtempSync(join(tmpdir(), 'hangbiao-evidence-'))
beforeAll(async () => {
  storeEvidenceIn(folder)
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  secretary = await world.as(stage.people.huangpuSecretary)
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

const plan = {
  year: 2026,
  title: '2026年度品牌党支部创建',
  overallGoal: '争当排头兵',
  calendar: [{ kind: 'build', title: '建设', from: '2026-04-01', to: '2026-11-30', region: null }],
  approvingBody: '示例海事局党委',
  documentNumber: '示海党〔2026〕1号',
  termFrom: '2026-01-01',
  termTo: '2026-12-31',
  scope: 'party',
}
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
  const office = await world.as(stage.people.rootOffice)
  const { id } = await office.get(cycleContract.draftCycle, {
    organisation: stage.organisations.root,
    ...plan,
  } as never)
  await office.get(cycleContract.openCycle, { cycle: id })
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
    expect(entered.figures).toEqual(figures)
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
    const facts = await world.act(stage.people.rootOffice, (context) =>
      recordFacts(context, organisation(), '2026-01-01', '2026-12-31'),
    )
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

describe('a file as evidence', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(40).fill(7)])

  test('is added to a record, kept by its hash, and comes down as it went up', async () => {
    const [first] = (await list(secretary)).rows
    const attached = await secretary.get(buildingContract.attachFile, {
      record: first!.id,
      file: { name: '现场.jpg', bytes: png },
    })
    expect(attached.evidence?.name).toBe('现场.png')
    const evidence = attached.evidence!.id
    const down = await secretary.get(evidenceContract.downloadEvidence, { evidence })
    expect(down.bytes).toEqual(png)
    expect(down.type).toBe('image/png')
    const response = await world.app.request(`/api/evidence/${evidence}/file`, {
      headers: { cookie: secretary.cookie },
    })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    await secretary.get(evidenceContract.uploadEvidence, {
      organisation: stage.organisations.huangpu,
      file: { name: 'b.png', bytes: png },
    })
    const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name))
    expect(kept).toHaveLength(1)
    const stranger = await world.as(stage.people.xuwenSecretary)
    expect(await stranger.ask(evidenceContract.downloadEvidence, { evidence })).toMatchObject({ status: 404 })
    const above = await world.as(stage.people.guangzhouOffice)
    expect((await above.get(evidenceContract.readEvidence, { evidence })).bytes).toBe(png.length)
  })

  test('is refused when its content is of another kind, whatever its name says', async () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script>')
    const asked = await secretary.ask(evidenceContract.uploadEvidence, {
      organisation: stage.organisations.huangpu,
      file: { name: '说明.pdf', bytes: page },
    })
    expect(asked).toMatchObject({ status: 415, code: 'evidence.type-not-taken' })
  })

  test('of another organisation cannot be borrowed', async () => {
    const xuwen = await world.as(stage.people.xuwenSecretary)
    const { id } = await xuwen.get(evidenceContract.uploadEvidence, {
      organisation: stage.organisations.xuwen,
      file: { name: 'c.png', bytes: png },
    })
    const asked = await secretary.ask(buildingContract.enterRecord, {
      organisation: stage.organisations.huangpu,
      ...meeting,
      evidence: id,
    })
    expect(asked).toMatchObject({ status: 409, code: 'evidence.not-of-this-organisation' })
  })
})

describe('the secretary’s phone', () => {
  test('enters a record by a plain form, and shows what was wrong with what was typed kept', async () => {
    const page = '/my/records'
    const { html } = await secretary.page(page)
    expect(html).toContain('value="2026-07-15"')
    expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
    const params = { '_param.organisation': stage.organisations.huangpu }
    const refused = await secretary.post(
      'enterRecord',
      { ...params, happenedOn: '2026-07-15', sentence: '走访码头', kind: '' },
      page,
    )
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('走访码头')
    const fields = {
      ...params,
      happenedOn: '2026-07-15',
      kind: 'activity',
      sentence: '走访码头',
      'figures.0.name': '',
      force: '',
    }
    const taken = await secretary.post('enterRecord', fields, page)
    expect(taken).toMatchObject({ status: 303, location: '/my/records?done=1' })
    expect((await secretary.page(page)).html).toContain('走访码头')
  })

  test('corrects and withdraws on the record’s own page, without losing figures it has no fields for', async () => {
    const [row] = (await list(secretary, { kind: 'core-task' })).rows
    const { html } = await secretary.page(`/my/records/${row!.id}`)
    for (const part of ['不得上传涉密信息和工作秘密', 'name="figures.1.value"', '撤回']) expect(html).toContain(part)
    const stranger = await world.as(stage.people.xuwenSecretary)
    expect((await stranger.page(`/my/records/${row!.id}`)).status).toBe(404)
  })

  test('a record sent twice with one key is kept once', async () => {
    const input = { organisation: stage.organisations.huangpu, ...meeting, sentence: '只记一次' }
    for (const _ of [1, 2]) await secretary.ask(buildingContract.enterRecord, input, { key: 'the-same-key-twice' })
    expect((await sentences(secretary)).filter((each) => each === '只记一次')).toHaveLength(1)
  })

  test('nothing is entered past the approved term', async () => {
    await world.setTime(noon('2027-01-01'))
    const late = await world.as(stage.people.huangpuSecretary)
    expect(
      await late.ask(buildingContract.enterRecord, { organisation: stage.organisations.huangpu, ...meeting }),
    ).toMatchObject({
      code: 'building.no-open-cycle',
    })
  })
})
