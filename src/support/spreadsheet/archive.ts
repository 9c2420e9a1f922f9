import { RefusedFile, unreadable } from './refused-file.ts'
import type { Limits } from './rules/limits.ts'

/** One file inside the archive, where its packed bytes lie, and the size it claims to unpack to. */
export interface Part {
  /** As other programs look it up: forward slashes, lower case. */
  name: string
  method: number
  packed: Uint8Array
  claimedBytes: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * The directory of a ZIP archive. Refused: encrypted parts, more parts than allowed, parts whose bytes overlap (a small
 * file can so unpack to terabytes), the same name twice (two programs would read two different files), anything cut off.
 */
export function partsOf(bytes: Uint8Array, limits: Limits): Map<string, Part> {
  try {
    return readDirectory(bytes, limits)
  } catch (error) {
    // A number in the file that points beyond its end.
    throw error instanceof RangeError ? new RefusedFile('spreadsheet.unreadable') : error
  }
}

function readDirectory(bytes: Uint8Array, limits: Limits): Map<string, Part> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(file)
  const parts = new Map<string, Part>()
  const spans: [number, number][] = []
  let at = file.readUInt32LE(end + 16)
  // The stated number of parts is not believed: the directory itself is walked.
  while (at + 46 <= end && file.readUInt32LE(at) === CENTRAL) {
    if (spans.length >= limits.parts) throw new RefusedFile('spreadsheet.too-many-parts', { most: limits.parts })
    const entry = readEntry(file, at)
    if (parts.has(entry.part.name)) throw unreadable()
    if (!entry.part.name.endsWith('/')) parts.set(entry.part.name, entry.part)
    spans.push(entry.span)
    at = entry.next
  }
  if (parts.size === 0) throw unreadable()
  spans.sort((a, b) => a[0] - b[0])
  if (spans.some((span, index) => index > 0 && span[0] < spans[index - 1]![1]))
    throw new RefusedFile('spreadsheet.bomb')
  return parts
}

function endOfDirectory(file: Buffer): number {
  // A comment of at most 65,535 bytes may follow the record of 22 bytes.
  for (let at = file.length - 22; at >= 0 && at >= file.length - 65_557; at -= 1)
    if (file.readUInt32LE(at) === END && file.readUInt32LE(at + 16) < at) return at
  throw unreadable()
}

function readEntry(file: Buffer, at: number): { part: Part; span: [number, number]; next: number } {
  const flags = file.readUInt16LE(at + 8)
  if (flags & 0x2041) throw new RefusedFile('spreadsheet.encrypted')
  const method = file.readUInt16LE(at + 10)
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ]
  const next = at + 46 + nameBytes + extraBytes + commentBytes
  if (next > file.length || (method !== 0 && method !== 8)) throw unreadable()
  const name = file.toString('utf8', at + 46, at + 46 + nameBytes)
  const sizes = sizesOf(file, at, at + 46 + nameBytes, extraBytes)
  const from = dataStart(file, sizes.local)
  const to = from + sizes.packed
  if (to > file.length) throw unreadable()
  const part: Part = {
    name: name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(),
    method,
    packed: file.subarray(from, to),
    claimedBytes: sizes.claimed,
  }
  return { part, span: [sizes.local, to], next }
}

// ZIP64: some programs write the sizes of every part as 64-bit numbers in an extra field, even of small ones.
function sizesOf(file: Buffer, at: number, extra: number, extraBytes: number) {
  const sizes = {
    claimed: file.readUInt32LE(at + 24),
    packed: file.readUInt32LE(at + 20),
    local: file.readUInt32LE(at + 42),
  }
  for (let field = extra; field + 4 <= extra + extraBytes; field += 4 + file.readUInt16LE(field + 2)) {
    if (file.readUInt16LE(field) !== 1) continue
    let value = field + 4
    for (const key of ['claimed', 'packed', 'local'] as const)
      if (sizes[key] === 0xffffffff && value + 8 <= extra + extraBytes) {
        sizes[key] = Number(file.readBigUInt64LE(value))
        value += 8
      }
  }
  return sizes
}

function dataStart(file: Buffer, local: number): number {
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) throw unreadable()
  return local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
}

/** Where each part states when it was changed (local header and directory): four bytes each, for making files comparable. */
export function datePlaces(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places: number[] = []
  let at = file.readUInt32LE(endOfDirectory(file) + 16)
  while (file.readUInt32LE(at) === CENTRAL) {
    places.push(at + 12, file.readUInt32LE(at + 42) + 10)
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return places
}
