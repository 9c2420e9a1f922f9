import { compare, type ExactText, exact, writeExact } from '#basics/exact.ts'
import { isTriggered } from './clauses/failing.ts'
import { inRange } from './clauses/measures.ts'
import { type Known, stands } from './conditions.ts'
import type { Facts, Ruling } from './facts.ts'
import { workOut } from './formula.ts'
import type { HeldEffect, LevelFound } from './level.ts'
import type { Sheet } from './sheet.ts'
import { newWork, printed, type Step, type Term } from './trace.ts'

/** C13 a number that follows from the score, exact; null where the score is open or no band holds it. */
export interface LinkLine {
  code: string
  steps: Step[]
  value: ExactText | null
}

/** C8 a star, won or not; null where its points are open. */
export interface StarLine {
  name: string
  won: boolean | null
}

/** Every veto, ceiling and fail trigger that holds, in the order of the sheet; those that cannot be looked at stand in `open`. */
export function effectsOf(
  sheet: Sheet,
  facts: Facts,
  known: Known,
  applies: (clause: string) => boolean,
  rulings: readonly Ruling[] = [],
): { held: HeldEffect[]; open: string[] } {
  const held: HeldEffect[] = []
  const open: string[] = []
  for (const { code, text, when, effect } of sheet.vetoes) {
    const answer = orRuled(stands(when, sheet, known), code, rulings)
    if (answer === 'yes') held.push({ code, text, effect })
    if (answer === 'open') open.push(code)
  }
  for (const clause of sheet.clauses) {
    const value = facts[clause.fact]?.value
    if (clause.type !== 'A20' || !value || !applies(clause.code) || !isTriggered(clause, value)) continue
    held.push({ code: clause.code, text: clause.text, effect: clause.effect })
  }
  return { held, open }
}

/** What cannot be looked at may be ruled on: a branch that passes is free of the veto. */
function orRuled(answer: 'yes' | 'no' | 'open', code: string, rulings: readonly Ruling[]): 'yes' | 'no' | 'open' {
  const ruling = rulings.find((each) => each.about === 'gate' && each.gate === code)
  if (answer !== 'open' || ruling?.about !== 'gate') return answer
  return ruling.passes ? 'no' : 'yes'
}

/** C8: each star for itself; no total and no mean speaks into it, unless the sheet asks for a total as well. */
export function starsOf(sheet: Sheet, { pointsOf, total }: Known): StarLine[] {
  return (sheet.stars ?? []).map(({ name, indicator, atLeast, total: also }) => {
    const points = pointsOf(indicator)
    if (points === null || (also !== undefined && total === null)) return { name, won: null }
    const enough = compare(exact(points), exact(atLeast)) >= 0
    return { name, won: enough && (also === undefined || compare(exact(total!), exact(also)) >= 0) }
  })
}

/** C11: the group over the level; an effect may set it and leave the level as it is. */
export function groupOf(sheet: Sheet, level: LevelFound, held: readonly HeldEffect[]): string | null {
  const set = held.map(({ effect }) => effect).findLast((effect) => effect.effect === 'group')
  if (set?.effect === 'group') return set.group
  if (level.state !== 'level') return null
  return sheet.groups?.find(({ levels }) => levels.includes(level.name))?.name ?? null
}

/** C13: the formula of the band that holds the total. Never rounded here: `places` is for showing. */
export function linksOf(sheet: Sheet, { pointsOf, total }: Known): LinkLine[] {
  return (sheet.links ?? []).map(({ code, bands }) => {
    const band = total === null ? undefined : bands.find((each) => inRange(total, each))
    if (!band) return { code, steps: [], value: null }
    const work = newWork()
    let lacking = false
    const termOf = (of: string): Term => {
      if (of === 'total') return { of: 'total', value: total! }
      const points = pointsOf(of)
      if (points === null) lacking = true
      return points === null ? printed('0') : { of: 'indicator', code: of, value: points }
    }
    const value = workOut(band.formula, termOf, 'link', work)
    return { code, steps: work.steps, value: value && !lacking ? writeExact(exact(value.value)) : null }
  })
}
