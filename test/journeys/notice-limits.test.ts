import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { openNotice } from '#programme/notice/disclosure.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { onNotice, openYear, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let theme: string
let notice: string
let visitors: Visitors
const as = (who: keyof Stage['people']) => visitors.as(who)
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  ;({ theme, notice } = await onNotice(world, stage))
})
afterAll(() => world.close())

describe('a notice', () => {
  test('cannot open without a named check, nor be opened by whoever checked', async () => {
    const open = (checkedBy: string | null) =>
      world.act(stage.people.rootOffice, (context) =>
        openNotice(context, {
          subjectKind: 'theme',
          subjectId: theme,
          organisation: stage.organisations.root,
          concerns: null,
          within: stage.organisations.root,
          scope: 'party',
          title: '未经审查',
          body: [{ label: '内容', text: '文字' }],
          days: 5,
          checkedBy,
        }),
      )
    await expect(open(null)).rejects.toMatchObject({ status: 409, code: 'notice.not-checked' })
    await expect(open(stage.people.rootOffice)).rejects.toMatchObject({ code: 'notice.checker-cannot-disclose' })
    await expect(
      world.owner.updateTable('notice').set({ checked_by: stage.people.rootOffice }).execute(),
    ).rejects.toThrow(/nobody_checks_what_they_disclose/)
  })

  test('inside the Party is not there for those who cannot sign in; unsettled years are said to be so', async () => {
    await visitors.setTime(noon('2026-12-29'))
    const inside = await world.act(stage.people.rootOffice, (context) =>
      openNotice(context, {
        subjectKind: 'other',
        subjectId: stage.organisations.root,
        organisation: stage.organisations.root,
        concerns: null,
        within: stage.organisations.root,
        scope: 'party',
        title: '党内公示',
        body: [{ label: '内容', text: '文字' }],
        days: 5,
        checkedBy: stage.people.confidentiality,
      }),
    )
    expect((await world.nobody.ask(noticeContract.readNotice, { notice: inside })).status).toBe(404)
    expect((await world.nobody.ask(noticeContract.giveOpinion, { notice: inside, text: '意见' })).status).toBe(404)
    expect((await world.nobody.get(noticeContract.listNotices, { limit: 50 })).rows.map(({ id }) => id)).toEqual([
      notice,
    ])
    const seen = await (await as('huangpuMember')).get(noticeContract.readNotice, { notice: inside })
    expect(seen).toMatchObject({ provisional: true, checkedBy: '解晓东', allowed: ['speak'] })
  })
})

test('an upheld objection sends the theme back, and it goes the whole way again', async () => {
  const { world: other, stage: own } = await openYear('society')
  try {
    const disclosed = await onNotice(other, own)
    const office = await other.as(own.people.rootOffice)
    const early = await office.ask(themeContract.sendThemeBack, { theme: disclosed.theme, comment: '请修改' })
    expect(early).toMatchObject({ status: 409, code: 'notice.no-objection-upheld' })
    await other.nobody.get(noticeContract.raiseObjection, {
      notice: disclosed.notice,
      name: '何先生',
      contact: '13800000000',
      text: '名称与某公司商标相同',
    })
    const { rows } = await office.get(noticeContract.listObjections, { notice: disclosed.notice })
    const upheld = { objection: rows[0]!.id, result: 'upheld' as const, reply: '经核实属实，请支部改名。' }
    expect((await office.ask(noticeContract.answerObjection, { ...upheld, substance: '' })).code).toBe(
      'notice.substance-needed',
    )
    await office.get(noticeContract.answerObjection, { ...upheld, substance: '名称与已有商标相同' })
    await other.setTime(noon('2026-08-01'))
    const later = await other.as(own.people.rootOffice)
    expect((await later.ask(themeContract.putInForce, { theme: disclosed.theme })).code).toBe('notice.objection-upheld')
    expect((await later.get(themeContract.readTheme, { theme: disclosed.theme })).allowed).toEqual(['send-back'])
    await later.get(themeContract.sendThemeBack, { theme: disclosed.theme, comment: '异议成立，请改名后重新提交。' })
    const secretary = await other.as(own.people.huangpuSecretary)
    const returned = await secretary.get(themeContract.readTheme, { theme: disclosed.theme })
    expect(returned).toMatchObject({
      state: 'returned',
      reasons: '异议成立，请改名后重新提交。',
      checkedBy: null,
      notice: null,
      allowed: ['change', 'submit', 'abandon'],
    })
    expect((await other.nobody.ask(noticeContract.readNotice, { notice: disclosed.notice })).status).toBe(404)
    const again = await secretary.get(themeContract.submitTheme, { theme: disclosed.theme })
    expect(again).toMatchObject({ state: 'submitted', stage: 0, checkedBy: null, reasons: null })
  } finally {
    await other.close()
  }
})
