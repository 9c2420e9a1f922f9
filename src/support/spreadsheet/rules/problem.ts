import type { Details } from '#basics/decision.ts'
import { addressOf } from './address.ts'
import { keepableText } from './text.ts'

/** Why one cell, row or heading of a table cannot be taken. */
export type TableReason =
  | 'spreadsheet.sheet-missing'
  | 'spreadsheet.headings-missing'
  | 'spreadsheet.heading-missing'
  | 'spreadsheet.heading-unknown'
  | 'spreadsheet.heading-doubled'
  | 'spreadsheet.value-without-heading'
  | 'spreadsheet.required'
  | 'spreadsheet.not-a-day'
  | 'spreadsheet.day-missing'
  | 'spreadsheet.not-a-number'
  | 'spreadsheet.not-whole'
  | 'spreadsheet.not-yes-or-no'
  | 'spreadsheet.not-in-list'
  | 'spreadsheet.too-long'
  | 'spreadsheet.formula'
  | 'spreadsheet.error-value'
  | 'spreadsheet.digits-lost'
  | 'spreadsheet.merged-across'
  | 'spreadsheet.not-text'

/**
 * One thing that is wrong in an uploaded table, at the place where a person finds it.
 * The capability that imports adds reasons of its own (`Reason`), by `problemAt`.
 */
export interface Problem<Reason extends string = TableReason> {
  sheet: string
  /** From 1; 0 when the whole sheet is meant. */
  row: number
  /** The heading, as the template has it; letters of the column when it has none. */
  column: string
  /** `B12`; empty when the whole sheet is meant. */
  address: string
  reason: Reason
  /** What stands there, shortened to 60 characters. */
  value: string
  details?: Details
}

/** A problem at one cell. */
export function problemAt<Reason extends string>(
  place: { sheet: string; row: number; column: number; heading: string },
  reason: Reason,
  value = '',
  details?: Details,
): Problem<Reason> {
  const address = place.row > 0 ? addressOf(place.row, place.column) : ''
  const found = { sheet: place.sheet, row: place.row, column: place.heading, address, reason, value: shorten(value) }
  return details ? { ...found, details } : found
}

function shorten(value: string): string {
  const letters = [...keepableText(value.slice(0, 200))]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
}
