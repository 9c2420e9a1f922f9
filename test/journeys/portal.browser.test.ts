import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, walksByKeyboard } from '../browser/watch.ts'

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
  test('everyone in the demo can be signed in as with one click', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'portal' })
    await window.visit('/demo', 'demo')
    await walksByKeyboard(window)
    await window.be('namedSecretary')
    expect(new URL(window.page.url()).pathname).toBe('/my')
    await window.close()
  })
})
