import { add, compare, divide, type Exact, type ExactText, exact, subtract, whole, writeExact } from '#basics/exact.ts'

/** A half-open range; null is without end. */
export interface Range {
  atLeast: ExactText | null
  below: ExactText | null
}

/** A number that no range holds, or that several hold: enough to show the hole or the overlap. */
export interface Uncovered {
  kind: 'hole' | 'overlap'
  at: ExactText
}

/**
 * Where the ranges leave a hole or overlap between `from` and `to` (both inside; null is without end). Looks at every
 * boundary and between any two, which is exact, since nothing changes between boundaries.
 */
export function uncovered(ranges: readonly Range[], from: ExactText | null, to: ExactText | null): Uncovered[] {
  return probes(ranges, from, to).flatMap((x): Uncovered[] => {
    const holding = ranges.filter(
      ({ atLeast, below }) =>
        (atLeast === null || compare(x, exact(atLeast)) >= 0) && (below === null || compare(x, exact(below)) < 0),
    ).length
    return holding === 1 ? [] : [{ kind: holding === 0 ? 'hole' : 'overlap', at: writeExact(x) }]
  })
}

function probes(ranges: readonly Range[], from: ExactText | null, to: ExactText | null): Exact[] {
  const ends = [...ranges.flatMap(({ atLeast, below }) => [atLeast, below]), from, to].flatMap((end) =>
    end === null ? [] : [exact(end)],
  )
  const sorted = ends.toSorted(compare).filter((end, at, all) => at === 0 || compare(end, all[at - 1]!) !== 0)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return [whole(0)]
  const between = sorted.slice(1).map((end, at) => divide(add(sorted[at]!, end), whole(2)))
  const all = [subtract(first, whole(1)), ...sorted, ...between, add(last, whole(1))].toSorted(compare)
  return all.filter(
    (x) => (from === null || compare(x, exact(from)) >= 0) && (to === null || compare(x, exact(to)) <= 0),
  )
}
