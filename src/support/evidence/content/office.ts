import { crc32 } from 'node:zlib'
import { type Entry, entriesOf } from './archive.ts'
import { isProgram, otherKind } from './other-kinds.ts'
import { finder, NotTaken, pieces, type Source, unpacked } from './source.ts'

const ALL_BYTES = 256 * 1024 * 1024
const RATIO = 200
const LOOKED_AT_FROM = 4 * 1024 * 1024
const CONTENT_TYPES = '[Content_Types].xml'
const SMALL = 4 * 1024 * 1024
const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const kinds = [
  { type: 'docx', part: 'word/document.xml', content: `${OFFICE}wordprocessingml.document.main+xml` },
  { type: 'xlsx', part: 'xl/workbook.xml', content: `${OFFICE}spreadsheetml.sheet.main+xml` },
] as const
/** Ties to the outside that only name a place for the reader to follow. */
const harmlessTies = /\/(hyperlink|externalLinkPath)"/

/**
 * A Word or Excel file whose every part has been unpacked once: no macros, no files inside, nothing that asks the outside
 * or another program when it is opened, no part that is not what it says.
 */
export async function officeType(source: Source): Promise<'docx' | 'xlsx'> {
  const entries = await entriesOf(source)
  const named = entries.filter(({ name }) => kinds.some(({ part }) => part === name))
  if (!entries.some(({ name }) => name === CONTENT_TYPES) || named.length === 0)
    throw new NotTaken('evidence.is-archive')
  if (named.length > 1) throw new NotTaken('evidence.dishonest-archive')
  for (const { name } of entries) mustBeHarmlessName(name)
  const { type, content } = kinds.find(({ part }) => part === named[0]!.name)!
  let all = 0
  for (const entry of entries) {
    all += entry.size
    if (all > ALL_BYTES) throw new NotTaken('evidence.unpacks-too-large')
    const text = await lookAt(source, entry)
    if (entry.name === CONTENT_TYPES) mustBeKind(text, content)
    if (entry.name.endsWith('.rels')) mustStayHere(text)
  }
  return type
}

function mustBeHarmlessName(name: string): void {
  if (/vbaProject|vbaData|\/macrosheets\/|\/dialogsheets\/|\/activeX\//i.test(name))
    throw new NotTaken('evidence.has-macros')
  if (/\/embeddings\/|oleObject|\.(exe|dll|bat|cmd|com|scr|js|vbs|ps1|jar|zip|rar|7z|docm|xlsm|html?|mht)$/i.test(name))
    throw new NotTaken('evidence.has-files-inside')
}

/** Unpacks a part and looks at what comes out; answers the text of those small parts that say how the others hang together. */
async function lookAt(source: Source, entry: Entry): Promise<string> {
  const { name, from, to, size } = entry
  const wanted = name === CONTENT_TYPES || name.endsWith('.rels')
  if (wanted && size > SMALL) throw new NotTaken('evidence.unpacks-too-large')
  const look = finders(name)
  const kept: Buffer[] = []
  let done = 0
  let sum = 0
  for await (const piece of contentOf(source, entry)) {
    if (done === 0) mustBeginRight(piece, name)
    done += piece.length
    if (done > LOOKED_AT_FROM && done > (to - from) * RATIO) throw new NotTaken('evidence.unpacks-too-large')
    sum = crc32(piece, sum)
    look(piece)
    if (wanted) kept.push(piece)
  }
  if (done !== size || sum !== entry.crc32) throw new NotTaken('evidence.damaged')
  return Buffer.concat(kept).toString('utf8')
}

function contentOf(source: Source, { packed, from, to, size }: Entry): AsyncIterable<Buffer> {
  if (!packed) return pieces(source, from, to)
  return unpacked(pieces(source, from, to), { form: 'raw', most: Math.min(size, ALL_BYTES), length: to - from })
}

function mustBeginRight(piece: Buffer, name: string): void {
  const isText = /\.(xml|rels|vml)$/i.test(name)
  if (isText) {
    // written in UTF-16 or by a code of its own, the words below would not be found
    const start = piece.toString('latin1', 0, 200)
    if (!/^(\u00ef\u00bb\u00bf)?\s*</.test(start) || /encoding=["'](?!utf-?8["']|us-ascii["'])/i.test(start))
      throw new NotTaken('evidence.damaged')
    return
  }
  // fonts are stored scrambled: their first bytes mean nothing
  const kind = /\.odttf$/i.test(name) ? null : otherKind(piece)
  const picture = /\.(svg|emf|wmf)$/i.test(name) && kind === 'evidence.is-web-page'
  if ((kind && !picture) || isProgram(piece)) throw new NotTaken('evidence.has-files-inside')
}

/** Words that no honest part has: own entities, which unpack without end, and calls to other programs. */
function finders(name: string): (piece: Buffer) => void {
  if (!/\.(xml|rels|vml)$/i.test(name)) return () => {}
  const entities = finder(/<!(DOCTYPE|ENTITY)/i, 16)
  const calls = finder(/<(?:\w+:)?ddeLink\b|ddeService=/, 32)
  const fields = fieldWords()
  return (piece) => {
    if (entities(piece)) throw new NotTaken('evidence.unpacks-too-large')
    if (calls(piece) || fields(piece)) throw new NotTaken('evidence.reaches-out')
  }
}

/** A field's instruction may be spread over many runs: they are read as one. */
function fieldWords(): (piece: Buffer) => boolean {
  let before = ''
  let instructions = ''
  return (piece) => {
    const text = before + piece.toString('latin1')
    const last = Math.max(text.lastIndexOf('<'), 0)
    before = text.slice(Math.max(last - 2048, 0)).includes('instrText') ? text.slice(-4096) : ''
    for (const part of text.split('<')) {
      const end = part.indexOf('>')
      if (!part.startsWith('/') && part.slice(0, Math.max(end, 0)).includes('instrText'))
        instructions += part.slice(end + 1, end + 4001)
    }
    for (const [, said] of text.matchAll(/\binstr="([^"]{0,4000})"/g)) instructions += said
    const found = /\bDDE(AUTO)?\b|\bINCLUDETEXT\b/i.test(instructions)
    instructions = instructions.slice(-4096)
    return found
  }
}

function mustBeKind(types: string, content: string): void {
  if (/macroEnabled|vbaProject|ms-office\.activeX|macrosheet|intlmacrosheet/i.test(types))
    throw new NotTaken('evidence.has-macros')
  if (/oleObject|package\.embedded|\.embeddedPackage/i.test(types)) throw new NotTaken('evidence.has-files-inside')
  if (!types.includes(`"${content}"`)) throw new NotTaken('evidence.type-not-taken')
}

function mustStayHere(relations: string): void {
  for (const part of relations.split('<')) {
    const end = part.indexOf('>')
    if (end < 0 || !/^(?:\w+:)?Relationship\b/.test(part)) continue
    const tie = part.slice(0, end)
    if (/vbaProject|\/activeX|\/control"/i.test(tie)) throw new NotTaken('evidence.has-macros')
    if (/\/(oleObject|package)"/i.test(tie)) throw new NotTaken('evidence.has-files-inside')
    if (/TargetMode\s*=\s*["']External/i.test(tie) && !harmlessTies.test(tie))
      throw new NotTaken('evidence.reaches-out')
  }
}
