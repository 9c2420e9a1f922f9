import { daysBetween } from '#basics/calendar.ts'
import { compare, divide, type Exact, type ExactText, exact, hundred, multiply, whole } from '#basics/exact.ts'
import { fits, inRange, measured } from './clauses/measures.ts'
import type { Facts, ValueOf } from './facts.ts'
import type { Sheet } from './sheet.ts'
import type { Condition } from './sheet-outcomes.ts'
import { newWork } from './trace.ts'

/** What a condition may look at: the facts of one branch and what it scored; null where that is left out or open. */
export interface Known {
  facts: Facts
  pointsOf: (indicator: string) => ExactText | null
  total: ExactText | null
}

/** Whether a condition holds; open where the fact is missing, too few voted to look, or the points are not there. */
export function stands(condition: Condition, sheet: Sheet, { facts, pointsOf, total }: Known): 'yes' | 'no' | 'open' {
  const value = 'fact' in condition ? facts[condition.fact]?.value : undefined
  switch (condition.kind) {
    case 'holds':
      return value?.shape === 'flag' ? said(value.holds) : 'open'
    case 'fact-between': {
      if (!value || !fits(condition.measure, value)) return 'open'
      if (value.shape === 'ratio' && value.whole === 0) return 'open'
      return said(inRange(measured(value, sheet.asOf, newWork()).value, condition))
    }
    case 'points-between': {
      const points = condition.indicators.map(pointsOf)
      const found = points.map((each) => (each === null ? 'open' : said(inRange(each, condition))))
      const [deciding, other] = condition.of === 'all' ? (['no', 'yes'] as const) : (['yes', 'no'] as const)
      return found.includes(deciding) ? deciding : found.includes('open') ? 'open' : other
    }
    case 'total-between':
      return total === null ? 'open' : said(inRange(total, condition))
    case 'honoured': {
      if (value?.shape !== 'honours') return 'open'
      return said(
        value.honours.some(({ level, document }) => condition.levels.includes(level) && document.trim() !== ''),
      )
    }
    case 'days-in-force': {
      if (value?.shape !== 'since') return 'open'
      return said(value.day !== null && daysBetween(value.day, sheet.asOf) >= condition.days)
    }
    case 'indicator-above': {
      const points = condition.indicators.map(pointsOf)
      if (points.some((each) => each !== null && compare(exact(each), exact(condition.above)) <= 0)) return 'no'
      return points.includes(null) ? 'open' : 'yes'
    }
    case 'satisfied-share':
      return value?.shape === 'survey' ? shareStands(value, exact(condition.percent), condition.least) : 'open'
  }
}

function said(holds: boolean): 'yes' | 'no' {
  return holds ? 'yes' : 'no'
}

/** All counted votes together; a group too small to show has no counts, and is not looked at. */
function shareStands(survey: ValueOf<'survey'>, percent: Exact, least: number): 'yes' | 'no' | 'open' {
  const counted = survey.groups.flatMap((group) => (group.state === 'counted' ? [group] : []))
  const valid = counted.reduce((all, group) => all + group.valid, 0)
  if (valid === 0 || valid < least) return 'open'
  const satisfied = counted.reduce((all, group) => all + group.satisfied, 0)
  return said(compare(multiply(divide(whole(satisfied), whole(valid)), hundred), percent) >= 0)
}
