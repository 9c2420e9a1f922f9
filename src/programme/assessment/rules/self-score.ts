import { allow, type Decision, refuse } from '#basics/decision.ts'
import { compare, type ExactText, exact, readExact, sum, writeExact } from '#basics/exact.ts'
import { childrenOf, type Indicator, type Sheet } from '#programme/scoring/rules/sheet.ts'

/** What a branch gives itself for one indicator, and why. */
export interface OwnPoints {
  indicator: string
  points: ExactText
  note: string
}

export type SelfScoreRefusal =
  | 'assessment.not-an-indicator'
  | 'assessment.indicator-twice'
  | 'assessment.points-out-of-range'

/** The indicators that are scored themselves, in printed order; the others are their sums. */
export function leavesOf(sheet: Sheet): Indicator[] {
  return sheet.indicators.filter(({ code }) => childrenOf(sheet, code).length === 0)
}

/** A self-score as it may be kept: each indicator once, between its floor (or 0) and its cap (or printed maximum). */
export function ownPoints(sheet: Sheet, scores: readonly OwnPoints[]): Decision<OwnPoints[], SelfScoreRefusal> {
  const leaves = new Map(leavesOf(sheet).map((indicator) => [indicator.code, indicator]))
  const kept: OwnPoints[] = []
  for (const { indicator: code, points: text, note } of scores) {
    const indicator = leaves.get(code)
    if (!indicator) return refuse('assessment.not-an-indicator', { indicator: code })
    if (kept.some((each) => each.indicator === code)) return refuse('assessment.indicator-twice', { indicator: code })
    const points = readExact(text)
    const [least, most] = [indicator.floor ?? '0', indicator.cap ?? indicator.max]
    if (!points || compare(points, exact(least)) < 0 || compare(points, exact(most)) > 0)
      return refuse('assessment.points-out-of-range', { indicator: `${code} ${indicator.name}`, least, most })
    kept.push({ indicator: code, points: writeExact(points), note })
  }
  return allow(kept)
}

/** What a branch gives itself in all. */
export function ownTotal(scores: readonly OwnPoints[]): ExactText {
  return writeExact(sum(scores.map(({ points }) => exact(points))))
}
