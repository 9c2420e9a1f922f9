import { ceiling, divide, exact, floor, hundred, multiply, round, whole } from '#basics/exact.ts'
import type { Share } from './sheet-outcomes.ts'

/** How many a share of so many is: 30 % of 267, rounded down, is 80. A number given as such is taken as it is. */
export function placesOf(
  { percent, count, rounding }: Pick<Share, 'percent' | 'count' | 'rounding'>,
  base: number,
): number {
  if (percent === null) return count ?? 0
  const exactly = divide(multiply(whole(base), exact(percent)), hundred)
  if (rounding === 'down') return Number(floor(exactly))
  return Number(rounding === 'up' ? ceiling(exactly) : round(exactly, 0, 'half-up').top)
}

/** C14 差额: how many are nominated for so many titles; fewer than that who may be is for a ruling. */
export function nominees(
  ratio: string,
  titles: number,
  eligible: number,
): { needed: number; state: 'enough' | 'needs-ruling' } {
  const needed = Number(ceiling(multiply(whole(titles), exact(ratio))))
  return { needed, state: eligible >= needed ? 'enough' : 'needs-ruling' }
}
