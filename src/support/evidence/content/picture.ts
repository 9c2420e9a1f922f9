import { NotTaken } from './source.ts'

const PIXELS = 100_000_000
const SIDE = 50_000

/** A picture may be small on the disk and fill the memory of whoever opens it. */
export function mustBeSmallEnough(width: number, height: number): void {
  if (width === 0 || height === 0) throw new NotTaken('evidence.damaged')
  if (width > SIDE || height > SIDE || width * height > PIXELS) throw new NotTaken('evidence.unpacks-too-large')
}
