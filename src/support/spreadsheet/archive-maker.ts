import { constants, crc32, deflateRawSync } from 'node:zlib'

/** One file for an archive that a test makes, honest unless told to lie. */
export interface Entry {
  name: string
  data: Uint8Array | string
  /** Already packed bytes, with what they unpack to; `data` is then not looked at. */
  packed?: Uint8Array
  unpackedBytes?: number
  stored?: boolean
  /** Claimed size, when it is not the true one. */
  claims?: number
  method?: number
  flags?: number
}

/** Makes a ZIP archive by hand, so that it can also be made wrong. */
export function archiveOf(entries: readonly Entry[], comment = ''): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data as string)
    const packed = Buffer.from(entry.packed ?? (entry.stored ? data : deflateRawSync(data)))
    const size = entry.claims ?? entry.unpackedBytes ?? data.length
    const head = header(entry, packed.length, size, entry.packed ? 0 : sum(data))
    bodies.push(local(head, entry.name), packed)
    directory.push(central(head, entry.name, at))
    at += 30 + Buffer.byteLength(entry.name) + packed.length
  }
  return Buffer.concat([
    ...bodies,
    ...directory,
    endRecord(entries.length, Buffer.concat(directory).length, at, comment),
  ])
}

/** A directory of many entries that all point to the same packed bytes. */
export function overlappingArchive(count: number, data: string): Buffer {
  const packed = deflateRawSync(data)
  const head = header({ name: '', data }, packed.length, data.length, sum(Buffer.from(data)))
  const body = Buffer.concat([local(head, 'xl/a0000000'), packed])
  const directory = Buffer.concat(
    Array.from({ length: count }, (_, index) =>
      central(head, index === 0 ? 'xl/workbook.xml' : `xl/a${String(index).padStart(7, '0')}`, 0),
    ),
  )
  return Buffer.concat([body, directory, endRecord(Math.min(count, 0xffff), directory.length, body.length, '')])
}

/** Packed bytes that unpack to `head`, then `block` over and over, then `tail`: bombs of any size, made in no time. */
export function packedRepeat(
  head: string,
  block: string,
  times: number,
  tail: string,
): Pick<Entry, 'data' | 'packed' | 'unpackedBytes'> {
  const flush = { finishFlush: constants.Z_FULL_FLUSH, level: 9 }
  const one = deflateRawSync(block, flush)
  const packed = Buffer.concat([
    deflateRawSync(head, flush),
    ...Array.from({ length: times }, () => one),
    deflateRawSync(tail),
  ])
  const unpackedBytes = Buffer.byteLength(head) + Buffer.byteLength(block) * times + Buffer.byteLength(tail)
  return { data: '', packed, unpackedBytes }
}

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a hand-made workbook of one sheet consists of; each part may be replaced by a hostile one. */
export interface Parts {
  sheet?: string | Partial<Entry>
  strings?: string | Partial<Entry>
  styles?: string
  workbook?: string
  more?: Entry[]
}

/** The rows of a sheet as XML, inside a whole sheet. */
export function sheetXml(rows: string, before = '', after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${NAMESPACES}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
}

export function stringsXml(inside: string, before = ''): string {
  return `<?xml version="1.0"?>${before}<sst ${NAMESPACES}>${inside}</sst>`
}

/** A workbook of one sheet, 表一, made by hand. */
export function workbookOf(parts: Parts): Buffer {
  return archiveOf(entriesOf(parts))
}

export function entriesOf(parts: Parts): Entry[] {
  const list = `<workbook ${NAMESPACES}><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const relations = ['worksheet', 'sharedStrings', 'styles'].map(
    (kind, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATION}/${kind}" Target="${kind === 'worksheet' ? 'worksheets/sheet1' : kind}.xml"/>`,
  )
  return [
    { name: 'xl/workbook.xml', data: parts.workbook ?? list },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${relations.join('')}</Relationships>` },
    entry('xl/worksheets/sheet1.xml', parts.sheet ?? sheetXml('')),
    entry('xl/sharedStrings.xml', parts.strings ?? stringsXml('')),
    {
      name: 'xl/styles.xml',
      data:
        parts.styles ??
        `<styleSheet ${NAMESPACES}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    ...(parts.more ?? []),
  ]
}

function entry(name: string, content: string | Partial<Entry>): Entry {
  return typeof content === 'string' ? { name, data: content } : { name, data: '', ...content }
}

function header(entry: Entry, packed: number, size: number, crc: number): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(entry.flags ?? 0, 2)
  head.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4)
  head.writeUInt16LE(0x21, 8)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(packed, 14)
  head.writeUInt32LE(size >>> 0, 18)
  return head
}

function local(head: Buffer, name: string): Buffer {
  const start = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), head])
  start.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([start, Buffer.from(name)])
}

function central(head: Buffer, name: string, at: number): Buffer {
  const start = Buffer.alloc(46)
  start.set([0x50, 0x4b, 1, 2, 20, 0])
  start.set(head, 6)
  start.writeUInt16LE(Buffer.byteLength(name), 28)
  start.writeUInt32LE(at, 42)
  return Buffer.concat([start, Buffer.from(name)])
}

function endRecord(count: number, size: number, at: number, comment: string): Buffer {
  const end = Buffer.alloc(22)
  end.set([0x50, 0x4b, 5, 6])
  end.writeUInt16LE(count & 0xffff, 8)
  end.writeUInt16LE(count & 0xffff, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Buffer.concat([end, Buffer.from(comment)])
}

// Node 20 from 20.15 on has crc32; who reads with it in mind is exceljs, which does not check it either.
function sum(data: Buffer): number {
  return typeof crc32 === 'function' ? crc32(data) : 0
}
