import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { openNotice } from '#programme/notice/disclosure.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, openWorld, type World } from '../world.ts'
import { bytesAt, publicFace } from './public-face.ts'
import { selectionOnNotice, setSelectionStage } from './selection-stage.ts'
import { onNotice, openYear } from './theme-year.ts'

/** S05.2: what is disclosed inside the Party is for the public as if it were not there. */

/** Where a thing would be found by its id, by whoever has a link, a code or a printed page. */
const linksTo = (notice: string, theme: string) => [
  `/notices/${notice}`,
  `/notices/${notice}/print`,
  `/notices/${notice}/replies`,
  `/api/notices/${notice}/code`,
  `/api/notices/${notice}/replies`,
  `/api/notices/${notice}`,
  `/api/notices/${notice}/opinions`,
  `/api/notices/${notice}/objections`,
  `/wall/${theme}`,
  `/api/brands/${theme}`,
]

async function mustBeMissing({ nobody }: World, notice: string, theme: string): Promise<void> {
  const nowhere = randomUUID()
  const missing = linksTo(nowhere, nowhere)
  for (const [index, link] of linksTo(notice, theme).entries())
    expect(await bytesAt(nobody, link), link).toBe(await bytesAt(nobody, missing[index]!))
  for (const operation of [noticeContract.giveOpinion, noticeContract.raiseObjection]) {
    const input = { text: '意见', name: '某人', contact: '020-00000000' }
    const asked = await nobody.ask(operation, { ...input, notice } as never)
    const other = await nobody.ask(operation, { ...input, notice: nowhere } as never)
    expect({ ...asked }).toEqual({ ...other })
    expect(asked.status).toBe(404)
  }
}

describe('a theme disclosed inside the Party', () => {
  let world: World
  let stage: Stage
  beforeAll(async () => {
    ;({ world, stage } = await openYear('party'))
  })
  afterAll(() => world.close())

  test('changes no byte of what the public sees, from posting to force', async () => {
    const before = await publicFace(world.nobody)
    const { theme, notice } = await onNotice(world, stage)
    expect(await publicFace(world.nobody)).toEqual(before)
    await mustBeMissing(world, notice, theme)

    await world.setTime(noon('2026-07-23'))
    const later = await publicFace(world.nobody)
    await (await world.as(stage.people.rootOffice)).get(themeContract.putInForce, { theme })
    expect(await publicFace(world.nobody)).toEqual(later)
    await mustBeMissing(world, notice, theme)

    const member = await world.as(stage.people.xuwenMember)
    expect((await member.get(themeContract.listBrands, { limit: 24 })).total).toBe(1)
    expect((await member.get(noticeContract.readNotice, { notice })).outcome).toBe('in-effect')
  })
})

test('inside means the organisation whose programme it is: neighbours who can sign in see nothing either', async () => {
  const { world, stage } = await openYear('party')
  try {
    const notice = await world.act(stage.people.rootOffice, (context) =>
      openNotice(context, {
        subjectKind: 'other',
        subjectId: stage.organisations.guangzhou,
        organisation: stage.organisations.root,
        concerns: null,
        within: stage.organisations.guangzhou,
        scope: 'party',
        title: '广州海事局党内公示',
        body: [{ label: '内容', text: '文字' }],
        days: 5,
        checkedBy: stage.people.confidentiality,
      }),
    )
    const seenBy: Record<string, boolean> = {}
    for (const who of Object.keys(stage.people) as (keyof Stage['people'])[]) {
      const browser = await world.as(stage.people[who])
      const { status } = await browser.ask(noticeContract.readNotice, { notice })
      const { rows } = await browser.get(noticeContract.listNotices, { limit: 50 })
      // the rule and its SQL agree
      expect(
        rows.some(({ id }) => id === notice),
        who,
      ).toBe(status === 200)
      seenBy[who] = status === 200
    }
    const outside = Object.entries(seenBy).flatMap(([who, sees]) => (sees ? [] : [who]))
    expect(outside.sort()).toEqual(
      ['windowSecretary', 'xuwenMember', 'xuwenSecretary', 'zhanjiangOffice', 'zhanjiangSecretary'].sort(),
    )
    const neighbour = await world.as(stage.people.xuwenMember)
    expect(await bytesAt(neighbour, `/notices/${notice}`)).toBe(await bytesAt(neighbour, `/notices/${randomUUID()}`))
  } finally {
    await world.close()
  }
})

describe('what was disclosed to society and is taken back inside', () => {
  test('is gone for the public at once and for good, while on notice', async () => {
    const { world, stage } = await openYear('society')
    try {
      const before = await publicFace(world.nobody)
      const { theme, notice } = await onNotice(world, stage)
      expect(await publicFace(world.nobody)).not.toEqual(before)
      const office = await world.as(stage.people.rootOffice)
      const reason = '正文提到内部值守安排，改为党内公开'
      expect(await office.ask(noticeContract.narrowNotice, { notice, reason: '' })).toMatchObject({ status: 422 })
      const secretary = await world.as(stage.people.huangpuSecretary)
      expect(await secretary.ask(noticeContract.narrowNotice, { notice, reason })).toMatchObject({ status: 403 })
      const two = await Promise.all([1, 2].map(() => office.ask(noticeContract.narrowNotice, { notice, reason })))
      expect(two.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(await publicFace(world.nobody)).toEqual(before)
      await mustBeMissing(world, notice, theme)

      const told = await secretary.get(noticeContract.readNotice, { notice })
      expect(told).toMatchObject({ scope: 'party', narrowed: { on: '2026-07-15', reason }, state: 'open' })
      expect(told.allowed).toEqual(['speak', 'listen'])
      expect((await secretary.get(themeContract.readTheme, { theme })).scope).toBe('party')

      await world.setTime(noon('2026-07-23'))
      const later = await publicFace(world.nobody)
      await (await world.as(stage.people.rootOffice)).get(themeContract.putInForce, { theme })
      expect(await publicFace(world.nobody)).toEqual(later)
      const wall = { brand: theme }
      expect((await (await world.as(stage.people.xuwenMember)).get(themeContract.readBrand, wall)).scope).toBe('party')
    } finally {
      await world.close()
    }
  })

  test('leaves the wall too when the theme is already in force, by the hand of a confidentiality reviewer', async () => {
    const { world, stage } = await openYear('society')
    try {
      const { theme, notice } = await onNotice(world, stage)
      await world.setTime(noon('2026-07-23'))
      const before = await publicFace(world.nobody)
      await (await world.as(stage.people.rootOffice)).get(themeContract.putInForce, { theme })
      expect((await world.nobody.get(themeContract.listBrands, { limit: 24 })).total).toBe(1)
      const reviewer = await world.as(stage.people.confidentiality)
      await reviewer.get(noticeContract.narrowNotice, { notice, reason: '发现不宜公开的内容' })
      const after = await publicFace(world.nobody)
      expect(after['/wall']).toBe(before['/wall'])
      expect(after['/api/brands']).toBe(before['/api/brands'])
      await mustBeMissing(world, notice, theme)
    } finally {
      await world.close()
    }
  })

  test('takes the list of a selection with it: run, register and titles', async () => {
    const world = await openWorld({ today: '2026-01-12' })
    try {
      const stage = await setSelectionStage(world, 'society')
      await world.setTime(noon('2026-01-20'))
      const before = await publicFace(world.nobody)
      await world.setTime(noon('2026-01-12'))
      const { run, notice } = await selectionOnNotice(world, stage, 'no')
      await world.setTime(noon('2026-01-20'))
      const office = await world.as(stage.people.rootOffice)
      const { rows } = await office.get(selectionContract.listSelections, { limit: 1 })
      await office.get(selectionContract.concludeSelection, { selection: rows[0]!.id })
      expect((await world.nobody.get(selectionContract.listRegister, { limit: 50 })).total).toBeGreaterThan(0)
      await office.get(noticeContract.narrowNotice, { notice, reason: '改为党内公开' })
      expect(await publicFace(world.nobody)).toEqual(before)
      expect(await bytesAt(world.nobody, `/runs/${run}`)).toBe(await bytesAt(world.nobody, `/runs/${randomUUID()}`))
      const member = await world.as(stage.people.xuwenMember)
      expect((await member.get(selectionContract.listRegister, { limit: 50 })).total).toBeGreaterThan(0)
      expect((await member.get(selectionContract.readPublicRun, { run })).state).toBe('final')
    } finally {
      await world.close()
    }
  })
})
