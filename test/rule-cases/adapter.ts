import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact, Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactShape, Indicator, Sheet, Total } from '#programme/scoring/rules/sheet.ts'
import type { Clause } from '#programme/scoring/rules/sheet-clauses.ts'
import type { Level, LevelQuota } from '#programme/scoring/rules/sheet-outcomes.ts'
import { clauseOf, emptyOf, factValue, numberText } from './clauses.ts'

/** A real rule sheet as it was taken down from its source, with sums worked by hand; see sheets.jsonl beside. */
export interface RuleCase {
  id: string
  title: string
  total: number | null
  aggregation: { type: string; expr?: string; vars?: Record<string, string>; pass?: number; rungs?: CaseRung[] }
  levels: { name: string; ge?: number; lt?: number; requires?: string[] }[]
  quotas: { levels?: string[]; kind: string; pct?: number; rounding?: string }[]
  outcome_caps?: { when: { var: string; lt: number }; max_level: string }[]
  indicators?: CaseIndicator[]
  worked: Worked[]
}
interface CaseRung {
  level: string
  list: string
  pass: number
}
export interface CaseIndicator {
  id: string
  name: string
  max: number | null
  start?: 'max' | number
  floor?: number | null
  ceiling?: 'max' | number | null
  section?: string
  variant?: string
  clauses?: CaseClause[]
}
export interface CaseClause {
  id: string
  type: string
  params: Record<string, unknown>
  text_summary: string
}
export interface Worked {
  id: string
  given: Record<string, unknown> & {
    facts?: Record<string, unknown>
    flags?: Record<string, boolean>
    vars?: Record<string, number>
    vetoes?: string[]
    variant?: string
    config?: Record<string, string>
  }
  expect: Record<string, unknown>
}

export const ruleCases: RuleCase[] = readFileSync(join(import.meta.dirname, 'sheets.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as RuleCase)

/** What the prose of a case says about its vetoes, as data of ours: which level each forces. */
const forced: Record<string, { veto: string; level: string }[]> = {
  C17: [{ veto: '四无', level: '不评星' }],
  C19: [{ veto: '反向指数', level: '后进' }],
  C31: ['v1', 'v2', 'v3', 'v4', 'v5'].map((veto) => ({ veto, level: '不命名' })),
}

const key = (...parts: string[]) => parts.join('.').replace(/[^\p{L}\p{N}._-]/gu, '-')

/** The case as a rule sheet of ours. */
export function sheetOf(rule: RuleCase, config: Record<string, string> = {}): Sheet {
  const { names, formula } = formulaOf(rule)
  const items = (rule.indicators ?? []).filter(({ clauses = [] }) => clauses.length > 0)
  const given = [...names.filter((name) => !items.some(({ id }) => id === name)), ...rungsOf(rule)]
  if (items.length === 0 && given.length === 0) given.push('score')
  const sections = [...new Set(items.flatMap(({ section }) => section ?? []))]
  const own = items.flatMap(({ clauses = [] }) => clauses)
  const clauses = [
    ...items.flatMap(({ id, clauses = [] }) => clauses.map((clause) => clauseOf(clause, id, own, key))),
    ...items.flatMap(({ id, clauses = [] }) =>
      clauses.some(({ type }) => type === 'substitute_mean') ? [supplied(id)] : [],
    ),
    ...given.map(supplied),
  ]
  const flags = [...new Set([...own.flatMap(flagOf), ...rule.levels.flatMap(({ requires = [] }) => requires)])]
  const vetoes = forced[rule.id] ?? []
  const kinds = [...new Set(items.flatMap(({ variant }) => variant ?? []))]
  const indicators = [
    ...sections.map((code) => section(code, rule)),
    ...items.map(indicatorOf),
    ...given.map((code) => bare(code, null)),
  ]
  const top = indicators.filter(({ parent }) => parent === null)
  return {
    format: 'hangbiao-sheet/1',
    code: rule.id,
    title: rule.title,
    year: 2025,
    asOf: '2025-12-31',
    note: '',
    facts: [
      ...clauses.flatMap(({ code, fact, type }, at) => {
        const taken = clauses.findIndex((each) => each.fact === fact) < at
        return taken
          ? []
          : [{ key: fact, name: `条款${code}`, shape: shapeOf(type, own, code), from: 'supplied' as const }]
      }),
      ...flags.map((flag) => ({
        key: key('flag', flag),
        name: `条件${flag}`,
        shape: 'flag' as const,
        from: 'supplied' as const,
      })),
      ...vetoes.map(({ veto }) => ({
        key: key('veto', veto),
        name: `否决${veto}`,
        shape: 'flag' as const,
        from: 'supplied' as const,
      })),
      ...(kinds.length > 0 ? [{ key: 'kind', name: '类别', shape: 'kinds' as const, from: 'supplied' as const }] : []),
    ],
    indicators,
    clauses,
    panel: { least: 1, trimFrom: null },
    total: totalOf(top, formula),
    levels: levelsOf(rule, config),
    gates: [],
    vetoes: [
      ...vetoes.map(({ veto, level }) => ({
        code: key('V', veto),
        text: veto,
        when: { kind: 'holds' as const, fact: key('veto', veto) },
        effect: { effect: 'level' as const, level },
      })),
      ...(rule.outcome_caps ?? []).map(({ when, max_level }, at) => ({
        code: `cap-${at}`,
        text: `最高${max_level}`,
        when: {
          kind: 'points-between' as const,
          indicators: [when.var],
          of: 'all' as const,
          atLeast: null,
          below: numberText(when.lt),
        },
        effect: { effect: 'at-most' as const, level: max_level },
      })),
    ],
    naming: { level: null, percent: '100', within: 'all', ties: [] },
    exemption: null,
    ...(kinds.length > 0 && { variants: { fact: 'kind', kinds } }),
    ...(rule.aggregation.rungs && {
      ladder: {
        rungs: rule.aggregation.rungs.map(({ level, list, pass }) => ({
          level,
          indicator: list,
          atLeast: numberText(pass),
        })),
        below: '不评星',
      },
    }),
    ...(rule.aggregation.type === 'independent_stars' && {
      stars: items.map(({ id }) => ({ name: id, indicator: id, atLeast: numberText(rule.aggregation.pass!) })),
    }),
    ...quotasOf(rule),
  }
}

/** The facts of a worked example; what it does not mention did not happen. */
export function factsOf(
  rule: RuleCase,
  sheet: Sheet,
  { facts = {}, flags = {}, vars = {}, vetoes = [], variant }: Worked['given'],
): Facts {
  const own = (rule.indicators ?? []).flatMap(({ clauses = [] }) => clauses)
  const found: Facts = {}
  const put = (fact: string, value: FactValue | null) => {
    if (value && !found[fact]) found[fact] = { value, sources: [] } satisfies Fact
  }
  for (const clause of sheet.clauses) {
    const printed = own.find(({ id }) => key(id) === clause.code)
    const given = printed ? facts[printed.id] : vars[clause.indicator]
    put(clause.fact, given === undefined ? emptyOf(clause) : factValue(clause, given))
  }
  for (const { key: fact } of sheet.facts) {
    if (fact.startsWith('flag.')) {
      const flag = Object.keys(flags).find((each) => key('flag', each) === fact)
      put(fact, { shape: 'flag', holds: flag !== undefined && flags[flag] === true })
    }
    if (fact.startsWith('veto.')) put(fact, { shape: 'flag', holds: vetoes.some((veto) => key('veto', veto) === fact) })
  }
  if (sheet.variants) put('kind', { shape: 'kinds', kinds: [variant ?? sheet.variants.kinds[0]!] })
  return found
}

/** An item whose points another body gives. */
export function supplied(code: string): Clause {
  return {
    code: `given-${code}`,
    indicator: code,
    text: code,
    fact: `given.${code}`,
    type: 'A18',
    effect: 'add',
    outOf: null,
    points: '100',
    least: null,
  }
}

/** An item without bounds that starts at zero. */
export function bare(code: string, parent: string | null): Indicator {
  return { code, parent, name: code, aim: '', max: '0', starts: 'zero', floor: null, cap: null }
}

export function totalOf(top: Indicator[], formula: string | undefined): Total {
  const counted = top.map(({ max, weight }) => Number(max) * Number(weight ?? 1))
  const full = counted.reduce((a, b) => a + b, 0)
  return {
    basic: top.map(({ code }) => code),
    bonus: [],
    full: full > 0 ? numberText(Math.round(full * 10_000) / 10_000) : '1',
    floor: null,
    cap: null,
    places: 2,
    ...(formula !== undefined && { formula }),
  }
}

/** The names in the formula of a case, and the formula with each in brackets. */
function formulaOf({ aggregation: { type, expr } }: RuleCase): { names: string[]; formula: string | undefined } {
  if (type !== 'formula' || !expr) return { names: [], formula: undefined }
  const names = [...new Set(expr.match(/[a-z_]+/g) ?? [])]
  return { names, formula: expr.replace(/[a-z_]+/g, (name) => `[${name}]`) }
}

function rungsOf({ aggregation: { rungs = [] } }: RuleCase): string[] {
  return rungs.map(({ list }) => list)
}

function indicatorOf({
  id,
  name,
  max,
  start = 0,
  floor = null,
  ceiling = null,
  section,
  variant,
}: CaseIndicator): Indicator {
  // an item whose maximum is not printed but that starts full: the sums look at no more than what is taken off
  const printed = max === null ? (start === 'max' ? '100' : '0') : numberText(max)
  return {
    code: key(id),
    parent: section ?? null,
    name,
    aim: '',
    max: printed,
    starts: start === 'max' ? 'full' : 'zero',
    floor: floor === null ? null : numberText(floor),
    cap: ceiling === null ? null : ceiling === 'max' ? (max === null ? null : printed) : numberText(ceiling),
    ...(variant !== undefined && { kinds: [variant] }),
  }
}

function section(code: string, rule: RuleCase): Indicator {
  const weights = (rule.aggregation as { weights?: Record<string, number> }).weights ?? {}
  const weight = weights[code]
  return { ...bare(code, null), max: '100', ...(typeof weight === 'number' && { weight: numberText(weight) }) }
}

function levelsOf({ id, levels, aggregation }: RuleCase, config: Record<string, string>): Level[] {
  if (aggregation.rungs) return []
  const none = levels.every(({ ge, lt }) => ge === undefined && lt === undefined)
  const printed = levels.map(
    ({ name, ge, lt, requires }, at): Level => ({
      name,
      atLeast: ge === undefined ? null : numberText(ge),
      below: lt === undefined ? null : numberText(lt),
      ...(none && at > 0 && { byEffect: true as const }),
      ...(requires && {
        requires: requires.map((flag) => ({
          text: flag,
          when: { kind: 'holds' as const, fact: key('flag', flag) },
          otherwise: config.fallthrough === 'next_lower' ? ('next-lower' as const) : ('ruling' as const),
        })),
      }),
    }),
  )
  const others = (forced[id] ?? [])
    .map(({ level }) => level)
    .filter((level) => !levels.some(({ name }) => name === level))
  return [
    ...printed,
    ...[...new Set(others)].map((name) => ({ name, atLeast: null, below: null, byEffect: true as const })),
  ]
}

function quotasOf({ quotas, levels }: RuleCase): { quotas?: LevelQuota[] } {
  const own = quotas.filter((quota) => quota.levels && quota.pct !== undefined && levels.length > 0)
  if (own.length === 0) return {}
  return {
    quotas: own.map(({ levels: named, kind, pct, rounding }, at) => ({
      code: `Q${at}`,
      levels: named!,
      kind: kind === 'max' ? 'most' : kind === 'exact' ? 'exact' : kind === 'min' ? 'least' : 'about',
      percent: numberText(pct!),
      count: null,
      rounding: rounding === 'ceil' ? 'up' : rounding === 'floor' ? 'down' : 'nearest',
      within: 'all',
      cut: 'ruling',
      ties: [],
    })),
  }
}

function flagOf({ params }: CaseClause): string[] {
  return typeof params.exempt_if === 'string' ? [params.exempt_if] : []
}

function shapeOf(type: Clause['type'], own: CaseClause[], code: string): FactShape {
  const printed = own.find(({ id }) => key(id) === code)
  const shapes: Partial<Record<Clause['type'], FactShape>> = {
    A1: 'flag',
    A2: 'count',
    A3: 'flag',
    A4: 'ratings',
    A5: 'grade',
    A7: 'rank',
    A10: 'count',
    A12: 'honours',
    A16: 'flag',
    A17: 'things',
    A20: printed?.type === 'fail_if' ? 'flag' : 'count',
    A21: 'things',
  }
  return shapes[type] ?? 'number'
}
