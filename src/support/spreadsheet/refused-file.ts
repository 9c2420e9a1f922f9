import type { Details } from '#basics/decision.ts'
import type { SpreadsheetRefusal } from './rules/limits.ts'

/** Carries a refusal up through the streaming readers; the child turns it back into a decision. */
export class RefusedFile extends Error {
  reason: SpreadsheetRefusal
  details: Details | undefined

  constructor(reason: SpreadsheetRefusal, details?: Details) {
    super(reason)
    this.reason = reason
    this.details = details
  }
}

export function unreadable(): RefusedFile {
  return new RefusedFile('spreadsheet.unreadable')
}
