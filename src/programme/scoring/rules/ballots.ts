import { add, compare, type ExactText, exact, zero } from '#basics/exact.ts'
import { listsBy } from '#basics/lists.ts'
import type { Facts, Rating } from './facts.ts'
import type { BallotRule, Sheet } from './sheet.ts'

/** Whose marks are void, and by which rule. */
export interface Void {
  assessor: string
  rule: BallotRule['kind']
}

/** B7 every rule that the numbers on one ballot break; none where it is valid. */
export function brokenRules(rules: readonly BallotRule[], numbers: readonly ExactText[]): BallotRule['kind'][] {
  return rules.filter((rule) => !keeps(rule, numbers)).map(({ kind }) => kind)
}

/** The assessors whose marks for one branch, over all its judged items, break a rule of the panel. */
export function voidInBranch({ panel, clauses }: Sheet, facts: Facts): Void[] {
  if (!panel.marks) return []
  const judged = new Set(clauses.filter(({ type }) => type === 'A4' || type === 'A4B').map(({ fact }) => fact))
  return voidAmong(
    panel.marks,
    [...judged].flatMap((fact) => ratingsOf(facts, fact)),
  )
}

/** The assessors whose marks for all branches in one item break a rule of the panel. */
export function voidInItem({ panel }: Sheet, branches: readonly Facts[], fact: string): Void[] {
  if (!panel.ballot) return []
  return voidAmong(
    panel.ballot,
    branches.flatMap((facts) => ratingsOf(facts, fact)),
  )
}

function voidAmong(rules: readonly BallotRule[], ratings: readonly Rating[]): Void[] {
  const ballots = listsBy(ratings, ({ assessor }) => assessor)
  const sorted = [...ballots].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return sorted.flatMap(([assessor, own]): Void[] => {
    const numbers = own.map(({ points }) => points)
    const rule = brokenRules(rules, numbers)[0]
    return rule === undefined ? [] : [{ assessor, rule }]
  })
}

function ratingsOf(facts: Facts, fact: string): Rating[] {
  const value = facts[fact]?.value
  return value?.shape === 'ratings' ? value.ratings : []
}

function keeps(rule: BallotRule, numbers: readonly ExactText[]): boolean {
  const atOrAbove = (bound: ExactText) => numbers.filter((each) => compare(exact(each), exact(bound)) >= 0).length
  switch (rule.kind) {
    case 'decimals':
      return numbers.every((each) => !each.includes('/') && (each.split('.')[1] ?? '').length <= rule.most)
    case 'each-between':
      return (
        atOrAbove(rule.least) === numbers.length && numbers.every((each) => compare(exact(each), exact(rule.most)) <= 0)
      )
    case 'sum-at-least':
      return compare(numbers.map(exact).reduce(add, zero), exact(rule.points)) >= 0
    case 'most-at-or-above':
      return atOrAbove(rule.points) <= rule.count
    case 'least-below':
      return numbers.length - atOrAbove(rule.points) >= rule.count
    case 'not-all-equal':
      return numbers.length < 2 || numbers.some((each) => compare(exact(each), exact(numbers[0]!)) !== 0)
  }
}
