import { crc32 } from 'node:zlib'
import { pageWords } from './other-kinds.ts'
import { mustBeSmallEnough } from './picture.ts'
import { joined, NotTaken, nearby, pieces, type Source, unpacked } from './source.ts'

const CHUNKS = 30_000
const TEXT_BYTES = 1024 * 1024
const PROFILE_BYTES = 16 * 1024 * 1024
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Where the seven passes of an interlaced picture begin, and their steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** A PNG to its last byte: each chunk by its checksum, the picture as large as it says, and nothing behind the end. */
export async function mustBePng(whole: Source): Promise<void> {
  const source = nearby(whole)
  const spans: [number, number][] = []
  let expected = 0
  let at = 8
  for (let count = 0; ; count++) {
    const head = await source.read(at, 8)
    if (head.length < 8 || count > CHUNKS) throw new NotTaken('evidence.damaged')
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    const from = at + 8
    if (from + length + 4 > source.size || (count === 0) !== (type === 'IHDR')) throw new NotTaken('evidence.damaged')
    await mustAgree(source, at + 4, from + length)
    if (type === 'IHDR') expected = bytesOf(await source.read(from, 13))
    else if (type === 'IDAT') spans.push([from, from + length])
    else if (type === 'IEND') {
      at = from + length + 4
      break
    } else await mustBeHarmless(source, type, from, length)
    at = from + length + 4
  }
  if (at < source.size) throw new NotTaken('evidence.more-behind')
  await mustUnpackTo(expected, whole, spans)
}

async function mustAgree(source: Source, from: number, to: number): Promise<void> {
  let sum = 0
  if (to - from < 65_536) sum = crc32(await source.read(from, to - from))
  else for await (const piece of pieces(source, from, to)) sum = crc32(piece, sum)
  if (sum !== (await source.read(to, 4)).readUInt32BE(0)) throw new NotTaken('evidence.damaged')
}

/** The bytes that the picture has unpacked. */
function bytesOf(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth, colour, , , interlaced] = header.subarray(8)
  const samples = channels[colour!]
  if (!samples || ![1, 2, 4, 8, 16].includes(depth!) || interlaced! > 1) throw new NotTaken('evidence.damaged')
  mustBeSmallEnough(width, height)
  const rows = (w: number, h: number) => (w === 0 || h === 0 ? 0 : h * (1 + Math.ceil((w * samples * depth!) / 8)))
  if (interlaced === 0) return rows(width, height)
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  )
}

async function mustUnpackTo(expected: number, source: Source, spans: [number, number][]): Promise<void> {
  const length = spans.reduce((sum, [from, to]) => sum + to - from, 0)
  let size = 0
  for await (const piece of unpacked(joined(source, spans), { form: 'zlib', most: expected, length }))
    size += piece.length
  if (size !== expected) throw new NotTaken('evidence.damaged')
}

/** Chunks beside the picture: texts hold no page, a packed profile no bomb, and none is needed that nobody knows. */
async function mustBeHarmless(source: Source, type: string, from: number, length: number): Promise<void> {
  if (!/^[A-Za-z]{4}$/.test(type) || (/^[A-Z]/.test(type) && type !== 'PLTE')) throw new NotTaken('evidence.damaged')
  if (!['tEXt', 'iTXt', 'zTXt', 'iCCP', 'eXIf'].includes(type)) return
  if (length > PROFILE_BYTES) throw new NotTaken('evidence.unpacks-too-large')
  const data = await source.read(from, length)
  if (pageWords.test(data.toString('latin1'))) throw new NotTaken('evidence.has-script')
  if (type === 'tEXt' || type === 'eXIf') return
  const packedAt = data.indexOf(0) + (type === 'iTXt' ? packedTextAt(data) : 2)
  if (packedAt < 2 || packedAt >= length) return
  const most = type === 'iCCP' ? PROFILE_BYTES : TEXT_BYTES
  const packed = pieces(source, from + packedAt, from + length)
  let text = ''
  for await (const piece of unpacked(packed, { form: 'zlib', most, length: length - packedAt }))
    if (type !== 'iCCP') text += piece.toString('latin1')
  if (pageWords.test(text)) throw new NotTaken('evidence.has-script')
}

/** Behind the keyword of an international text: whether it is packed, how, its language, its keyword in that language. */
function packedTextAt(data: Buffer): number {
  const keyword = data.indexOf(0)
  if (data[keyword + 1] !== 1) return Number.NEGATIVE_INFINITY
  const language = data.indexOf(0, keyword + 3)
  const translated = data.indexOf(0, language + 1)
  return language < 0 || translated < 0 ? Number.NEGATIVE_INFINITY : translated + 1 - keyword
}
