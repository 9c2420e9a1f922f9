import type { FactValue, SurveyGroup } from '../facts.ts'
import type { ClauseOf } from '../sheet.ts'
import { given, type Outcome, type Problem, printed, type Term, take, type Work } from '../trace.ts'
import { wrongShape } from './deductions.ts'

type Counted = Extract<SurveyGroup, { state: 'counted' }> & { weight: string }

/** B6 with the rule for small groups: a group too small to show is left out; with none left the item is left out. */
export function satisfied(clause: ClauseOf<'B6'>, value: FactValue, work: Work): Outcome {
  if (value.shape !== 'survey') return wrongShape()
  const counted: Counted[] = []
  for (const { name, weight } of clause.groups) {
    const group = value.groups.find((each) => each.name === name)
    if (!group) return unusable('survey-group-missing', name)
    if (group.state === 'too-few') work.notes.push({ word: 'group-too-few', details: { name, least: clause.least } })
    else if (group.valid < clause.least) return unusable('survey-shows-too-few', name)
    else if (group.satisfied > group.valid) return unusable('part-above-whole', name)
    else counted.push({ ...group, weight })
  }
  if (counted.length === 0) return { state: 'left-out' }
  const points = take(work, 'effect', 'product', [shareOf(counted, work), printed(clause.points)])
  return { state: 'points', points: points.value }
}

function shareOf(groups: Counted[], work: Work): Term {
  const shares = groups.map((group) => take(work, 'share', 'quotient', [given(group.satisfied), given(group.valid)]))
  if (groups.length === 1) return shares[0]!
  const weighted = groups.map(({ weight }, at) => take(work, 'weighted', 'product', [shares[at]!, printed(weight)]))
  const weights = groups.map(({ weight }) => printed(weight))
  return take(work, 'weighted', 'quotient', [
    take(work, 'weighted', 'sum', weighted),
    take(work, 'weights', 'sum', weights),
  ])
}

function unusable(problem: Problem, name: string): Outcome {
  return { state: 'unusable', problem, details: { name } }
}
