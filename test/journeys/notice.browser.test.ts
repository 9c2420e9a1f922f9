import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNotice } from '#programme/notice/disclosure.ts'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow } from '../browser/watch.ts'
import { personOf } from '../sample-world.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** A notice of one kind of subject, open or closed. */
const noticeOf = async (kind: 'theme' | 'selection', outcome: 'in-effect' | null) =>
  (
    await site.world.db
      .selectFrom('notice')
      .select('id')
      .where('subject_kind', '=', kind)
      .where('outcome', outcome === null ? 'is' : '=', outcome)
      .orderBy('posted_on')
      .limit(1)
      .executeTakeFirstOrThrow()
  ).id

const found = async (table: 'notice_extension' | 'paper_voice') =>
  (await site.world.db.selectFrom(table).select('notice_id').limit(1).executeTakeFirstOrThrow()).notice_id
/** A closed notice on which opinions changed words. */
const changed = async () =>
  site.world.db
    .selectFrom('opinion')
    .innerJoin('notice', 'notice.id', 'opinion.notice_id')
    .select(['notice.id', 'notice.subject_id as theme'])
    .where('disposition', 'in', ['adopted', 'partly'])
    .where('outcome', '=', 'in-effect')
    .where('scope', '=', 'society')
    .limit(1)
    .executeTakeFirstOrThrow()

describe.each([1440, 390])('at %i pixels', (width) => {
  test('the public reads a longer notice, its printed form, and which words came from which opinion', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'notice' })
    await window.be('member')
    const extended = await found('notice_extension')
    await window.visit(`/notices/${extended}`, 'extended')
    expect(await window.page.textContent('main')).toContain('延长 3 个工作日')
    await window.visit(`/notices/${extended}/print`, 'print')
    const { id, theme } = await changed()
    await window.visit(`/notices/${id}`, 'summary')
    await window.visit(`/wall/${theme}`, 'brand')
    await window.page.click('dd a:has(ins)')
    await window.look('reply')
    expect(await window.page.locator(':target').textContent()).toContain('意见')
    await window.close()
  })

  test('the office types in what came on paper, extends, and says how it is reached', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'notice-desk' })
    await window.be('rootOffice')
    await window.visit(`/desk/notices/${await found('paper_voice')}`, 'paper')
    for (const [button, picture] of [
      ['录入线下意见', 'enter'],
      ['延长公示', 'extend'],
    ] as const) {
      await window.page.getByRole('button', { name: button, exact: true }).click()
      await window.page.waitForTimeout(500)
      await window.look(picture)
      await window.page.keyboard.press('Escape')
      await window.page.waitForTimeout(400)
    }
    await window.visit(`/desk/notices/${(await changed()).id}`, 'closed')
    await window.visit('/desk/notices', 'list')
    await window.page.getByRole('button', { name: '受理方式', exact: true }).click()
    await window.page.waitForTimeout(500)
    await window.look('contact')
    await window.close()
  })
})

/** A list of sixty branches with their reasons, as a selection discloses one. */
async function longList(): Promise<string> {
  const { world } = site
  const branches = await world.db.selectFrom('organisation').select('name').where('kind', '=', 'branch').execute()
  const names = Array.from({ length: 60 }, (_, at) => `${branches[at % branches.length]!.name}（${at + 1}）`)
  const root = await world.db
    .selectFrom('organisation')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  return world.act(await personOf(world, 'rootOffice'), async (context) =>
    openNotice(context, {
      subjectKind: 'other',
      subjectId: context.newId(),
      organisation: root.id,
      concerns: null,
      within: root.id,
      scope: 'society',
      title: '2026年度品牌党支部评选 · 拟命名公示',
      body: [
        { label: '拟命名名单', text: names.join('、') },
        { label: '命名依据', text: names.map((name) => `${name}：等次为“优秀”，达到命名要求的等次。`).join('\n') },
      ],
      days: 5,
      checkedBy: await personOf(world, 'rootConfidentiality'),
    }),
  )
}

test('a notice is printed on A4: one page for a theme, several for a list, black on white', async () => {
  const window = await openWindow(browser, { url: site.url, width: 1440, name: 'notice-print' })
  await window.be('rootOffice')
  const pages: Record<string, number> = {}
  for (const [name, id] of [
    ['theme', await noticeOf('theme', null)],
    ['selection', await noticeOf('selection', 'in-effect')],
    ['list', await longList()],
  ] as const) {
    await window.visit(`/notices/${id}/print`, `${name}-screen`)
    const pdf = await window.page.pdf({ preferCSSPageSize: true, printBackground: true })
    const folder = join(import.meta.dirname, '../../test-output/notice-print-1440')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.pdf`), pdf)
    pages[name] = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/)
  }
  expect(pages.theme).toBe(1)
  expect(pages.selection).toBe(1)
  expect(pages.list).toBeGreaterThan(1)
  await window.close()
})
