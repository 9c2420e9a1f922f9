import type { EvidenceRefusal } from '../rules/refusals.ts'
import { finder, NotTaken, nearby, pieces, type Source, unpacked } from './source.ts'

/** Names that make a document act, hold other files, or ask for a key; found wherever they stand, whoever points there. */
const dangers: [EvidenceRefusal, string][] = [
  ['evidence.encrypted', 'Encrypt'],
  ['evidence.has-script', 'JavaScript'],
  ['evidence.has-script', 'Launch'],
  ['evidence.has-script', 'SubmitForm'],
  ['evidence.has-script', 'ImportData'],
  ['evidence.has-script', 'Rendition'],
  ['evidence.has-script', 'RichMedia'],
  ['evidence.has-script', 'XFA'],
  ['evidence.has-files-inside', 'EmbeddedFiles?'],
  ['evidence.has-files-inside', 'GoToE'],
]
const ENDS_NAME = '(?=[\\s\\0/<>()[\\]{}%])'
const LONGEST_NAME = 64
const STREAM_BYTES = 32 * 1024 * 1024
const ALL_STREAM_BYTES = 128 * 1024 * 1024
const PACKS = 20_000
/** No honest dictionary is longer. */
const DICTIONARY = 16 * 1024
/** Packed objects by their kind, or by the place of the first of them; any name with codes may be one of the two. */
const mayBePack = /\/(?:ObjStm|First|[A-Za-z]*#[0-9A-Fa-f]{2})/g

/** A PDF to its last byte: its end is there, nothing follows it, and nothing in it acts by itself. */
export async function mustBePdf(source: Source): Promise<void> {
  await mustEnd(source)
  const look = dangerFinder()
  const packs = new Map<number, 'named' | 'may-be'>()
  let at = 0
  let before = ''
  for await (const piece of pieces(source)) {
    const found = look(piece)
    if (found) throw new NotTaken(found)
    const text = before + piece.toString('latin1')
    for (const { index } of text.matchAll(mayBePack)) {
      const kind = /^\/(?:ObjStm|(First))(?=[\s\0/<>()[\]{}%])/.exec(
        plainNames(text.slice(index, index + LONGEST_NAME)),
      )
      if (kind) packs.set(at - before.length + index, kind[1] ? 'may-be' : 'named')
    }
    before = text.slice(-LONGEST_NAME)
    at += piece.length
    if (packs.size > PACKS) throw new NotTaken('evidence.damaged')
  }
  await mustBeHarmlessWithin(source, packs)
}

/** Names may be written with codes: `/J#61vaScript`. */
function plainNames(text: string): string {
  return text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

function dangerFinder(): (piece: Buffer) => EvidenceRefusal | null {
  const any = new RegExp(`/(?:${dangers.map(([, name]) => name).join('|')})${ENDS_NAME}`)
  let before = ''
  return (piece) => {
    const text = before + piece.toString('latin1')
    before = text.slice(-LONGEST_NAME)
    for (const each of [text, ...(text.includes('#') ? [plainNames(text)] : [])]) {
      const found = any.exec(each)?.[0].slice(1)
      if (found) return dangers.find(([, name]) => new RegExp(`^${name}$`).test(found))![0]
    }
    return null
  }
}

async function mustEnd(source: Source): Promise<void> {
  const tail = (await source.read(Math.max(0, source.size - 4096), 4096)).toString('latin1')
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0) {
    const found = finder(/%%EOF/, 8)
    for await (const piece of pieces(source)) if (found(piece)) throw new NotTaken('evidence.more-behind')
    throw new NotTaken('evidence.damaged')
  }
  if (!tail.slice(0, end).includes('startxref')) throw new NotTaken('evidence.damaged')
  if (/[^\s\0]/.test(tail.slice(end + 5))) throw new NotTaken('evidence.more-behind')
}

/** Objects may be packed into streams; each of these is unpacked and looked at as the file itself is. */
async function mustBeHarmlessWithin(whole: Source, packs: ReadonlyMap<number, 'named' | 'may-be'>): Promise<void> {
  const source = nearby(whole)
  const done = new Set<number>()
  let all = 0
  for (const [at, kind] of packs) {
    const stream = await streamBehind(source, at, kind)
    if (!stream || done.has(stream.from)) continue
    done.add(stream.from)
    all += await mustUnpackHarmless(whole, stream.from, await endOfStream(whole, stream.from), stream.dictionary)
    if (all > ALL_STREAM_BYTES) throw new NotTaken('evidence.unpacks-too-large')
  }
}

/** The stream of the dictionary around that name. Whatever names its kind has one; the place of a first thing may have none. */
async function streamBehind(source: Source, at: number, kind: 'named' | 'may-be') {
  const start = Math.max(0, at - DICTIONARY)
  for (const ahead of [1024, DICTIONARY]) {
    const text = (await source.read(start, at - start + ahead)).toString('latin1')
    const stream = /stream(?:\r\n|\n|\r)/g
    stream.lastIndex = at - start
    const found = stream.exec(text)
    const closed = text.indexOf('endobj', at - start)
    if (kind === 'may-be' && closed >= 0 && (!found || closed < found.index)) return null
    if (!found) continue
    const dictionary = text.slice(Math.max(0, text.lastIndexOf('obj', at - start)), found.index)
    return { from: start + found.index + found[0].length, dictionary }
  }
  throw new NotTaken('evidence.damaged')
}

async function endOfStream(source: Source, from: number): Promise<number> {
  let before = ''
  let at = from
  for await (const piece of pieces(source, from)) {
    const text = before + piece.toString('latin1')
    const found = text.indexOf('endstream')
    if (found >= 0) return at - before.length + found
    before = text.slice(-16)
    at += piece.length
  }
  throw new NotTaken('evidence.damaged')
}

async function mustUnpackHarmless(source: Source, from: number, to: number, dictionary: string): Promise<number> {
  const names = plainNames(dictionary)
  const filters = names.match(/\/\w+Decode(?![A-Za-z])|\/(?:Fl|AHx|A85|LZW|RL)(?=[\s/\]>])/g) ?? []
  // not packed: the search through the whole file has seen it
  if (filters.length === 0 && !/\/Filter/.test(names)) return 0
  // packed in a way that no program for office documents uses for objects: it would only hide them
  if (filters.join() !== '/FlateDecode' || /\/Predictor/.test(names)) throw new NotTaken('evidence.damaged')
  const look = dangerFinder()
  let size = 0
  // the line end before `endstream` may or may not belong to the packed bytes
  const packed = unpacked(pieces(source, from, to), { form: 'zlib', most: STREAM_BYTES, length: null })
  for await (const piece of packed) {
    size += piece.length
    const found = look(piece)
    if (found) throw new NotTaken(found)
  }
  return size
}
