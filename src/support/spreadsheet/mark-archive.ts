import { partsOf } from './archive.ts'
import { addMarks, newWorkbook } from './build.ts'
import { checkKind } from './read-archive.ts'
import type { Limits } from './rules/limits.ts'
import type { Mark } from './rules/spec.ts'
import { withoutDates } from './undated.ts'
import { measure } from './unpack.ts'

/** The workbook as it came, with remarks on its cells. Measured first, since exceljs knows no ceilings. */
export async function markArchive(bytes: Uint8Array, limits: Limits, marks: readonly Mark[]): Promise<Uint8Array> {
  const parts = partsOf(bytes, limits)
  checkKind(parts)
  await measure(parts.values(), limits)
  const workbook = await newWorkbook()
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  addMarks(workbook, marks)
  return withoutDates(await workbook.xlsx.writeBuffer())
}
