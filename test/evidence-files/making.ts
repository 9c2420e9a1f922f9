import { crc32, deflateSync } from 'node:zlib'
import { archiveOf, type Entry } from '#support/spreadsheet/archive-maker.ts'

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

/** A genuine small JPEG: grey, 8 by 8 points. */
export const jpeg = (...segments: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...segments,
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    frame(8, 8),
    segment(0xc4, Buffer.from([0x00, 1, ...Array<number>(15).fill(0), 0])),
    segment(0xc4, Buffer.from([0x10, 1, ...Array<number>(15).fill(0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ])

/** One segment of a JPEG. */
export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** The segment that says how large the picture is. */
export function frame(width: number, height: number): Buffer {
  const data = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  data.writeUInt16BE(height, 1)
  data.writeUInt16BE(width, 3)
  return segment(0xc0, data)
}

/** A PNG out of chunks, whatever they say. */
export const pngOf = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks])

/** The first chunk of a PNG: eight bits of grey, or of red, green, blue. */
export function pngHeader(width: number, height: number, colour: 0 | 2 = 0): Buffer {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, colour, 0, 0, 0])
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  return chunk('IHDR', data)
}

/** A PDF of one empty page with these objects besides, its table of places, and its end. */
export function pdfOf({
  catalog = '',
  objects = [],
  trailer = '',
}: {
  catalog?: string
  objects?: (string | Buffer)[]
  trailer?: string
} = {}): Buffer {
  const all: (string | Buffer)[] = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>',
    ...objects,
  ]
  const parts = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  const places: number[] = []
  for (const [at, object] of all.entries()) {
    places.push(parts.reduce((sum, part) => sum + part.length, 0))
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n'))
  }
  const table = parts.reduce((sum, part) => sum + part.length, 0)
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer\n<</Size ${all.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}${end}`)])
}

/** An object with a stream. */
export function pdfStream(dictionary: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const TIES = 'http://schemas.openxmlformats.org/package/2006/relationships'
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const tie = (kind: string, target: string, more = '') =>
  `<Relationship Id="r${target.length}" Type="${KIND}/${kind}" Target="${target}"${more}/>`
export const ties = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${TIES}">${inside}</Relationships>`
export const contentTypes = (more = '', main = `${WORD}.document.main+xml`) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`
export const wordText = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`

/** A Word file of one line; parts of the same name replace its own, others are added. */
export function docx(...parts: Entry[]): Buffer {
  const own: Entry[] = [
    { name: '[Content_Types].xml', data: contentTypes() },
    { name: '_rels/.rels', data: ties(tie('officeDocument', 'word/document.xml')) },
    { name: 'word/document.xml', data: wordText('<w:p><w:r><w:t>巡航</w:t></w:r></w:p>') },
  ]
  const kept = own.filter(({ name }) => !parts.some((part) => part.name === name))
  return archiveOf([...kept, ...parts])
}
