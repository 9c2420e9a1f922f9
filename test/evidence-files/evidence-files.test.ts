import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { typeOf } from '#support/evidence/content/content.ts'
import { sourceOf } from '#support/evidence/content/source.ts'
import { evidenceMessages } from '#support/evidence/messages.ts'
import { MOST_BYTES } from '#support/evidence/rules/file-type.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { disguised, documents, offices, pictures } from './hostile.ts'
import type { Hostile } from './hostile-parts.ts'
import { docx, jpeg, pdfOf, png, segment } from './making.ts'

/** Looks at a file as an upload would be, and watches the time and the memory of the whole process meanwhile. */
async function looked(bytes: Uint8Array, name: string) {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  const decision = await typeOf(sourceOf(bytes), name)
  const milliseconds = performance.now() - start
  clearInterval(watch)
  most = Math.max(most, process.memoryUsage.rss())
  // a busy machine is not a slow reader
  const busy = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
  return { decision, milliseconds: milliseconds / busy, growth: most - before }
}

const all: Hostile[] = [...pictures, ...documents, ...offices, ...disguised]

describe('a hostile file is refused for what it is, within three seconds and at little cost of memory', () => {
  test.each(all)('%s', { retry: 1 }, async (_what, name, make, reason) => {
    const { decision, milliseconds, growth } = await looked(make(), name)
    expect(decision).toMatchObject({ ok: false, reason })
    expect(milliseconds).toBeLessThan(3000)
    expect(growth).toBeLessThan(100_000_000)
  })

  test('all of them one after the other leave no memory behind', async () => {
    expect(all.length).toBeGreaterThan(40)
    const files = all.map(([, name, make]) => ({ name, bytes: make() }))
    const before = process.memoryUsage.rss()
    for (const { name, bytes } of files) await typeOf(sourceOf(bytes), name)
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000)
  })
})

test('every reason that a file can be refused for is met by one of them, and tells in both languages what to do', () => {
  const met = new Set(all.map(([, , , reason]) => reason))
  const elsewhere = [
    'evidence.too-large',
    'evidence.quota-used-up',
    'evidence.own-only',
    'evidence.not-of-this-organisation',
    // what is drawn anew: test/journeys/mark.test.ts
    'evidence.not-a-picture',
    'evidence.picture-too-large',
    'evidence.picture-too-small',
  ]
  for (const [reason, { zh, en }] of Object.entries(evidenceMessages.refusals)) {
    if (elsewhere.includes(reason) || reason.startsWith('evidence.room-')) continue
    expect([...met], reason).toContain(reason)
    expect(zh, reason).toMatch(/[，；：].*(请|只收)/)
    expect(en, reason).toMatch(/[,;] .*(save|print|unpack|hand in|choose|break|open|paste|make|check|please)/)
  }
})

describe('an honest file is taken', () => {
  const folder = join(import.meta.dirname, 'honest')
  const expected = (name: string) => name.split('.').at(-1)

  test.each(readdirSync(folder))('%s, as a program made it', async (name) => {
    const { decision, milliseconds } = await looked(readFileSync(join(folder, name)), name)
    expect(decision).toEqual({ ok: true, value: expected(name) })
    expect(milliseconds).toBeLessThan(3000)
  })

  test('a workbook that exceljs writes', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [`第${at}行`, at])
    const sheet = { name: '台账', columns: [{ heading: '名称' }, { heading: '数' }], rows }
    const { decision } = await looked(await writeWorkbook({ sheets: [sheet] } as never), '台账.xlsx')
    expect(decision).toEqual({ ok: true, value: 'xlsx' })
  })

  test('what the hostile ones are made of, as long as it is left alone', async () => {
    expect(await typeOf(sourceOf(png('巡航')), 'a.png')).toMatchObject({ value: 'png' })
    expect(await typeOf(sourceOf(jpeg()), 'a.jpg')).toMatchObject({ value: 'jpg' })
    expect(await typeOf(sourceOf(pdfOf()), 'a.pdf')).toMatchObject({ value: 'pdf' })
    expect(await typeOf(sourceOf(docx()), 'a.docx')).toMatchObject({ value: 'docx' })
  })

  test('with a name that says nothing of its kind, and a picture by the name of the other kind', async () => {
    for (const name of ['现场', '2026.07', '记录.v2', '现场.JPG', '现场.jpeg'])
      expect(await typeOf(sourceOf(png('x')), name), name).toMatchObject({ value: 'png' })
  })

  test('a picture of the largest size, and nothing larger', async () => {
    const noise = Buffer.alloc(65_000, 0x5a)
    const segments = Array.from({ length: Math.floor((MOST_BYTES - 400) / 65_004) }, () => segment(0xee, noise))
    const { decision, milliseconds, growth } = await looked(jpeg(...segments), 'a.jpg')
    expect(decision).toMatchObject({ value: 'jpg' })
    expect(milliseconds).toBeLessThan(3000)
    expect(growth).toBeLessThan(100_000_000)
    const larger = await typeOf(sourceOf(Buffer.alloc(MOST_BYTES + 1)), 'a.jpg')
    expect(larger).toMatchObject({ reason: 'evidence.too-large' })
  })
})

test('a file cut anywhere, or with any byte changed, is looked at without a fault of ours', async () => {
  for (const whole of [png('巡航'), jpeg(), pdfOf(), docx()]) {
    for (let cut = 1; cut < whole.length; cut += 7)
      expect(await typeOf(sourceOf(whole.subarray(0, cut)), 'a'), String(cut)).toMatchObject({ ok: false })
    for (let at = 0; at < whole.length; at += 5)
      for (const value of [0, 0xff, 0x50]) {
        const other = Buffer.from(whole)
        other[at] = value
        expect(await typeOf(sourceOf(other), 'a')).toHaveProperty('ok')
      }
  }
})
