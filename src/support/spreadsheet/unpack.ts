import { createInflateRaw } from 'node:zlib'
import type { Part } from './archive.ts'
import { isArchive } from './kind.ts'
import { RefusedFile, unreadable } from './refused-file.ts'
import type { Limits } from './rules/limits.ts'

const LOOKED_AT_FROM = 4_000_000
const CHUNK = 256 * 1024

/** The unpacked bytes of a part, piece by piece. Stops as soon as more comes out than the ceilings or its own claim allow. */
export async function* unpack(part: Part, limits: Limits): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of pieces(part)) {
    size += piece.length
    if (size > limits.unpackedBytes) throw tooLarge(limits)
    if (size > LOOKED_AT_FROM && size > part.packed.length * limits.ratio) throw new RefusedFile('spreadsheet.bomb')
    if (size > part.claimedBytes) throw unreadable()
    yield piece
  }
  if (size !== part.claimedBytes) throw unreadable()
}

/**
 * Unpacks every part once and throws the bytes away, so that whatever reads the archive afterwards, our own reader or
 * another's, meets nothing that this has not measured. Archives and documents inside the archive are refused.
 */
export async function measure(parts: Iterable<Part>, limits: Limits): Promise<void> {
  let all = 0
  for (const part of parts) {
    let first = true
    for await (const piece of unpack(part, limits)) {
      const isOle = piece[0] === 0xd0 && piece[1] === 0xcf && piece[2] === 0x11
      if (first && (isArchive(piece) || isOle)) throw new RefusedFile('spreadsheet.embedded', { part: part.name })
      first = false
      all += piece.length
      if (all > limits.unpackedBytes) throw tooLarge(limits)
    }
  }
}

async function* pieces(part: Part): AsyncGenerator<Uint8Array> {
  if (part.method === 0) {
    for (let at = 0; at < part.packed.length; at += CHUNK) yield part.packed.subarray(at, at + CHUNK)
    return
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  inflate.end(part.packed)
  try {
    for await (const piece of inflate) yield piece as Uint8Array
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw unreadable()
  }
}

function tooLarge(limits: Limits): RefusedFile {
  return new RefusedFile('spreadsheet.too-large', { most: `${Math.round(limits.unpackedBytes / 1_000_000)} MB` })
}
