import { tooMany } from './errors.ts'

/** How often something may be asked: `times` within `seconds`. */
export interface Limit {
  times: number
  seconds: number
}

const buckets = new Map<string, number[]>()
let sweptAt = 0

/**
 * Counts one use of `key` and stops with 429 and Retry-After beyond the limit. Kept in memory only: nobody can read
 * later who asked what, and a restart forgives.
 */
export function limited(key: string, { times, seconds }: Limit, now = performance.now()): void {
  const since = now - seconds * 1000
  const uses = (buckets.get(key) ?? []).filter((at) => at > since)
  if (uses.length >= times) throw tooMany(Math.max(1, Math.ceil((uses[0]! + seconds * 1000 - now) / 1000)))
  uses.push(now)
  buckets.set(key, uses)
  if (now - sweptAt > 60_000) sweep(now)
}

/** Forgets every use, as a restart does. */
export function forgiveAll(): void {
  buckets.clear()
}

function sweep(now: number): void {
  sweptAt = now
  for (const [key, uses] of buckets) if (uses.at(-1)! < now - 3_600_000) buckets.delete(key)
}
