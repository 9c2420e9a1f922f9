import { compare, exact, multiply, writeExact } from '#basics/exact.ts'
import { mostOf, onlyDeducts, total } from './clause-bounds.ts'
import { isFor } from './kind.ts'
import { found, type Lint } from './lint-found.ts'
import { childrenOf, type Indicator, type Sheet } from './sheet.ts'

/** What is unwise in the tree of indicators. */
export function lintIndicators(sheet: Sheet): Lint[] {
  return sheet.indicators.flatMap((indicator) => [...lintIndicator(sheet, indicator), ...namesakes(sheet, indicator)])
}

/** What is unwise in how the total is made. */
export function lintTotal(sheet: Sheet): Lint[] {
  const { basic, bonus, full, floor, cap, formula } = sheet.total
  const listed = [...basic, ...bonus]
  const nested = sheet.indicators.filter(({ code, parent }) => parent !== null && listed.includes(code))
  return [
    ...childrenOf(sheet, null)
      .filter(({ code }) => !listed.includes(code))
      .map(({ code }) => found('indicators', code, 'section-not-counted')),
    ...nested.map(({ code }) => found('total', code, 'counted-inside-a-section')),
    ...(formula === undefined ? addsUp(sheet, basic, full, 'total', '') : []),
    ...(floor !== null && cap !== null && above(floor, cap) ? [found('total', '', 'floor-above-cap')] : []),
  ]
}

function lintIndicator(sheet: Sheet, indicator: Indicator): Lint[] {
  const { code, max, floor, cap } = indicator
  const children = childrenOf(sheet, code)
  const lints: Lint[] = []
  if (floor !== null && cap !== null && above(floor, cap)) lints.push(found('indicators', code, 'floor-above-cap'))
  // 0 stands for "none printed": a list of deductions or bonuses, which cannot start full
  if (above('0', max) || (max === '0' && indicator.starts === 'full'))
    lints.push(found('indicators', code, 'max-not-above-zero'))
  if (children.length === 0) return [...lints, ...lintItem(sheet, indicator)]
  const sums = indicator.formula === undefined && indicator.fold === undefined && max !== '0'
  const codes = children.map((child) => child.code)
  return sums ? [...lints, ...addsUp(sheet, codes, max, 'indicators', code)] : lints
}

function lintItem(sheet: Sheet, { code, max, starts, floor }: Indicator): Lint[] {
  const own = sheet.clauses.filter((clause) => clause.indicator === code)
  const lints: Lint[] = []
  if (own.length === 0) lints.push(found('indicators', code, 'indicator-without-clause'))
  if (
    own.length > 1 &&
    own.some((clause) => clause.type === 'B6' || (clause.type === 'B7' && clause.few === 'left-out'))
  )
    lints.push(found('indicators', code, 'survey-not-alone'))
  if (starts === 'full') return lints
  const most = own.map(mostOf)
  if (own.length > 0 && !most.includes(null)) {
    const parts = total(most.flatMap((each) => each ?? []))
    if (above(max, parts)) lints.push(found('indicators', code, 'full-marks-out-of-reach', { max, parts }))
  }
  // what starts at zero and cannot fall below it never feels a deduction, unless something else adds first
  if (floor !== null && !above('0', floor) && own.length > 0 && own.every(onlyDeducts))
    for (const clause of own) lints.push(found('clauses', clause.code, 'never-felt'))
  return lints
}

/** Whether the parts add up to what is printed, for every kind of branch by itself. */
function addsUp(sheet: Sheet, codes: string[], max: string, table: 'indicators' | 'total', row: string): Lint[] {
  const kinds = sheet.variants?.kinds ?? [null]
  const wrong = kinds.flatMap((kind) => {
    const own = sheet.indicators.filter(
      ({ code }) => codes.includes(code) && (kind === null || isFor(sheet, code, kind)),
    )
    const parts = total(own.map((each) => counted(each)))
    return parts === max || (kind !== null && own.length === 0) ? [] : [{ kind, parts }]
  })
  return wrong
    .slice(0, 1)
    .map(({ kind, parts }) =>
      kind === null
        ? found(table, row, 'parts-do-not-add-up', { max, parts })
        : found(table, row, 'parts-do-not-add-up-for', { max, parts, kind }),
    )
}

function counted({ max, weight }: Indicator): string {
  return weight === undefined ? max : writeExact(multiply(exact(max), exact(weight)))
}

/** Two parts of one section with the same name cannot be told apart, unless they are for different kinds of branch. */
function namesakes(sheet: Sheet, { code, parent, name, kinds }: Indicator): Lint[] {
  const twin = sheet.indicators.find((each) => each.code !== code && each.parent === parent && each.name === name)
  const later = twin && sheet.indicators.indexOf(twin) < sheet.indicators.findIndex((each) => each.code === code)
  const apart = kinds !== undefined && twin?.kinds?.every((kind) => !kinds.includes(kind))
  return later && !apart ? [found('indicators', code, 'name-twice', { name })] : []
}

function above(a: string, b: string): boolean {
  return compare(exact(a), exact(b)) > 0
}
