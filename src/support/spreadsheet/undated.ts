import { datePlaces } from './archive.ts'

// 1 January 1980, 00:00, as ZIP archives write it.
const FIRST_DATE = [0x00, 0x00, 0x21, 0x00]

/** The archive with one fixed date on all its parts, so that the same content always gives the same bytes. */
export function withoutDates(written: ArrayBuffer | Uint8Array): Uint8Array {
  const bytes = written instanceof Uint8Array ? written : new Uint8Array(written)
  for (const place of datePlaces(bytes)) bytes.set(FIRST_DATE, place)
  return bytes
}
