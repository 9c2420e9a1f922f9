import { crc32, deflateSync } from 'node:zlib'

/** A genuine PNG of one grey line, another one for each text. */
export function png(text: string): Uint8Array<ArrayBuffer> {
  const greys = Buffer.from(text)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(greys.length, 0)
  header.writeUInt32BE(1, 4)
  header[8] = 8
  const line = Buffer.concat([Buffer.from([0]), greys])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(line)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

/** One chunk of a PNG with its checksum. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
