import { add, compare, divide, type Exact, type ExactText, exact, whole, writeExact, zero } from '#basics/exact.ts'
import { listsBy } from '#basics/lists.ts'
import { type Void, voidInBranch, voidInItem } from './ballots.ts'
import { fits, measured } from './clauses/measures.ts'
import type { Facts, Rating, Ruling } from './facts.ts'
import { applies, kindOf } from './kind.ts'
import { type Mark, severities, type TooThin } from './severity.ts'
import type { Sheet } from './sheet.ts'
import { type Clause, type ClauseOf, isRelative, type Within } from './sheet-clauses.ts'
import { newWork } from './trace.ts'

/**
 * What the population step found among all branches for one clause of one branch. Frozen beside the facts, so that one
 * branch can be scored again without the others.
 */
export type Figure =
  | { kind: 'best' | 'mean'; value: ExactText; over: number }
  /** The place from the end the clause names; a fraction where equals share the mean of their places. */
  | { kind: 'rank'; rank: ExactText; of: number; equals: number }
  /** Equals whose places the sheet does not part. */
  | { kind: 'tied'; ranks: ExactText[]; of: number }
  /** So many branches lack the number yet: nobody can be compared. */
  | { kind: 'incomplete'; missing: number }
  /** There is nobody to compare with. */
  | { kind: 'nobody' }
  /** B7 whose marks for this item do not count. */
  | { kind: 'void'; marks: Void[] }
  /** How lenient each of this branch's assessors is, against the others of his group; under severityKey. */
  | { kind: 'severity'; raters: RaterFigure[] }

/** One assessor: how far he lies above the others (below: a minus), or why that cannot be told. */
export type RaterFigure = { assessor: string } & ({ lenience: ExactText } | { why: TooThin; because: string })

/** Where the lenience of assessors stands among the figures, beside what else is found for the clause. */
export function severityKey(clause: string): string {
  return `${clause}#severity`
}

/** The figures of one branch, by clause code. */
export type Figures = Record<string, Figure>

/** One branch of a population: who it is, where it is, its facts and rulings. Only those that are rated belong in it. */
export interface Member {
  id: string
  region: string | null
  facts: Facts
  rulings: readonly Ruling[]
}

/** The clauses of a sheet that need more than one branch, apart from those that take the mean of the others' points. */
export function relativeClauses(sheet: Sheet): ClauseOf<'A7' | 'A8'>[] {
  const shapeOf = (fact: string) => sheet.facts.find(({ key }) => key === fact)?.shape
  return sheet.clauses.flatMap((clause) =>
    (clause.type === 'A7' || clause.type === 'A8') && isRelative(clause, shapeOf) ? [clause] : [],
  )
}

/**
 * What every branch is compared with: the best, the mean, its own place; whose marks are void. Members in any order give the
 * same. A branch that lacks the number leaves the comparison open for all: nobody is compared with a guess.
 */
export function figuresOf(sheet: Sheet, members: readonly Member[]): Map<string, Figures> {
  const figures = new Map(members.map(({ id }): [string, Figures] => [id, {}]))
  const put = (id: string, code: string, figure: Figure) => {
    figures.get(id)![code] = figure
  }
  for (const clause of relativeClauses(sheet))
    for (const group of groups(sheet, clause.within, compared(sheet, clause, members)))
      for (const [id, figure] of figuresIn(sheet, clause, group)) put(id, clause.code, figure)
  const everybody = members.map(({ facts }) => facts)
  for (const clause of sheet.clauses) {
    if (clause.type !== 'A4' && clause.type !== 'A4B') continue
    const marks = voidInItem(sheet, everybody, clause.fact)
    if (marks.length > 0) for (const { id } of members) put(id, clause.code, { kind: 'void', marks })
    if (sheet.panel.severity === undefined) continue
    const counted = compared(sheet, clause, members).map((member) => ({
      id: member.id,
      ratings: countedRatings(sheet, clause, member, marks),
    }))
    for (const [id, raters] of ratersIn(counted)) put(id, severityKey(clause.code), { kind: 'severity', raters })
  }
  return figures
}

/** Members by region, by kind or all together; the groups in the order of their names. */
export function groups<Each extends Member>(sheet: Sheet, within: Within, members: readonly Each[]): Each[][] {
  const found = listsBy(members, (member) => groupOfMember(sheet, within, member))
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** The name of the group a member belongs to; empty where there is but one, or where it has none. */
export function groupOfMember(sheet: Sheet, within: Within, { region, facts, rulings }: Member): string {
  if (within === 'region') return region ?? ''
  if (within === 'all') return ''
  const kind = kindOf(sheet, facts, rulings)
  return kind.state === 'kind' ? kind.kind : ''
}

/** Those the clause is for, without those whose item is answered for otherwise (A16). */
function compared(sheet: Sheet, clause: Clause, members: readonly Member[]): Member[] {
  const exempting = sheet.clauses.filter(({ type, indicator }) => type === 'A16' && indicator === clause.indicator)
  return members.filter(({ facts, rulings }) => {
    const exempt = exempting.some(({ fact }) => {
      const value = facts[fact]?.value
      return value?.shape === 'flag' && value.holds
    })
    return !exempt && applies(sheet, clause, kindOf(sheet, facts, rulings)) === true
  })
}

function figuresIn(sheet: Sheet, clause: ClauseOf<'A7' | 'A8'>, group: Member[]): [string, Figure][] {
  const numbers = group.map(({ id, facts }) => ({ id, number: numberOf(sheet, clause, facts) }))
  const missing = numbers.filter(({ number }) => number === null).length
  if (missing > 0) return group.map(({ id }) => [id, { kind: 'incomplete', missing }])
  const known = numbers as { id: string; number: Exact }[]
  return clause.type === 'A7' ? ranksIn(clause, known) : referenceIn(clause, known)
}

function numberOf(sheet: Sheet, clause: ClauseOf<'A7' | 'A8'>, facts: Facts): Exact | null {
  const value = facts[clause.fact]?.value
  const measure = clause.type === 'A8' ? clause.measure : value?.shape === 'ratio' ? 'percent' : 'number'
  if (!value || !fits(measure, value) || (value.shape === 'ratio' && value.whole === 0)) return null
  return exact(measured(value, sheet.asOf, newWork()).value)
}

function referenceIn({ to, better }: ClauseOf<'A8'>, known: { id: string; number: Exact }[]): [string, Figure][] {
  const sorted = known.map(({ number }) => number).toSorted(compare)
  const best = better === 'high' ? sorted.at(-1)! : sorted[0]!
  const value = writeExact(to === 'best' ? best : meanOf(sorted))
  return known.map(({ id }) => [id, { kind: to === 'best' ? 'best' : 'mean', value, over: known.length }])
}

function ranksIn({ from, better, ties }: ClauseOf<'A7'>, known: { id: string; number: Exact }[]): [string, Figure][] {
  const highFirst = (better === 'high') === (from === 'top')
  const sorted = known.toSorted((a, b) => compare(a.number, b.number) * (highFirst ? -1 : 1))
  const of = known.length
  const figures = new Map<string, Figure>()
  for (let at = 0; at < of; ) {
    let next = at + 1
    while (next < of && compare(sorted[next]!.number, sorted[at]!.number) === 0) next++
    const figure = rankFigure({ first: at + 1, last: next, of }, from, ties)
    for (; at < next; at++) figures.set(sorted[at]!.id, figure)
  }
  return known.map(({ id }) => [id, figures.get(id)!])
}

/** The place of equals that stand from `first` to `last`. */
function rankFigure(
  { first, last, of }: { first: number; last: number; of: number },
  from: ClauseOf<'A7'>['from'],
  ties: ClauseOf<'A7'>['ties'],
): Figure {
  const equals = last - first + 1
  if (ties === 'ruling' && equals > 1) return { kind: 'tied', ranks: [String(first), String(last)], of }
  // the better end of equals is the first of their places when counted from the top, the last from the bottom
  const [best, worst] = from === 'top' ? [first, last] : [last, first]
  const mean = divide(whole(first + last), whole(2))
  const rank = ties === 'best' ? whole(best) : ties === 'worst' ? whole(worst) : mean
  return { kind: 'rank', rank: writeExact(rank), of, equals }
}

/** The mean of some numbers; there must be one. */
export function meanOf(numbers: readonly Exact[]): Exact {
  return divide(numbers.reduce(add, zero), whole(numbers.length))
}

/** The marks of a branch for one item, without those that are void. */
function countedRatings(sheet: Sheet, clause: Clause, { facts }: Member, voided: readonly Void[]): Rating[] {
  const value = facts[clause.fact]?.value
  if (value?.shape !== 'ratings') return []
  const gone = [...voided, ...voidInBranch(sheet, facts)]
  return value.ratings.filter(({ assessor }) => gone.every((each) => each.assessor !== assessor))
}

/** Every branch's assessors with their lenience; each group of raters by itself. */
function ratersIn(branches: readonly { id: string; ratings: Rating[] }[]): [string, RaterFigure[]][] {
  const groups = [...new Set(branches.flatMap(({ ratings }) => ratings.map(({ group = '' }) => group)))]
  const found = new Map(
    groups.map((group) => {
      const marks = branches.flatMap(({ id, ratings }): Mark[] =>
        ratings.flatMap(({ assessor, points, group: own = '' }) =>
          own === group ? [{ branch: id, assessor, points }] : [],
        ),
      )
      return [group, severities(marks)] as const
    }),
  )
  return branches.map(({ id, ratings }) => [
    id,
    ratings
      .map(({ assessor, group = '' }): RaterFigure => {
        const each = found.get(group)!
        return each.state === 'found'
          ? { assessor, lenience: each.lenience.get(assessor)! }
          : { assessor, why: each.why, because: each.assessor }
      })
      .toSorted((a, b) => (a.assessor < b.assessor ? -1 : 1)),
  ])
}
