import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicityContract } from '#programme/publicity/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { boardContract } from '#programme/theme/contract-board.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { storyContract } from '#programme/theme/contract-story.ts'
import { noon } from '../world.ts'
import {
  approved,
  brandInForce,
  checked,
  drafted,
  draftOf,
  handedIn,
  IN_FORCE,
  published,
  record,
} from './publicising.ts'
import { confirm, enter, reorganise } from './reorganising.ts'
import { checked as checkedTheme, openYear, Visitors } from './theme-year.ts'

/** What a brand has come to, through revisions, reorganisations and withdrawals: the latest row tells, and none is lost. */

const { approvePublication, withdrawPublication } = publicityContract
let visitors: Visitors
let theme: string
beforeAll(async () => {
  visitors = new Visitors(await openYear('society'))
  theme = await brandInForce(visitors)
})
afterAll(() => visitors.world.close())

const onBoard = async (branch: string) => {
  const office = await visitors.as('rootOffice')
  const { rows } = await office.get(boardContract.listBoard, { limit: 50 })
  const row = rows.find((each) => each.branch.id === branch)!
  return [row.stage, row.inForce?.knownOn ?? null]
}
const huangpu = () => visitors.stage.organisations.huangpu

/** Revises the theme in force and puts the revision in force on that day. */
async function revise(kind: 'adjustment' | 'renewal', change: object, inForceOn: string): Promise<string> {
  const secretary = await visitors.as('huangpuSecretary')
  const { inForce } = await secretary.get(themeContract.readMyTheme, { organisation: huangpu() })
  const reason = '辖区新增两处渡口'
  const { id, texts } = await secretary.get(revisionContract.reviseTheme, { theme: inForce!.id, kind, reason })
  await secretary.get(themeContract.changeTheme, { theme: id, ...texts, ...change })
  await secretary.get(themeContract.submitTheme, { theme: id })
  await checkedTheme(visitors.world, visitors.stage, id)
  await (await visitors.as('rootOffice')).get(themeContract.publiciseTheme, { theme: id })
  await visitors.setTime(noon(inForceOn))
  await (await visitors.as('rootOffice')).get(themeContract.putInForce, { theme: id })
  return id
}

test('an adjustment keeps the brand known since the same day; what waits for approval is of the new theme then', async () => {
  const first = await published(visitors, draftOf([await record(visitors)]))
  const waiting = await checked(
    visitors,
    draftOf([await record(visitors, '再巡一遍渡口。')], { title: '等待审批的一篇' }),
  )
  theme = await revise('adjustment', { goals: '每月走遍辖区所有渡口。' }, '2026-08-05')
  expect(await onBoard(huangpu())).toEqual(['made-known', IN_FORCE])
  const office = await visitors.as('rootOffice')
  const view = await office.get(approvePublication, { publication: waiting, ...approved })
  expect(view).toMatchObject({ state: 'published', brand: { id: theme } })
  // of two that stand one is taken back, whichever theme it was published under
  await office.get(withdrawPublication, { publication: first, reason: '数字有误' })
  expect(await onBoard(huangpu())).toEqual(['made-known', IN_FORCE])
  await office.get(withdrawPublication, { publication: waiting, reason: '也有误' })
  expect(await onBoard(huangpu())).toEqual(['building', null])
  const secretary = await visitors.as('huangpuSecretary')
  const { themes } = await secretary.get(storyContract.readStory, { story: huangpu() })
  expect(themes.map(({ stages }) => stages.map(({ stage, ground }) => `${stage} ${ground}`))).toEqual([
    ['make-known carried-over', 'build publication-withdrawn'],
    ['distil drafted', 'build took-effect', 'make-known published'],
  ])
})

test('another brand in its place is built anew; what was handed in for the old one cannot make it known', async () => {
  const old = await published(visitors, draftOf([await record(visitors, '走遍渡口。')], { title: '老品牌的一篇' }))
  const late = await checked(visitors, draftOf([await record(visitors, '又走一遍。')], { title: '老品牌的下一篇' }))
  theme = await revise('renewal', { name: '渡口守望者', meaning: '换一个说法。' }, '2026-08-20')
  expect(await onBoard(huangpu())).toEqual(['building', null])
  const office = await visitors.as('rootOffice')
  const asked = await office.ask(approvePublication, { publication: late, ...approved })
  expect(asked).toMatchObject({ status: 409, code: 'publicity.another-brand-now' })
  expect((await visitors.world.nobody.get(publicityContract.readPublication, { publication: old })).title).toBe(
    '老品牌的一篇',
  )
  // handed in anew it rests on a record of the new brand
  await office.get(approvePublication, { publication: late, result: 'return', comment: '品牌已更换' })
  const secretary = await visitors.as('huangpuSecretary')
  const again = await secretary.ask(publicityContract.submitPublication, { publication: late })
  expect(again).toMatchObject({ status: 409, code: 'publicity.no-record-of-the-theme' })
  const own = await record(visitors, '新品牌的第一件事。', '2026-08-20')
  await published(visitors, draftOf([own], { title: '新品牌的一篇' }))
  expect(await onBoard(huangpu())).toEqual(['made-known', '2026-08-20'])
  // the old one has nothing to do with it any more
  await office.get(withdrawPublication, { publication: old, reason: '旧品牌停止宣传' })
  expect(await onBoard(huangpu())).toEqual(['made-known', '2026-08-20'])
})

test('an approval and the end of the branch at once: published before, or given up; nothing waits for anybody then', async () => {
  const { nansha } = visitors.stage.organisations
  const ids = [
    await checked(
      visitors,
      draftOf([await record(visitors, '并入前的一件事。', '2026-08-20')], { title: '并入前的一篇' }),
    ),
    await handedIn(
      visitors,
      draftOf([await record(visitors, '并入前又一件事。', '2026-08-20')], { title: '待审的一篇' }),
    ),
    await drafted(
      visitors,
      draftOf([await record(visitors, '并入前第三件事。', '2026-08-20')], { title: '没写完的一篇' }),
    ),
  ]
  const bequests = [{ organisation: huangpu(), inForce: 'with-successor' as const, underWay: 'end' as const }]
  const terms = { kind: 'merge' as const, of: 'organisation' as const, ids: [huangpu()], into: nansha, bequests }
  const entered = await enter(visitors.world, visitors.stage, terms, '2026-08-20')
  const office = await visitors.as('rootOffice')
  const [merged, approval] = await Promise.all([
    confirm(visitors.world, visitors.stage, entered.body!.id),
    office.ask(approvePublication, { publication: ids[0]!, ...approved }),
  ])
  expect(merged.status).toBe(200)
  const states = await Promise.all(
    ids.map(
      async (id) =>
        (
          await visitors.world.db
            .selectFrom('publication')
            .select('state')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
        ).state,
    ),
  )
  expect(states).toEqual([approval.status === 200 ? 'published' : 'dropped', 'dropped', 'dropped'])
  const text = merged.body!.effect!.lines.map((line) => line.text).join('\n')
  expect(text).toMatch(/在办的 [34] 篇宣传稿件停办/)
  const { rows } = await office.get(publicityContract.listPublicity, { limit: 50, list: 'todo' })
  expect(rows).toEqual([])
  const duties = await visitors.world.db
    .selectFrom('duty')
    .select('id')
    .where('kind', 'like', 'publicity.%')
    .where('state', '=', 'open')
    .execute()
  expect(duties).toEqual([])
  // the successor goes on with the brand as it stood
  expect(await onBoard(nansha)).toEqual(['made-known', '2026-08-20'])
})

test('a branch that ended drafts nothing', async () => {
  const { window, xuwen } = visitors.stage.organisations
  const bequests = [{ organisation: window, inForce: 'end' as const, underWay: 'end' as const }]
  const secretary = await visitors.as('windowSecretary')
  await reorganise(
    visitors.world,
    visitors.stage,
    { kind: 'merge', of: 'organisation', ids: [window], into: xuwen, bequests },
    '2026-08-20',
    '示海党〔2026〕9号',
  )
  const asked = await secretary.ask(publicityContract.draftPublication, {
    organisation: window,
    ...draftOf(['00000000-0000-4000-8000-000000000000']),
  })
  expect([403, 404, 409]).toContain(asked.status)
})
