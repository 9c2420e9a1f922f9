import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { openNotice } from '#programme/notice/disclosure.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { onNotice, openYear } from './theme-year.ts'

/** A flood of unnamed opinions cannot hold a notice open, and nobody gets lost in it. */

const { listOpinions, listNotices, closeGroundless, readNotice } = noticeContract
let world: World
let stage: Stage
let theme: string
let notice: string
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  ;({ theme, notice } = await onNotice(world, stage))
  await sql`insert into opinion (id, notice_id, text, given_on)
    select gen_random_uuid(), ${notice}::uuid, case when at <= 4990 then '支持！' else '不同的意见 ' || at end, '2026-07-15'
    from generate_series(1, 5000) at`.execute(world.owner)
})
afterAll(() => world.close())

test('five thousand opinions are paged through, each once', async () => {
  const office = await world.as(stage.people.rootOffice)
  const seen = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await office.get(listOpinions, { notice, state: 'open', limit: 200, ...(cursor && { cursor }) })
    for (const { id } of page.rows) seen.add(id)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen.size).toBe(5000)
})

test('one that was read closes all with the very same words; the others still wait', async () => {
  const office = await world.as(stage.people.rootOffice)
  const { rows } = await office.get(listOpinions, { notice, limit: 200 })
  const one = rows.find(({ text }) => text === '支持！')!.id
  const reply = '感谢支持，未提出修改内容。'
  expect(await office.get(closeGroundless, { notice, opinions: [one], reply, alike: true })).toEqual({ closed: 4990 })
  expect(await office.get(closeGroundless, { notice, opinions: [one], reply, alike: true })).toEqual({ closed: 0 })
  const left = await office.get(listOpinions, { notice, state: 'open', limit: 200 })
  expect(left.rows).toHaveLength(10)
  const numbers = await world.db
    .selectFrom('opinion')
    .select(({ fn }) => [fn.max('number').as('last'), fn.countAll<string>().as('all')])
    .where('number', 'is not', null)
    .executeTakeFirstOrThrow()
  expect([numbers.last, Number(numbers.all)]).toEqual([4990, 4990])
})

test('the notice is closed all the same, and its summary stays a page', async () => {
  await world.setTime(noon('2026-07-23'))
  await (await world.as(stage.people.rootOffice)).get(themeContract.putInForce, { theme })
  const { digest } = await world.nobody.get(readNotice, { notice })
  expect(digest).toMatchObject({
    opinions: 5000,
    groundless: 4990,
    unanswered: 10,
    reasons: [{ reply: '感谢支持，未提出修改内容。', opinions: 4990 }],
  })
  const { html } = await world.nobody.page(`/notices/${notice}`)
  expect(Buffer.byteLength(html)).toBeLessThan(20 * 1024)
})

test('267 open notices are paged through, each once, and a page stays light', async () => {
  await world.act(stage.people.rootOffice, async (context) => {
    for (let at = 0; at < 267; at++)
      await openNotice(context, {
        subjectKind: 'other',
        subjectId: context.newId(),
        organisation: stage.organisations.root,
        concerns: null,
        within: stage.organisations.root,
        scope: 'society',
        title: `第${at}个党支部 · 主题`,
        body: [{ label: '内容', text: '长'.repeat(600) }],
        days: 5,
        checkedBy: stage.people.confidentiality,
      })
  })
  const seen = new Set<string>()
  let path: string | undefined = '/notices?state=open'
  while (path) {
    const { html, status }: { html: string; status: number } = await world.nobody.page(path)
    expect(status).toBe(200)
    expect(Buffer.byteLength(html)).toBeLessThan(24 * 1024)
    for (const [, id] of html.matchAll(/href="\/notices\/([0-9a-f-]{36})"/g)) seen.add(id!)
    path = /href="(\/notices\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen.size).toBe(267)
  expect((await world.nobody.get(listNotices, { state: 'open', limit: 200 })).rows).toHaveLength(200)
})
