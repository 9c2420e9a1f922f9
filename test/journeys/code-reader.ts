import jsQR from 'jsqr'

/** Reads a QR code of ours back: draws the SVG's rectangles, eight pixels a module, and lets a decoder look at them. */
export function readCode(svg: string): string | null {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)![1])
  const scale = 8
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [path, colour] of [...svg.matchAll(/<path(?: fill="(#fff)")? d="([^"]*)"/g)].map(
    ([, white, d]) => [d!, white ? 255 : 0] as const,
  ))
    for (const rectangle of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-?\d+z/g)) {
      const [, x, y, width, height] = rectangle.map(Number)
      for (let py = y! * scale; py < (y! + height!) * scale; py++)
        for (let px = x! * scale; px < (x! + width!) * scale; px++)
          pixels.fill(colour, (py * side + px) * 4, (py * side + px) * 4 + 3)
    }
  return jsQR(pixels, side, side)?.data ?? null
}
