import fc from 'fast-check'
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Indicator, Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause, ClauseRule, ClauseType } from '#programme/scoring/rules/sheet-clauses.ts'
import { factsWith, item, sheetWith } from './plain-sheet.ts'

type Shape = FactNeed['shape']

/** A clause that fast-check made up, the further facts it reads, and a value for each fact. */
export interface AnyClause {
  rule: ClauseRule
  facts: Record<string, { shape: Shape; value: FactValue }>
}

const decimals = fc.tuple(fc.nat(30), fc.constantFrom('', '.5', '.25', '.1'))
/** Points as people print them, above 0. */
export const points = decimals.map(([whole, rest]) => `${whole + 1}${rest}`)
const bound = decimals.map(([whole, rest]) => `${whole}${rest}`)
const signed = fc.tuple(points, fc.boolean()).map(([number, minus]) => (minus ? `-${number}` : number))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const names = ['甲', '乙', '丙', '丁']
const named = <Key extends string>(key: Key) =>
  fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), [key]: points }), {
    minLength: 1,
    selector: ({ name }) => name,
  }) as fc.Arbitrary<({ name: string } & Record<Key, string>)[]>
const sign = fc.constantFrom('add' as const, 'deduct' as const)

const flags = fc.boolean().map((holds): FactValue => ({ shape: 'flag', holds }))
const counts = fc.nat(12).map((count): FactValue => ({ shape: 'count', count }))
const numbers = fc
  .tuple(fc.nat(120), fc.constantFrom('', '.5', '.25'))
  .map(([whole, rest]): FactValue => ({ shape: 'number', number: `${whole}${rest}` }))
const ratios = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]): FactValue => ({ shape: 'ratio', part: Math.min(a, b), whole: Math.max(a, b) }))
const days = fc
  .constantFrom(null, '2026-02-01', '2024-02-29', '2021-01-01')
  .map((day): FactValue => ({ shape: 'since', day }))
const byMeasure = { number: numbers, percent: ratios, 'full-years': days } as const
const measures = fc.constantFrom('number' as const, 'percent' as const, 'full-years' as const)

/** Bands without hole or overlap. */
function bandsOf<Rest>(
  rest: fc.Arbitrary<Rest>,
): fc.Arbitrary<({ atLeast: string | null; below: string | null } & Rest)[]> {
  return fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 3 }),
      fc.array(rest, { minLength: 4, maxLength: 4 }),
    )
    .map(([cuts, others]) => {
      const sorted = cuts.toSorted((a, b) => a - b).map(String)
      return [...sorted, null].map((below, at) => ({
        atLeast: at === 0 ? null : sorted[at - 1]!,
        below,
        ...others[at]!,
      }))
    })
}
const bands = bandsOf(fc.record({ points: signed }))

const evidence = fc.option(
  fc.record({
    document: fc.boolean(),
    from: maybe(fc.constant('2026-01-01')),
    until: maybe(fc.constant('2027-01-01')),
  }),
  { nil: undefined },
)
const withEvidence = <Rule extends object>(rule: fc.Arbitrary<Rule>) =>
  fc.tuple(rule, evidence).map(([each, asked]) => (asked ? { ...each, evidence: asked } : each))
const thing = fc.record(
  {
    item: fc.constantFrom('a', 'b', 'c 1', 'ｃ1'),
    names: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
    people: fc.integer({ min: 1, max: 7 }),
    points: fc.constantFrom('2', '2.5', '3'),
    reason: fc.constantFrom('属实', ''),
    document: fc.constantFrom('1号', ''),
    on: fc.constantFrom('2026-05-05', '2025-05-05'),
  },
  { requiredKeys: ['item', 'names', 'people', 'points', 'reason'] },
)
const things = fc.array(thing, { maxLength: 5 }).map((list): FactValue => ({ shape: 'things', things: list }))
/** Marks of so many assessors, in halves between two numbers. */
const marksIn = (min: number, max: number) =>
  fc.array(fc.integer({ min: min * 2, max: max * 2 }), { minLength: 1, maxLength: 8 }).map(
    (halves): FactValue => ({
      shape: 'ratings',
      ratings: halves.map((half, at) => ({
        assessor: `考评人${at + 1}`,
        points: String(half / 2),
        reason: '评定',
        comparedWith: '同类',
      })),
    }),
  )

type Made = [rule: object, shape: Shape, value: FactValue, more?: AnyClause['facts'] | undefined]
const reading = (rule: fc.Arbitrary<object>, shape: Shape, value: fc.Arbitrary<FactValue>): fc.Arbitrary<Made> =>
  fc.tuple(rule, value).map(([each, fact]): Made => [each, shape, fact])
const exempting = (made: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc
    .tuple(made, maybe(flags))
    .map(([[rule, shape, value, more], lifted]) =>
      lifted
        ? [{ ...rule, exemptIf: 'EXEMPT' }, shape, value, { ...more, EXEMPT: { shape: 'flag', value: lifted } }]
        : [{ ...rule, exemptIf: null }, shape, value, more],
    )
const measured = (rule: fc.Arbitrary<object>): fc.Arbitrary<Made> =>
  measures.chain((measure) => {
    const shape = { number: 'number', percent: 'ratio', 'full-years': 'since' } as const
    return reading(
      rule.map((each) => ({ ...each, measure })),
      shape[measure],
      byMeasure[measure],
    )
  })
const dues = fc.constantFrom({ every: 'quarter', times: 1 }, { every: 'month', times: 2 }, null)
const perFault = fc
  .tuple(withEvidence(fc.record({ per: points, unit: fc.constant('次'), cap: maybe(points) })), dues)
  .chain(([rule, due]) => {
    if (due === null) return reading(fc.constant({ ...rule, due }), 'count', counts)
    const length = due.every === 'quarter' ? 4 : 12
    const done = fc.array(fc.nat(3), { minLength: length, maxLength: length })
    return reading(
      fc.constant({ ...rule, due }),
      'periods',
      done.map((each) => ({ shape: 'periods', done: each })),
    )
  })

const made: Record<ClauseType, fc.Arbitrary<Made>> = {
  A1: reading(fc.record({ points }), 'flag', flags),
  A2: exempting(perFault),
  A3: exempting(reading(fc.record({ points }), 'flag', flags)),
  A4: reading(
    fc.record({
      effect: sign,
      min: fc.constant('0'),
      max: fc.constant('10'),
      comparison: fc.boolean(),
      spread: maybe(fc.constant('6')),
    }),
    'ratings',
    marksIn(0, 10),
  ),
  A4E: reading(
    withEvidence(fc.record({ effect: sign, min: fc.constant('2'), max: fc.constant('3'), cap: maybe(points) })),
    'things',
    things,
  ),
  A4B: fc
    .tuple(bandsOf(fc.constant({ min: '0', max: '10' })), numbers, marksIn(0, 10))
    .map(
      ([list, x, value]): Made => [
        { metrics: [{ fact: 'METRIC', measure: 'number', bands: list }], comparison: false, spread: null },
        'ratings',
        value,
        { METRIC: { shape: 'number', value: x } },
      ],
    ),
  A5: named('points').chain((options) =>
    reading(
      fc.constant({ options }),
      'grade',
      fc.constantFrom(...options).map(({ name }) => ({ shape: 'grade', grade: name })),
    ),
  ),
  A6: measured(fc.record({ bands })),
  A7: fc
    .record({
      by: fc.constantFrom('place', 'percent'),
      from: fc.constantFrom('top', 'bottom'),
      better: fc.constantFrom('high', 'low'),
      within: fc.constant('all'),
      ties: fc.constantFrom('best', 'worst', 'mean', 'ruling'),
      places: fc.tuple(points, points).map(([a, b]) => [
        { upTo: '2', points: a },
        { upTo: '5', points: b },
      ]),
      after: fc.constantFrom(null, { per: '-0.5', least: '0' }, { per: '-0.5', least: null }, { points: '1' }),
    })
    .chain((rule) =>
      reading(
        fc.constant(rule),
        'rank',
        fc.integer({ min: 1, max: 30 }).map((rank) => ({ shape: 'rank', rank, of: 30 })),
      ),
    ),
  A8: measured(
    fc.record({
      points,
      to: fc.constant('target'),
      target: points,
      better: fc.constantFrom('high', 'low'),
      within: fc.constant('all'),
      cap: maybe(points),
    }),
  ),
  A9: exempting(
    measured(
      fc.record({
        base: bound,
        threshold: bound,
        reached: bound,
        step: points,
        above: signed,
        below: signed,
        steps: fc.constantFrom('full', 'begun', 'fraction'),
        least: maybe(fc.constant('-20')),
        most: maybe(fc.constant('40')),
      }),
    ),
  ),
  A10: reading(
    fc
      .tuple(withEvidence(fc.record({ per: points, unit: fc.constant('项'), cap: maybe(points) })), fc.boolean())
      .map(([rule, once]) => (once ? { ...rule, once: true } : rule)),
    'things',
    things,
  ),
  A12: named('points').chain((levels) =>
    reading(
      withEvidence(
        fc.record({
          levels: fc.constant(levels),
          fold: fc.constantFrom('highest-per-matter', 'sum', 'highest', 'unsaid'),
          cap: maybe(points),
        }),
      ),
      'honours',
      fc
        .array(
          fc.record({
            level: fc.constantFrom(...names),
            matter: fc.constantFrom('事项1', '事项 1', '事项2'),
            document: fc.constantFrom('1号', ''),
            issuer: fc.constant('上级'),
            on: fc.constantFrom('2026-06-01', '2024-06-01'),
          }),
          { maxLength: 4 },
        )
        .map((honours) => ({ shape: 'honours', honours })),
    ),
  ),
  A14: reading(withEvidence(fc.record({ stages: named('points'), cap: maybe(points) })), 'things', things),
  A15: fc
    .tuple(bands, bands, numbers, ratios)
    .map(
      ([own, other, x, y]): Made => [
        { measure: 'number', bands: own, or: [{ fact: 'METRIC', measure: 'percent', bands: other }] },
        'number',
        x,
        { METRIC: { shape: 'ratio', value: y } },
      ],
    ),
  A16: reading(fc.record({ as: fc.constantFrom('full', 'zero', 'left-out', 'unsaid') }), 'flag', flags),
  A17: reading(withEvidence(fc.record({ per: points, unit: fc.constant('篇'), cap: maybe(points) })), 'things', things),
  A18: reading(
    fc.record({ effect: sign, outOf: maybe(fc.constant('120')), points, least: maybe(fc.constant('0')) }),
    'number',
    numbers,
  ),
  A19: fc
    .tuple(
      fc.record({
        tiers: fc.tuple(points, points).map(([a, b]) => [
          { upTo: 0, points: a },
          { upTo: 3, points: b },
        ]),
        unit: fc.constantFrom('working-days', 'days'),
        never: fc.constant('0'),
      }),
      fc.constantFrom(
        null,
        '2026-06-30T23:59:59.999+08:00',
        '2026-07-01T00:00:00+08:00',
        '2026-07-06T09:00:00+08:00',
        '2026-08-01T09:00:00+08:00',
      ),
      days,
      fc.boolean(),
    )
    .map(
      ([rule, at, since, after]): Made =>
        after
          ? [
              { ...rule, due: { after: 'SINCE', months: 6, days: 0 } },
              'moment',
              { shape: 'moment', at },
              { SINCE: { shape: 'since', value: since } },
            ]
          : [{ ...rule, due: { at: '2026-07-01T00:00:00.000000+08:00' } }, 'moment', { shape: 'moment', at }],
    ),
  A20: reading(
    fc.record({
      when: fc.constantFrom({ kind: 'count-from', count: 3 }, { kind: 'share-below', percent: '50', of: 4 }),
      effect: fc.constantFrom({ effect: 'not-named' }, { effect: 'level', level: '良好' }, { effect: 'zero' }),
    }),
    'count',
    counts,
  ),
  A21: reading(
    withEvidence(
      fc.record({
        effect: sign,
        names: named('points'),
        fold: fc.constantFrom('each', 'heaviest'),
        cap: maybe(points),
      }),
    ),
    'things',
    things,
  ),
  B6: reading(
    fc.record({
      points,
      least: fc.constant(5),
      groups: fc.constant([
        { name: '党员', weight: '24' },
        { name: '群众', weight: '16' },
      ]),
    }),
    'survey',
    fc.tuple(surveyed('党员'), surveyed('群众')).map((groups) => ({ shape: 'survey', groups })),
  ),
  B7: reading(
    fc.record({
      points,
      full: fc.constantFrom('100', '50'),
      options: fc.constant([
        { name: '满意', value: '100' },
        { name: '一般', value: '70' },
        { name: '不满意', value: '30' },
      ]),
      excluded: fc.constantFrom([], ['不了解']),
      groups: fc.constant([
        { name: '党员', weight: '3' },
        { name: '群众', weight: '1' },
      ]),
      least: fc.constant(5),
      few: fc.constantFrom('left-out', 'ruling'),
    }),
    'votes',
    fc.tuple(voted('党员'), voted('群众')).map((groups) => ({ shape: 'votes', groups })),
  ),
}

function surveyed(name: string) {
  return fc.oneof(
    fc.constant({ name, state: 'too-few' as const }),
    fc
      .tuple(fc.integer({ min: 5, max: 40 }), fc.nat(40))
      .map(([valid, satisfied]) => ({ name, state: 'counted' as const, valid, satisfied: Math.min(valid, satisfied) })),
  )
}

function voted(name: string) {
  return fc.oneof(
    fc.constant({ name, state: 'too-few' as const }),
    fc.tuple(fc.integer({ min: 5, max: 30 }), fc.nat(30), fc.nat(30)).map(([a, b, c]) => ({
      name,
      state: 'counted' as const,
      votes: [
        { option: '满意', count: a },
        { option: '一般', count: b },
        { option: '不满意', count: c },
      ],
    })),
  )
}

/** A clause of any type with facts it can read. */
export const anyClause: fc.Arbitrary<AnyClause> = fc.oneof(
  ...(Object.entries(made) as [ClauseType, fc.Arbitrary<Made>][]).map(([type, of]) =>
    of.map(([rule, shape, value, more]): AnyClause => {
      return { rule: { type, ...rule } as ClauseRule, facts: { FACT: { shape, value }, ...more } }
    }),
  ),
)

const rounding = fc.option(
  fc.record({
    places: fc.nat(2),
    mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const, 'up' as const),
  }),
  { nil: undefined },
)
const frame = fc.record({
  starts: fc.constantFrom('full' as const, 'zero' as const),
  floor: maybe(fc.constant('0')),
  cap: maybe(fc.constant('30')),
  weight: fc.option(fc.constantFrom('0.2', '1.5'), { nil: undefined }),
  rounding,
})

/** A sheet of up to six items with one to three clauses each, of any type, and the facts of one branch. */
export const anySheet: fc.Arbitrary<{ sheet: Sheet; facts: Facts }> = fc
  .tuple(
    fc.array(fc.tuple(frame, fc.array(anyClause, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 6 }),
    rounding,
  )
  .map(([items, round]) => {
    const shapes: Record<string, Shape> = {}
    const values: Record<string, FactValue> = {}
    const clauses: Clause[] = []
    const indicators: Indicator[] = items.map(([{ weight, rounding, ...held }, own], at) => {
      own.forEach(({ rule, facts }, nth) => {
        const code = `${at + 1}-${nth + 1}`
        const key = (name: string) => `${name}.${code}`
        for (const [name, { shape, value }] of Object.entries(facts)) {
          shapes[key(name)] = shape
          values[key(name)] = value
        }
        const placed = JSON.parse(
          JSON.stringify(rule).replace(/"(EXEMPT|METRIC|SINCE)"/g, (_, name: string) => JSON.stringify(key(name))),
        ) as ClauseRule
        clauses.push({ code, indicator: `i${at + 1}`, text: `条款${code}`, fact: key('FACT'), ...placed })
      })
      return item(`i${at + 1}`, { max: '20', ...held, ...(weight && { weight }), ...(rounding && { rounding }) })
    })
    const total = {
      basic: indicators.map(({ code }) => code),
      bonus: [],
      full: '100',
      floor: '0',
      cap: '105',
      places: 2,
      ...(round && { rounding: round }),
    }
    return { sheet: sheetWith([], shapes, { indicators, clauses, total }), facts: factsWith(values) }
  })
