import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/**
 * A QR code as a PNG of one bit a module (RFC 2083), a few hundred bytes: a page prints as many as it has slips. To be
 * shown enlarged without smoothing.
 */
export function pictureOf(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const row = Math.ceil(size / 8)
  const bits = Buffer.alloc((row + 1) * size)
  for (const [y, modules] of data.entries())
    for (const [x, dark] of modules.entries()) if (!dark) bits[y * (row + 1) + 1 + (x >> 3)]! |= 0x80 >> (x & 7)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // one bit of grey a pixel
  header[8] = 1
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(bits, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
