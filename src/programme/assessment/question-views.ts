import { fill, type Said } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import type { OpenQuestion, ScoreRuling } from '#programme/scoring/rules/open-questions.ts'
import { questions, readings } from '#programme/scoring/rules/sayings-open.ts'
import { assessmentMessages } from './messages.ts'
import { scoreRulingsOf } from './reads-scores.ts'

/** A question in words, with what may be answered. */
export function sayQuestion({ language }: Pick<Context, 'language'>, each: OpenQuestion) {
  const { about, code, text, question, names } = each
  const said: Said = question === 'level-open' ? assessmentMessages.labels['level-open'] : questions[question]
  return {
    about,
    code,
    text,
    question: said[language],
    readings: each.readings.map(({ word, points }) => ({ points, said: fill(readings[word][language], { points }) })),
    names,
  }
}

/** The rulings on record, and which of them count: of several about the same the latest. */
export async function rulingViews(context: Context, assessed: string) {
  const given = await scoreRulingsOf(context, assessed)
  const seen = new Set<string>()
  return given.map(({ about, ...each }) => {
    const matter = `${about} ${each.code}`
    const counts = !seen.has(matter)
    seen.add(matter)
    return { about: about as ScoreRuling['about'], ...each, counts }
  })
}
