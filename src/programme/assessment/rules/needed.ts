import type { Facts } from '#programme/scoring/rules/facts.ts'
import { applies, kindOf } from '#programme/scoring/rules/kind.ts'
import { clausesReading, type FactNeed, type Sheet } from '#programme/scoring/rules/sheet.ts'
import { conditionsOf } from '#programme/scoring/rules/sheet-outcomes.ts'

/**
 * The facts that the sheet reads of a branch of this kind: what only clauses for other kinds read is not asked for. As long
 * as the kind is not known, or changed in the year, every fact is.
 */
export function neededFacts(sheet: Sheet, facts: Facts): FactNeed[] {
  const kind = kindOf(sheet, facts, [])
  if (kind.state !== 'kind') return sheet.facts
  const conditions = new Set(conditionsOf(sheet).flatMap(({ when }) => ('fact' in when ? [when.fact] : [])))
  return sheet.facts.filter(({ key }) => {
    const clauses = clausesReading(sheet, key)
    if (clauses.length === 0 || conditions.has(key)) return true
    return clauses.some((clause) => applies(sheet, clause, kind) !== false)
  })
}
