import type { Fact, Facts, FactValue, ValueOf } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Indicator, Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause } from '#programme/scoring/rules/sheet-clauses.ts'

/** The least a rule sheet can be: one item without bounds for each clause that is put in, and a level for every total. */
export function sheetWith(
  clauses: (Pick<Clause, 'type'> & Record<string, unknown>)[],
  facts: Record<string, FactNeed['shape']>,
  more: Partial<Sheet> = {},
): Sheet {
  const all = clauses.map((clause, at) => {
    const code = `c${at + 1}`
    return { code, indicator: `i${at + 1}`, text: `条款${at + 1}`, fact: Object.keys(facts)[at], ...clause } as Clause
  })
  const indicators = [...new Set(all.map(({ indicator }) => indicator))].map((code) => item(code))
  return {
    format: 'hangbiao-sheet/1',
    code: 'P-2026',
    title: '示例',
    year: 2026,
    asOf: '2026-12-31',
    note: '',
    facts: Object.entries(facts).map(([key, shape]) => ({ key, name: `事实${key}`, shape, from: 'supplied' })),
    indicators,
    clauses: all,
    panel: { least: 1, trimFrom: null },
    total: { basic: indicators.map(({ code }) => code), bonus: [], full: '100', floor: null, cap: null, places: 2 },
    levels: [{ name: '良好', atLeast: null, below: null }],
    gates: [],
    vetoes: [],
    naming: { level: null, percent: '100', within: 'all', ties: [] },
    exemption: null,
    ...more,
  }
}

/** An item that starts at zero and is held nowhere. */
export function item(code: string, more: Partial<Indicator> = {}): Indicator {
  return { code, parent: null, name: code, aim: '', max: '0', starts: 'zero', floor: null, cap: null, ...more }
}

/** Facts from values alone. */
export function factsWith(values: Record<string, FactValue>): Facts {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, sources: [] } satisfies Fact]))
}

export const flag = (holds: boolean): ValueOf<'flag'> => ({ shape: 'flag', holds })
export const count = (number: number): ValueOf<'count'> => ({ shape: 'count', count: number })
export const number = (text: string | number): ValueOf<'number'> => ({ shape: 'number', number: String(text) })
export const ratio = (part: number, whole: number): ValueOf<'ratio'> => ({ shape: 'ratio', part, whole })
export const moment = (at: string | null): ValueOf<'moment'> => ({ shape: 'moment', at })

/** Marks by assessors, with a reason unless it says none. */
export function marks(points: (string | number)[], more: { reason?: string; groups?: string[] } = {}): FactValue {
  return {
    shape: 'ratings',
    ratings: points.map((mark, at) => ({
      assessor: `考评人${at + 1}`,
      points: String(mark),
      reason: more.reason ?? '查阅台账后评定',
      comparedWith: '',
      ...(more.groups && { group: more.groups[at]! }),
    })),
  }
}

/** A clause that takes a number as it is given. */
export const asGiven = { type: 'A18', effect: 'add', outOf: null, points: '100', least: null } as const
