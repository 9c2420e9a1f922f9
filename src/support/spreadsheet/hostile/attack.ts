import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { type Entry, type Parts, sheetXml, workbookOf } from '../archive-maker.ts'
import type { Limits, SpreadsheetRefusal } from '../rules/limits.ts'
import { readWorkbook } from '../spreadsheet.ts'

/** A hostile file, and the reason for which it must be refused. */
export type Attack = [name: string, file: () => Uint8Array, reason: SpreadsheetRefusal, limits?: Partial<Limits>]

export const MB = 1_000_000
export const noise = (bytes: number) =>
  Buffer.from(Array.from({ length: bytes }, (_, index) => 33 + ((index * 7919 + (index >> 3)) % 57)))
export const cell = (address: string, value = '<v>1</v>', more = '') => `<c r="${address}"${more}>${value}</c>`
export const row = (number: number | string, cells: string) => `<row r="${number}">${cells}</row>`
export const [sheetStart, sheetEnd] = sheetXml('\n').split('\n').slice(-2) as [string, string]
export const good = workbookOf({ sheet: sheetXml(row(1, cell('A1'))) })
export const part = (name: string, data: Entry['data'], more: Partial<Entry> = {}): Parts => ({
  more: [{ name, data, ...more }],
})

/** A file as old office programs made them, with streams of these names. */
export function ole(...streams: string[]): Buffer {
  const start = Buffer.alloc(1536)
  start.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return Buffer.concat([
    start,
    ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le')),
    Buffer.alloc(4096),
  ])
}

export interface Watched {
  reason: string
  /** Wall time, divided by how many processes wait for each processor: a busy machine is not a slow reader. */
  milliseconds: number
  growth: number
}

/** Reads the file as an upload would be, and watches the time and our memory meanwhile. */
export async function attack(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Watched> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  const read = await readWorkbook(bytes, limits)
  const busy = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
  const milliseconds = (performance.now() - start) / busy
  clearInterval(watch)
  most = Math.max(most, process.memoryUsage.rss())
  return { reason: read.ok ? 'read' : read.reason, milliseconds, growth: most - before }
}

/** Processes that we started and that read spreadsheets. */
export function readers(): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter((pid) => {
    try {
      const own = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(process.pid)
      return own && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('spreadsheet/worker')
    } catch {
      return false
    }
  })
}
