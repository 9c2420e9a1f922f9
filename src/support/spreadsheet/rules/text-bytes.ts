import { keepableText } from './text.ts'

/** How bytes are written as characters: what we can tell apart, and what a person may say it is. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/** Whether the first bytes could be text at all: no control characters but blanks and line ends. */
export function mayBeText(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes)) return true
  return !bytes.subarray(0, 4096).some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
}

/**
 * The text that the bytes are: UTF-16 by its byte-order mark, else UTF-8 if they are that without a fault, else GB18030;
 * nothing when they are none of these. An encoding that a person names is taken at their word, faults and all.
 */
export function decodeText(bytes: Uint8Array, named?: Encoding): { text: string; encoding: Encoding } | undefined {
  if (named) return { text: keepableText(new TextDecoder(named).decode(bytes)), encoding: named }
  const marked = markedEncoding(bytes)
  for (const encoding of marked ? [marked] : (['utf-8', 'gb18030'] as const))
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? undefined : { text, encoding }
    } catch {
      // Not in this encoding: the next is tried.
    }
  return undefined
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}
