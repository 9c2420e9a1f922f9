import {
  add,
  divide,
  type Exact,
  type ExactText,
  exact,
  multiply,
  negate,
  round,
  subtract,
  sum,
  whole,
  writeExact,
  zero,
} from '#basics/exact.ts'
import { listsBy } from '#basics/lists.ts'

/** One mark that an assessor gave a branch. */
export interface Mark {
  branch: string
  assessor: string
  points: ExactText
}

/** Why nobody can say who is harsh; what is missing is in the details of the note. */
export type TooThin =
  | 'one-assessor'
  | 'too-many-assessors'
  | 'assessor-shares-too-few'
  | 'assessors-apart'
  | 'one-branch-holds-together'

/**
 * How far each assessor lies above (+, lenient) or below (−, harsh) the others, branch for branch, to four decimals;
 * together they are zero before rounding. Or why the marks are too thin to say.
 */
export type Severities =
  | { state: 'found'; lenience: Map<string, ExactText> }
  | { state: 'too-thin'; why: TooThin; assessor: string }

/** So many branches an assessor must share with others before anything is said of him. */
export const leastShared = 5
/** Beyond so many the exact sum takes too long. */
export const mostAssessors = 60
/** Decimals to which a lenience is rounded, halves to even: the only rounding there is. */
export const leniencePlaces = 4

/**
 * The joint model of branches and assessors: mark = what the branch is worth + how lenient the assessor is + chance, by least
 * squares, solved exactly. (D. de Gruijter, Two simple models for rater effects, Applied Psychological Measurement 8, 1984,
 * 213–218; the additive member of the family of J. M. Linacre, Many-Facet Rasch Measurement, 1989.)
 *
 * It is told only where the marks hang together: every assessor shares at least five branches with another, all assessors
 * are connected through shared branches, and stay so whichever one branch is left out. The order of the marks changes nothing.
 */
export function severities(marks: readonly Mark[]): Severities {
  const shared = sharedBranches(marks)
  const assessors = [...new Set(marks.map(({ assessor }) => assessor))].toSorted()
  const thin = tooThin(assessors, shared)
  if (thin) return { state: 'too-thin', ...thin }
  const places = new Map(assessors.map((assessor, at) => [assessor, at]))
  const raw = solved(normalEquations(shared, places))
  const mean = divide(sum(raw), whole(raw.length))
  const lenience = raw.map((each) => writeExact(round(subtract(each, mean), leniencePlaces, 'half-even')))
  return { state: 'found', lenience: new Map(assessors.map((assessor, at) => [assessor, lenience[at]!])) }
}

/** The branches that two or more assessors marked, in the order of their names: the others say nothing of anybody. */
function sharedBranches(marks: readonly Mark[]): Mark[][] {
  const found = listsBy(marks, ({ branch }) => branch)
  const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own)
  return sorted.filter((own) => own.length > 1)
}

function tooThin(assessors: string[], shared: readonly Mark[][]): { why: TooThin; assessor: string } | null {
  if (assessors.length < 2) return { why: 'one-assessor', assessor: assessors[0] ?? '' }
  if (assessors.length > mostAssessors) return { why: 'too-many-assessors', assessor: '' }
  const few = assessors.find(
    (each) => shared.filter((own) => own.some(({ assessor }) => assessor === each)).length < leastShared,
  )
  if (few !== undefined) return { why: 'assessor-shares-too-few', assessor: few }
  const apart = outside(assessors, shared)
  if (apart !== null) return { why: 'assessors-apart', assessor: apart }
  const held = shared.map((_, at) => outside(assessors, shared.toSpliced(at, 1))).find((each) => each !== null)
  return held === undefined ? null : { why: 'one-branch-holds-together', assessor: held! }
}

/** The first assessor whom shared branches do not connect with the first one; null where all hang together. */
function outside(assessors: string[], shared: readonly Mark[][]): string | null {
  const reached = new Set([assessors[0]!])
  const left = new Set(shared)
  for (let grown = true; grown; ) {
    grown = false
    for (const own of left) {
      if (!own.some(({ assessor }) => reached.has(assessor))) continue
      for (const { assessor } of own) reached.add(assessor)
      left.delete(own)
      grown = true
    }
  }
  return assessors.find((each) => !reached.has(each)) ?? null
}

/**
 * What least squares asks, one line for each assessor, the branches taken out: over his branches the sum of (his mark −
 * the branch’s mean mark) is the same sum of (his lenience − the mean lenience). In whole numbers, scaled alike.
 */
function normalEquations(shared: readonly Mark[][], places: Map<string, number>): bigint[][] {
  const scale = shared.reduce((all, { length }) => lcm(all, BigInt(length)), 1n)
  const rows = Array.from({ length: places.size }, () => Array<bigint>(places.size + 1).fill(0n))
  for (const own of shared) {
    const count = BigInt(own.length)
    const marks = own.map(({ points }) => tenThousandths(points))
    const total = marks.reduce((a, b) => a + b, 0n)
    own.forEach(({ assessor }, at) => {
      const row = rows[places.get(assessor)!]!
      row[places.size]! += (marks[at]! * count - total) * (scale / count)
      row[places.get(assessor)!]! += scale
      for (const other of own) row[places.get(other.assessor)!]! -= scale / count
    })
  }
  return rows
}

function tenThousandths(points: ExactText): bigint {
  const { top, bottom } = multiply(exact(points), whole(10_000))
  if (bottom !== 1n) throw new Error(`A mark has at most four decimals: ${points}`)
  return top
}

/** Solves the equations with the last unknown at zero (they fix differences only), without a fraction until the end (Bareiss). */
function solved(rows: bigint[][]): Exact[] {
  const count = rows.length - 1
  const right = rows.length
  let last = 1n
  for (let at = 0; at < count; at++) {
    const pivot = rows[at]![at]!
    for (let below = at + 1; below < count; below++) {
      const row = rows[below]!
      const lead = row[at]!
      for (let column = at + 1; column < count; column++)
        row[column] = (row[column]! * pivot - lead * rows[at]![column]!) / last
      row[right] = (row[right]! * pivot - lead * rows[at]![right]!) / last
    }
    last = pivot
  }
  const found: Exact[] = Array(rows.length).fill(zero)
  for (let at = count - 1; at >= 0; at--) {
    const row = rows[at]!
    let rest: Exact = points(row[right]!)
    for (let column = at + 1; column < count; column++)
      rest = add(rest, negate(multiply({ top: row[column]!, bottom: 1n }, found[column]!)))
    found[at] = divide(rest, { top: row[at]!, bottom: 1n })
  }
  return found
}

/** Points again from ten-thousandths. */
function points(top: bigint): Exact {
  return divide({ top, bottom: 1n }, whole(10_000))
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
