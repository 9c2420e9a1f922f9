import type { FactValue, SurveyGroup, VoteGroup } from '../facts.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { given, type Outcome, printed, type Term, take, type Work } from '../trace.ts'
import { asks, type Found, unusable, wrongShape } from './answers.ts'

/** B6 with the rule for small groups: a group too small to show is left out; with none left the item is left out. */
export function satisfied(clause: ClauseOf<'B6'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'survey') return wrongShape()
  const counted = groupsOf(clause, value.groups, work, ({ valid }) => valid)
  if ('state' in counted) return counted
  const above = counted.find(({ valid, satisfied }) => satisfied > valid)
  if (above) return unusable('part-above-whole', { name: above.name })
  if (counted.length === 0) return { state: 'left-out' }
  const shares = counted.map((group) => take(work, 'share', 'quotient', [given(group.satisfied), given(group.valid)]))
  return take(work, 'effect', 'product', [weighted(counted, shares, work), printed(clause.points)])
}

/**
 * B7: the mean value of the valid votes, converted by points ÷ full. Votes for excluded options are not valid; how few the
 * valid ones are is noted. Groups are kept apart and weighted.
 */
export function voted(clause: ClauseOf<'B7'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'votes') return wrongShape()
  const unlisted = value.groups
    .flatMap((group) => (group.state === 'counted' ? group.votes : []))
    .find(({ option }) => !clause.excluded.includes(option) && !clause.options.some(({ name }) => name === option))
  if (unlisted) return unusable('name-unlisted', { name: unlisted.option })
  const valid = (group: Counted<VoteGroup>) => votesFor(clause, group).reduce((all, { count }) => all + count, 0)
  const counted = groupsOf(clause, value.groups, work, valid)
  if ('state' in counted) return counted
  if (counted.length === 0) return clause.few === 'ruling' ? asks('no-valid-votes') : { state: 'left-out' }
  const means = counted.map((group) => {
    const cast = group.votes.reduce((all, { count }) => all + count, 0)
    work.notes.push({ word: 'valid-share', details: { name: group.name, valid: valid(group), cast } })
    const parts = votesFor(clause, group).map(({ count, points }) =>
      take(work, 'value', 'product', [given(count), printed(points)]),
    )
    return take(work, 'mean', 'quotient', [take(work, 'values', 'sum', parts), given(valid(group))])
  })
  const mean = weighted(counted, means, work)
  if (clause.full === clause.points) return mean
  return take(work, 'converted', 'product', [
    take(work, 'share', 'quotient', [mean, printed(clause.full)]),
    printed(clause.points),
  ])
}

type Counted<Group extends { state: string }> = Extract<Group, { state: 'counted' }>
type Weighed<Group extends { state: string }> = Counted<Group> & { weight: string }

/** The groups with enough valid votes, with their weights; a count that nobody may see is refused. */
function groupsOf<Group extends SurveyGroup | VoteGroup>(
  clause: ClauseOf<'B6' | 'B7'>,
  groups: readonly Group[],
  work: Work,
  validOf: (group: Counted<Group>) => number,
): Weighed<Group>[] | Outcome {
  const counted: Weighed<Group>[] = []
  for (const { name, weight } of clause.groups) {
    const group = groups.find((each) => each.name === name)
    if (!group) return unusable('survey-group-missing', { name })
    if (group.state === 'too-few') work.notes.push({ word: 'group-too-few', details: { name, least: clause.least } })
    else if (validOf(group as Counted<Group>) < clause.least) return unusable('survey-shows-too-few', { name })
    else counted.push({ ...(group as Counted<Group>), weight })
  }
  return counted
}

function weighted(groups: { weight: string }[], shares: Term[], work: Work): Term {
  if (groups.length === 1) return shares[0]!
  const parts = groups.map(({ weight }, at) => take(work, 'weighted', 'product', [shares[at]!, printed(weight)]))
  const weights = groups.map(({ weight }) => printed(weight))
  return take(work, 'weighted', 'quotient', [
    take(work, 'weighted', 'sum', parts),
    take(work, 'weights', 'sum', weights),
  ])
}

function votesFor(clause: ClauseOf<'B7'>, group: Counted<VoteGroup>): { count: number; points: string }[] {
  return clause.options.map(({ name, value }) => ({
    points: value,
    count: group.votes.filter(({ option }) => option === name).reduce((all, { count }) => all + count, 0),
  }))
}
