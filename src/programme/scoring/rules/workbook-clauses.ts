import type { ClauseType } from './sheet-clauses.ts'
import { fact, group, need, orLacks, orNull, type Part, whole } from './workbook-parts.ts'

/** Rows of 档次 that belong to a clause: the list they make, of what parts, and the word in 用途 where a type has several. */
export interface Rows {
  list: string
  role: string | null
  /** `names`: a list of names alone; `metrics`: rows with the same fact and measure make one metric. */
  form: 'things' | 'names' | 'metrics'
  /** Only rows that name a fact of their own, or only those that do not. */
  own?: boolean
  parts: Part[]
  /** Whether there must be one. */
  least: 0 | 1
}

const evidence = group('evidence', 'lacks', [need('document'), orNull('from'), orNull('until')])
const rounding = group('rounding', 'lacks', [need('roundTo', 'places'), need('roundMode', 'mode')])
const exemptIf = fact('exemptIf', 'exemptIf', 'null')
const sign = need('effect')
const cap = orNull('cap')

/** The parts that a clause of any type has. */
export const everyClause: Part[] = [
  need('code'),
  need('indicator'),
  need('type'),
  need('text'),
  fact(),
  orLacks('kinds'),
  group('periods', 'lacks', [need('count'), need('periodFold', 'fold')]),
  rounding,
]

/** What an effect on the whole is made of, by its word. */
export const effectForms: Record<string, Part[]> = {
  'not-named': [],
  level: [need('level')],
  'at-most': [need('level')],
  zero: [],
  'not-rated': [],
  group: [need('level', 'group')],
}

/** The parts of each type beside those of every clause. */
export const partsOf: Record<ClauseType, Part[]> = {
  A1: [need('points')],
  A2: [
    need('points', 'per'),
    need('unit'),
    group('due', 'null', [need('every'), need('times')]),
    cap,
    exemptIf,
    evidence,
  ],
  A3: [need('points'), exemptIf],
  A4: [sign, need('min'), need('max'), need('comparison'), orNull('spread')],
  A4E: [sign, need('min'), need('max'), cap, evidence],
  A4B: [need('comparison'), orNull('spread')],
  A5: [],
  A6: [need('measure')],
  A7: [
    need('by'),
    need('end', 'from'),
    need('better'),
    need('within'),
    need('ties'),
    {
      kind: 'forms',
      field: 'after',
      empty: 'null',
      forms: [[need('perAfter', 'per'), orNull('leastAfter', 'least')], [need('allAfter', 'points')]],
    },
  ],
  A8: [need('points'), need('to'), orNull('target'), need('better'), need('within'), need('measure'), cap],
  A9: [
    need('measure'),
    need('base'),
    need('threshold'),
    need('reached'),
    need('step'),
    need('above'),
    need('lower', 'below'),
    need('steps'),
    orNull('min', 'least'),
    orNull('max', 'most'),
    exemptIf,
  ],
  A10: [need('points', 'per'), need('unit'), cap, orLacks('once'), evidence],
  A12: [need('fold'), orLacks('unlisted'), cap, evidence],
  A14: [cap, evidence],
  A15: [need('measure')],
  A16: [need('as')],
  A17: [need('points', 'per'), need('unit'), cap, evidence],
  A18: [sign, orNull('outOf'), need('points'), orNull('min', 'least')],
  A19: [
    {
      kind: 'forms',
      field: 'due',
      empty: 'needed',
      forms: [[need('dueAt', 'at')], [fact('dueAfter', 'after'), need('months'), need('days')]],
    },
    need('dayUnit', 'unit'),
    need('never'),
  ],
  A20: [
    {
      kind: 'chosen',
      column: 'when',
      tag: 'kind',
      field: 'when',
      forms: {
        holds: [],
        'count-from': [whole('trigger', 'count')],
        'share-below': [need('trigger', 'percent'), orNull('of')],
      },
    },
    { kind: 'chosen', column: 'outcome', tag: 'effect', field: 'effect', forms: effectForms },
  ],
  A21: [sign, need('event', 'fold'), cap, evidence],
  B6: [need('points'), need('least')],
  B7: [need('points'), need('full'), need('least'), need('few')],
}

const named = [need('name'), need('points')]
const range = [orNull('atLeast'), orNull('below')]
const weighted = [need('name'), need('points', 'weight')]

function rows(list: string, parts: Part[], rest: Partial<Rows> = {}): Rows {
  return { list, role: null, form: 'things', parts, least: 1, ...rest }
}

/** The rows of 档次 that each type has; none for the others. */
export const rowsOf: Partial<Record<ClauseType, Rows[]>> = {
  A4B: [rows('metrics', [...range, need('min'), need('points', 'max')], { form: 'metrics' })],
  A5: [rows('options', named)],
  A6: [rows('bands', [...range, need('points')])],
  A7: [rows('places', [need('upTo'), need('points')])],
  A12: [rows('levels', named)],
  A14: [rows('stages', named)],
  A15: [
    rows('bands', [...range, need('points')], { own: false }),
    rows('or', [...range, need('points')], { form: 'metrics', own: true }),
  ],
  A19: [rows('tiers', [whole('upTo'), need('points')])],
  A21: [rows('names', named)],
  B6: [rows('groups', weighted)],
  B7: [
    rows('options', [need('name'), need('points', 'value')], { role: 'options' }),
    rows('excluded', [need('name')], { role: 'excluded', form: 'names', least: 0 }),
    rows('groups', weighted, { role: 'groups' }),
  ],
}
