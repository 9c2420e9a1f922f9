import { add, compare, exact, hundred, sum, writeExact } from '#basics/exact.ts'
import { uncovered } from './coverage.ts'
import { levelNames } from './level.ts'
import { fewestVotes } from './lint-clauses.ts'
import { found, type Lint } from './lint-found.ts'
import type { FactShape, Sheet } from './sheet.ts'
import { type Condition, conditionsOf, type LevelQuota } from './sheet-outcomes.ts'

/** What is unwise in levels, conditions, quotas and what follows from the score. */
export function lintOutcomes(sheet: Sheet): Lint[] {
  return [
    ...lintLevels(sheet),
    ...conditionsOf(sheet).flatMap(({ table, code, when }) => {
      const fits = factFits(sheet, when)
      if (fits !== null) return [found(table, code, 'fact-of-another-kind', { fact: fits })]
      return when.kind === 'satisfied-share' && when.least < fewestVotes
        ? [found(table, code, 'too-few-votes-shown', { least: fewestVotes })]
        : []
    }),
    ...lintQuotas(sheet),
    ...(sheet.links ?? []).flatMap(({ code, bands }) =>
      uncovered(bands, sheet.total.floor, sheet.total.cap).map(({ kind, at }) =>
        found('links', code, kind === 'hole' ? 'band-hole' : 'band-overlap', { at }),
      ),
    ),
  ]
}

function lintLevels(sheet: Sheet): Lint[] {
  const byPoints = sheet.levels.filter(({ byEffect }) => !byEffect)
  if (byPoints.length === 0) {
    const other = sheet.ladder !== undefined || sheet.stars !== undefined
    return other ? [] : [found('levels', '', 'no-levels')]
  }
  const { floor, cap } = sheet.total
  return [
    ...uncovered(byPoints, floor, cap).map(({ kind, at }) =>
      found('levels', '', kind === 'hole' ? 'level-hole' : 'level-overlap', { at }),
    ),
    ...byPoints
      .filter(({ atLeast }) => cap !== null && atLeast !== null && compare(exact(atLeast), exact(cap)) > 0)
      .map(({ name, atLeast }) => found('levels', name, 'level-out-of-reach', { at: atLeast!, most: cap! })),
  ]
}

const shapes: Partial<Record<Condition['kind'], FactShape[]>> = {
  holds: ['flag'],
  honoured: ['honours'],
  'days-in-force': ['since'],
  'satisfied-share': ['survey'],
}

/** The name of a fact that is not of the kind the condition looks at. */
function factFits(sheet: Sheet, when: Condition): string | null {
  if (!('fact' in when)) return null
  const need = sheet.facts.find(({ key }) => key === when.fact)
  const byMeasure = { number: ['count', 'number', 'things'], percent: ['ratio'], 'full-years': ['since'] } as const
  const wanted: readonly FactShape[] = when.kind === 'fact-between' ? byMeasure[when.measure] : shapes[when.kind]!
  return need && wanted.includes(need.shape) ? null : (need?.name ?? when.fact)
}

function lintQuotas(sheet: Sheet): Lint[] {
  const quotas = sheet.quotas ?? []
  const lints = quotas.flatMap((quota) => [
    ...((quota.percent === null) === (quota.count === null) ? [found('quotas', quota.code, 'percent-or-count')] : []),
    ...againstCutOffs(sheet, quota),
    ...(quota.cut === 'ruling' && quota.kind !== 'about' ? [found('quotas', quota.code, 'no-ruling-on-cut')] : []),
  ])
  const capped = quotas.filter(({ kind, percent }) => (kind === 'most' || kind === 'exact') && percent !== null)
  const covered = new Set(capped.flatMap(({ levels }) => levels))
  const all = levelNames(sheet).every((name) => covered.has(name))
  const most = sum(capped.map(({ percent }) => exact(percent!)))
  if (all && capped.length > 0 && compare(most, hundred) < 0)
    lints.push(found('quotas', '', 'quotas-below-all', { percent: writeExact(most) }))
  const least = sum(quotas.filter(({ kind }) => kind === 'least').map(({ percent }) => exact(percent ?? '0')))
  const exactly = sum(capped.filter(({ kind }) => kind === 'exact').map(({ percent }) => exact(percent!)))
  if (compare(add(least, exactly), hundred) > 0)
    lints.push(found('quotas', '', 'quotas-above-all', { percent: writeExact(add(least, exactly)) }))
  return lints
}

/** A level that has points of its own and must have so many branches: the two can say different things of one branch. */
function againstCutOffs(sheet: Sheet, { code, kind, levels }: LevelQuota): Lint[] {
  const both = sheet.levels.filter(
    ({ name, atLeast, below }) => levels.includes(name) && (atLeast !== null || below !== null),
  )
  if (both.length === 0 || kind === 'about' || kind === 'most') return []
  return [found('quotas', code, 'quota-against-cut-off', { level: both.map(({ name }) => name).join('、') })]
}
