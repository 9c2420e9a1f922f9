import { pageWords } from './other-kinds.ts'
import { mustBeSmallEnough } from './picture.ts'
import { NotTaken, nearby, pieces, type Source } from './source.ts'

const SEGMENTS = 20_000
const PICTURES = 8
const frames = [0xc0, 0xc1, 0xc2]
/** Arithmetic, lossless and layered kinds, which browsers do not show. */
const rareFrames = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]

/**
 * A JPEG to its last byte: its segments, its frame, its scans, its end. Cameras put further pictures behind the first
 * (a preview, a second brightness); anything else there is refused.
 */
export async function mustBeJpeg(whole: Source): Promise<void> {
  const source = nearby(whole)
  let at = 0
  for (let pictures = 0; pictures < PICTURES; pictures++) {
    at = await endOfPicture(source, at)
    if (at === source.size) return
    const next = await source.read(at, 3)
    if (!(next[0] === 0xff && next[1] === 0xd8 && next[2] === 0xff)) break
  }
  for await (const piece of pieces(source, at))
    if (piece.some((byte) => byte !== 0 && byte !== 0xff)) throw new NotTaken('evidence.more-behind')
}

async function endOfPicture(source: Source, start: number): Promise<number> {
  let at = start + 2
  let framed = false
  let scanned = false
  for (let count = 0; count < SEGMENTS; count++) {
    const [sign, marker] = await source.read(at, 2)
    if (sign !== 0xff || marker === undefined) throw new NotTaken('evidence.damaged')
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) {
      if (!framed || !scanned) throw new NotTaken('evidence.damaged')
      return at + 2
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) throw new NotTaken('evidence.damaged')
    if (rareFrames.includes(marker)) throw new NotTaken('evidence.type-not-taken')
    const next = await endOfSegment(source, at, marker)
    framed ||= frames.includes(marker)
    scanned ||= marker === 0xda
    at = marker === 0xda ? await endOfScan(source, next) : next
  }
  throw new NotTaken('evidence.damaged')
}

async function endOfSegment(source: Source, at: number, marker: number): Promise<number> {
  const size = await source.read(at + 2, 2)
  const length = size.length === 2 ? size.readUInt16BE(0) : 0
  if (length < 2 || at + 2 + length > source.size) throw new NotTaken('evidence.damaged')
  const data = await source.read(at + 4, length - 2)
  if (frames.includes(marker)) {
    if (data.length < 6) throw new NotTaken('evidence.damaged')
    mustBeSmallEnough(data.readUInt16BE(3), data.readUInt16BE(1))
  }
  const words = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)
  if (words && pageWords.test(data.toString('latin1'))) throw new NotTaken('evidence.has-script')
  return at + 2 + length
}

/** Behind the header of a scan: the first marker that is neither padding nor a restart. */
async function endOfScan(source: Source, from: number): Promise<number> {
  let at = from
  let sign = false
  for await (const piece of pieces(source, from)) {
    let place = 0
    while (place < piece.length) {
      if (!sign) {
        const found = piece.indexOf(0xff, place)
        if (found < 0) break
        sign = true
        place = found + 1
        continue
      }
      const byte = piece[place]!
      if (byte === 0 || (byte >= 0xd0 && byte <= 0xd7)) sign = false
      else if (byte !== 0xff) return at + place - 1
      place += 1
    }
    at += piece.length
  }
  throw new NotTaken('evidence.damaged')
}
