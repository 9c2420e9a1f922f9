import { codesOf, readFormula } from './formula.ts'
import { levelNames } from './level.ts'
import type { Report } from './shape.ts'
import { childrenOf, type Sheet } from './sheet.ts'
import { factsOfClause } from './sheet-clauses.ts'
import { conditionsOf, type Effect } from './sheet-outcomes.ts'

type Known = (codes: readonly string[], path: string, among: readonly string[]) => void

/** Reports everything in a sheet of the right shape that names what is not there, or stands there twice. */
export function references(sheet: Sheet, report: Report): void {
  const known: Known = (codes, path, among) => {
    for (const each of codes) if (!among.includes(each)) report(path, 'unknown-reference')
  }
  const indicators = sheet.indicators.map(({ code }) => code)
  uniqueNames(sheet, report)
  sheet.indicators.forEach(({ parent, kinds }, at) => {
    // A parent stands before its children, so the tree cannot turn in a circle.
    if (parent !== null) known([parent], `indicators[${at}].parent`, indicators.slice(0, at))
    known(kinds ?? [], `indicators[${at}].kinds`, sheet.variants?.kinds ?? [])
  })
  clauses(sheet, known)
  formulas(sheet, report)
  const { basic, bonus } = sheet.total
  known([...basic, ...bonus], 'total', indicators)
  outcomes(sheet, known)
  const facts = sheet.facts.map(({ key }) => key)
  if (sheet.variants) known([sheet.variants.fact], 'variants.fact', facts)
}

function uniqueNames(sheet: Sheet, report: Report): void {
  const lists: [string, string[]][] = [
    ['indicators', sheet.indicators.map(({ code }) => code)],
    ['facts', sheet.facts.map(({ key }) => key)],
    ['facts', sheet.facts.map(({ name }) => name)],
    ['clauses', sheet.clauses.map(({ code }) => code)],
    ['levels', sheet.levels.map(({ name }) => name)],
    ['gates', [...sheet.gates, ...sheet.vetoes, ...(sheet.promotions ?? [])].map(({ code }) => code)],
    ['quotas', (sheet.quotas ?? []).map(({ code }) => code)],
    ['links', (sheet.links ?? []).map(({ code }) => code)],
    ['stars', (sheet.stars ?? []).map(({ name }) => name)],
    ['total', [...sheet.total.basic, ...sheet.total.bonus]],
  ]
  for (const [path, names] of lists)
    names.forEach((each, at) => {
      if (names.indexOf(each) !== at) report(`${path}[${at}]`, 'twice')
    })
}

function clauses(sheet: Sheet, known: Known): void {
  const indicators = sheet.indicators.map(({ code }) => code)
  const facts = sheet.facts.map(({ key }) => key)
  sheet.clauses.forEach((clause, at) => {
    const leaf = childrenOf(sheet, clause.indicator).length === 0
    known([clause.indicator], `clauses[${at}].indicator`, leaf ? indicators : [])
    known(factsOfClause(clause), `clauses[${at}].fact`, facts)
    known(clause.kinds ?? [], `clauses[${at}].kinds`, sheet.variants?.kinds ?? [])
    if (clause.type === 'A20') effect(sheet, clause.effect, `clauses[${at}].effect`, known)
  })
}

function formulas(sheet: Sheet, report: Report): void {
  const codes = sheet.indicators.map(({ code }) => code)
  const each = (text: string | undefined, path: string, among: readonly string[]) => {
    if (text === undefined) return
    const formula = readFormula(text)
    if (formula === null) report(path, 'not-a-formula')
    else if (codesOf(formula).some((code) => !among.includes(code))) report(path, 'unknown-reference')
  }
  sheet.indicators.forEach(({ code, formula }, at) => {
    each(formula, `indicators[${at}].formula`, below(sheet, code))
  })
  each(sheet.total.formula, 'total.formula', codes)
  sheet.links?.forEach(({ bands }, at) => {
    for (const { formula } of bands) each(formula, `links[${at}].bands`, [...codes, 'total'])
  })
}

/** Every indicator inside another. */
function below(sheet: Sheet, code: string): string[] {
  const inside = new Set([code])
  // a parent stands before its children; a tree that turns in a circle is told elsewhere
  for (const each of sheet.indicators) if (each.parent !== null && inside.has(each.parent)) inside.add(each.code)
  inside.delete(code)
  return [...inside]
}

function outcomes(sheet: Sheet, known: Known): void {
  const indicators = sheet.indicators.map(({ code }) => code)
  const facts = sheet.facts.map(({ key }) => key)
  const levels = levelNames(sheet)
  for (const { table, when } of conditionsOf(sheet)) {
    if ('fact' in when) known([when.fact], `${table}.fact`, facts)
    if ('indicators' in when) known(when.indicators, `${table}.indicators`, indicators)
  }
  sheet.vetoes.forEach((veto, at) => {
    effect(sheet, veto.effect, `vetoes[${at}].effect`, known)
  })
  known(
    (sheet.promotions ?? []).map(({ level }) => level),
    'promotions.level',
    levels,
  )
  known(
    (sheet.quotas ?? []).flatMap((quota) => quota.levels),
    'quotas.levels',
    levels,
  )
  known(
    (sheet.quotas ?? []).flatMap(({ ties }) => ties.flat()),
    'quotas.ties',
    indicators,
  )
  known(
    (sheet.groups ?? []).flatMap((group) => group.levels),
    'groups.levels',
    levels,
  )
  known(
    (sheet.ladder?.rungs ?? []).map(({ indicator }) => indicator),
    'ladder.rungs',
    indicators,
  )
  known(
    (sheet.stars ?? []).map(({ indicator }) => indicator),
    'stars.indicator',
    indicators,
  )
  known(sheet.naming.ties.flat(), 'naming.ties', indicators)
  if (sheet.naming.level !== null) known([sheet.naming.level], 'naming.level', levels)
}

function effect(sheet: Sheet, effect: Effect, path: string, known: Known): void {
  if ('level' in effect) known([effect.level], path, levelNames(sheet))
  if (effect.effect === 'group')
    known(
      [effect.group],
      path,
      (sheet.groups ?? []).map(({ name }) => name),
    )
}
