import { allow } from '#basics/decision.ts'
import type { Said } from '#basics/messages.ts'
import { lint } from './rules/lint.ts'
import type { Lint } from './rules/lint-found.ts'
import type { Sheet } from './rules/sheet.ts'
import type { CellError, Workbook } from './rules/workbook-cells.ts'
import { sheetFromCells } from './rules/workbook-read.ts'
import { sayCellError } from './rules/workbook-sayings.ts'
import { cellsOfSheet } from './rules/workbook-write.ts'

/** A rule sheet read from a workbook, with what is unwise in it; an error among the lints keeps it from being issued. */
export interface LoadedSheet {
  sheet: Sheet
  lints: Lint[]
}

/**
 * Reads a rule sheet from the cells of a workbook, or answers every error with its place and a sentence. Cells are plain
 * texts and numbers: formulas, merged cells and files are the spreadsheet module's business.
 */
export function readRuleSheet(
  workbook: Workbook,
): { ok: true; value: LoadedSheet } | { ok: false; errors: (CellError & { said: Said })[] } {
  const read = sheetFromCells(workbook)
  if (!read.ok) return { ok: false, errors: read.errors.map((error) => ({ ...error, said: sayCellError(error) })) }
  return allow({ sheet: read.value, lints: lint(read.value) })
}

/** Writes a rule sheet as the cells of a workbook a Party-affairs clerk can fill; reading it again gives the same sheet. */
export function writeRuleSheet(sheet: Sheet): Workbook {
  return cellsOfSheet(sheet)
}
