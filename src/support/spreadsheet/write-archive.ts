import { crc32, createDeflateRaw, inflateRawSync } from 'node:zlib'

/** What one file of an archive is: packed, with the size and the sum of what it unpacks to. */
interface Packed {
  name: string
  bytes: Buffer[]
  size: number
  sum: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
const NAMES_IN_UTF8 = 0x0800
/** 1 January 1980: the same content always gives the same bytes. */
const FIRST_DATE = 0x0021

/** An archive of files that may be long: each is packed as it comes, and only what is packed is kept. */
export class ArchiveWriter {
  private files: Packed[] = []

  /** Adds a file, piece by piece. */
  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const deflate = createDeflateRaw({ level: 5, chunkSize: 65_536 })
    const file: Packed = { name, bytes: [], size: 0, sum: 0 }
    const packed = (async () => {
      for await (const piece of deflate) file.bytes.push(piece as Buffer)
    })()
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece)
      file.size += bytes.length
      file.sum = crc32(bytes, file.sum)
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve))
    }
    deflate.end()
    await packed
    this.files.push(file)
  }

  end(): Uint8Array {
    const bodies: Buffer[] = []
    const directory: Buffer[] = []
    let at = 0
    for (const file of this.files) {
      const name = Buffer.from(file.name)
      const head = headOf(file, name)
      const body = [Buffer.from(Uint32Array.of(LOCAL).buffer), head, name, ...file.bytes]
      directory.push(entryOf(head, name, at))
      bodies.push(...body)
      at += body.reduce((sum, { length }) => sum + length, 0)
    }
    const entries = Buffer.concat(directory)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(END, 0)
    end.writeUInt16LE(this.files.length, 8)
    end.writeUInt16LE(this.files.length, 10)
    end.writeUInt32LE(entries.length, 12)
    end.writeUInt32LE(at, 16)
    return new Uint8Array(Buffer.concat([...bodies, entries, end]))
  }
}

/** What a file's own header and its entry in the directory have in common. */
function headOf({ bytes, size, sum }: Packed, name: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(NAMES_IN_UTF8, 2)
  head.writeUInt16LE(DEFLATED, 4)
  head.writeUInt16LE(FIRST_DATE, 8)
  head.writeUInt32LE(sum, 10)
  head.writeUInt32LE(
    bytes.reduce((all, { length }) => all + length, 0),
    14,
  )
  head.writeUInt32LE(size, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

function entryOf(head: Buffer, name: Buffer, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(CENTRAL, 0)
  entry.writeUInt16LE(20, 4)
  head.copy(entry, 6)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, name])
}

/** The files of an archive that we have just written ourselves, as text, in their order. */
export function filesIn(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer)) + 16)
  while (bytes.readUInt32LE(at) === CENTRAL) {
    const [method, packed, length] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ]
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(from, from + packed)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    if (!name.endsWith('/')) files.set(name, (method === DEFLATED ? inflateRawSync(body) : body).toString('utf8'))
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}
