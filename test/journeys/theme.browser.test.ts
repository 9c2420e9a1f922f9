import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, type Window } from '../browser/watch.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const idOf = async (state: string) =>
  (await site.world.db.selectFrom('theme').select('id').where('state', '=', state).limit(1).executeTakeFirstOrThrow())
    .id
const noticeIn = async (outcome: 'in-effect' | null) =>
  (
    await site.world.db
      .selectFrom('notice')
      .select('id')
      .where('outcome', outcome === null ? 'is' : '=', outcome)
      .limit(1)
      .executeTakeFirstOrThrow()
  ).id

/** A notice on which somebody waits for an answer. */
const noticeToAnswer = async () =>
  (
    await site.world.db
      .selectFrom('opinion')
      .innerJoin('notice', 'notice.id', 'opinion.notice_id')
      .select('notice.id')
      .where('disposition', 'is', null)
      .where('outcome', 'is', null)
      .limit(1)
      .executeTakeFirstOrThrow()
  ).id

describe.each([1440, 390])('at %i pixels', (width) => {
  const open = () => openWindow(browser, { url: site.url, width, name: 'theme' })
  const close = async (window: Window) => window.close()

  test('the public finds brands on the wall and speaks on a notice', async () => {
    const window = await open()
    await window.visit('/wall', 'wall')
    await window.page.fill('#search', 'ckldh')
    await window.page.click('main button.main')
    await window.look('wall-searched')
    await window.page.click('.cards a')
    await window.look('brand')
    await window.visit('/notices', 'notices')
    await window.visit('/notices?state=closed', 'notices-closed')
    await window.be('member')
    await window.visit('/notices', 'notices-member')
    await window.visit(`/notices/${await noticeIn(null)}`, 'notice')
    await window.page.click('summary')
    await window.look('notice-objection')
    await window.visit(`/notices/${await noticeIn('in-effect')}`, 'notice-closed')
    await close(window)
  })

  test('a secretary whose theme was returned reads why, changes it and submits it', async () => {
    const window = await open()
    await window.be('returnedSecretary')
    await window.visit('/my/theme', 'my-theme-returned')
    await window.be('noThemeSecretary')
    await window.visit('/my/theme', 'my-theme-none')
    await window.be('noticeSecretary')
    await window.visit('/my/theme', 'my-theme-notice')
    await close(window)
  })

  test('a reviewer works through what waits', async () => {
    const window = await open()
    await window.be('bureauOffice')
    await window.visit('/my/work', 'work')
    await window.visit('/my/work?list=done', 'work-done')
    await window.page.click('.cards a')
    await window.look('work-theme')
    await window.visit('/desk/work', 'desk-work')
    await window.visit('/desk/themes', 'desk-themes')
    await close(window)
  })

  test('the office answers opinions and discloses themes at the desk', async () => {
    const window = await open()
    await window.be('rootOffice')
    await window.visit('/desk/work', 'desk-office-work')
    await window.visit('/desk/notices', 'desk-notices')
    await window.visit(`/desk/notices/${await noticeToAnswer()}`, 'desk-notice')
    const answer = window.page.getByRole('button', { name: '答复', exact: true }).first()
    await answer.click()
    await window.page.waitForTimeout(500)
    await window.look('desk-answer')
    for (const state of ['in-force', 'passed', 'noticed', 'submitted'])
      await window.visit(`/desk/themes/${await idOf(state)}`, `desk-theme-${state}`)
    expect(await window.page.title()).toContain('航标')
    await close(window)
  })
})
