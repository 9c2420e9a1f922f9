import { type Encoding, markedEncoding } from './rules/encoding.ts'
import { keepableText } from './rules/text.ts'

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
