import type { SpreadsheetRefusal } from './rules/limits.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Whether the first bytes are those of a ZIP archive, which every workbook is. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP)
}

/** What a file is that cannot be a workbook, by its content; nothing when it may be one. */
export function refusedKind(bytes: Uint8Array): SpreadsheetRefusal | undefined {
  if (bytes.length === 0) return 'spreadsheet.empty-file'
  if (isArchive(bytes)) return undefined
  if (!startsWith(bytes, OLE)) return isOldStream(bytes) ? 'spreadsheet.old-format' : 'spreadsheet.not-a-workbook'
  // The directory of an OLE file names its streams in UTF-16. An encrypted .xlsx is an OLE file around it.
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => content.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'spreadsheet.encrypted'
  return has('Workbook') || has('Book') ? 'spreadsheet.old-format' : 'spreadsheet.not-a-workbook'
}

// Excel 2 to 4 wrote bare BIFF records, without OLE around them.
function isOldStream(bytes: Uint8Array): boolean {
  return bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && [0x04, 0x06].includes(bytes[2] ?? -1)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
