import type { Facts, Ruling } from './facts.ts'
import type { Indicator, Sheet } from './sheet.ts'
import type { Clause } from './sheet-clauses.ts'

/** B11 by which kind a branch is assessed: none where the sheet has no kinds, open where it changed or was not told. */
export type KindFound =
  | { state: 'none' }
  | { state: 'kind'; kind: string; ruled: string | null }
  | { state: 'needs-ruling'; readings: string[] }

/** The kind of a branch; one that changed in the year needs a ruling, and so does one that the sheet does not list. */
export function kindOf({ variants }: Sheet, facts: Facts, rulings: readonly Ruling[]): KindFound {
  if (!variants) return { state: 'none' }
  const value = facts[variants.fact]?.value
  const had = value?.shape === 'kinds' ? value.kinds : value?.shape === 'grade' ? [value.grade] : []
  const known = [...new Set(had)].filter((kind) => variants.kinds.includes(kind)).toSorted()
  if (had.length > 0 && known.length === 1 && new Set(had).size === 1)
    return { state: 'kind', kind: known[0]!, ruled: null }
  const ruling = rulings.find(({ about }) => about === 'kind')
  if (ruling?.about === 'kind' && variants.kinds.includes(ruling.kind))
    return { state: 'kind', kind: ruling.kind, ruled: ruling.ground }
  return { state: 'needs-ruling', readings: known.length > 0 ? known : variants.kinds }
}

/** Whether a clause is for this branch; null where that depends on its kind, which is open. */
export function applies(sheet: Sheet, clause: Clause, kind: KindFound): boolean | null {
  const lists = [clause.kinds, ...ancestry(sheet, clause.indicator).map(({ kinds }) => kinds)].filter(
    (kinds) => kinds !== undefined,
  )
  if (lists.length === 0 || kind.state === 'none') return true
  return kind.state === 'kind' ? lists.every((kinds) => kinds.includes(kind.kind)) : null
}

/** Whether an indicator is for this kind. */
export function isFor(sheet: Sheet, indicator: string, kind: string): boolean {
  return ancestry(sheet, indicator).every(({ kinds }) => kinds === undefined || kinds.includes(kind))
}

function ancestry(sheet: Sheet, code: string | null): Indicator[] {
  const found = sheet.indicators.find((each) => each.code === code)
  return found ? [found, ...ancestry(sheet, found.parent)] : []
}
