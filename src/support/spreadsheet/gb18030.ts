/** GB18030 as bytes: Node decodes it, but does not encode it. */

let known: Map<string, number[]> | undefined

/** Which bytes stand for each character of the basic plane, as the decoder knows it. */
function table(): Map<string, number[]> {
  if (known) return known
  known = new Map()
  const decoder = new TextDecoder('gb18030')
  const add = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    // the first bytes that give a character are those by which it is written
    if (text.length === 1 && text !== '\ufffd' && !known!.has(text)) known!.set(text, bytes)
  }
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) add([first, second])
  for (let at = 0; at <= LAST_OF_PLANE; at++) add(fourBytes(at))
  known.set('\ufffd', fourBytes(LAST_OF_PLANE - 2))
  return known
}

/** 0x84318130 + …: four bytes count in steps of 10, 126 and 10. */
const LAST_OF_PLANE = 39_419
/** 0x90308130 */
const OTHER_PLANES = 189_000

function fourBytes(at: number): number[] {
  const hundreds = Math.floor(at / 10)
  const thousands = Math.floor(hundreds / 126)
  return [0x81 + Math.floor(thousands / 10), 0x30 + (thousands % 10), 0x81 + (hundreds % 126), 0x30 + (at % 10)]
}

/**
 * The text in GB18030, in which every character of Unicode can be written; half a pair, and the nineteen characters of
 * private use whose bytes now stand for others, are written as `\ufffd`.
 */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 4)
  const signs = table()
  let length = 0
  for (const sign of text) {
    const code = sign.codePointAt(0)!
    if (code < 0x80) bytes[length++] = code
    else {
      const written =
        code >= 0x10000 ? fourBytes(OTHER_PLANES + code - 0x10000) : (signs.get(sign) ?? signs.get('\ufffd')!)
      for (const byte of written) bytes[length++] = byte
    }
  }
  return bytes.slice(0, length)
}
