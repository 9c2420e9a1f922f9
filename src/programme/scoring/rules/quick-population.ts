import { type Exact, whole } from '#basics/exact.ts'
import type { RankPoints } from './clause-rules.ts'

/**
 * The population step for very many branches at once: columns of whole numbers (points or facts × a power of ten) in place of
 * objects. It finds what `figuresOf` and the quotas find, without a trace; whoever wants to know why scores the branch.
 */
export interface Standing {
  /** The place of each; twice the place where equals share the mean of their places, so that it stays whole. */
  twice: Float64Array
  /** How many have the same number, itself included; where the sheet lets a ruling part them, more than one needs it. */
  equals: Uint32Array
}

/** The place of every number from the end that the clause names (A7), among those of its group. */
export function standings(
  numbers: Float64Array,
  { from, better, ties }: Pick<RankPoints, 'from' | 'better' | 'ties'>,
  groups?: Uint16Array,
): Standing {
  const twice = new Float64Array(numbers.length)
  const equals = new Uint32Array(numbers.length)
  const highFirst = (better === 'high') === (from === 'top')
  for (const own of members(numbers.length, groups)) {
    const sorted = Float64Array.from(own, (at) => numbers[at]!).sort()
    for (const at of own) {
      const [low, high] = [bound(sorted, numbers[at]!, false), bound(sorted, numbers[at]!, true)]
      const count = high - low
      const first = highFirst ? sorted.length - high + 1 : low + 1
      const last = first + count - 1
      // the better end of equals is the first of their places when counted from the top, the last from the bottom
      const [best, worst] = from === 'top' ? [first, last] : [last, first]
      twice[at] = ties === 'best' ? 2 * best : ties === 'worst' ? 2 * worst : first + last
      equals[at] = count
    }
  }
  return { twice, equals }
}

/** The best of all, and their exact mean (A8, A16). */
export function reference(numbers: Float64Array, better: 'high' | 'low'): { best: number; mean: Exact } {
  let best = numbers[0]!
  let total = 0n
  let part = 0
  for (const [at, number] of numbers.entries()) {
    if (better === 'high' ? number > best : number < best) best = number
    part += number
    // whole numbers add up exactly as long as they are safe
    if (at % 1000 === 999) {
      total += BigInt(part)
      part = 0
    }
  }
  return { best, mean: { top: total + BigInt(part), bottom: whole(numbers.length).top } }
}

/** What a quota does to each who holds the level: nothing (0), keeps it (1), is cut (2), stands equal at the line (3). */
export function cutByQuota(
  graded: Float64Array,
  holds: Uint8Array,
  placesOf: (base: number) => number,
  groups?: Uint16Array,
): Uint8Array {
  const verdict = new Uint8Array(graded.length)
  for (const own of members(graded.length, groups)) {
    const holders = own.filter((at) => holds[at] === 1)
    const places = placesOf(own.length)
    if (holders.length <= places) {
      for (const at of holders) verdict[at] = 1
      continue
    }
    const sorted = Float64Array.from(holders, (at) => graded[at]!).sort()
    const first = sorted[sorted.length - places - 1]!
    const last = places === 0 ? Number.POSITIVE_INFINITY : sorted[sorted.length - places]!
    const tied = last === first
    for (const at of holders) verdict[at] = tied && graded[at] === last ? 3 : graded[at]! >= last ? 1 : 2
  }
  return verdict
}

/** The places in the columns of each group; all of them in one where there is none. */
function members(count: number, groups: Uint16Array | undefined): Uint32Array[] {
  if (!groups) return [Uint32Array.from({ length: count }, (_, at) => at)]
  const sizes = new Map<number, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const lists = new Map([...sizes].map(([group, size]) => [group, { own: new Uint32Array(size), filled: 0 }]))
  for (let at = 0; at < count; at++) {
    const list = lists.get(groups[at]!)!
    list.own[list.filled++] = at
  }
  return [...lists.values()].map(({ own }) => own)
}

/** How many of the sorted numbers are below, or (`past`) not above. */
function bound(sorted: Float64Array, number: number, past: boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < number || (past && sorted[middle] === number)) low = middle + 1
    else high = middle
  }
  return low
}
