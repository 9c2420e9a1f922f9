import { allow, type Decision, refuse } from '#basics/decision.ts'
import { type FileType, MOST_BYTES, mayBeNamed } from '../rules/file-type.ts'
import type { EvidenceRefusal } from '../rules/refusals.ts'
import { mustBeJpeg } from './jpeg.ts'
import { officeType } from './office.ts'
import { endsAsArchive, oldOffice, otherKind } from './other-kinds.ts'
import { mustBePdf } from './pdf.ts'
import { mustBePng } from './png.ts'
import { NotTaken, type Source } from './source.ts'

/**
 * What a file is by its content, read to its last byte. Taken are pictures (JPEG, PNG), PDF, and Word and Excel files;
 * refused is whatever acts by itself, holds other files, unpacks without end, is cut off, or is two files in one. The
 * name counts only where it says something else than the content.
 */
export async function typeOf(source: Source, name: string): Promise<Decision<FileType, EvidenceRefusal>> {
  if (source.size === 0) return refuse('evidence.empty')
  if (source.size > MOST_BYTES) return refuse('evidence.too-large', { megabytes: MOST_BYTES / 1024 / 1024 })
  try {
    const type = await typeByContent(source)
    return mayBeNamed(name, type) ? allow(type) : refuse('evidence.wrong-ending', { type })
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error
    return refuse(error.reason, error.details)
  }
}

async function typeByContent(source: Source): Promise<FileType> {
  const head = Buffer.from(await source.read(0, 8192))
  const start = head.toString('latin1', 0, 8)
  if (start.startsWith('PK\x03\x04')) return officeType(source)
  if (start.startsWith('\xff\xd8\xff')) return alone(source, mustBeJpeg(source), 'jpg')
  if (start === '\x89PNG\r\n\x1a\n') return alone(source, mustBePng(source), 'png')
  if (start.startsWith('%PDF-')) return alone(source, mustBePdf(source), 'pdf')
  const other = otherKind(head)
  throw new NotTaken(
    other === 'evidence.is-old-office' ? await oldOffice(source) : (other ?? 'evidence.type-not-taken'),
  )
}

/** The type, unless the file could be read as an archive from its end. */
async function alone(source: Source, checked: Promise<void>, type: FileType): Promise<FileType> {
  await checked
  if (await endsAsArchive(source)) throw new NotTaken('evidence.more-behind')
  return type
}
