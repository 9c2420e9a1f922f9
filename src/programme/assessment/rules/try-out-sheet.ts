import type { Day } from '#basics/calendar.ts'
import { canonical } from '#basics/canonical.ts'
import { addMonths } from '#programme/scoring/rules/age.ts'
import type { Ruling } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { type Clause, factsOfClause } from '#programme/scoring/rules/sheet-clauses.ts'

/** A fact that the draft reads and the earlier year does not hold, with the clauses that cannot be tried without it. */
export interface LackingFact {
  key: string
  name: string
  clauses: string[]
}

/**
 * The draft as it can be tried on the facts of an earlier year: its days moved to that year, and without the clauses whose
 * facts were not gathered then. What was left out is told, so that nobody takes the trial for more than it is.
 */
export function inTheYearOf(draft: Sheet, before: Sheet): { sheet: Sheet; lacking: LackingFact[] } {
  const unheld = draft.facts.filter((need) => !holds(before, need))
  const readBy = (key: string) => draft.clauses.filter((clause) => factsOfClause(clause).includes(key))
  const lacking = unheld
    .filter(({ key }) => key !== draft.variants?.fact)
    .map(({ key, name }) => ({ key, name, clauses: readBy(key).map(({ code }) => code) }))
  const left = new Set(lacking.flatMap(({ clauses }) => clauses))
  const years = before.year - draft.year
  const clauses = draft.clauses.filter(({ code }) => !left.has(code)).map((clause) => moved(clause, years))
  return { sheet: { ...draft, asOf: inYears(draft.asOf, years), clauses }, lacking }
}

/** Whether a sheet's year has a fact by this key in this shape. */
export function holds(sheet: Sheet, need: FactNeed): boolean {
  return sheet.facts.some(({ key, shape }) => key === need.key && shape === need.shape)
}

function moved(clause: Clause, years: number): Clause {
  const own = { ...clause }
  if ('evidence' in own && own.evidence) {
    const { from, until } = own.evidence
    own.evidence = { ...own.evidence, from: from && inYears(from, years), until: until && inYears(until, years) }
  }
  if (own.type === 'A19' && 'at' in own.due)
    own.due = { at: `${inYears(own.due.at.slice(0, 10), years)}${own.due.at.slice(10)}` }
  return own
}

function inYears(day: Day, years: number): Day {
  return addMonths(day, years * 12)
}

/** Rulings of the earlier year that speak of the draft as well: on the kind, and on a clause that is word for word the same. */
export function rulingsFor(draft: Sheet, before: Sheet, rulings: readonly Ruling[]): Ruling[] {
  const same = (code: string) => {
    const [was, is] = [before, draft].map(({ clauses }) => clauses.find((each) => each.code === code))
    return was !== undefined && is !== undefined && canonical(was) === canonical(is)
  }
  return rulings.filter((each) => each.about === 'kind' || (each.about === 'clause' && same(each.clause)))
}

/** The sheet with an item that counts the same for everybody, for the question what this item decides. */
export function withItemAt(sheet: Sheet, code: string, points: string): { sheet: Sheet; fact: string } {
  const fact = `trial.${code}`
  const fixed: Clause = {
    code: `trial-${code}`,
    indicator: code,
    text: '',
    fact,
    type: 'A18',
    effect: 'add',
    outOf: null,
    points,
    least: null,
  }
  const clauses = [...sheet.clauses.filter(({ indicator }) => indicator !== code), fixed]
  const indicators = sheet.indicators.map((each) => {
    if (each.code !== code) return each
    const { rounding: _, ...rest } = each
    return { ...rest, starts: 'zero' as const, floor: null, cap: null }
  })
  return { sheet: { ...sheet, clauses, indicators }, fact }
}
