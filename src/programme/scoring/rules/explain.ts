import { type ExactText, type RoundingMode, sayExact } from '#basics/exact.ts'
import { fill, type Said } from '#basics/messages.ts'
import type { ClauseLine } from './clauses.ts'
import type { Facts, Source } from './facts.ts'
import { showFormula } from './formula.ts'
import type { IndicatorLine } from './items.ts'
import { notes, words } from './sayings.ts'
import { effectOpen, sayEffect, sayLevelStep } from './sayings-level.ts'
import { problems, questions, readings } from './sayings-open.ts'
import type { BranchScore } from './score.ts'
import type { Indicator, Sheet } from './sheet.ts'
import { type Clause, factsOfClause } from './sheet-clauses.ts'
import type { Arithmetic, Outcome, Step, Term } from './trace.ts'

/** A score in words: for each indicator its clauses, then the total. The steps stand beside their sentences. */
export interface Explanation {
  /** Which sheet the clauses are quoted from; the version is that of whoever keeps it. */
  sheet: { code: string; title: string; year: number }
  indicators: ExplainedIndicator[]
  total: { said: Said[]; steps: Step[]; points: ExactText | null; level: string | null }
  /** Everything that gave, moved or held the level, in order. */
  level: Said[]
  /** What else follows: every effect that holds (C5, C6), and what cannot be looked at yet. */
  effects: Said[]
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
  const { code, title, year } = sheet
  return {
    sheet: { code, title, year },
    level: score.levelSteps.map(sayLevelStep),
    effects: [...score.effects.held.map(sayEffect), ...score.effects.open.map((code) => both(effectOpen, { code }))],
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
    points: outcome.state === 'points' || outcome.state === 'instead' ? outcome.points : null,
  }
}

function explainIndicator({ steps, outcome }: IndicatorLine): Pick<ExplainedIndicator, 'said' | 'steps' | 'points'> {
  if (outcome.state === 'points') return { said: sentences(steps), steps, points: outcome.points }
  return { said: [withoutPoints[outcome.state]], steps, points: null }
}

const withoutPoints: Record<'left-out' | 'open' | 'not-applicable', Said> = {
  'left-out': { zh: '本项不计，其余各项折算。', en: 'This item is left out; the others are rescaled.' },
  open: { zh: '本项待定。', en: 'This item is still open.' },
  'not-applicable': { zh: '本项不适用于这类支部。', en: 'This item is not for branches of this kind.' },
}

function sayOutcome(outcome: Outcome): Said {
  switch (outcome.state) {
    case 'points':
      return both(
        { zh: '本条计 {points} 分。', en: 'This clause counts {points}.' },
        { points: sayExact(outcome.points) },
      )
    case 'instead':
      return both(
        { zh: '整项计 {points} 分。', en: 'The whole item counts {points}.' },
        { points: sayExact(outcome.points) },
      )
    case 'set-aside':
      return { zh: '整项另有规定，本条不计。', en: 'Another clause answers for the item: this one is set aside.' }
    case 'not-applicable':
      return { zh: '不适用于这类支部。', en: 'Not for branches of this kind.' }
    case 'left-out':
      return { zh: '按规定本条不计。', en: 'As the sheet says, this clause is left out.' }
    case 'unusable':
      return both(problems[outcome.problem], outcome.details)
    case 'needs-ruling': {
      const asked = questions[outcome.question]
      const options = outcome.readings.map(({ word, points }) => both(readings[word], { points: sayExact(points) }))
      return {
        zh: `待裁定：${[asked.zh, ...options.map(({ zh }) => zh)].join('；')}。`,
        en: `Needs a ruling: ${[asked.en, ...options.map(({ en }) => en)].join('; ')}.`,
      }
    }
  }
}

function openTotal(clauses: string[]): Said {
  if (clauses.length === 0)
    return { zh: '没有可计的项目，总分待裁定。', en: 'There is nothing to add up; the total needs a ruling.' }
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
    case 'whole':
      return language === 'zh'
        ? `${sayExact(step.of.value)} ${step.steps === 'full' ? '只计满档' : '不满一档按一档'} = ${result}`
        : `${sayExact(step.of.value)}, ${step.steps === 'full' ? 'full steps only' : 'steps begun count'} = ${result}`
    case 'up-to':
      return `${sayExact(step.of.value)} ≤ ${step.bound} = ${result}`
    case 'days-late': {
      const unit = { zh: step.unit === 'days' ? '天' : '个工作日', en: step.unit === 'days' ? 'days' : 'working days' }
      return language === 'zh'
        ? `截止 ${step.due}，报送 ${step.at}，逾期${unit.zh} = ${result}`
        : `due ${step.due}, handed in ${step.at}, ${unit.en} late = ${result}`
    }
    case 'rounded': {
      const { places, mode } = step.rounding
      return language === 'zh'
        ? `${sayExact(step.of.value)} 取 ${places} 位小数（${modes[mode].zh}）= ${result}`
        : `${sayExact(step.of.value)} to ${places} decimals (${modes[mode].en}) = ${result}`
    }
    case 'formula': {
      const values = new Map(step.terms.map(({ code, term }) => [code, number(term.value)]))
      const codes = showFormula(step.formula, (code) => `[${code}]`)
      const numbers = showFormula(step.formula, (code) => values.get(code)!)
      return `${values.size === 0 ? '' : `${codes} = `}${numbers} = ${result}`
    }
    default:
      return `${arithmetic(step.op, step.terms)} = ${result}`
  }
}

const modes: Record<RoundingMode, Said> = {
  'half-up': { zh: '四舍五入', en: 'halves up' },
  'half-even': { zh: '四舍六入五成双', en: 'halves to even' },
  down: { zh: '舍去', en: 'down' },
  up: { zh: '进一', en: 'up' },
}

function arithmetic(op: Arithmetic, terms: Term[]): string {
  const numbers = terms.map(({ value }) => number(value))
  if (op === 'least' || op === 'greatest') return `${signs[op]}(${numbers.join(', ')})`
  return numbers.length === 0 ? '0' : numbers.join(` ${signs[op]} `)
}

/** A number inside arithmetic: in brackets where it is a fraction or below zero. */
function number(value: ExactText): string {
  return value.includes('/') || value.startsWith('-') ? `(${sayExact(value)})` : value
}

function range(atLeast: ExactText | null, x: string, below: ExactText | null): string {
  return `${atLeast === null ? '' : `${atLeast} ≤ `}${x}${below === null ? '' : ` < ${below}`}`
}

function both(sentence: Said, details: Record<string, string | number>): Said {
  return { zh: fill(sentence.zh, details), en: fill(sentence.en, details) }
}
