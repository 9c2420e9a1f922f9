import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepSheet } from '#programme/scoring/actions.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'

const { issueSheet, liftBar, readSheet } = scoringContract
const sample = sampleSheet(2026)
const barred = {
  ...sample,
  clauses: sample.clauses.map((each) =>
    each.code === '3.2-1' ? { ...each, text: '每项获点赞的主题活动 2 分' } : each,
  ),
}
const lift = {
  table: 'clauses' as const,
  code: '3.2-1',
  legalOffice: '示例局法规处',
  document: '示法〔2026〕3号',
  decidedOn: '2026-03-02',
  reason: '“点赞”是活动的名称，不计数量',
}

describe('a bar lifted by a legal office', () => {
  let world: World
  let stage: Stage
  let office: Browser
  let secretary: Browser
  let sheet: string
  beforeAll(async () => {
    world = await openWorld({ today: '2026-03-10' })
    stage = await setStage(world)
    office = await world.as(stage.people.rootOffice)
    secretary = await world.as(stage.people.rootSecretary)
    sheet = await world.act(stage.people.rootOffice, (context) =>
      keepSheet(context, stage.organisations.root, barred, { name: '细则.xlsx', hash: 'a'.repeat(64) }),
    )
  })
  afterAll(() => world.close())

  test('without it the sheet cannot be issued, and who issues it cannot lift it', async () => {
    expect(await office.ask(issueSheet, { sheet })).toMatchObject({ status: 409, code: 'scoring.barred' })
    expect(await office.ask(liftBar, { sheet, ...lift })).toMatchObject({
      status: 403,
      code: 'scoring.only-the-secretary-of-the-organisation',
    })
    const { lints, allowed } = await secretary.get(readSheet, { sheet })
    expect(lints.find(({ code }) => code === '3.2-1')).toMatchObject({ lifted: null, allowed: ['lift'] })
    expect(allowed).toEqual([])
  })

  test('named, dated and reasoned: nothing may lack, no row that is not barred, no day to come', async () => {
    for (const lacking of ['legalOffice', 'document', 'reason', 'decidedOn'])
      expect((await secretary.ask(liftBar, { sheet, ...lift, [lacking]: '' })).status, lacking).toBe(422)
    const ask = (more: object) => secretary.ask(liftBar, { sheet, ...lift, ...more })
    expect(await ask({ code: '3.1-1' })).toMatchObject({ status: 409, code: 'scoring.row-not-barred' })
    expect(await ask({ decidedOn: '2026-03-11' })).toMatchObject({ status: 409, code: 'scoring.lift-in-future' })
  })

  test('two record it at once: one does; then the sheet is issued and the decision stands beside its row', async () => {
    const other = await world.as(stage.people.rootSecretary)
    const both = await Promise.all([secretary, other].map((browser) => browser.ask(liftBar, { sheet, ...lift })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)).toMatchObject({ code: 'scoring.lifted-already' })
    expect(await office.get(issueSheet, { sheet })).toMatchObject({ state: 'issued' })
    const member = await world.as(stage.people.huangpuMember)
    const { lints } = await member.get(readSheet, { sheet })
    expect(lints.find(({ code }) => code === '3.2-1')!.lifted).toMatchObject({
      legalOffice: lift.legalOffice,
      document: lift.document,
      decidedOn: lift.decidedOn,
      reason: lift.reason,
      by: '罗建国',
    })
    expect(await secretary.ask(liftBar, { sheet, ...lift })).toMatchObject({ code: 'scoring.issued-already' })
  })

  test('a new version is barred anew: what was lifted speaks of one version alone', async () => {
    const next = await world.act(stage.people.rootOffice, (context) =>
      keepSheet(
        context,
        stage.organisations.root,
        { ...barred, note: '第二稿' },
        { name: '细则.xlsx', hash: 'b'.repeat(64) },
      ),
    )
    expect(await office.ask(issueSheet, { sheet: next })).toMatchObject({ code: 'scoring.barred' })
  })
})
