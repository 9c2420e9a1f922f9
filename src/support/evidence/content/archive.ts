import { NotTaken, nearby, type Source } from './source.ts'

/** One file inside an archive: where its packed bytes lie, and what is stated of them. */
export interface Entry {
  name: string
  packed: boolean
  from: number
  to: number
  size: number
  crc32: number
}

const END = Buffer.from([0x50, 0x4b, 5, 6])
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENTRIES = 5000
const LONGEST_COMMENT = 65_557
const DIRECTORY_BYTES = 4 * 1024 * 1024
/** What may follow the bytes of an entry: their sums, when those were not known before. */
const DESCRIPTOR = 24

/**
 * The directory of a ZIP archive that tells the truth: its entries fill the file from the first byte to the directory
 * without overlap or hiding place, each has one name that stays within the archive, stated twice alike, and none is
 * encrypted.
 */
export async function entriesOf(whole: Source): Promise<Entry[]> {
  const source = nearby(whole)
  const { at: end, count, directory } = await endOfDirectory(whole)
  if (count > ENTRIES || end - directory > DIRECTORY_BYTES || directory < 0) throw dishonest()
  const entries: (Entry & { local: number })[] = []
  const names = new Set<string>()
  const bytes = Buffer.from(await whole.read(directory, end - directory))
  let at = 0
  while (at < bytes.length) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw dishonest()
    const { entry, next } = await entryAt(bytes, at, source)
    if (names.has(entry.name.toLowerCase())) throw dishonest()
    names.add(entry.name.toLowerCase())
    entries.push(entry)
    at = next
  }
  if (entries.length !== count) throw dishonest()
  mustFill(entries, directory)
  return entries
}

async function endOfDirectory(source: Source): Promise<{ at: number; count: number; directory: number }> {
  const from = Math.max(0, source.size - LONGEST_COMMENT)
  const tail = await source.read(from, LONGEST_COMMENT)
  const found = tail.lastIndexOf(END)
  if (found < 0 || found + 22 > tail.length) throw new NotTaken('evidence.damaged')
  if (found + 22 + tail.readUInt16LE(found + 20) !== tail.length) throw new NotTaken('evidence.more-behind')
  const at = from + found
  const count = tail.readUInt16LE(found + 10)
  const directory = tail.readUInt32LE(found + 16)
  if (directory + tail.readUInt32LE(found + 12) !== at) throw dishonest()
  return { at, count, directory }
}

async function entryAt(bytes: Buffer, at: number, source: Source) {
  const flags = bytes.readUInt16LE(at + 8)
  if (flags & 0x2041) throw new NotTaken('evidence.encrypted')
  const method = bytes.readUInt16LE(at + 10)
  if (method !== 0 && method !== 8) throw dishonest()
  const [nameBytes, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
    number,
    number,
    number,
  ]
  const next = at + 46 + nameBytes + extra + comment
  if (next > bytes.length) throw dishonest()
  const rawName = bytes.subarray(at + 46, at + 46 + nameBytes)
  const name = rawName.toString('utf8')
  mustStayInside(name)
  const local = bytes.readUInt32LE(at + 42)
  const head = Buffer.from(await source.read(local, 30 + nameBytes))
  const honest =
    head.length === 30 + nameBytes &&
    head.readUInt32LE(0) === LOCAL &&
    head.readUInt16LE(26) === nameBytes &&
    head.readUInt16LE(8) === method &&
    head.subarray(30).equals(rawName)
  if (!honest) throw dishonest()
  const from = local + 30 + nameBytes + head.readUInt16LE(28)
  const entry = {
    name,
    packed: method === 8,
    local,
    from,
    to: from + bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    crc32: bytes.readUInt32LE(at + 16),
  }
  if (!entry.packed && entry.to - entry.from !== entry.size) throw dishonest()
  return { entry, next }
}

function mustStayInside(name: string): void {
  const outside = /^[/\\]|^[A-Za-z]:|\\|(^|\/)\.\.?(\/|$)|\/\/|[\0-\u001f\u007f\ufffd]/
  if (name === '' || outside.test(name)) throw dishonest()
}

function mustFill(entries: (Entry & { local: number })[], directory: number): void {
  let before = 0
  for (const { local, to } of [...entries].sort((a, b) => a.local - b.local)) {
    if (local < before || local > before + (before === 0 ? 0 : DESCRIPTOR)) throw dishonest()
    before = to
  }
  if (directory < before || directory > before + DESCRIPTOR) throw dishonest()
}

function dishonest(): NotTaken {
  return new NotTaken('evidence.dishonest-archive')
}
