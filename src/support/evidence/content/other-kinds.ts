import type { EvidenceRefusal } from '../rules/refusals.ts'
import { finder, pieces, type Source } from './source.ts'

const starts: [EvidenceRefusal, string[]][] = [
  [
    'evidence.is-program',
    // Windows, Linux, macOS (six ways), Java, Android, WebAssembly, a script, a shortcut
    [
      '4d5a',
      '7f454c46',
      'feedface',
      'feedfacf',
      'cefaedfe',
      'cffaedfe',
      'cafebabe',
      'bebafeca',
      '6465780a',
      '0061736d',
      '2321',
      '4c00000001140200',
    ],
  ],
  [
    'evidence.is-archive',
    ['504b', '526172211a07', '377abcaf271c', '1f8b', '425a68', 'fd377a585a00', '4d534346', '28b52ffd'],
  ],
  ['evidence.is-old-office', ['d0cf11e0a1b11ae1', '7b5c727466']],
]

/** What the first bytes say a file is, where that is nothing we take. */
export function otherKind(head: Buffer): EvidenceRefusal | null {
  const hex = head.subarray(0, 16).toString('hex')
  const known = starts.find(([, signs]) => signs.some((sign) => hex.startsWith(sign)))
  if (known) return known[0]
  if (head.toString('latin1', 257, 262) === 'ustar') return 'evidence.is-archive'
  const text = head
    .subarray(0, 4096)
    .toString(utf16(head))
    .replace(/^[\ufeff\u00ef\u00bb\u00bf\s]+/, '')
  if (/^(@echo|\s*rem\s|dim\s|wscript\.|powershell|function\s*\()/i.test(text)) return 'evidence.is-program'
  if (/^</.test(text) || pageWords.test(text) || /^(mime-version|from|content-type):/i.test(text))
    return 'evidence.is-web-page'
  return null
}

/** Words by which a browser or a server would take something for a page or a script. */
export const pageWords = /<(?:!doctype|html|head|body|script|iframe|svg|\?php)[\s>/]|<\?php|javascript:/i

function utf16(head: Buffer): 'utf16le' | 'latin1' {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[1] === 0 && head[3] === 0 && head[0] !== 0)
    ? 'utf16le'
    : 'latin1'
}

/** A program for Windows by its two headers, told apart from bytes that only begin like one. */
export function isProgram(head: Buffer): boolean {
  if (head[0] !== 0x4d || head[1] !== 0x5a || head.length < 64) return false
  const at = head.readUInt32LE(60)
  return at + 4 <= head.length && head.toString('latin1', at, at + 4) === 'PE\0\0'
}

/** What an old office file holds: it is refused anyway, but the person is told what to do. */
export async function oldOffice(source: Source): Promise<EvidenceRefusal> {
  const wide = (...names: string[]) =>
    new RegExp(names.map((name) => Buffer.from(name, 'utf16le').toString('latin1').replaceAll('\0', '\\x00')).join('|'))
  const encrypted = finder(wide('EncryptedPackage', 'EncryptionInfo'), 64)
  const macros = finder(wide('_VBA_PROJECT', 'Macros', 'VBA'), 64)
  const found = { encrypted: false, macros: false }
  for await (const piece of pieces(source)) {
    found.encrypted = encrypted(piece) || found.encrypted
    found.macros = macros(piece) || found.macros
  }
  return found.encrypted ? 'evidence.encrypted' : found.macros ? 'evidence.has-macros' : 'evidence.is-old-office'
}

const END = Buffer.from([0x50, 0x4b, 5, 6])
const LONGEST_COMMENT = 65_557

/** Whether the end of a file could be read as that of an archive: it would be two files in one. */
export async function endsAsArchive(source: Source): Promise<boolean> {
  const from = Math.max(0, source.size - LONGEST_COMMENT)
  const tail = await source.read(from, LONGEST_COMMENT)
  for (let at = tail.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1)) {
    if (at + 22 > tail.length) continue
    const directory = from + at - tail.readUInt32LE(at + 12)
    if (directory < 0) continue
    if ((await source.read(directory, 4)).toString('latin1') === 'PK\x01\x02') return true
  }
  return false
}
