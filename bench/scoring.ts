/**
 * How many branches a second: a sheet of 60 clauses over a stream of branches on one core. The same stream goes through
 * `quick` (whole numbers), a loop written by hand for this one sheet, and, for fewer branches, `scoreBranch` with its
 * trace and other people's engines, where they are installed. All must agree on every branch they share. Then the step
 * over the whole population, on columns for five times as many, and as the engine does it with every trace.
 *
 *     node --import tsx bench/scoring.ts [branches] [folder with json-rules-engine and hyperformula]
 */
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import { quick } from '#programme/scoring/rules/quick.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import type { FactNeed, Indicator, Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause, ClauseRule } from '#programme/scoring/rules/sheet-clauses.ts'
import {
  byFormulas,
  byRulesEngine,
  installed,
  type Other,
  type RulesEngine,
  type Spreadsheets,
} from './scoring-others.ts'
import { engineStep, population, row } from './scoring-population.ts'

const BRANCHES = Number(process.argv[2] ?? 1_000_000)
const TRACED = Math.min(BRANCHES, 2_000)
const COMPARED = Math.min(BRANCHES, 500)
const OTHERS = process.argv[3]
const ITEMS = 10

const kinds: [ClauseRule, FactNeed['shape']][] = [
  [{ type: 'A2', per: '0.5', unit: '次', due: null, cap: '3', exemptIf: null }, 'count'],
  [{ type: 'A3', points: '2', exemptIf: null }, 'flag'],
  [
    {
      type: 'A6',
      measure: 'percent',
      bands: [
        { atLeast: '95', below: null, points: '0' },
        { atLeast: '80', below: '95', points: '-1' },
        { atLeast: null, below: '80', points: '-2.5' },
      ],
    },
    'ratio',
  ],
  [{ type: 'A10', per: '0.25', unit: '项', cap: '1' }, 'count'],
  [
    {
      type: 'A5',
      options: [
        { name: '好', points: '0' },
        { name: '较好', points: '-0.75' },
        { name: '差', points: '-2' },
      ],
    },
    'grade',
  ],
  [{ type: 'A1', points: '0.5' }, 'flag'],
]
const indicators: Indicator[] = Array.from({ length: ITEMS }, (_, at) => {
  return { code: `i${at}`, parent: null, name: `项${at}`, aim: '', max: '10', starts: 'full', floor: '0', cap: '10' }
})
const clauses: Clause[] = indicators.flatMap(({ code }) =>
  kinds.map(
    ([rule], at): Clause => ({
      code: `${code}-${at}`,
      indicator: code,
      text: `条款${at}`,
      fact: `f.${code}.${at}`,
      ...rule,
    }),
  ),
)
const sheet: Sheet = {
  format: 'hangbiao-sheet/1',
  code: 'BENCH',
  title: '六十条',
  year: 2026,
  asOf: '2026-12-31',
  note: '',
  facts: clauses.map(({ fact }, at) => ({
    key: fact,
    name: fact,
    shape: kinds[at % kinds.length]![1],
    from: 'supplied',
  })),
  indicators,
  clauses,
  panel: { least: 1, trimFrom: null },
  total: { basic: indicators.map(({ code }) => code), bonus: [], full: '100', floor: '0', cap: '105', places: 2 },
  levels: [
    { name: '优秀', atLeast: '90', below: null },
    { name: '良好', atLeast: '75', below: '90' },
    { name: '一般', atLeast: null, below: '75' },
  ],
  gates: [],
  vetoes: [],
  naming: { level: '优秀', percent: '20', within: 'all', ties: [] },
  exemption: null,
}

/** One branch after the other, from a seed: the same stream each time. The facts are filled in place, as a reader of rows would. */
function stream(): () => Facts {
  let seed = 20261125
  const below = (most: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed % most
  }
  const grades = ['好', '较好', '差']
  const values = clauses.map((_, at): FactValue => {
    const shapes: FactValue[] = [
      { shape: 'count', count: 0 },
      { shape: 'flag', holds: false },
      { shape: 'ratio', part: 0, whole: 20 },
      { shape: 'count', count: 0 },
      { shape: 'grade', grade: '' },
      { shape: 'flag', holds: false },
    ]
    return shapes[at % kinds.length]!
  })
  const facts: Facts = Object.fromEntries(clauses.map(({ fact }, at) => [fact, { value: values[at]!, sources: [] }]))
  return () => {
    for (const value of values) {
      if (value.shape === 'count') value.count = below(5)
      else if (value.shape === 'flag') value.holds = below(4) === 0
      else if (value.shape === 'ratio') value.part = 14 + below(7)
      else if (value.shape === 'grade') value.grade = grades[below(3)]!
    }
    return facts
  }
}

/** What somebody would write who knew this one sheet and no other: hundredths of a point. */
function byHand(facts: Facts): number {
  let total = 0
  for (let item = 0; item < ITEMS; item++) {
    const value = (at: number) =>
      facts[keys[item * 6 + at]!]!.value as unknown as {
        count: number
        holds: boolean
        part: number
        whole: number
        grade: string
      }
    let points = 1000 - Math.min(value(0).count * 50, 300)
    if (value(1).holds) points -= 200
    const share = value(2)
    points -= share.part * 100 >= 95 * share.whole ? 0 : share.part * 100 >= 80 * share.whole ? 100 : 250
    points += Math.min(value(3).count * 25, 100)
    const { grade } = value(4)
    points -= grade === '好' ? 0 : grade === '较好' ? 75 : 200
    if (value(5).holds) points += 50
    total += Math.min(Math.max(points, 0), 1000)
  }
  return Math.min(Math.max(total, 0), 10500)
}
const keys = clauses.map(({ fact }) => fact)

/** What one way took: printed, and kept so that the last line can say what the most memory was. */
async function timed(name: string, count: number, score: (facts: Facts) => unknown): Promise<void> {
  const next = stream()
  const from = process.cpuUsage()
  const began = performance.now()
  for (let at = 0; at < count; at++) {
    const result = score(next())
    if (result instanceof Promise) await result
  }
  row(name, count, from, began)
}

const fast = quick(sheet)
if (!fast) throw new Error('The sheet is not plain')
const rules = await installed('json-rules-engine', 'Engine', OTHERS)
const cells = await installed('hyperformula', 'HyperFormula', OTHERS)
const others: [string, Other][] = [
  ...(rules
    ? [['json-rules-engine 7 (180 rules)', byRulesEngine(rules as new () => RulesEngine, ITEMS)] as [string, Other]]
    : []),
  ...(cells ? [['HyperFormula 3 (11 formulas)', byFormulas(cells as Spreadsheets, ITEMS)] as [string, Other]] : []),
]
const next = stream()
for (let at = 0; at < TRACED; at++) {
  const facts = next()
  const { total } = scoreBranch(sheet, facts)
  const found = fast(facts)
  const hand = String(byHand(facts) / 100)
  if (total.state !== 'scored' || found?.total !== total.points || hand !== total.points)
    throw new Error(`They differ at branch ${at}: ${JSON.stringify({ total, found, hand })}`)
  if (at >= COMPARED) continue
  for (const [name, score] of others)
    if ((await score(facts)) !== byHand(facts)) throw new Error(`${name} differs at branch ${at}`)
}
console.log(
  `${clauses.length} clauses, node ${process.version}; all agree on ${TRACED} branches (others on ${COMPARED})`,
)
console.log('what | branches | processor s | clock s | µs a branch | most MB so far')
await timed('making the facts alone', BRANCHES, (facts) => facts)
await timed('quick (facts included)', BRANCHES, fast)
await timed('by hand (facts included)', BRANCHES, byHand)
await timed('scoreBranch with trace (facts included)', TRACED, (facts) => scoreBranch(sheet, facts))
for (const [name, score] of others) await timed(name, COMPARED, score)
if (others.length < 2) console.log('json-rules-engine and HyperFormula: not installed in --with, not measured')
population(BRANCHES * 5)
engineStep(sheet, Math.min(BRANCHES, 50_000))
