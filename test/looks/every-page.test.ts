import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamedKey } from '#main/sample/types.ts'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, type Window, walksByKeyboard } from '../browser/watch.ts'

/** Every page that somebody can get to by links, looked at closely: once for each kind of page, person and width. */

const people: (NamedKey | null)[] = [
  null,
  'namedSecretary',
  'noticeSecretary',
  'rootOffice',
  'bureauSecretary',
  'assessor',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'member',
]
const starts: Partial<Record<NamedKey, string[]>> = { rootOffice: ['/my', '/desk/'], systemAdmin: ['/desk/'] }

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe.each([1440, 390])('at %i pixels', (width) => {
  test.each(people)(
    'whatever %s can get to stands still, fits, and can be used by everyone',
    async (key) => {
      const window = await openWindow(browser, { url: site.url, width, name: `pages-${key ?? 'public'}` })
      if (key) await window.be(key)
      const seen = new Set<string>()
      const waiting = [...(key ? (starts[key] ?? ['/my', '/desk/']) : ['/', '/sign-in', '/suggestions'])]
      const wrong: string[] = []
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (seen.has(kindOf(path))) continue
        seen.add(kindOf(path))
        try {
          await window.visit(path, kindOf(path).replace(/\W+/g, '-'))
        } catch (error) {
          wrong.push(String(error).split('\n')[0]!)
        }
        waiting.push(...(await linksOf(window)))
      }
      await window.close()
      expect(wrong).toEqual([])
      expect(seen.size).toBeGreaterThan(3)
    },
    600_000,
  )

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

/** Where the page leads within the site; leaving, changing the language and files are not pages. */
async function linksOf({ page }: Window): Promise<string[]> {
  const links = await page.evaluate<string[]>(
    "[...document.querySelectorAll('a[href]:not([download])')].map((link) => new URL(link.href)).filter(({ origin }) => origin === location.origin).map(({ pathname, search }) => pathname + search)",
  )
  return links.filter((link) => !/^\/(preferences|api|do|demo)\b/.test(link))
}
