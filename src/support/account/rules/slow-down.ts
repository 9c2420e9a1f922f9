/** Guessing is slowed down per account and per address: after five failures in ten minutes, one try each ten minutes. */
export const FREE_FAILURES = 5
export const ADDRESS_FREE_FAILURES = 100
export const WINDOW_SECONDS = 600

/**
 * How many seconds to wait before the next try, given how many seconds ago each failure of the lane was (any order).
 * 0 when one may try now. The person's own known device has a lane of its own, so that nobody can lock them out.
 */
export function waitSeconds(failuresSecondsAgo: number[], free: number): number {
  const recent = failuresSecondsAgo.filter((ago) => ago < WINDOW_SECONDS).sort((a, b) => a - b)
  if (recent.length < free) return 0
  return Math.max(1, Math.ceil(WINDOW_SECONDS - recent[free - 1]!))
}
