import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { FactShape, Sheet } from '#programme/scoring/rules/sheet.ts'
import { isRelative } from '#programme/scoring/rules/sheet-clauses.ts'

/** Facts that people can enter here, or that our own records give. */
const entered: readonly FactShape[] = [
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
]

/**
 * Whether a year can be assessed here by this sheet. The engine scores more than the screens gather: a sheet that needs
 * other facts, looks at other branches, or leaves a level to a ruling is refused before anybody works for it, with the
 * rows that are beyond.
 */
export function assessable(sheet: Sheet): Decision<true, 'assessment.sheet-beyond'> {
  const shapeOf = (fact: string) => sheet.facts.find(({ key }) => key === fact)?.shape
  const rows = [
    ...sheet.facts.filter(({ shape }) => !entered.includes(shape)).map(({ name }) => name),
    ...sheet.clauses.filter((clause) => isRelative(clause, shapeOf) || clause.type === 'A4B').map(({ code }) => code),
    ...(sheet.quotas ?? []).map(({ code }) => code),
    ...sheet.levels
      .filter(({ requires = [] }) => requires.some(({ otherwise }) => otherwise === 'ruling'))
      .map(({ name }) => name),
    ...(sheet.panel.groups ?? []).map(({ name }) => name),
    ...(sheet.panel.ballot ?? []).map(({ kind }) => kind),
    ...(sheet.variants?.kinds ?? []),
  ]
  return rows.length === 0 ? allow(true) : refuse('assessment.sheet-beyond', { rows: rows.join('、') })
}
