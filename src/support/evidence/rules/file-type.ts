import { allow, type Decision, refuse } from '#basics/decision.ts'
import { entryNames } from './entry-names.ts'

export const fileTypes = ['jpg', 'png', 'pdf', 'xlsx', 'docx'] as const
export type FileType = (typeof fileTypes)[number]

/** What a browser is told of a file of that type. */
export const mediaTypes: Record<FileType, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

export const MOST_BYTES = 10 * 1024 * 1024
/** One gigabyte for each organisation. */
export const QUOTA_BYTES = 1024 * 1024 * 1024

export type EvidenceRefusal =
  | 'evidence.empty'
  | 'evidence.too-large'
  | 'evidence.type-not-taken'
  | 'evidence.has-macros'
  | 'evidence.quota-used-up'

const starts: [FileType, number[]][] = [
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/**
 * What a file is by its content, whatever it is called. Taken are pictures (JPEG, PNG), PDF, and Word and Excel files
 * without macros or controls; everything else, encrypted and old office files included, is refused.
 */
export function typeOf(bytes: Uint8Array): Decision<FileType, EvidenceRefusal> {
  if (bytes.length === 0) return refuse('evidence.empty')
  if (bytes.length > MOST_BYTES) return refuse('evidence.too-large', { megabytes: MOST_BYTES / 1024 / 1024 })
  const plain = starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  if (plain) return allow(plain[0])
  const names = bytes[0] === 0x50 && bytes[1] === 0x4b ? entryNames(bytes) : null
  if (!names?.includes('[Content_Types].xml')) return refuse('evidence.type-not-taken')
  if (names.some((name) => /vbaProject|\/macrosheets\/|\/activeX\//i.test(name))) return refuse('evidence.has-macros')
  if (names.includes('word/document.xml')) return allow('docx')
  if (names.includes('xl/workbook.xml')) return allow('xlsx')
  return refuse('evidence.type-not-taken')
}

/** Whether the organisation still has room: `used` and `more` in bytes. */
export function roomFor(used: number, more: number): Decision<true, EvidenceRefusal> {
  return used + more <= QUOTA_BYTES ? allow(true) : refuse('evidence.quota-used-up')
}

/** A name to keep: the last part of what was sent, at most 120 characters, with the ending that the content calls for. */
export function keptName(sent: string, type: FileType): string {
  const last = sent.split(/[\\/]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '')
  return `${[...stem.trim()].slice(0, 120).join('') || 'file'}.${type}`
}
