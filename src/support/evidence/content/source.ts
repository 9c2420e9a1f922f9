import { pipeline, Readable } from 'node:stream'
import { createInflate, createInflateRaw } from 'node:zlib'
import type { Details } from '#basics/decision.ts'
import type { EvidenceRefusal } from '../rules/refusals.ts'

/** A file that is looked at piece by piece, so that nothing is ever held whole. */
export interface Source {
  size: number
  /** The bytes from there on, fewer at the end of the file. */
  read(at: number, length: number): Promise<Buffer>
}

/** Bytes that are in memory already. */
export function sourceOf(bytes: Uint8Array): Source {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { size: all.length, read: async (at, length) => all.subarray(at, at + length) }
}

/** What was found ends the looking. */
export class NotTaken extends Error {
  override name = 'NotTaken'
  readonly reason: EvidenceRefusal
  readonly details: Details | undefined

  constructor(reason: EvidenceRefusal, details?: Details) {
    super(reason)
    this.reason = reason
    this.details = details
  }
}

const PIECE = 256 * 1024
const UNPACKED_PIECE = 128 * 1024

/** The bytes between two places, in order. */
export async function* pieces(source: Source, from = 0, to = source.size): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += PIECE) yield await source.read(at, Math.min(PIECE, to - at))
}

/** The same from several places, as one. */
export async function* joined(source: Source, spans: readonly (readonly [number, number])[]): AsyncGenerator<Buffer> {
  for (const [from, to] of spans) yield* pieces(source, from, to)
}

/** A source for many small looks in a row: what lies near has been read with the last. */
export function nearby(source: Source): Source {
  let start = 0
  let block: Buffer = Buffer.alloc(0)
  return {
    size: source.size,
    async read(at, length) {
      if (at < start || at + length > start + block.length) {
        start = at
        block = await source.read(at, Math.max(length, PIECE))
      }
      return block.subarray(at - start, at - start + length)
    },
  }
}

/**
 * What packed bytes unpack to, in order. Throws `damaged` when they are no such bytes, end early, or when others follow
 * them (unless `length` is null). At most `most` bytes come out.
 */
export async function* unpacked(
  packed: AsyncIterable<Buffer>,
  { form, most, length }: { form: 'raw' | 'zlib'; most: number; length: number | null },
): AsyncGenerator<Buffer> {
  const options = { chunkSize: UNPACKED_PIECE }
  const inflate = form === 'raw' ? createInflateRaw(options) : createInflate(options)
  pipeline(Readable.from(packed), inflate, () => {})
  let size = 0
  try {
    for await (const piece of inflate) {
      size += (piece as Buffer).length
      if (size > most) throw new NotTaken('evidence.unpacks-too-large')
      yield piece as Buffer
    }
  } catch (error) {
    if (error instanceof NotTaken || !isOfZlib(error)) throw error
    throw new NotTaken('evidence.damaged')
  } finally {
    inflate.destroy()
  }
  if (length !== null && inflate.bytesWritten !== length) throw new NotTaken('evidence.damaged')
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_STREAM/.test(String(error.code))
}

/** Whether any of the words stands in the text that comes in pieces, also across two of them. */
export function finder(pattern: RegExp, longest: number): (piece: Buffer) => boolean {
  let before = ''
  return (piece) => {
    const text = before + piece.toString('latin1')
    before = text.slice(-longest)
    return pattern.test(text)
  }
}
