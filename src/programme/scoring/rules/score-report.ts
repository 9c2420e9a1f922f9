import { type ExactText, exact, sayExact, showDecimal } from '#basics/exact.ts'
import { fill, type Language } from '#basics/messages.ts'
import { explain } from './explain.ts'
import type { BranchFacts } from './facts-file.ts'
import type { Population } from './population.ts'
import { effectOpen, shortEffect } from './sayings-level.ts'
import { problems, questions, readings } from './sayings-open.ts'
import { type BranchScore, pointsOf } from './score.ts'
import type { Sheet } from './sheet.ts'

/** What a score says in few words; points are exact, `shown` has the decimals of the sheet. */
export interface ReportedBranch {
  branch: string
  name: string
  total: ExactText | null
  graded: ExactText | null
  shown: string | null
  level: string | null
  group: string | null
  stars: string[]
  /** The codes of vetoes, ceilings and fail triggers that hold, and the same in words. */
  effects: string[]
  effectsSaid: string[]
  links: { code: string; value: ExactText | null }[]
  indicators: { code: string; points: ExactText | null }[]
  clauses: { code: string; points: ExactText | null }[]
  /** What is still to be mended or ruled on. */
  open: string[]
}

/** One branch for a report. */
export function reported(
  sheet: Sheet,
  { id, name }: Pick<BranchFacts, 'id' | 'name'>,
  score: BranchScore,
  language: Language,
): ReportedBranch {
  const { total, level } = score
  const points = total.state === 'scored' ? total.points : null
  return {
    branch: id,
    name,
    total: points,
    graded: total.state === 'scored' ? total.graded : null,
    shown: points === null ? null : showDecimal(exact(points), sheet.total.places),
    level: level.state === 'level' ? level.name : null,
    group: score.group,
    stars: score.stars.filter(({ won }) => won).map((star) => star.name),
    effects: score.effects.held.map(({ code }) => code),
    effectsSaid: score.effects.held.map((held) => shortEffect(held)[language]),
    links: score.links.map(({ code, value }) => ({ code, value })),
    indicators: sheet.indicators.map(({ code }) => ({ code, points: pointsOf(score, code) })),
    clauses: score.clauses.map(({ clause, outcome }) => ({
      code: clause,
      points: outcome.state === 'points' || outcome.state === 'instead' ? outcome.points : null,
    })),
    open: openItems(score, language),
  }
}

/** Every clause that is not settled, and the level where it is not, in words. */
function openItems(score: BranchScore, language: Language): string[] {
  const clauses = score.clauses.flatMap(({ clause, outcome }) => {
    if (outcome.state === 'unusable')
      return [`${clause}: ${fill(problems[outcome.problem][language], outcome.details)}`]
    if (outcome.state !== 'needs-ruling') return []
    const asked = questions[outcome.question][language]
    const kinds = outcome.question === 'kind-changed' && score.kind.state === 'needs-ruling' ? score.kind.readings : []
    const points = outcome.readings.map((each) =>
      fill(readings[each.word][language], { points: sayExact(each.points) }),
    )
    const options = [...kinds, ...points].join(' / ')
    return [`${clause}: ${asked}${options === '' ? '' : language === 'zh' ? `（${options}）` : ` (${options})`}`]
  })
  const level = score.level.state === 'needs-ruling' ? [score.level.readings.join(' / ')] : []
  const effects = score.effects.open.map((code) => fill(effectOpen[language], { code }))
  return [...clauses, ...level, ...effects]
}

/** A score in lines: item by item its clauses as printed, the facts with their sources, the arithmetic, then total and level. */
export function explained(
  sheet: Sheet,
  branch: BranchFacts,
  { scores }: Pick<Population, 'scores'>,
  language: Language,
): string[] {
  const { indicators, total, level, effects } = explain(sheet, branch.facts, scores.get(branch.id)!)
  const lines = indicators.flatMap(({ indicator, clauses, said, points }) => [
    `${indicator.code} ${indicator.name}${points === null ? '' : ` = ${points}`}`,
    ...clauses.flatMap(({ clause, facts, said }) => [
      `  ${clause.code} ${clause.text}`,
      ...facts.flatMap(({ name, sources }) => sources.map(({ text }) => `    ${name}: ${text}`)),
      ...said.map((each) => `    ${each[language]}`),
    ]),
    ...said.map((each) => `  ${each[language]}`),
  ])
  return [...lines, ...[...total.said, ...level, ...effects].map((each) => each[language])]
}
