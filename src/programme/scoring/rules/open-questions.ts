import { allow, type Decision, refuse } from '#basics/decision.ts'
import { readExact, writeExact } from '#basics/exact.ts'
import type { Ruling } from './facts.ts'
import { levelNames } from './level.ts'
import { sayLevelStep } from './sayings-level.ts'
import type { BranchScore } from './score.ts'
import type { Sheet } from './sheet.ts'
import type { Reading } from './trace.ts'
import type { Question } from './trace-words.ts'

/** What in a score the sheet leaves to those entitled: by which kind it is assessed, what a clause counts, which level it has. */
export interface OpenQuestion {
  about: 'kind' | 'clause' | 'level'
  /** The clause; empty for the other two. */
  code: string
  /** What is printed; of a level, what made it open. */
  text: string
  question: Question | 'level-open'
  /** What a clause may be read as. */
  readings: Reading[]
  /** The kinds or levels that can be ruled; the likely ones first. */
  names: string[]
}
export type ScoreRuling = Extract<Ruling, { about: OpenQuestion['about'] }>

/** Everything in a score that waits for a ruling. A kind comes first and alone: everything else hangs on it. */
export function openQuestions(sheet: Sheet, score: BranchScore): OpenQuestion[] {
  const { kind, level } = score
  if (kind.state === 'needs-ruling') {
    const names = [...new Set([...kind.readings, ...(sheet.variants?.kinds ?? [])])]
    return [{ about: 'kind', code: '', text: '', question: 'kind-changed', readings: [], names }]
  }
  const clauses = score.clauses.flatMap(({ clause, outcome }): OpenQuestion[] => {
    if (outcome.state !== 'needs-ruling') return []
    const text = sheet.clauses.find(({ code }) => code === clause)!.text
    const { question, readings } = outcome
    return [{ about: 'clause', code: clause, text, question, readings, names: [] }]
  })
  if (level.state !== 'needs-ruling') return clauses
  const names = [...new Set([...level.readings, ...levelNames(sheet)])]
  const text = sayLevelStep(score.levelSteps.at(-1)!).zh
  return [...clauses, { about: 'level', code: '', text, question: 'level-open', readings: [], names }]
}

export type ScoreRulingRefusal = 'scoring.points-needed' | 'scoring.name-needed'

/** A ruling as it is typed: points for a clause, one of the sheet's kinds or levels otherwise. */
export function rulingOf(
  sheet: Sheet,
  typed: { about: OpenQuestion['about']; code: string; decided: string; ground: string },
): Decision<ScoreRuling, ScoreRulingRefusal> {
  const { about, code, decided, ground } = typed
  if (about === 'clause') {
    const points = readExact(decided)
    return points ? allow({ about, clause: code, points: writeExact(points), ground }) : refuse('scoring.points-needed')
  }
  const names = about === 'kind' ? (sheet.variants?.kinds ?? []) : levelNames(sheet)
  if (!names.includes(decided)) return refuse('scoring.name-needed', { names: names.join('、') })
  return allow(about === 'kind' ? { about, kind: decided, ground } : { about, level: decided, ground })
}

/** What a ruling is about, as one text: of several about the same, the latest counts. */
export function matterOf(ruling: Ruling): string {
  if (ruling.about === 'clause') return `clause/${ruling.clause}`
  return ruling.about === 'gate' ? `gate/${ruling.gate}` : ruling.about
}
