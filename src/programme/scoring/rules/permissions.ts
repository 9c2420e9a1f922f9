import { type Actor, holds, leads, leadsAbove } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'

/** A version of a sheet is a draft until it is issued, and superseded once a later version of its code is issued. */
export const sheetStates = ['draft', 'issued', 'superseded'] as const
export type SheetState = (typeof sheetStates)[number]

/** The Party-building office of the very organisation imports and issues its rule sheets. */
export function mayKeepSheets(
  actor: Actor,
  organisation: OrganisationId,
): Decision<true, 'scoring.only-the-office-of-the-organisation'> {
  return holds(actor, 'office', organisation) ? allow(true) : refuse('scoring.only-the-office-of-the-organisation')
}

/**
 * Who reads a sheet: once it was issued everyone who belongs to the organisation or below it, and the offices and
 * secretaries above; a draft its office and its secretary only. `path` is that of the organisation.
 */
export function seesSheet(
  actor: Actor,
  { organisation, path, state }: { organisation: OrganisationId; path: string; state: SheetState },
): boolean {
  if (leads(actor, organisation)) return true
  if (state === 'draft') return false
  return actor.posts.some((held) => held.path.startsWith(path)) || leadsAbove(actor, path)
}

/**
 * The secretary of the organisation puts on record that a legal office lifted a bar: never the office, which imports and
 * issues the sheet.
 */
export function mayRecordLift(
  actor: Actor,
  organisation: OrganisationId,
): Decision<true, 'scoring.only-the-secretary-of-the-organisation'> {
  return holds(actor, 'secretary', organisation)
    ? allow(true)
    : refuse('scoring.only-the-secretary-of-the-organisation')
}
