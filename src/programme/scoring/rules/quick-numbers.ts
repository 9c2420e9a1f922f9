import type { ExactText } from '#basics/exact.ts'
import type { Sheet } from './sheet.ts'

/** The most decimals that any number of points in a sheet has; null where one cannot be written as a decimal. */
export function decimalsOf(sheet: Sheet): number | null {
  let most = 0
  const look = (value: unknown): boolean => {
    if (typeof value === 'string' && /^-?\d+\.\d+$/.test(value)) most = Math.max(most, value.split('.')[1]!.length)
    if (typeof value === 'string') return !/^-?\d+\/\d+$/.test(value)
    return typeof value !== 'object' || value === null || Object.values(value).every(look)
  }
  return look([sheet.clauses, sheet.indicators, sheet.total, sheet.levels]) ? most : null
}

/** A decimal as a whole number of so many places; NaN where it has more of them, or is none. */
export function scaled(text: ExactText, places: number): number {
  const dot = text.indexOf('.')
  if (dot < 0) return /^-?\d{1,12}$/.test(text) ? Number(text) * 10 ** places : Number.NaN
  const rest = text.length - dot - 1
  if (rest > places || !/^-?\d{1,12}\.\d+$/.test(text)) return Number.NaN
  return Number(text.slice(0, dot) + text.slice(dot + 1)) * 10 ** (places - rest)
}
