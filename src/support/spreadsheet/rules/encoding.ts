/** How bytes are written as characters: what we can tell apart, and what a person may say it is. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/** Whether the first bytes could be text at all: no control characters but blanks and line ends. */
export function mayBeText(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes)) return true
  return !bytes.subarray(0, 4096).some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
}

/** UTF-16 says of itself that it is that. */
export function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}
