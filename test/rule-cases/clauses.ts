import type { FactValue, Thing } from '#programme/scoring/rules/facts.ts'
import type { Band, Clause, ClauseRule } from '#programme/scoring/rules/sheet-clauses.ts'
import type { CaseClause } from './adapter.ts'

/** A printed number as exact text: JSON gives the shortest decimal, which is the printed one. */
export function numberText(number: number): string {
  return String(number)
}

type Key = (...parts: string[]) => string

/** A clause of a case as a clause of ours. */
export function clauseOf(clause: CaseClause, indicator: string, all: CaseClause[], key: Key): Clause {
  const rule = ruleOf(clause, key)
  const reads = String(
    clause.params.count_of ?? (clause.type === 'fail_if_ratio_below' ? before(clause, all) : clause.id),
  )
  return {
    code: key(clause.id),
    indicator: key(indicator),
    text: clause.text_summary,
    fact: key('fact', reads),
    ...rule,
  }
}

/** The clause printed before this one: a share of what was required speaks of the same reports. */
function before(clause: CaseClause, all: CaseClause[]): string {
  return all[all.indexOf(clause) - 1]!.id
}

function ruleOf({ type, params }: CaseClause, key: Key): ClauseRule {
  const number = (name: string) => numberText(params[name] as number)
  const maybe = (name: string) => (params[name] === undefined ? null : number(name))
  const exemptIf = typeof params.exempt_if === 'string' ? key('flag', params.exempt_if) : null
  const unit = (params.unit as string | undefined) ?? '次'
  const named = (list: Record<string, number>) =>
    Object.entries(list).map(([name, points]) => ({ name, points: numberText(points) }))
  const steps = {
    measure: 'number',
    base: '0',
    threshold: maybe('threshold') ?? '0',
    reached: '0',
    step: maybe('step') ?? '1',
    above: '0',
    below: '0',
    steps: 'full',
    least: null,
    most: null,
    exemptIf,
  } as const
  switch (type) {
    case 'award':
    case 'add_once':
      return { type: 'A1', points: number('points') }
    case 'deduct_once':
      return { type: 'A3', points: number('points'), exemptIf }
    case 'deduct_each':
      return { type: 'A2', per: number('per'), unit, due: null, cap: maybe('cap'), exemptIf }
    case 'add_each':
      return { type: 'A10', per: number('per'), unit, cap: maybe('cap') }
    case 'deduct_judged':
      return { type: 'A4', effect: 'deduct', min: number('min'), max: number('max'), comparison: false, spread: null }
    case 'choice':
      return { type: 'A5', options: named(params.options as Record<string, number>) }
    case 'band':
      return { type: 'A6', measure: 'number', bands: (params.bands as CaseBand[]).map(bandOf) }
    case 'count_map':
      return {
        type: 'A6',
        measure: 'number',
        bands: countBands(params.map as Record<string, number>, params.else_ as number),
      }
    case 'rank':
    case 'rank_from_bottom':
      return {
        type: 'A7',
        by: 'place',
        from: type === 'rank' ? 'top' : 'bottom',
        better: 'high',
        within: 'all',
        ties: 'ruling',
        places: named(params.map as Record<string, number>).map(({ name, points }) => ({ upTo: name, points })),
        after: params.then_per === undefined ? null : { per: `-${number('then_per')}`, least: null },
      }
    case 'ratio_to_best':
      return {
        type: 'A8',
        points: number('points'),
        to: 'best',
        target: null,
        better: 'high',
        within: 'all',
        measure: 'number',
        cap: null,
      }
    case 'step':
      return { type: 'A9', ...steps, base: number('base'), above: number('per_up'), below: `-${number('per_down')}` }
    case 'step_bonus':
      return { type: 'A9', ...steps, reached: number('first'), above: number('per_up') }
    case 'deduct_over':
      return { type: 'A9', ...steps, above: `-${number('per')}` }
    case 'deduct_under':
      return { type: 'A9', ...steps, below: `-${number('per')}` }
    case 'honor':
      return {
        type: 'A12',
        levels: named(params.levels as Record<string, number>),
        fold: params.mode as 'sum' | 'highest',
        cap: null,
      }
    case 'deduct_map':
      return {
        type: 'A21',
        effect: 'deduct',
        names: named(params.map as Record<string, number>),
        fold: params.per_event_highest === true ? 'heaviest' : 'each',
        cap: null,
      }
    case 'share_each':
      return { type: 'A17', per: number('per'), unit, cap: null }
    case 'substitute_mean':
      return { type: 'A16', as: 'mean-of-others' }
    case 'fail_if':
      return { type: 'A20', when: { kind: 'holds' }, effect: { effect: 'level', level: params.flag as string } }
    case 'fail_if_count_ge':
      return {
        type: 'A20',
        when: { kind: 'count-from', count: params.ge as number },
        effect: { effect: 'level', level: '不合格' },
      }
    case 'fail_if_ratio_below':
      return {
        type: 'A20',
        when: {
          kind: 'share-below',
          percent: numberText((params.ratio as number) * 100),
          of: params.required as number,
        },
        effect: { effect: 'level', level: '不合格' },
      }
    default:
      throw new Error(`No clause of ours for ${type}`)
  }
}

interface CaseBand {
  ge?: number
  lt?: number
  points: number
}

function bandOf({ ge, lt, points }: CaseBand): Band {
  return {
    atLeast: ge === undefined ? null : numberText(ge),
    below: lt === undefined ? null : numberText(lt),
    points: numberText(points),
  }
}

function countBands(map: Record<string, number>, beyond: number): Band[] {
  const counts = Object.keys(map).map(Number)
  const next = Math.max(...counts) + 1
  return [
    ...counts.map((count) => bandOf({ ge: count, lt: count + 1, points: map[count]! })),
    bandOf({ ge: next, points: beyond }),
  ]
}

/** That nothing happened, as a fact; null where a fact must be told. */
export function emptyOf(clause: Clause): FactValue | null {
  switch (clause.type) {
    case 'A1':
    case 'A3':
    case 'A16':
      return { shape: 'flag', holds: false }
    case 'A2':
    case 'A10':
      return { shape: 'count', count: 0 }
    case 'A4':
      return ratings([0])
    case 'A12':
      return { shape: 'honours', honours: [] }
    case 'A14':
    case 'A17':
    case 'A21':
      return { shape: 'things', things: [] }
    case 'A20':
      return clause.when.kind === 'holds' ? { shape: 'flag', holds: false } : { shape: 'count', count: 0 }
    case 'A9':
      // a deduction above or below a threshold that nobody speaks of was not needed: the number lies on the threshold
      return clause.base === '0' ? { shape: 'number', number: clause.threshold } : null
    default:
      return null
  }
}

/** A fact of a worked example as a fact of ours. */
export function factValue(clause: Clause, given: unknown): FactValue {
  switch (clause.type) {
    case 'A1':
    case 'A3':
    case 'A16':
      return { shape: 'flag', holds: given as boolean }
    case 'A20':
      return typeof given === 'boolean' ? { shape: 'flag', holds: given } : { shape: 'count', count: given as number }
    case 'A2':
    case 'A10':
      return { shape: 'count', count: given as number }
    case 'A4':
      return ratings([given as number])
    case 'A5':
      return { shape: 'grade', grade: given as string }
    case 'A7':
      return { shape: 'rank', rank: given as number, of: null }
    case 'A8':
      return { shape: 'number', number: numberText((given as { value: number }).value) }
    case 'A12':
      return {
        shape: 'honours',
        honours: (given as string[]).map((level, at) => ({
          level,
          matter: `事项${at}`,
          document: `${at + 1}号`,
          issuer: '上级',
          on: '2025-06-01',
        })),
      }
    case 'A17':
      return {
        shape: 'things',
        things: (given as { item: string; authors: number }[]).map(({ item, authors }) => ({ item, people: authors })),
      }
    case 'A21':
      return {
        shape: 'things',
        things: (given as (string | string[])[]).map(
          (names, at): Thing => ({ item: `第${at}件`, names: [names].flat() }),
        ),
      }
    default:
      return { shape: 'number', number: numberText(given as number) }
  }
}

export function ratings(marks: number[]): FactValue {
  return {
    shape: 'ratings',
    ratings: marks.map((mark, at) => ({
      assessor: `考评人${at + 1}`,
      points: numberText(mark),
      reason: '查阅台账后评定',
      comparedWith: '',
    })),
  }
}
