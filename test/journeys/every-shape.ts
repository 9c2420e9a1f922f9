import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactShape, Sheet } from '#programme/scoring/rules/sheet.ts'
import {
  asGiven,
  count,
  factsWith,
  flag,
  item,
  marks,
  moment,
  number,
  ratio,
  sheetWith,
} from '../rule-cases/plain-sheet.ts'

/** What is printed for each item. */
const most = [20, 20, 3, 20, 4, 5, 10, 20, 10, 2, 20, 2, 6, 10, 20, 1]

/** A sheet in which every shape of fact is read, by clauses that look at other branches too, with kinds, groups and a quota. */
export function everyShape(): Sheet {
  const groups = [
    { name: '党员', weight: '7', least: 1, trimFrom: null },
    { name: '上级', weight: '3', least: 1, trimFrom: null },
  ]
  const voters = [
    { name: '党员', weight: '1' },
    { name: '群众', weight: '1' },
  ]
  const clauses = [
    { type: 'A10', per: '1', unit: '次', cap: null },
    { type: 'A2', per: '0.5', unit: '次', due: { every: 'quarter', times: 1 }, cap: null, exemptIf: null },
    { type: 'A1', points: '3' },
    { type: 'A8', points: '20', to: 'best', target: null, better: 'high', within: 'all', measure: 'number', cap: null },
    {
      type: 'A6',
      measure: 'percent',
      bands: [
        { atLeast: null, below: '90', points: '1' },
        { atLeast: '90', below: null, points: '4' },
      ],
    },
    {
      type: 'A5',
      options: [
        { name: '好', points: '5' },
        { name: '差', points: '0' },
      ],
    },
    { type: 'A4', effect: 'add', min: '0', max: '10', comparison: false, spread: null },
    {
      type: 'A12',
      levels: [
        { name: '省部级', points: '3' },
        { name: '厅局级', points: '2' },
      ],
      fold: 'sum',
      cap: null,
    },
    { type: 'B6', points: '10', least: 5, groups: voters },
    {
      type: 'A6',
      measure: 'full-years',
      bands: [
        { atLeast: null, below: '1', points: '0' },
        { atLeast: '1', below: null, points: '2' },
      ],
    },
    {
      type: 'A14',
      stages: [
        { name: '采纳', points: '2' },
        { name: '立项', points: '5' },
      ],
      cap: null,
    },
    {
      type: 'A19',
      due: { at: '2025-12-11T00:00:00+08:00' },
      tiers: [
        { upTo: 0, points: '2' },
        { upTo: 3, points: '1' },
      ],
      unit: 'working-days',
      never: '0',
    },
    {
      type: 'A7',
      by: 'place',
      from: 'top',
      better: 'high',
      within: 'all',
      ties: 'best',
      places: [
        { upTo: '1', points: '6' },
        { upTo: '5', points: '3' },
      ],
      after: { points: '0' },
    },
    {
      type: 'B7',
      points: '10',
      full: '100',
      options: [
        { name: '好', value: '100' },
        { name: '一般', value: '60' },
      ],
      excluded: ['不了解'],
      groups: voters,
      least: 5,
      few: 'left-out',
    },
    { ...asGiven, periods: { count: 4, fold: 'mean' } },
    { type: 'A1', points: '1', kinds: ['船艇'] },
  ] as never as Parameters<typeof sheetWith>[0]
  const shapes: Record<string, FactShape> = Object.fromEntries(
    [
      'count',
      'periods',
      'flag',
      'number',
      'ratio',
      'grade',
      'ratings',
      'honours',
      'survey',
      'since',
      'things',
      'moment',
      'rank',
      'votes',
      'series',
    ].map((shape) => [`f.${shape}`, shape as FactShape]),
  )
  return sheetWith(clauses, { ...shapes, 'f.of-ships': 'flag', 'f.kinds': 'kinds' }, {
    code: 'EVERY',
    title: '各种事实的示例细则',
    year: 2025,
    asOf: '2025-12-31',
    panel: { least: 1, trimFrom: null, groups },
    variants: { fact: 'f.kinds', kinds: ['机关', '船艇'] },
    levels: [
      { name: '好', atLeast: '50', below: null },
      { name: '一般', atLeast: null, below: '50' },
    ],
    quotas: [
      {
        code: 'Q',
        levels: ['好'],
        kind: 'most',
        percent: '40',
        count: null,
        rounding: 'down',
        within: 'all',
        cut: 'next-lower',
        ties: [['i1']],
      },
    ],
    indicators: clauses.map((_, at) =>
      item(`i${at + 1}`, { max: String(most[at]), starts: at === 1 ? 'full' : 'zero' }),
    ),
    total: {
      basic: clauses.map((_, at) => `i${at + 1}`),
      bonus: [],
      full: String(most.reduce((all, each) => all + each, 0)),
      floor: null,
      cap: null,
      places: 2,
    },
  } as Partial<Sheet>)
}

/** What is known about the branch with this number in a row; every one differs from the others. */
export function everyFact(at: number): Facts {
  const ship = at % 2 === 1
  const groups = (vary: number) => [
    { name: '党员', state: 'counted' as const, valid: 12, satisfied: 12 - (vary % 4) },
    { name: '群众', state: 'counted' as const, valid: 20, satisfied: 15 + (vary % 5) },
  ]
  const values: Record<string, FactValue> = {
    'f.count': count(at),
    'f.periods': { shape: 'periods', done: [1, at % 2, 1, 0] },
    'f.flag': flag(at !== 2),
    'f.number': number(`${40 + 7 * at}.5`),
    'f.ratio': ratio(17 + at, 20 + at),
    'f.grade': { shape: 'grade', grade: at === 3 ? '差' : '好' },
    'f.ratings': marks([7, 8.5, 6 + (at % 3)], { groups: ['党员', '党员', '上级'] }),
    'f.honours': {
      shape: 'honours',
      honours: Array.from({ length: at % 3 }, (_, turn) => ({
        level: turn === 0 ? '省部级' : '厅局级',
        matter: `事项${turn}`,
        document: `粤表〔2025〕${at}${turn}号`,
        issuer: '某厅',
        on: '2025-06-01',
      })),
    },
    'f.survey': { shape: 'survey', groups: groups(at) },
    'f.since': { shape: 'since', day: at === 4 ? null : `202${at}-03-01` },
    'f.things': {
      shape: 'things',
      things: Array.from({ length: at }, (_, turn) => ({
        item: `提案${turn}`,
        names: turn % 2 ? ['采纳', '立项'] : ['采纳'],
      })),
    },
    'f.moment': moment(at === 2 ? null : `2025-12-${10 + at}T09:30:00+08:00`),
    'f.rank': { shape: 'rank', rank: at + 1, of: null },
    'f.votes': {
      shape: 'votes',
      groups: ['党员', '群众'].map((name) => ({
        name,
        state: 'counted' as const,
        votes: [
          { option: '好', count: 10 + at },
          { option: '一般', count: 3 },
          { option: '不了解', count: 2 },
        ],
      })),
    },
    'f.series': { shape: 'series', values: [80, 85.5, 90, 70 + at].map((each) => number(each)) as never },
    'f.kinds': { shape: 'kinds', kinds: [ship ? '船艇' : '机关'] },
    ...(ship && { 'f.of-ships': flag(true) }),
  }
  return factsWith(values)
}
