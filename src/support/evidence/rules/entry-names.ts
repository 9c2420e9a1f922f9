const END = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_557

/**
 * The names in a ZIP archive's directory, without unpacking anything. Null when it is no archive, is cut off, is split
 * over several files, uses the 64-bit form, or has more than 5,000 entries: no office file of ours does.
 */
export function entryNames(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > 5000 || view.getUint16(end + 8, true) !== count) return null
  const names: string[] = []
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return null
    const length = view.getUint16(at + 28, true)
    if (at + 46 + length > end) return null
    names.push(asText(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - LONGEST_COMMENT)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  return null
}

// Office names its parts in plain ASCII; anything else only has to stay distinguishable.
function asText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
