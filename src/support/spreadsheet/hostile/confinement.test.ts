import { spawnSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packedRepeat, sheetXml, workbookOf } from '../archive-maker.ts'
import { readWorkbook } from '../spreadsheet.ts'
import { attack, good, MB, readers } from './attack.ts'

test('a reader that takes too long is killed, and gone', async () => {
  const watched = await attack(good, { milliseconds: 20 })
  expect(watched.reason).toBe('spreadsheet.too-slow')
  expect(watched.milliseconds).toBeLessThan(500)
  expect(readers()).toEqual([])
})

test('a reader that runs out of its 256 MB is refused, and gone', async () => {
  const strings = packedRepeat('<sst>', `<si><t>${'长'.repeat(40)}</t></si>`.repeat(10_000), 400, '</sst>')
  const beyond = { ratio: 5000, cells: 1e9, allCharacters: 1e9, unpackedBytes: 1e9, milliseconds: 90_000 }
  const watched = await attack(workbookOf({ strings }), beyond)
  expect(watched.reason).toBe('spreadsheet.too-large')
  expect(watched.growth).toBeLessThan(100 * MB)
  expect(readers()).toEqual([])
})

test('where the kernel allows it, the reader has no network but an empty one of its own', async () => {
  const allowed = process.platform === 'linux' && spawnSync('unshare', ['--user', '--net', 'true']).status === 0
  const ours = allowed ? readlinkSync('/proc/self/ns/net') : ''
  const seen = new Set<string>()
  const watch = setInterval(() => {
    for (const pid of allowed ? readers() : []) seen.add(networkOf(pid))
  }, 10)
  expect((await readWorkbook(good)).ok).toBe(true)
  clearInterval(watch)
  expect([...seen].some((space) => space !== ours)).toBe(allowed)
})

// The process may have ended since it was found: then it tells nothing new.
function networkOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`)
  } catch {
    return readlinkSync('/proc/self/ns/net')
  }
}

test('ten at once are read two at a time, in the order they came', async () => {
  const order: number[] = []
  const all = Array.from({ length: 10 }, async (_, index) => {
    const read = await readWorkbook(good)
    order.push(index)
    expect(readers().length).toBeLessThanOrEqual(2)
    return read.ok
  })
  expect(await Promise.all(all)).toEqual(Array.from({ length: 10 }, () => true))
  for (const [place, index] of order.entries()) expect(Math.abs(place - index)).toBeLessThan(2)
})

test('bytes that claim to be packed in an endless way do not hold the reader', async () => {
  const empty = Buffer.concat(Array.from({ length: 200_000 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])))
  const packed = Buffer.concat([empty, deflateRawSync(sheetXml(''))])
  const sheet = { data: '', packed, unpackedBytes: Buffer.byteLength(sheetXml('')) }
  const watched = await attack(workbookOf({ sheet }))
  expect(watched.reason).toBe('read')
  expect(watched.milliseconds).toBeLessThan(3000)
})
