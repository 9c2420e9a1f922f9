import { nominees } from '#programme/scoring/rules/shares.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Candidate, Place } from './places.ts'

/** C14 差额: how many are to be nominated for the places of a group, and how many may be. */
export interface Nomination {
  ratio: string
  needed: number
  eligible: number
}

/** The nomination of a group; absent where the sheet asks for none. */
export function nominationOf(sheet: Sheet, candidates: readonly Candidate[], places: number): Nomination | undefined {
  if (!sheet.nomination) return undefined
  const { ratio } = sheet.nomination
  const eligible = candidates.length
  return { ratio, needed: nominees(ratio, places, eligible).needed, eligible }
}

/** Whether fewer may be nominated than the sheet asks for. Where there is no place nobody is nominated. */
export function isShort({ needed, eligible }: Nomination): boolean {
  return eligible < needed
}

/**
 * The sheet does not say who is named when there are too few to choose from: each waits for a ruling, and no more can be
 * ruled in than there are places.
 */
export function placesWhenShort(candidates: readonly Candidate[], places: number): Map<string, Place> {
  const named = candidates.filter(({ ruling }) => ruling === true).length
  const place = ({ ruling }: Candidate): Place => {
    if (ruling === null || named > places) return 'short'
    return ruling ? 'named-by-ruling' : 'not-by-ruling'
  }
  return new Map(candidates.map((each) => [each.id, each.settled ? place(each) : 'unsettled']))
}
