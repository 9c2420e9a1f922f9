import type { Details } from '#basics/decision.ts'
import { compare, exact } from '#basics/exact.ts'
import { deductionsOf, namesOf, positiveOf, readFacts } from './clause-bounds.ts'
import { uncovered } from './coverage.ts'
import { isFor } from './kind.ts'
import { found, type Lint } from './lint-found.ts'
import type { LintWord } from './lint-sayings.ts'
import type { Sheet } from './sheet.ts'
import type { Band, Clause, ClauseOf, Measure } from './sheet-clauses.ts'

/** The fewest valid votes of which anything may be shown. */
export const fewestVotes = 5

/** What is unwise in the clauses. */
export function lintClauses(sheet: Sheet): Lint[] {
  return sheet.clauses.flatMap((clause) => [
    ...readFacts(clause).flatMap(({ fact, shapes }) => {
      const need = sheet.facts.find(({ key }) => key === fact)
      const fits = need !== undefined && shapes.includes(need.shape)
      return fits ? [] : [found('clauses', clause.code, 'fact-of-another-kind', { fact: need?.name ?? fact })]
    }),
    ...numbers(sheet, clause),
    ...byType(sheet, clause).map(([word, details]) => found('clauses', clause.code, word, details)),
    ...reach(sheet, clause),
  ])
}

function numbers(sheet: Sheet, clause: Clause): Lint[] {
  const { max = '0', cap = null, floor = '0' } = sheet.indicators.find(({ code }) => code === clause.indicator) ?? {}
  const bound = cap !== null && above(cap, max) ? cap : max
  const add = (word: LintWord, details: Details) => found('clauses', clause.code, word, details)
  const most = max === '0' ? undefined : deductionsOf(clause).find((points) => above(points, bound))
  const names = namesOf(clause)
  return [
    ...(most === undefined
      ? []
      : [
          floor === null
            ? add('deduction-below-nothing', { points: most, max: bound })
            : add('deduction-above-item', { points: most, max: bound }),
        ]),
    ...positiveOf(clause)
      .filter((points) => !above(points, '0'))
      .map((points) => add('points-not-above-zero', { points })),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => add('name-twice', { name })),
  ]
}

function byType(sheet: Sheet, clause: Clause): [LintWord, Details][] {
  switch (clause.type) {
    case 'A4':
    case 'A4E':
      return above(clause.min, clause.max) || above('0', clause.min) ? [['range-turned-round', {}]] : []
    case 'A4B':
      return clause.metrics.some(({ bands }) => bands.some(({ min, max }) => above(min, max)))
        ? [['range-turned-round', {}]]
        : []
    case 'A6':
      return bandLints(clause.measure, clause.bands)
    case 'A15':
      return [clause, ...clause.or].flatMap(({ measure, bands }) => bandLints(measure, bands))
    case 'A7': {
      const given = sheet.facts.find(({ key }) => key === clause.fact)?.shape === 'rank'
      return [
        ...(ascends(clause.places.map(({ upTo }) => upTo))
          ? []
          : ([['rows-not-ascending', {}]] as [LintWord, Details][])),
        ...afterLints(clause),
        ...(given && clause.by === 'percent' ? ([['number-ranked-needed', {}]] as [LintWord, Details][]) : []),
        ...(!given && clause.ties === 'ruling' ? ([['no-ruling-on-cut', {}]] as [LintWord, Details][]) : []),
      ]
    }
    case 'A8':
      return clause.to === 'target' && (clause.target === null || !above(clause.target, '0'))
        ? [['points-not-above-zero', { points: clause.target ?? '' }]]
        : []
    case 'A9':
      return [
        ...(clause.least !== null && clause.most !== null && above(clause.least, clause.most)
          ? ([['floor-above-cap', {}]] as [LintWord, Details][])
          : []),
        ...stepLints(clause),
      ]
    case 'A12':
      return [
        ...(clause.fold === 'unsaid' ? ([['fold-unsaid', {}]] as [LintWord, Details][]) : []),
        ...(/酌减|酌情|依次|其[他它余]/.test(clause.text) && clause.unlisted === undefined
          ? ([['levels-without-points', {}]] as [LintWord, Details][])
          : []),
      ]
    case 'A16':
      return clause.as === 'unsaid' ? [['exemption-unsaid', {}]] : []
    case 'A19':
      return ascends(clause.tiers.map(({ upTo }) => String(upTo))) ? [] : [['rows-not-ascending', {}]]
    case 'B6':
    case 'B7':
      return clause.least < fewestVotes ? [['too-few-votes-shown', { least: fewestVotes }]] : []
    default:
      return []
  }
}

/** A7: what comes after the listed places must go on as they go, and not turn round by a sign that was forgotten. */
function afterLints({ places, after, from, text }: ClauseOf<'A7'>): [LintWord, Details][] {
  const lints: [LintWord, Details][] = []
  const steps = places.slice(1).map(({ points }, at) => compare(exact(points), exact(places[at]!.points)))
  if (steps.some((step) => step > 0) && steps.some((step) => step < 0)) lints.push(['places-up-and-down', {}])
  if (after === null) return lints
  const each = /(以|之|其)后每|递[减增]|依次[减增]/.test(text)
  if ('points' in after) return each ? [...lints, ['after-is-each', {}]] : lints
  const listed = compare(exact(places.at(-1)!.points), exact(places[0]!.points))
  // one row, or equal ones, do not say where they go: from the top points usually fall
  const way = listed === 0 ? (from === 'top' ? -1 : 1) : listed
  const goes = compare(exact(after.per), exact('0'))
  if (goes !== way) lints.push([listed === 0 ? 'after-looks-turned' : 'after-turns-round', { per: after.per }])
  else if (way > 0 && after.least !== null) lints.push(['least-never-felt', { least: after.least }])
  return lints
}

/** A9: both sides up, or words of a deduction without a number below zero, are a sign that was forgotten. */
function stepLints({ above: up, below, text }: ClauseOf<'A9'>): [LintWord, Details][] {
  if (up === '0' && below === '0') return [['steps-change-nothing', {}]]
  const rises = above(up, '0') && above(below, '0')
  const takes = /扣|减/.test(text) && !above('0', up) && !above('0', below)
  return rises || takes ? [['steps-look-unsigned', {}]] : []
}

/** A clause that is for no branch at all, and one that says the same as another of its item. */
function reach(sheet: Sheet, clause: Clause): Lint[] {
  const { kinds = [] } = sheet.variants ?? {}
  const forNobody =
    clause.kinds?.every((kind) => !isFor(sheet, clause.indicator, kind)) ??
    (kinds.length > 0 && kinds.every((kind) => !isFor(sheet, clause.indicator, kind)))
  const first = sheet.clauses.find((each) => each.indicator === clause.indicator && each.text === clause.text)
  const apart = clause.kinds !== undefined && first?.kinds?.every((kind) => !clause.kinds!.includes(kind))
  return [
    ...(forNobody ? [found('clauses', clause.code, 'for-nobody')] : []),
    ...(first !== clause && !apart ? [found('clauses', clause.code, 'text-twice')] : []),
  ]
}

function bandLints(measure: Measure, bands: readonly Band[]): [LintWord, Details][] {
  const [from, to] = measure === 'percent' ? (['0', '100'] as const) : (['0', null] as const)
  const holes = uncovered(bands, from, to).map(({ kind, at }): [LintWord, Details] => [
    kind === 'hole' ? 'band-hole' : 'band-overlap',
    { at },
  ])
  const outside = bands.filter(
    ({ atLeast, below }) =>
      (below !== null && !above(below, from)) || (to !== null && atLeast !== null && above(atLeast, to)),
  )
  return [...holes, ...outside.map(({ points }): [LintWord, Details] => ['band-out-of-reach', { points }])]
}

function ascends(bounds: string[]): boolean {
  return bounds.every((bound, at) => at === 0 || above(bound, bounds[at - 1]!))
}

function above(a: string, b: string): boolean {
  return compare(exact(a), exact(b)) > 0
}
