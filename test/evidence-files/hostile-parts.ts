import type { EvidenceRefusal } from '#support/evidence/rules/refusals.ts'
import { archiveOf } from '#support/spreadsheet/archive-maker.ts'
import { chunk } from './making.ts'

/** What a file pretends to be, how it is made, and for which reason it must be refused. */
export type Hostile = [what: string, name: string, make: () => Uint8Array, reason: EvidenceRefusal]

export const MB = 1024 * 1024
export const both = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
export const changed = (bytes: Uint8Array, from: string, to: string) => {
  const at = Buffer.from(bytes).indexOf(from, 0, 'latin1')
  if (at < 0) throw new Error(`there is no ${from} to change`)
  const copy = Buffer.from(bytes)
  copy.write(to, at, 'latin1')
  return copy
}
export const end = chunk('IEND', Buffer.alloc(0))
export const zip = () => archiveOf([{ name: 'a.txt', data: 'hidden' }])
export const program = () => {
  const bytes = Buffer.alloc(4096, 0x90)
  bytes.write('MZ', 0, 'latin1')
  bytes.writeUInt32LE(128, 60)
  bytes.write('PE\0\0', 128, 'latin1')
  return bytes
}
/** A file as old office programs made them, with streams of these names. */
export const ole = (...streams: string[]) =>
  both(
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1528),
    ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le')),
    Buffer.alloc(4096),
  )

export function zlibOf(packed: Uint8Array): Buffer {
  return both(Buffer.from([0x78, 0x9c]), packed, Buffer.alloc(4))
}
