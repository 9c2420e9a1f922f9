import { describe, expect, test } from 'vitest'
import { exact, showDecimal } from '#basics/exact.ts'
import { brokenRules, voidInBranch } from '#programme/scoring/rules/ballots.ts'
import { type Facts, votesValue } from '#programme/scoring/rules/facts.ts'
import { lint } from '#programme/scoring/rules/lint.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { type BranchScore, pointsOf } from '#programme/scoring/rules/score.ts'
import { placesOf } from '#programme/scoring/rules/shares.ts'
import type { BallotRule, Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause } from '#programme/scoring/rules/sheet-clauses.ts'
import type { TitleTerm } from '#programme/scoring/rules/sheet-term.ts'
import {
  afterEvent,
  assessmentYear,
  endsOn,
  obstacles,
  renewals,
  standingAfterLeaving,
} from '#programme/scoring/rules/term.ts'
import { bare, factsOf, type RuleCase, ruleCases, sheetOf, supplied, totalOf, type Worked } from './adapter.ts'
import { ratings } from './clauses.ts'
import { level, scoredFrom as scored, total } from './tried.ts'

const number = (text: unknown) => String(text as number)
const given = (code: string, points: unknown): Facts => ({
  [`given.${code}`]: { value: { shape: 'number', number: number(points) }, sources: [] },
})

/** An exact number as it is printed: to as many decimals as the expected one has. */
function printed(points: string | null, like: unknown): string | null {
  return points === null ? null : showDecimal(exact(points), (number(like).split('.')[1] ?? '').length)
}

/** A sheet of nothing but numbers that others give, with whatever the example adds. */
function plain(codes: string[], more: Partial<Sheet> = {}): Sheet {
  const base = sheetOf({ ...ruleCases[0]!, levels: [], quotas: [], indicators: [] })
  const indicators = codes.map((code) => bare(code, null))
  return {
    ...base,
    facts: codes.map((code) => ({ key: `given.${code}`, name: code, shape: 'number', from: 'supplied' })),
    indicators,
    clauses: codes.map(supplied),
    total: totalOf(indicators, undefined),
    ...more,
  }
}

/** Every expectation of these kinds: points of items, their sum, the total, the level, whether it failed, stars won. */
function expected(sheet: Sheet, score: BranchScore, expect_: Worked['expect']): void {
  const {
    indicators = {},
    subtotal,
    score: wanted,
    level: name,
    fail,
    stars,
    needs_ruling,
  } = expect_ as {
    indicators?: Record<string, number>
    subtotal?: { ids: string[]; score: number }
    score?: number
    level?: string | null
    fail?: boolean
    stars?: number
    needs_ruling?: boolean
  }
  for (const [code, value] of Object.entries(indicators))
    expect(printed(pointsOf(score, code), value), code).toBe(number(value))
  if (subtotal) {
    const sum = subtotal.ids.map((id) => Number(pointsOf(score, id))).reduce((a, b) => a + b, 0)
    expect(sum).toBe(subtotal.score)
  }
  if (wanted !== undefined) expect(printed(total(score), wanted)).toBe(number(wanted))
  if (name !== undefined) expect(level(score)).toBe(name ?? 'needs-ruling')
  if (needs_ruling) expect(score.level.state).toBe('needs-ruling')
  if (fail !== undefined) expect(score.effects.held.some(({ effect }) => effect.effect === 'level')).toBe(fail)
  if (stars !== undefined) expect(score.stars.filter(({ won }) => won).length).toBe(stars)
  const others = Object.keys(expect_).filter((each) => !understood.includes(each))
  expect(others, sheet.code).toEqual([])
}
const understood = ['indicators', 'subtotal', 'score', 'level', 'fail', 'stars', 'needs_ruling']

const term: TitleTerm = {
  stages: ['党支部', '党委'],
  notice: null,
  cultivationDays: null,
  declared: 'every-year',
  acceptance: null,
  lowerTitle: false,
  years: null,
  renewal: null,
  secondTry: false,
  events: [],
  yearBegins: 1,
  lateHonours: 'next-year',
}
const fiveGood: TitleTerm = {
  ...term,
  cultivationDays: 365,
  declared: 'even-years',
  acceptance: '96',
  lowerTitle: true,
  years: 4,
}
const standard: TitleTerm = {
  ...term,
  events: [
    { event: 'spot_check_clear_shortcoming', from: 'named', to: 'rectifying' },
    { event: 'major_problem', from: 'named', to: 'removed' },
  ],
}
const civilised: TitleTerm = {
  ...term,
  renewal: { percent: '90', count: null, rounding: 'down', within: 'region' },
  secondTry: true,
}
const stateNames: Record<string, string> = { 命名: 'named', 限期整改: 'rectifying', 取消命名: 'removed' }
const reasons = {
  creation_lt_1_year: 'cultivated-too-short',
  score_lt_96: 'too-few-points',
  declare_even_years_only: 'declared-in-the-wrong-year',
}

const projectRules: BallotRule[] = [
  { kind: 'decimals', most: 0 },
  { kind: 'sum-at-least', points: '80' },
]
const staffRules: BallotRule[] = [
  { kind: 'decimals', most: 1 },
  { kind: 'most-at-or-above', count: 3, points: '90' },
  { kind: 'least-below', count: 2, points: '70' },
  { kind: 'not-all-equal' },
]
const ballotWords: Record<string, string> = {
  below_min_80: 'sum-at-least',
  not_integer: 'decimals',
  more_than_3_ge_90: 'most-at-or-above',
  all_identical: 'not-all-equal',
}

/** Marks of one rater over several items of 100, as a sheet and its facts. */
function judgedBy(marks: Record<string, number[]>, more: Partial<Sheet> = {}): { sheet: Sheet; facts: Facts } {
  const codes = Object.keys(marks)
  const clauses = codes.map(
    (code): Clause => ({
      code: `judged-${code}`,
      indicator: code,
      text: code,
      fact: `marks.${code}`,
      type: 'A4',
      effect: 'add',
      min: '0',
      max: '100',
      comparison: false,
      spread: null,
    }),
  )
  const facts = codes.map((code) => ({
    key: `marks.${code}`,
    name: code,
    shape: 'ratings' as const,
    from: 'rating' as const,
  }))
  return {
    sheet: plain(codes, { clauses, facts, ...more }),
    facts: Object.fromEntries(codes.map((code) => [`marks.${code}`, { value: ratings(marks[code]!), sources: [] }])),
  }
}

/** Examples that speak of something else than the facts of one branch; each by its own words. */
const special: Record<string, (rule: RuleCase, worked: Worked) => void> = {
  score: (rule, { given: { score, flags, config, vetoes }, expect }) => {
    const sheet = sheetOf(rule, config)
    const all = {
      ...factsOf(rule, sheet, { ...(flags && { flags }), ...(vetoes && { vetoes }) }),
      ...given('score', score),
    }
    expected(sheet, scored(sheet, all), expect)
  },
  rule_lint: (rule, { given: { rule_lint }, expect: { lint: wanted } }) => {
    const { indicator, single_deduction } = rule_lint as { indicator: string; single_deduction: number }
    const sheet = sheetOf(rule)
    const clauses = sheet.clauses.map(
      (clause): Clause =>
        clause.indicator === indicator && clause.type === 'A4' ? { ...clause, max: number(single_deduction) } : clause,
    )
    expect(wanted).toBe('deduction_exceeds_max')
    expect(lint(sheet).map(({ code, word }) => `${code} ${word}`)).not.toContain('I2b deduction-above-item')
    expect(lint({ ...sheet, clauses }).map(({ code, word }) => `${code} ${word}`)).toContain('I2b deduction-above-item')
  },
  population: (rule, { given: { population }, expect: wanted }) => {
    const { n, expiring, values } = population as {
      n?: number
      expiring?: number
      values?: Record<string, number | null>
    }
    if (n !== undefined) expect(placesOf(sheetOf(rule).quotas![0]!, n)).toBe(wanted.max_count)
    else if (expiring !== undefined)
      expect(renewals(civilised, expiring)).toEqual({ renewed: wanted.renewed_max, leave: wanted.leave })
    else {
      const sheet = sheetOf(rule)
      const members = Object.entries(values!).map(([id, value]) => ({
        id,
        region: null,
        rulings: [],
        facts: {
          ...factsOf(rule, sheet, { facts: { m1: value === null }, vars: { '3.223': value ?? 0 } }),
        },
      }))
      const { scores } = scorePopulation(sheet, members)
      for (const [id, value] of Object.entries(wanted)) expect(pointsOf(scores.get(id)!, '3.223')).toBe(number(value))
    }
  },
  section_raw: (_, { given: { section_raw, weight }, expect: { contribution } }) => {
    const [code, raw] = Object.entries(section_raw as Record<string, number>)[0]!
    const sheet = plain([code])
    const weighted = { ...sheet, indicators: [{ ...sheet.indicators[0]!, weight: number(weight) }] }
    expect(total(scored(weighted, given(code, raw)))).toBe(number(contribution))
  },
  event_date: (_, { given: { event_date }, expect: { assessment_year } }) => {
    expect(assessmentYear({ yearBegins: 12 }, event_date as string)).toBe(assessment_year)
  },
  star_scores: (_, { given: { star_scores }, expect: wanted }) => {
    const all = star_scores as Record<string, number>
    const stars = Object.keys(all).map((name) => ({ name, indicator: name, atLeast: '80' }))
    const sheet = plain(Object.keys(all), { stars })
    expected(
      sheet,
      scored(sheet, Object.assign({}, ...Object.entries(all).map(([code, value]) => given(code, value)))),
      wanted,
    )
  },
  rungs: (rule, { given: { rungs, vetoes }, expect: wanted }) => {
    const sheet = sheetOf(rule)
    const lists = rule.aggregation.rungs!.map(({ level, list }) =>
      given(list, (rungs as Record<string, number>)[level]),
    )
    const facts = { ...factsOf(rule, sheet, vetoes ? { vetoes } : {}), ...Object.assign({}, ...lists) }
    expected(sheet, scored(sheet, facts), wanted)
  },
  member: (_, { given: { member }, expect: wanted }) => {
    const {
      basic,
      bonus,
      deduct,
      clear = false,
    } = member as { basic: number; bonus: number; deduct: number; clear?: boolean }
    const sheet = plain(['basic', 'bonus', 'deduct'])
    const clauses = sheet.clauses.map(
      (clause): Clause =>
        clause.code === 'given-deduct' && clause.type === 'A18' ? { ...clause, effect: 'deduct' } : clause,
    )
    const indicators = sheet.indicators.map((each) => (each.code === 'bonus' ? { ...each, cap: '20' } : each))
    const zero = {
      code: 'Z',
      text: '清零',
      when: { kind: 'holds' as const, fact: 'clear' },
      effect: { effect: 'zero' as const },
    }
    const facts = [
      ...sheet.facts,
      { key: 'clear', name: '清零情形', shape: 'flag' as const, from: 'supplied' as const },
    ]
    const own = { ...given('basic', basic), ...given('bonus', bonus), ...given('deduct', deduct) }
    const all = { ...own, clear: { value: { shape: 'flag' as const, holds: clear }, sources: [] } }
    const whole = { ...sheet, clauses, indicators, facts, vetoes: [zero] }
    expected(whole, scored(whole, all), wanted)
  },
  rater: (_, { given: { rater }, expect: { score, valid, reason } }) => {
    const marks = Object.fromEntries(
      Object.entries(rater as Record<string, number>).map(([code, mark]) => [code, [mark]]),
    )
    const { sheet, facts } = judgedBy(marks)
    if (score !== undefined) expect(total(scored(sheet, facts))).toBe(number(score))
    const strict = { ...sheet, panel: { ...sheet.panel, marks: projectRules } }
    const broken = voidInBranch(strict, facts).map(({ rule }) => rule)
    expect(broken).toEqual(valid ? [] : [ballotWords[reason as string]])
    expect(scored(strict, facts).total.state).toBe(valid ? 'scored' : 'open')
  },
  ratings: (_, { given: { ratings: marks }, expect: wanted }) => {
    const { sheet, facts } = judgedBy({ 测评: marks as number[] })
    const trimmed = { ...sheet, panel: { least: 1, trimFrom: 6 } }
    expected(trimmed, scored(trimmed, facts), wanted)
  },
  ballot: (_, { given: { ballot }, expect: { valid, reason } }) => {
    const broken = brokenRules(staffRules, Object.values(ballot as Record<string, number>).map(number))
    expect(broken.length === 0).toBe(valid)
    expect(broken).toContain(ballotWords[reason as string])
  },
  votes: (_, { given: { votes }, expect: { score, warn, reason } }) => {
    const options = { 满意: '100', 基本满意: '70', 不满意: '30' }
    const clause: Clause = {
      code: 'votes',
      indicator: '测评',
      text: '民主测评',
      fact: 'votes',
      type: 'B7',
      points: '100',
      full: '100',
      options: Object.entries(options).map(([name, value]) => ({ name, value })),
      excluded: ['不了解'],
      groups: [{ name: '代表', weight: '1' }],
      least: 1,
      few: 'ruling',
    }
    const facts = [{ key: 'votes', name: '票数', shape: 'votes' as const, from: 'survey' as const }]
    const sheet = plain(['测评'], { clauses: [clause], facts })
    const counts = Object.entries(votes as Record<string, number>).map(([option, count]) => ({ option, count }))
    const value = votesValue([{ name: '代表', votes: counts }], ['不了解'], 1)
    const found = scored(sheet, { votes: { value, sources: [] } })
    expect(printed(total(found), score)).toBe(
      score === null ? null : showDecimal(exact(number(score)), (number(score).split('.')[1] ?? '').length),
    )
    const { notes, outcome } = found.clauses[0]!
    if (warn) expect(notes).toContainEqual({ word: 'valid-share', details: { name: '代表', valid: 10, cast: 100 } })
    if (reason) expect(outcome).toMatchObject({ state: 'needs-ruling', question: 'no-valid-votes' })
  },
  declared: (_, { given: given_, expect: { eligible, reason, award_year } }) => {
    const { declared, creation_start, acceptance_apply, score, holds_lower_title } = given_ as Record<
      string,
      string & number & boolean
    >
    const found = obstacles(fiveGood, {
      declaredOn: declared!,
      cultivatedFrom: creation_start ?? null,
      appliedOn: acceptance_apply ?? null,
      points: score === undefined ? null : number(score),
      lowerTitle: holds_lower_title ?? false,
    })
    expect(found.length === 0).toBe(eligible)
    if (reason) expect(found).toContain(reasons[reason as keyof typeof reasons])
    if (award_year) expect(assessmentYear(fiveGood, acceptance_apply!)).toBe(award_year)
  },
  awarded: (_, { given: { awarded }, expect: { expires } }) => {
    expect(endsOn(fiveGood, awarded as string)).toBe(expires)
  },
  state: (_, { given: { state, event }, expect: { state: after } }) => {
    expect(afterEvent(standard, stateNames[state as string] as 'named', event as string)).toBe(
      stateNames[after as string],
    )
  },
  unit: (_, { given: { unit }, expect: { status } }) => {
    const { left, retry, retry_passed } = unit as { left: number; retry: number; retry_passed: boolean }
    const standing = standingAfterLeaving(civilised, left, { year: retry, passed: retry_passed }, retry)
    expect(standing.replace('-', '_')).toBe(status)
  },
}

describe.each(ruleCases.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.worked.map((worked) => [worked.id, worked] as const))('%s', (_, worked) => {
    // a declaration also has a score; what decides is the declaration
    const kind = ['declared', ...Object.keys(special)].find((each) => each in worked.given)
    if (kind) return special[kind]!(rule, worked)
    const sheet = sheetOf(rule, worked.given.config)
    const facts = factsOf(rule, sheet, worked.given)
    const best = Object.values(worked.given.facts ?? {}).find(
      (each) => typeof each === 'object' && each !== null && 'best' in each,
    )
    if (!best) return expected(sheet, scored(sheet, facts), worked.expect)
    // a score that looks at the best of all needs the one that is best
    const other = {
      ...facts,
      'fact.r121': {
        value: { shape: 'number' as const, number: number((best as { best: number }).best) },
        sources: [],
      },
    }
    const members = [facts, other].map((each, at) => ({ id: `b${at}`, region: null, facts: each, rulings: [] }))
    expected(sheet, scorePopulation(sheet, members).scores.get('b0')!, worked.expect)
  })
})
