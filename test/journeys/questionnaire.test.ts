import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#platform/context.ts'
import { burdenContract } from '#programme/burden/contract.ts'
import { questionnaireContract as contract } from '#programme/questionnaire/contract.ts'
import { questionnaireJobs } from '#programme/questionnaire/jobs.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { codesOf, content, keysAside, opened, said } from './questionnaire-stage.ts'
import { openYear } from './records-stage.ts'

let world: World
let stage: Stage
let office: Browser
let secretary: Browser
let huangpu: Browser
let member: Browser
let folder: string
beforeAll(async () => {
  folder = keysAside()
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  const { rootOffice, rootSecretary, huangpuSecretary, huangpuMember } = stage.people
  ;[office, secretary, huangpu, member] = (await world.asAll([
    rootOffice,
    rootSecretary,
    huangpuSecretary,
    huangpuMember,
  ])) as [Browser, Browser, Browser, Browser]
})
afterAll(() => world.close())

/** Another day, on which everybody signs in anew. */
async function onDay(day: string): Promise<void> {
  await world.setTime(noon(day))
  ;[office, member] = (await world.asAll([stage.people.rootOffice, stage.people.huangpuMember])) as [Browser, Browser]
}

const drafted = (more: object = {}) =>
  office.ask(contract.draftQuestionnaire, {
    organisation: stage.organisations.root,
    ...content(stage),
    ...more,
  } as never)
const answer = (code: string, answers: unknown, browser = world.nobody) =>
  browser.ask(contract.answerSlip, { code, answers } as never)
const runJob = () =>
  world.dispatcher.act(nobody, (context) => questionnaireJobs['questionnaire.destroy-keys']!(context, {}))

describe('before it opens', () => {
  test('a draft says what is wrong with it', async () => {
    const one = { kind: 'one', text: '满意吗', options: ['满意', '不满意'] }
    const refusals: [object, string][] = [
      [{ questions: [{ ...one, options: ['满意'] }] }, 'questionnaire.too-few-options'],
      [{ questions: [{ ...one, options: ['满意', '满意'] }] }, 'questionnaire.option-twice'],
      [{ questions: [one, one] }, 'questionnaire.asked-twice-here'],
      [{ questions: [{ ...one, kind: 'several', aboutSelf: true }] }, 'questionnaire.about-self-is-one'],
      [{ questions: [{ kind: 'text', text: '还有吗', options: ['有'] }] }, 'questionnaire.text-has-no-options'],
      [{ legalDocument: undefined }, 'questionnaire.online-by-office-and-document'],
      [
        {
          groups: [
            { organisation: stage.organisations.guangzhou, slips: 20 },
            { organisation: stage.organisations.huangpu, slips: 10 },
          ],
        },
        'questionnaire.group-within-group',
      ],
    ]
    for (const [more, code] of refusals) expect(await drafted(more)).toMatchObject({ status: 409, code })
    expect(await drafted({ secret: 1 })).toMatchObject({ status: 422, fields: { secret: 'input.unknown-field' } })
    expect(await drafted({ groups: [] })).toMatchObject({ status: 422 })
    expect((await drafted({ groups: [{ organisation: stage.organisations.root, slips: 0 }] })).status).toBe(422)
  })

  test('it needs a programme year, and one that would set people apart is refused', async () => {
    const { id } = (await drafted()).body!
    expect((await office.ask(contract.openQuestionnaire, { questionnaire: id })).code).toBe('burden.no-open-cycle')
    await openYear(world, stage)
    const shown = await office.get(contract.readQuestionnaire, { questionnaire: id })
    expect(shown.burden).toMatchObject({ branches: 3, total: 15, people: 140, above: 0, yearOpen: true })
    const { huangpu: branch } = stage.organisations
    const few = (await drafted({ groups: [{ organisation: branch, slips: 7 }] })).body!
    expect(await office.ask(contract.openQuestionnaire, { questionnaire: few.id })).toMatchObject({
      status: 409,
      code: 'questionnaire.too-few-asked',
    })
    const self = { kind: 'one', text: '您的岗位', options: ['领导', '科长', '科员'], aboutSelf: true }
    const apart = (await drafted({ questions: [self], groups: [{ organisation: branch, slips: 14 }] })).body!
    expect((await office.ask(contract.openQuestionnaire, { questionnaire: apart.id })).code).toBe(
      'questionnaire.isolates',
    )
    for (const each of [id, few.id, apart.id]) await office.get(contract.discardQuestionnaire, { questionnaire: each })
    expect((await office.ask(contract.readQuestionnaire, { questionnaire: id })).status).toBe(404)
  })

  test('a branch does not see the draft; two who open at once open it once; it is booked once', async () => {
    const { id } = (await drafted({ title: '先开后废' })).body!
    expect((await huangpu.ask(contract.readQuestionnaire, { questionnaire: id })).status).toBe(404)
    const answers = await Promise.all(
      [office, secretary].map((each) => each.ask(contract.openQuestionnaire, { questionnaire: id })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await huangpu.ask(contract.readQuestionnaire, { questionnaire: id })).status).toBe(200)
    const root = stage.organisations.root
    const year = async () => (await office.get(burdenContract.readBurden, { organisation: root } as never)).year
    expect(await year()).toMatchObject({ total: 15 })
    const again = (await drafted({ title: '再问一次' })).body!
    const twice = await office.ask(contract.openQuestionnaire, { questionnaire: again.id })
    expect(twice.code).toBe('questionnaire.already-asked')
    expect('message' in twice && twice.message).toContain(`/desk/questionnaires/${id}`)
    await office.get(contract.abandonQuestionnaire, { questionnaire: id, reason: '题目有误' })
    expect(await year()).toMatchObject({ total: 0 })
    expect((await office.ask(contract.closeQuestionnaire, { questionnaire: id })).code).toBe('questionnaire.not-open')
  })
})

describe('answers', () => {
  let id: string
  let codes: Map<string, string[]>
  const of = (name: 'huangpu' | 'nansha' | 'xuwen') => codes.get(stage.organisations[name])!

  test('a slip is answered once, by whoever holds it, without signing in', async () => {
    id = await opened(office, stage)
    codes = await codesOf(office, id)
    expect([...codes.values()].map(({ length }) => length)).toEqual([12, 12, 4])
    const [code] = of('huangpu') as [string]
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    const slip = await world.nobody.get(contract.readSlip, { code: code.toLowerCase().replaceAll('-', '') })
    expect(slip).toMatchObject({ used: false, open: true, allowed: true, title: '机关作风问卷' })
    expect(JSON.stringify(slip)).not.toContain('黄埔')
    const bad: [unknown, string][] = [
      [[{ question: 4, chosen: [1] }], 'questionnaire.no-such-question'],
      [[{ question: 1, chosen: [4] }], 'questionnaire.no-such-option'],
      [[{ question: 1, chosen: [1, 2] }], 'questionnaire.one-only'],
      [[{ question: 1, text: '满意' }], 'questionnaire.answered-otherwise'],
      [[{ question: 3, chosen: [1] }], 'questionnaire.answered-otherwise'],
      [
        [
          { question: 1, chosen: [1] },
          { question: 1, chosen: [2] },
        ],
        'questionnaire.answered-twice',
      ],
      [[{ question: 1 }, { question: 2, chosen: [] }], 'questionnaire.nothing-answered'],
    ]
    for (const [answers, refusal] of bad) expect(await answer(code, answers)).toMatchObject({ code: refusal })
    expect((await answer(code, [{ question: 1, chosen: [1], name: '李冬' }])).status).toBe(422)
    expect((await answer('2222-2222-2222-2222', said(1))).code).toBe('questionnaire.unknown-code')
    expect((await answer('1', said(1))).status).toBe(422)
    const at = await Promise.all([answer(code, said(1)), answer(code, said(1)), answer(code, said(1))])
    expect(at.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await answer(code, said(1))).toMatchObject({ status: 409, code: 'questionnaire.slip-used' })
  })

  test('slips are drawn by those who ask; drawing again voids the rest and tells nobody how many were used', async () => {
    const group = stage.organisations.huangpu
    expect((await huangpu.ask(contract.drawSlips, { questionnaire: id, group })).status).toBe(403)
    const elsewhere = { questionnaire: id, group: stage.organisations.window }
    expect((await office.ask(contract.drawSlips, elsewhere)).code).toBe('questionnaire.no-such-group')
    const before = of('huangpu')
    const { codes: fresh } = await office.get(contract.drawSlips, { questionnaire: id, group })
    expect(fresh).toHaveLength(12)
    expect((await answer(before[1]!, said(1))).code).toBe('questionnaire.unknown-code')
    codes.set(group, fresh)
    for (const [at, code] of fresh.slice(0, 11).entries()) await answer(code, said(at < 6 ? 1 : 2))
    // one answered with a slip drawn earlier, eleven with these: the group has given its twelve
    expect((await answer(fresh[11]!, said(1))).code).toBe('questionnaire.slip-used')
  })

  test('while it is open nobody sees a result, and how many answered only in wide steps', async () => {
    const shown = await office.get(contract.readQuestionnaire, { questionnaire: id })
    expect(shown).toMatchObject({ state: 'open', result: null, turnout: 'under-half' })
    expect((await member.get(contract.readQuestionnaire, { questionnaire: id })).turnout).toBe(null)
    expect((await office.ask(contract.closeQuestionnaire, { questionnaire: id })).code).toBe('questionnaire.not-over')
  })

  test('after its last day paper that came in time is copied by those who ask, and by nobody else', async () => {
    for (const [at, code] of of('nansha').entries()) await answer(code, said(at < 5 ? 1 : 2, [1], `想法${at}`))
    await onDay('2026-07-21')
    const [first, second] = of('xuwen') as [string, string]
    expect((await answer(first, said(3))).code).toBe('questionnaire.is-over')
    expect((await answer(first, said(3), office)).status).toBe(200)
    expect((await answer(second, said(3), office)).status).toBe(200)
  })

  test('closed, it tells each question once: small groups together, texts sorted, nothing that points at one', async () => {
    const shown = await office.get(contract.closeQuestionnaire, { questionnaire: id })
    const [satisfied, ways, words] = shown.result!
    // 12 and 12 of the two branches; two of the third, whom their figures would give away
    expect(satisfied).toEqual({ told: 'partly', answers: 26, counts: [12, null, null], rest: 14 })
    // all twelve who said anything said the same
    expect(ways).toEqual({ told: 'nothing' })
    expect(words).toMatchObject({ told: 'texts', texts: expect.arrayContaining(['想法0', '想法11']) })
    const seen = await member.get(contract.readQuestionnaire, { questionnaire: id })
    expect(seen.result).toEqual(shown.result)
    expect((await office.ask(contract.closeQuestionnaire, { questionnaire: id })).code).toBe('questionnaire.not-open')
    expect((await world.nobody.ask(contract.readSlip, { code: of('xuwen')[3]! })).code).toBe(
      'questionnaire.unknown-code',
    )
  })

  test('its key is destroyed when it has ended, and what a crash left behind within the hour', async () => {
    const open = await opened(office, stage, {
      title: '还开着',
      lastDay: '2026-08-01',
      questions: [{ kind: 'text', text: '建议' }],
    })
    const draft = (await drafted({ title: '正要开' })).body!.id
    for (const left of [draft, crypto.randomUUID()]) writeFileSync(join(folder, `${left}.key`), 'x')
    expect(existsSync(join(folder, `${id}.key`))).toBe(true)
    await runJob()
    // a draft may be opening at this moment
    expect(readdirSync(folder).sort()).toEqual([`${draft}.key`, `${open}.key`].sort())
    rmSync(join(folder, `${open}.key`))
    await onDay('2026-08-02')
    expect(await office.ask(contract.closeQuestionnaire, { questionnaire: open })).toMatchObject({
      status: 409,
      code: 'questionnaire.key-lost',
    })
    await office.get(contract.abandonQuestionnaire, { questionnaire: open, reason: '密钥已失' })
  })

  test('without a legal office’s document it is answered on paper, and those who ask copy it', async () => {
    const paper = await opened(office, stage, {
      title: '纸面',
      lastDay: '2026-09-01',
      questions: [{ kind: 'one', text: '食堂怎么样', options: ['好', '不好'] }],
      legalOffice: undefined,
      legalDocument: undefined,
    })
    const [code, other] = (await codesOf(office, paper)).get(stage.organisations.huangpu)! as [string, string]
    expect(await world.nobody.get(contract.readSlip, { code })).toMatchObject({ allowed: false })
    expect(await answer(code, [{ question: 1, chosen: [1] }])).toMatchObject({
      status: 409,
      code: 'questionnaire.on-paper-only',
    })
    expect((await answer(code, [{ question: 1, chosen: [1] }], office)).status).toBe(200)
    const page = await world.nobody.page(`/answer?code=${other}`)
    expect(page.html).toContain('这份问卷只在纸上作答')
    expect(page.html).not.toContain('<form method="post"')
  })
})
