import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { findChromium } from '../../bin/chromium.mjs'

const pictures = join(import.meta.dirname, '../../test-output')
/** What one page of the portal may weigh on the wire, style sheet included. */
const PORTAL_BYTES = 30 * 1024

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('no Chromium was found; npm test installs one')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** A person's browser window, watched: what it loads, what it complains about, what moves. */
export interface Window {
  page: Page
  context: BrowserContext
  /** Goes there and looks at it closely. */
  visit(path: string, name?: string): Promise<void>
  /** Looks closely at what is shown now; `name` is the picture's. */
  look(name?: string): Promise<void>
  /** Signs in on the demo's page. */
  be(key: string): Promise<void>
  /** Goes on as somebody of a site that is no demo; what they look at next is theirs. */
  become(person: { cookie: string }): Promise<void>
  close(): Promise<void>
}

export interface WindowSettings {
  url: string
  width: number
  /** Pictures are kept in a folder of this name. */
  name: string
  javaScript?: boolean
}

/** Opens a window at a width; 390 is a phone's. */
export async function openWindow(browser: Browser, settings: WindowSettings): Promise<Window> {
  const { url, width, name, javaScript = true } = settings
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    javaScriptEnabled: javaScript,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // a refused form is answered with its page and 4xx, of which the browser makes a note
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => {
    if (!/ERR_ABORTED/.test(request.failure()?.errorText ?? '')) complaints.push(`${request.url()} failed`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(`asked ${request.url()}`)
  })
  await context.addInitScript(watchShifts)
  let pictured = 0

  const look = async (label?: string) => {
    const where = new URL(page.url()).pathname
    const said = complaints.splice(0)
    expect(said, `${where} complains: ${said.join('; ')}`).toEqual([])
    if (javaScript && where.startsWith('/desk')) await page.waitForLoadState('networkidle')
    const seen = javaScript ? await page.evaluate<Seen>(seenNow) : null
    if (label) {
      const file = `${String(++pictured).padStart(2, '0')}-${label}.png`
      mkdirSync(join(pictures, `${name}-${width}`), { recursive: true })
      // the window is made as high as the page for its picture, unless a dialog stands before it
      const fullPage = !(await page.getByRole('dialog').isVisible())
      await page.screenshot({ path: join(pictures, `${name}-${width}`, file), fullPage })
    }
    if (seen) await judge(page, where, seen)
  }
  const visit = async (path: string, label?: string) => {
    const response = await page.goto(url + path, { waitUntil: javaScript ? 'networkidle' : 'load' })
    expect(response!.status(), path).toBe(200)
    await look(label)
  }
  return {
    page,
    context,
    visit,
    look,
    async be(key) {
      await page.goto(`${url}/demo`)
      await page
        .locator('form', { has: page.locator(`input[name=key][value=${key}]`) })
        .locator('button')
        .click()
      await page.waitForURL((to) => !to.pathname.startsWith('/demo') && !to.pathname.startsWith('/do/'))
    },
    async become({ cookie }) {
      await context.clearCookies()
      const cookies = cookie.split('; ').map((each) => each.split('=') as [string, string])
      // a __Host- cookie is put for https only; a browser sends it to localhost all the same
      const secure = url.replace('http:', 'https:')
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: secure, secure: true })))
    },
    close: () => context.close(),
  }
}

// What runs in the page stands as text: the project's types know no browser on this side.

/** Before anything else: notes what moves while the page loads, until it is touched or looked at, for both move things. */
const watchShifts = `
  window.moved = []
  let touchedAt = Infinity
  window.movedSoFar = () => {
    touchedAt = Math.min(touchedAt, performance.now())
    return window.moved
  }
  for (const kind of ['pointerdown', 'keydown', 'input'])
    addEventListener(kind, ({ timeStamp }) => (touchedAt = Math.min(touchedAt, timeStamp)), { capture: true })
  new PerformanceObserver((list) => {
    for (const { startTime, sources } of list.getEntries())
      if (startTime < touchedAt)
        for (const { node, previousRect: from, currentRect: to } of sources)
          window.moved.push((node?.textContent ?? '').trim().slice(0, 40) + ' ' + from.x + ',' + from.y + '→' + to.x + ',' + to.y)
  }).observe({ type: 'layout-shift', buffered: true })`

interface Seen {
  overflow: number
  stored: number
  moved: string[]
  bytes: number
  scripts: number
}
const seenNow = `({
  overflow: document.documentElement.scrollWidth - window.innerWidth,
  stored: localStorage.length + sessionStorage.length,
  moved: window.movedSoFar(),
  scripts: document.scripts.length,
  bytes: performance.getEntries()
    .filter(({ entryType }) => entryType === 'navigation' || entryType === 'resource')
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
})`

async function judge(page: Page, where: string, seen: Seen): Promise<void> {
  const desk = where.startsWith('/desk')
  expect(seen.overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
  expect(seen.stored, `${where} keeps something in the browser`).toBe(0)
  expect(seen.moved, `${where} moves while it loads: ${seen.moved.join('; ')}`).toEqual([])
  if (!desk) expect(seen.scripts, `${where} needs JavaScript`).toBe(0)
  if (!desk) expect(seen.bytes, `${where} is heavy`).toBeLessThanOrEqual(PORTAL_BYTES)
  const found = await violations(page)
  expect(found, `${where} is hard to use for some: ${found.join('; ')}`).toEqual([])
}

/** What axe finds wrong, by rule and place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations: found } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })")
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Whether the keyboard finds the way: the first stop is the skip link, which leads past the menu into the page. */
export async function walksByKeyboard({ page }: Window): Promise<void> {
  await page.keyboard.press('Tab')
  expect(await page.evaluate<string>('document.activeElement.className')).toBe('skip')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate<boolean>("document.querySelector('main').contains(document.activeElement)")).toBe(true)
}
