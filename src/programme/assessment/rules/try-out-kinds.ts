import { allow, type Decision, refuse } from '#basics/decision.ts'
import { type UnitKind, unitKinds } from '#programme/organisation/rules/units.ts'
import type { Facts } from '#programme/scoring/rules/facts.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { holds } from './try-out-sheet.ts'

/** The kind of unit in which a branch works; `none` for a branch without a unit. */
export type UnitOrNone = UnitKind | 'none'
export type KindsTold = ReadonlyMap<UnitOrNone, string>
export type KindsRefusal = 'assessment.kinds-unreadable'

/**
 * Reads what the office says about a draft that tells kinds of branch apart where the year on which it is tried does not:
 * `department:机关支部,ship:基层支部`. Refused where a unit or a kind is unknown, or a unit is named twice; empty tells nothing.
 */
export function readKinds(text: string, { variants }: Sheet): Decision<KindsTold, KindsRefusal> {
  const told = new Map<UnitOrNone, string>()
  for (const part of text === '' ? [] : text.split(',')) {
    const at = part.indexOf(':')
    const [unit, kind] = [part.slice(0, at) as UnitOrNone, part.slice(at + 1)]
    const known = at > 0 && (unit === 'none' || unitKinds.includes(unit)) && variants?.kinds.includes(kind)
    if (!known || told.has(unit)) return refuse('assessment.kinds-unreadable', { part })
    told.set(unit, kind)
  }
  return allow(told)
}

/** Whether the draft tells kinds apart by a fact that the year of `before` does not hold. */
export function kindsUntold(draft: Sheet, before: Sheet): boolean {
  const need = draft.facts.find(({ key }) => key === draft.variants?.fact)
  return need !== undefined && !holds(before, need)
}

/** The facts of a branch with the kind that stands for its unit; unchanged where none was told. */
export function withKind(draft: Sheet, facts: Facts, kind: string | undefined): Facts {
  const { variants } = draft
  if (!variants || kind === undefined) return facts
  return { ...facts, [variants.fact]: { value: { shape: 'kinds', kinds: [kind] }, sources: [] } }
}
