import sharp from 'sharp'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { PictureRefusal } from './rules/refusals.ts'

/** No side of a picture that is handed in is longer or shorter. */
const LONGEST = 4096
const SHORTEST = 64

/** The first bytes of what is taken; a drawing in SVG is a program and not looked at. */
const beginnings = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46],
]

/**
 * A picture drawn anew as PNG, no side longer than `most` pixels: where and by whom it was taken, and whatever else came in
 * the file, is left behind. Takes PNG, JPEG and WebP of 64 to 4,096 pixels a side, whole; refuses everything else.
 */
export async function redrawn(bytes: Uint8Array, most: number): Promise<Decision<Uint8Array, PictureRefusal>> {
  if (!beginnings.some((signs) => signs.every((sign, at) => bytes[at] === sign)))
    return refuse('evidence.not-a-picture')
  try {
    const source = sharp(bytes, { limitInputPixels: LONGEST * LONGEST, failOn: 'warning', sequentialRead: true })
    const { format, width = 0, height = 0 } = await source.metadata()
    if (!['png', 'jpeg', 'webp'].includes(format)) return refuse('evidence.not-a-picture')
    if (Math.max(width, height) > LONGEST) return refuse('evidence.picture-too-large', { most: LONGEST })
    if (Math.min(width, height) < SHORTEST) return refuse('evidence.picture-too-small', { least: SHORTEST })
    const drawn = source.rotate().resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
    return allow(new Uint8Array(await drawn.png({ compressionLevel: 9 }).toBuffer()))
  } catch {
    // what cannot be read to its end, and what is larger unpacked than it may be
    return refuse('evidence.not-a-picture')
  }
}
