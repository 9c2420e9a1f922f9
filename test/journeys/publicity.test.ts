import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { publicityContract } from '#programme/publicity/contract.ts'
import { boardContract } from '#programme/theme/contract-board.ts'
import { storyContract } from '#programme/theme/contract-story.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { Browser } from '../world.ts'
import {
  approved,
  brandInForce,
  checked,
  cleared,
  drafted,
  draftOf,
  handedIn,
  IN_FORCE,
  published,
  record,
} from './publicising.ts'
import { openYear, Visitors } from './theme-year.ts'

const { draftPublication, submitPublication, checkPublication, approvePublication, withdrawPublication } =
  publicityContract
let visitors: Visitors
let secretary: Browser
let reader: Browser
let office: Browser
let theme: string
let cited: string
beforeAll(async () => {
  visitors = new Visitors(await openYear('society'))
})
afterAll(() => visitors.world.close())

const huangpu = () => visitors.stage.organisations.huangpu
const listed = async (browser: Browser) =>
  (await browser.get(publicityContract.listPublications, { limit: 50 })).rows.map(({ title }) => title)
const boardRow = async () => {
  const { rows } = await office.get(boardContract.listBoard, { limit: 50, organisation: huangpu() })
  return rows[0]!
}
const stages = async () => {
  const story = await secretary.get(storyContract.readStory, { story: huangpu() })
  return story.themes[0]!.stages.map(({ stage, ground, by }) => [stage, ground, by])
}
const todo = async (browser: Browser) =>
  (await browser.get(publicityContract.listPublicity, { limit: 50, list: 'todo' })).rows.map(({ id }) => id)
const dutiesOf = async (browser: Browser) =>
  (await browser.get(dutyContract.listMyDuties, { list: 'mine', limit: 50 })).rows
    .filter(({ title }) => title.includes('宣传稿件'))
    .map(({ title, about }) => [title, about])

test('without a theme in force a publication is drafted and kept, and not handed in', async () => {
  const early = await record(visitors, '提炼主题时走访渡口。', '2026-07-01')
  const id = await drafted(visitors, draftOf([early], { title: '太早的稿件' }))
  const asked = await (await visitors.as('huangpuSecretary')).ask(submitPublication, { publication: id })
  expect(asked).toMatchObject({ status: 409, code: 'publicity.no-theme-in-force' })
  theme = await brandInForce(visitors)
  secretary = await visitors.as('huangpuSecretary')
  reader = await visitors.as('confidentiality')
  office = await visitors.as('rootOffice')
  const before = await secretary.ask(submitPublication, { publication: id })
  expect(before).toMatchObject({ status: 409, code: 'publicity.no-record-of-the-theme' })
  expect(before.status === 409 && before.message).toContain(IN_FORCE)
  expect((await secretary.get(publicityContract.dropPublication, { publication: id })).state).toBe('dropped')
  cited = await record(visitors)
})

describe('distilled, built, made known', () => {
  let id: string

  test('the brand is being built from the day its theme took effect', async () => {
    expect(await boardRow()).toMatchObject({ stage: 'building', inForce: { since: IN_FORCE, knownOn: null } })
    expect(await stages()).toEqual([
      ['distil', 'drafted', '黄志远'],
      ['build', 'took-effect', '梁海燕'],
    ])
  })

  test('a draft is the secretary’s alone, and duties open as it goes on', async () => {
    id = await drafted(visitors, draftOf([cited]))
    for (const who of [office, reader, await visitors.as('huangpuMember')])
      expect(await who.ask(publicityContract.readPublication, { publication: id })).toMatchObject({ status: 404 })
    expect(await todo(secretary)).toContain(id)
    const view = await secretary.get(submitPublication, { publication: id })
    expect(view).toMatchObject({ state: 'submitted', brand: { id: theme }, allowed: [], publishedOn: null })
    expect([await todo(secretary), await todo(reader), await todo(office)]).toEqual([[], [id], []])
    expect(await dutiesOf(office)).toEqual([['宣传稿件保密审查', '广州海事局黄埔海事处党支部 · 守渡口的人']])
    expect(
      await secretary.ask(publicityContract.changePublication, { publication: id, ...draftOf([cited]) }),
    ).toMatchObject({
      status: 409,
      code: 'publicity.not-to-be-changed',
    })
  })

  test('the check confirms the statement about names, or sends it back with reasons', async () => {
    const unseen = { publication: id, ...cleared, namesConfirmed: false }
    expect(await reader.ask(checkPublication, unseen)).toMatchObject({ code: 'publicity.names-to-be-confirmed' })
    const wordless = { publication: id, ...cleared, result: 'return' as const }
    expect(await reader.ask(checkPublication, wordless)).toMatchObject({ code: 'publicity.reasons-needed' })
    const back = await reader.get(checkPublication, { ...wordless, comment: '第二段写了部署时间，请删去' })
    expect(back).toMatchObject({ state: 'returned', reasons: '第二段写了部署时间，请删去', checkedBy: null })
    expect(await todo(secretary)).toEqual([id])
    expect(await dutiesOf(office)).toEqual([])
    const content = draftOf([cited], { text: '党员每周末轮流守渡口，劝阻超载。' })
    expect(await secretary.get(publicityContract.changePublication, { publication: id, ...content })).toMatchObject({
      state: 'returned',
      text: content.text,
    })
    await secretary.get(submitPublication, { publication: id })
    await reader.get(checkPublication, { publication: id, ...cleared })
    expect([await todo(reader), await todo(office)]).toEqual([[], [id]])
    expect((await dutiesOf(office)).map(([title]) => title)).toEqual(['审批宣传稿件'])
  })

  test('nobody outside reads it before it is approved', async () => {
    for (const who of [visitors.world.nobody, await visitors.as('xuwenMember'), await visitors.as('huangpuMember')]) {
      expect(await listed(who)).toEqual([])
      expect(await who.ask(publicityContract.readPublication, { publication: id })).toMatchObject({ status: 404 })
    }
    expect((await boardRow()).stage).toBe('building')
  })

  test('with its approval the brand is made known: a dated row with person and ground', async () => {
    const view = await office.get(approvePublication, { publication: id, ...approved })
    expect(view).toMatchObject({ state: 'published', publishedOn: IN_FORCE, checkedBy: '解晓东', approvedBy: '梁海燕' })
    expect(await stages()).toEqual([
      ['distil', 'drafted', '黄志远'],
      ['build', 'took-effect', '梁海燕'],
      ['make-known', 'published', '梁海燕'],
    ])
    expect(await boardRow()).toMatchObject({ stage: 'made-known', inForce: { knownOn: IN_FORCE } })
    expect(await dutiesOf(office)).toEqual([])
    const { rows } = await sql`update brand_stage set stage = 'build'`.execute(visitors.world.db).then(
      () => ({ rows: ['changed'] }),
      (error: Error) => ({ rows: [error.message] }),
    )
    expect(rows).toEqual([expect.stringContaining('permission denied')])
  })

  test('it goes to society with the words of its records; who acted is told to those signed in', async () => {
    const { nobody } = visitors.world
    expect(await listed(nobody)).toEqual(['守渡口的人'])
    const view = await nobody.get(publicityContract.readPublication, { publication: id })
    expect(view.records).toEqual([
      {
        record: cited,
        happenedOn: IN_FORCE,
        kind: 'activity',
        sentence: '党员突击队义务巡查渡口三十六次。',
        now: null,
      },
    ])
    const hidden = { checkedBy: null, approvedBy: null, consent: null, reasons: null, trail: [], allowed: [] }
    expect(view).toMatchObject(hidden)
    const member = await visitors.as('xuwenMember')
    expect(await member.get(publicityContract.readPublication, { publication: id })).toMatchObject({
      ...hidden,
      checkedBy: '解晓东',
      approvedBy: '梁海燕',
    })
    // who reads the branch's story from outside learns of no stage
    expect((await nobody.get(storyContract.readStory, { story: huangpu() })).themes[0]!.stages).toEqual([])
  })

  test('the trail is complete for those concerned', async () => {
    const { trail } = await secretary.get(publicityContract.readPublication, { publication: id })
    expect(trail.map(({ step, by }) => [step, by])).toEqual([
      ['submitted', '黄志远'],
      ['returned', '解晓东'],
      ['submitted', '黄志远'],
      ['checked', '解晓东'],
      ['published', '梁海燕'],
    ])
  })

  test('a second one adds no stage; withdrawing one of two leaves the brand known, the last leads back with its ground', async () => {
    const second = await published(visitors, draftOf([cited], { title: '第二篇', kind: 'result' }))
    expect(await stages()).toHaveLength(3)
    await secretary.get(withdrawPublication, { publication: second, reason: '数字有误' })
    expect((await boardRow()).stage).toBe('made-known')
    await office.get(withdrawPublication, { publication: id, reason: '当事人撤回同意' })
    expect(await boardRow()).toMatchObject({ stage: 'building', inForce: { knownOn: null } })
    const story = await secretary.get(storyContract.readStory, { story: huangpu() })
    expect(story.themes[0]!.stages.at(-1)).toMatchObject({
      stage: 'build',
      ground: 'publication-withdrawn',
      words: '守渡口的人：当事人撤回同意',
      on: IN_FORCE,
    })
    expect(await listed(visitors.world.nobody)).toEqual([])
    expect(await visitors.world.nobody.ask(publicityContract.readPublication, { publication: id })).toMatchObject({
      status: 404,
    })
    const again = await office.ask(withdrawPublication, { publication: id, reason: '再撤一次' })
    expect(again).toMatchObject({ status: 409, code: 'publicity.not-published' })
  })

  test('another approval makes it known again, and the first time stays on record', async () => {
    await published(visitors, draftOf([cited], { title: '第三篇', scope: 'party' }))
    expect((await stages()).map(([stage]) => stage)).toEqual(['distil', 'build', 'make-known', 'build', 'make-known'])
    expect(await listed(visitors.world.nobody)).toEqual([])
    expect(await listed(await visitors.as('xuwenMember'))).toEqual(['第三篇'])
  })

  test('the board counts it, finds it by its stage, and exports it', async () => {
    const summary = await office.get(boardContract.readBoard, {})
    const counted = Object.fromEntries(summary.stages.map(({ stage, count }) => [stage, count]))
    expect(counted).toMatchObject({ building: 0, 'made-known': 1, none: 4 })
    const known = await office.get(boardContract.listBoard, { limit: 50, stage: 'made-known' })
    expect(known.rows.map(({ branch }) => branch.id)).toEqual([huangpu()])
    expect((await office.get(boardContract.listBoard, { limit: 50, stage: 'building' })).rows).toEqual([])
    const file = await office.get(boardContract.exportBoard, { stage: 'made-known' })
    const cells = JSON.stringify(await readWorkbook(file.bytes))
    for (const shown of ['已打响', `打响于 ${IN_FORCE}`]) expect(cells).toContain(shown)
    expect(cells).not.toContain('徐闻')
  })
})

describe('what it may rest on', () => {
  test('another branch’s record and one that was withdrawn are refused, in whatever way they are asked for', async () => {
    const foreign = await visitors.as('xuwenSecretary')
    const theirs = await foreign.get(buildingContract.enterRecord, {
      organisation: visitors.stage.organisations.xuwen,
      happenedOn: IN_FORCE,
      kind: 'activity',
      sentence: '徐闻的记录',
    })
    const gone = await record(visitors, '要撤回的记录')
    await secretary.get(buildingContract.withdrawRecord, { record: gone, reason: '重复' })
    const draft = (records: string[]) =>
      secretary.ask(draftPublication, { organisation: huangpu(), ...draftOf(records) })
    expect(await draft([theirs.id])).toMatchObject({ status: 409, code: 'publicity.record-not-own' })
    expect(await draft([visitors.stage.organisations.root])).toMatchObject({ code: 'publicity.record-not-own' })
    expect(await draft([gone])).toMatchObject({ status: 409, code: 'publicity.record-withdrawn' })
    expect(await draft([])).toMatchObject({ status: 422 })
  })

  test('a record corrected after the submission stands in the way of approving; handed in anew it is published as it is now', async () => {
    const own = await record(visitors, '检查渡船十二艘次。')
    const id = await checked(visitors, draftOf([own], { title: '渡船检查' }))
    const words = { happenedOn: IN_FORCE, kind: 'activity' as const, sentence: '检查渡船二十艘次。' }
    await secretary.get(buildingContract.correctRecord, { record: own, ...words, reason: '漏记' })
    const { records } = await office.get(publicityContract.readPublication, { publication: id })
    expect(records).toMatchObject([{ sentence: '检查渡船十二艘次。', now: 'corrected' }])
    const asked = await office.ask(approvePublication, { publication: id, ...approved })
    expect(asked).toMatchObject({ status: 409, code: 'publicity.record-corrected' })
    await office.get(approvePublication, { publication: id, result: 'return', comment: '记录更正过，请重新提交' })
    await secretary.get(submitPublication, { publication: id })
    await reader.get(checkPublication, { publication: id, ...cleared })
    const view = await office.get(approvePublication, { publication: id, ...approved })
    expect(view.records).toMatchObject([{ sentence: '检查渡船二十艘次。', now: 'same' }])
  })
})

describe('names', () => {
  const consent = { name: '李冬', consentedOn: IN_FORCE, way: 'signed' as const }
  const naming = { text: '党员李冬连续三年守渡口，从不间断。', names: 'with-consent' as const, people: [consent] }

  test('whoever is named is listed with day and way of their consent; a list without a name in the text is refused', async () => {
    const id = await drafted(visitors, draftOf([cited], { ...naming, text: '一名党员连续三年守渡口，从不间断。' }))
    const asked = await secretary.ask(submitPublication, { publication: id })
    expect(asked).toMatchObject({ status: 409, code: 'publicity.name-not-in-the-text' })
    await secretary.get(publicityContract.changePublication, { publication: id, ...draftOf([cited], naming) })
    const view = await secretary.get(submitPublication, { publication: id })
    expect(view.consent).toEqual({ names: 'with-consent', people: [consent], unstated: [] })
    const outside = await (await visitors.as('huangpuMember')).ask(publicityContract.readPublication, {
      publication: id,
    })
    expect(outside.status).toBe(404)
  })

  test('a name of the branch’s people that is not listed is shown to who writes and who checks', async () => {
    const id = await handedIn(visitors, draftOf([cited], { text: '赵小米和群众一起清理航道垃圾。' }))
    const { consent: told } = await reader.get(publicityContract.readPublication, { publication: id })
    expect(told).toMatchObject({ names: 'nobody', people: [], unstated: ['赵小米'] })
  })

  test('statement and list must agree', async () => {
    const draft = (change: object) =>
      secretary.ask(draftPublication, { organisation: huangpu(), ...draftOf([cited], change) })
    expect(await draft({ names: 'nobody', people: [consent] })).toMatchObject({ code: 'publicity.nobody-is-named' })
    expect(await draft({ names: 'with-consent', people: [] })).toMatchObject({ code: 'publicity.who-is-named' })
  })
})

describe('two at once', () => {
  test('two approvals of one publication: one is taken, the other told that it was dealt with; one stage at most', async () => {
    const id = await checked(visitors, draftOf([cited], { title: '同时批准' }))
    const before = (await stages()).length
    const [one, two] = await Promise.all([
      office.ask(approvePublication, { publication: id, ...approved }),
      (await visitors.world.as(visitors.stage.people.rootOffice)).ask(approvePublication, {
        publication: id,
        ...approved,
      }),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    expect((await stages()).length).toBe(before)
  })

  test('two first publications approved at once make the brand known once; withdrawn at once it is built again once', async () => {
    const all = await secretary.get(publicityContract.listPublicity, { limit: 50, state: 'published' })
    for (const { id } of all.rows) await secretary.get(withdrawPublication, { publication: id, reason: '清空重来' })
    const before = await stages()
    expect(before.at(-1)![0]).toBe('build')
    const ids = [
      await checked(visitors, draftOf([cited], { title: '第一篇甲' })),
      await checked(visitors, draftOf([cited], { title: '第一篇乙' })),
    ]
    const both = await Promise.all(
      ids.map((publication) => office.ask(approvePublication, { publication, ...approved })),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await stages()).slice(before.length).map(([stage]) => stage)).toEqual(['make-known'])
    await Promise.all(ids.map((publication) => secretary.get(withdrawPublication, { publication, reason: '再撤' })))
    expect((await stages()).slice(before.length).map(([stage]) => stage)).toEqual(['make-known', 'build'])
  })

  test('an approval and a correction of its record: what is published is what was checked', async () => {
    const own = await record(visitors, '巡航一百海里。')
    const id = await checked(visitors, draftOf([own], { title: '同时更正' }))
    const words = { happenedOn: IN_FORCE, kind: 'activity' as const, sentence: '巡航二百海里。', reason: '补记' }
    const [approval, correction] = await Promise.all([
      office.ask(approvePublication, { publication: id, ...approved }),
      secretary.ask(buildingContract.correctRecord, { record: own, ...words }),
    ])
    expect(correction.status).toBe(200)
    if (approval.status !== 200) expect(approval).toMatchObject({ status: 409, code: 'publicity.record-corrected' })
    const { records } = await office.get(publicityContract.readPublication, { publication: id })
    expect(records).toMatchObject([{ sentence: '巡航一百海里。', now: 'corrected' }])
  })

  test('a form sent twice with one key drafts once', async () => {
    const ask = () =>
      secretary.ask(
        draftPublication,
        { organisation: huangpu(), ...draftOf([cited]) },
        { key: 'publication-draft-once' },
      )
    const [one, two] = [await ask(), await ask()]
    expect(one.body!.id).toBe(two.body!.id)
  })
})

test('nonsense is told field by field', async () => {
  const draft = (change: object) =>
    secretary.ask(draftPublication, { organisation: huangpu(), ...draftOf([cited], change as never) })
  expect(await draft({ title: '一' })).toMatchObject({ status: 422, fields: { title: expect.any(String) } })
  expect(await draft({ text: '短' })).toMatchObject({ status: 422, fields: { text: expect.any(String) } })
  expect(await draft({ text: '字'.repeat(4001) })).toMatchObject({ status: 422 })
  expect(await draft({ records: ['不是编号'] })).toMatchObject({ status: 422 })
  expect(await draft({ scope: 'world' })).toMatchObject({ status: 422, fields: { scope: expect.any(String) } })
  expect(await draft({ names: 'maybe' })).toMatchObject({ status: 422 })
  expect(await draft({ people: [{ name: '李冬', consentedOn: '2026-02-30', way: 'signed' }] })).toMatchObject({
    status: 422,
  })
  expect(await draft({ approvedBy: 'me' })).toMatchObject({ status: 422 })
  expect(await draft({ title: '标题\u0007响铃' })).toMatchObject({ status: 422 })
  const bad = { cursor: 'nonsense', limit: 5 }
  expect(await secretary.ask(publicityContract.listPublicity, bad)).toMatchObject({ status: 422 })
  expect(await visitors.world.nobody.ask(publicityContract.listPublications, bad)).toMatchObject({ status: 422 })
})
