import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser/watch.ts'
import { anySheet } from './any-sheet.ts'
import { newcomers } from './newcomers.ts'
import { everythingSaid } from './scored-alike.ts'

// The rules need nothing of Node: bundled, they say in a browser what they say here, to the byte.

let browser: Browser
let script: string
beforeAll(async () => {
  const bundle = await build({
    stdin: {
      contents: `import { everythingSaid } from './scored-alike.ts'\nglobalThis.everythingSaid = everythingSaid`,
      resolveDir: import.meta.dirname,
    },
    absWorkingDir: join(import.meta.dirname, '../..'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
  })
  script = bundle.outputFiles[0]!.text
  browser = await openBrowser()
}, 300_000)
afterAll(() => browser?.close())

const given = () => {
  const made = fc.sample(anySheet, { numRuns: 150, seed: 20261126 }).map(({ sheet, facts }) => ({
    sheet,
    branches: ['a', 'b'].map((id) => ({ id, name: id, region: null, facts, rulings: [] })),
  }))
  const typed = newcomers().flatMap(({ sheet, branches, ruled }) =>
    [branches, ...(ruled ? [ruled] : [])].map((all) => ({ sheet, branches: all })),
  )
  return JSON.stringify([...typed, ...made])
}

test('a browser without a page or a network says of sheets and branches what Node says, to the byte', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', ({ url }) => void asked.push(url()))
  await page.addScriptTag({ content: script })
  const input = given()
  const here = everythingSaid(input)
  const there = await page.evaluate(
    (text) => (globalThis as unknown as { everythingSaid: (text: string) => string }).everythingSaid(text),
    input,
  )
  expect(here.length).toBeGreaterThan(100_000)
  expect(there.length).toBe(here.length)
  expect(createHash('sha256').update(there).digest('hex')).toBe(createHash('sha256').update(here).digest('hex'))
  // and twice the same
  expect(everythingSaid(input)).toBe(here)
  expect(asked).toEqual([])
  await page.close()
})
