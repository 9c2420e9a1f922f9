/** What a cell's number format makes of its number. */
export type NumberFormat = 'number' | 'day' | 'time'

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

/** Reads the format by its number (ECMA-376 part 1, 18.8.30, East Asian ones included) or, from 164 on, by its code. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN_DAYS.has(id) ? 'day' : BUILT_IN_TIMES.has(id) ? 'time' : 'number'
  // The first section is for positive numbers. Quoted words, escaped signs, colours, conditions and locales say nothing.
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general|am\/pm|上午\/下午/gi, '')
    .toLowerCase()
  if (/[yd年日]/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare))) return 'day'
  return /[hs]/.test(bare) ? 'time' : 'number'
}
