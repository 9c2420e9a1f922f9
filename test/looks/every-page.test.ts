import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portalPages } from '#main/portal-pages.ts'
import type { NamedKey } from '#main/sample/types.ts'
import { frameWords } from '#web/words.ts'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, type Window, walksByKeyboard } from '../browser/watch.ts'
import { putUnderWay, type Starts } from './under-way.ts'

/**
 * Every page of the product, looked at closely at two widths. In `npm test` each kind of page once, by the first of these
 * visitors who gets to it by links; in `npm run look` each visitor looks at every kind of page that links lead them to.
 */
const byEverybody = process.env.LOOK_BY === 'everybody'

/** Who looks, and from where; the outsider is not signed in. What no link leads to is begun with, see `putUnderWay`. */
const visitors: [NamedKey, string[]][] = [
  ['outsider', ['/', '/sign-in', '/activate', '/set-up', '/demo', '/suggestions']],
  ['rootOffice', ['/my', '/desk/', '/desk/cycles/new', '/desk/reorganisations/new']],
  ['namedSecretary', ['/my', '/my/self-score', '/desk/']],
  ['assessor', ['/my', '/desk/']],
  ['systemAdmin', ['/desk/', '/prove']],
  ['securityAdmin', ['/my', '/desk/']],
  ['noticeSecretary', ['/my', '/desk/']],
  ['noThemeSecretary', ['/my']],
  ['bureauSecretary', ['/my', '/desk/']],
  ['auditAdmin', ['/my', '/desk/']],
  ['member', ['/my', '/desk/']],
]

let site: Site
let browser: Browser
let more: Starts
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
  more = await putUnderWay(site.world)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe.each([1440, 390])('at %i pixels', (width) => {
  const seenByAnyone = new Set<string>()

  test.each(visitors)(
    'what %s gets to stands still, fits, and can be used by everyone',
    async (key, known) => {
      const starts = [...known, ...(more[key] ?? [])]
      const window = await openWindow(browser, { url: site.url, width, name: `pages-${key}` })
      if (key !== 'outsider') await window.be(key)
      const seen = new Set<string>()
      const waiting = [...starts]
      const wrong: string[] = []
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const kind = kindOf(path)
        if (seen.has(kind) || (!byEverybody && !starts.includes(path) && seenByAnyone.has(kind))) continue
        for (const each of [seen, seenByAnyone]) each.add(kind)
        try {
          await window.visit(path, kind.replace(/\W+/g, '-'))
          expect(await refusalIn(window), `${path} leads nowhere`).toBe('')
        } catch (error) {
          wrong.push(String(error).split('\n')[0]!)
        }
        seenByAnyone.add(kindOf(new URL(window.page.url()).pathname))
        waiting.push(...(await linksOf(window)))
      }
      await window.close()
      expect(wrong).toEqual([])
    },
    600_000,
  )

  test('no page of the product was forgotten', () => {
    // as text: the workbench is of another world than this test
    const web = join(import.meta.dirname, '../../src/web')
    const lists = readdirSync(web).filter((name) => /^pages.*\.ts$/.test(name))
    const desk = lists.map((name) => readFileSync(join(web, name), 'utf8')).join('')
    const deskPaths = [...desk.matchAll(/^ +path: '(.+)',$/gm)].map(([, path]) => `/desk${path}`)
    expect(deskPaths.length).toBeGreaterThan(25)
    const pages = [...portalPages(true).map(({ path }) => path), ...deskPaths]
    const kinds = pages.map((path) => path.replace(/[:$]\w+/g, ':id'))
    expect(kinds.filter((kind) => !seenByAnyone.has(kind))).toEqual([])
  })

  test('the keyboard finds the way into every page', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'keyboard' })
    for (const path of ['/', '/wall', '/notices', '/register', '/sign-in', '/suggestions']) {
      await window.visit(path)
      await walksByKeyboard(window)
    }
    await window.be('rootOffice')
    for (const path of ['/my', '/desk/', '/desk/themes', '/desk/cycles']) {
      await window.visit(path)
      await walksByKeyboard(window)
    }
    await window.close()
  })
})

/** Pages of one kind differ in their ids and in what is asked for only. */
function kindOf(path: string): string {
  return path.replace(/[?#].*$/, '').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
}

/** What the page says instead of being there: the workbench answers every address with its frame. */
async function refusalIn({ page }: Window): Promise<string> {
  if (!new URL(page.url()).pathname.startsWith('/desk')) return ''
  const said = page.locator('main h1', { hasText: frameWords.labels.notThere.zh }).or(page.locator('main .problem'))
  return (await said.allTextContents()).join('; ')
}

/** Where the page leads within the site; leaving, changing the language and files are not pages. */
async function linksOf({ page }: Window): Promise<string[]> {
  const links = await page.evaluate<string[]>(
    "[...document.querySelectorAll('a[href]:not([download])')].map((link) => new URL(link.href)).filter(({ origin }) => origin === location.origin).map(({ pathname, search }) => pathname + search)",
  )
  return links.filter((link) => !/^\/(preferences|api|do|demo)\b/.test(link))
}
