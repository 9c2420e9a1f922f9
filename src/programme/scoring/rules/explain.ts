import { type ExactText, sayExact } from '#basics/exact.ts'
import { fill, type Said } from '#basics/messages.ts'
import type { ClauseLine } from './clauses.ts'
import type { Facts, Source } from './facts.ts'
import { notes, problems, questions, readings, words } from './sayings.ts'
import type { BranchScore, IndicatorLine } from './score.ts'
import { type Clause, factsOfClause, type Indicator, type Sheet } from './sheet.ts'
import type { Arithmetic, Outcome, Step, Term } from './trace.ts'

/** A score in words: for each indicator its clauses, then the total. The steps stand beside their sentences. */
export interface Explanation {
  indicators: ExplainedIndicator[]
  total: { said: Said[]; steps: Step[]; points: ExactText | null; level: string | null }
}

export interface ExplainedIndicator {
  indicator: Indicator
  clauses: ExplainedClause[]
  said: Said[]
  steps: Step[]
  points: ExactText | null
}

/** One clause: as printed, the facts it read with their sources, the arithmetic, and what came of it. */
export interface ExplainedClause {
  clause: Clause
  facts: { key: string; name: string; sources: Source[] }[]
  said: Said[]
  steps: Step[]
  points: ExactText | null
}

/** Explains a score so that a person with a pocket calculator gets the same number. */
export function explain(sheet: Sheet, facts: Facts, score: BranchScore): Explanation {
  const lines = new Map(score.clauses.map((line) => [line.clause, line]))
  const { total, level } = score
  return {
    indicators: sheet.indicators.map((indicator, at) => ({
      indicator,
      clauses: sheet.clauses
        .filter((clause) => clause.indicator === indicator.code)
        .map((clause) => explainClause(sheet, clause, facts, lines.get(clause.code)!)),
      ...explainIndicator(score.indicators[at]!),
    })),
    total: {
      said: total.state === 'scored' ? sentences(total.steps) : [openTotal(total.clauses)],
      steps: total.steps,
      points: total.state === 'scored' ? total.points : null,
      level: level.state === 'level' ? level.name : null,
    },
  }
}

function explainClause(sheet: Sheet, clause: Clause, facts: Facts, line: ClauseLine): ExplainedClause {
  const { steps, outcome } = line
  return {
    clause,
    facts: factsOfClause(clause).map((key) => ({
      key,
      name: sheet.facts.find((need) => need.key === key)?.name ?? key,
      sources: facts[key]?.sources ?? [],
    })),
    said: [
      ...line.notes.map(({ word, details }) => both(notes[word], details)),
      ...sentences(steps),
      sayOutcome(outcome),
    ],
    steps,
    points: outcome.state === 'points' ? outcome.points : null,
  }
}

function explainIndicator({ steps, outcome }: IndicatorLine): Pick<ExplainedIndicator, 'said' | 'steps' | 'points'> {
  if (outcome.state === 'points') return { said: sentences(steps), steps, points: outcome.points }
  const said: Said =
    outcome.state === 'left-out'
      ? { zh: '本项不计，其余各项折算。', en: 'This item is left out; the others are rescaled.' }
      : { zh: '本项待定。', en: 'This item is still open.' }
  return { said: [said], steps, points: null }
}

function sayOutcome(outcome: Outcome): Said {
  if (outcome.state === 'points')
    return both(
      { zh: '本条计 {points} 分。', en: 'This clause counts {points}.' },
      { points: sayExact(outcome.points) },
    )
  if (outcome.state === 'left-out')
    return { zh: '有效票过少，本条不计。', en: 'Too few valid votes: this clause is left out.' }
  if (outcome.state === 'unusable') return both(problems[outcome.problem], outcome.details)
  const asked = questions[outcome.question]
  const options = outcome.readings.map(({ word, points }) => both(readings[word], { points: sayExact(points) }))
  return {
    zh: `待裁定：${[asked.zh, ...options.map(({ zh }) => zh)].join('；')}。`,
    en: `Needs a ruling: ${[asked.en, ...options.map(({ en }) => en)].join('; ')}.`,
  }
}

function openTotal(clauses: string[]): Said {
  if (clauses.length === 0)
    return { zh: '各项均不计，总分待裁定。', en: 'Every item was left out; the total needs a ruling.' }
  const codes = clauses.join('、')
  return { zh: `总分待定，尚需处理的条款：${codes}。`, en: `The total is open; clauses to settle: ${codes}.` }
}

const signs: Record<Arithmetic, string> = {
  sum: '+',
  difference: '−',
  product: '×',
  quotient: '÷',
  least: 'min',
  greatest: 'max',
}

/** Each step as `name: arithmetic = result`. */
function sentences(steps: Step[]): Said[] {
  return steps.map((step) => {
    const name = words[step.word]
    const zh = sayStep(step, 'zh')
    return { zh: `${name.zh}：${zh}`, en: `${name.en}: ${sayStep(step, 'en')}` }
  })
}

function sayStep(step: Step, language: 'zh' | 'en'): string {
  const result = sayExact(step.gives)
  switch (step.op) {
    case 'shortfall': {
      const done = step.done.join(language === 'zh' ? '、' : ', ')
      return language === 'zh'
        ? `每期应 ${step.due}，各期实有 ${done}，各期所缺相加 = ${result}`
        : `${step.due} due in each period, done ${done}; what each lacks adds up to = ${result}`
    }
    case 'full-years':
      return language === 'zh'
        ? `自 ${step.from} 至 ${step.to} 满年数 = ${result}`
        : `full years from ${step.from} to ${step.to} = ${result}`
    case 'band':
      return `${range(step.atLeast, sayExact(step.of.value), step.below)} = ${result}`
    case 'named':
      return `${step.name} = ${result}`
    default:
      return `${arithmetic(step.op, step.terms)} = ${result}`
  }
}

function arithmetic(op: Arithmetic, terms: Term[]): string {
  const numbers = terms.map(({ value }) =>
    value.includes('/') || value.startsWith('-') ? `(${sayExact(value)})` : value,
  )
  if (op === 'least' || op === 'greatest') return `${signs[op]}(${numbers.join(', ')})`
  return numbers.length === 0 ? '0' : numbers.join(` ${signs[op]} `)
}

function range(atLeast: ExactText | null, x: string, below: ExactText | null): string {
  return `${atLeast === null ? '' : `${atLeast} ≤ `}${x}${below === null ? '' : ` < ${below}`}`
}

function both(sentence: Said, details: Record<string, string | number>): Said {
  return { zh: fill(sentence.zh, details), en: fill(sentence.en, details) }
}
