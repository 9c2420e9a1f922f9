import type { Actions, Context } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { type ExplainedClause, explain } from '#programme/scoring/rules/explain.ts'
import type { Facts } from '#programme/scoring/rules/facts.ts'
import { levelNames } from '#programme/scoring/rules/level.ts'
import { openQuestions } from '#programme/scoring/rules/open-questions.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { conditionsOf, factOfCondition } from '#programme/scoring/rules/sheet-outcomes.ts'
import type { assessmentContract } from './contract.ts'
import { correctionView } from './corrections.ts'
import { rulingViews, sayQuestion } from './question-views.ts'
import { correctionsOf, frozenFactsOf, labelsOf, scoreOf } from './reads-scores.ts'
import { frozen } from './rules/assessment.ts'
import { formOf } from './rules/fact-form.ts'
import { isCounted, isMarks, singleShape } from './rules/fact-source.ts'
import { mayLead, mayReadScore, mayRule } from './rules/permissions.ts'
import { ownTotal } from './rules/self-score.ts'
import { sayValue } from './rules/value.ts'
import { standingOf } from './standing.ts'
import { shownTotal } from './views.ts'

export const scoreActions: Pick<Actions<typeof assessmentContract>, 'readScore'> = {
  readScore: (context, { assessed }) => scoreView(context, assessed),
}

/** The frozen score of a branch in full, for those who may read it. */
export async function scoreView(context: Context, assessed: string) {
  const { row, assessment, sheet, stage } = await standingOf(context, assessed)
  permit(mayReadScore(context.actor, row))
  accept(frozen(stage))
  const result = found(await scoreOf(context, assessed))
  const inputs = await frozenFactsOf(context, assessed)
  const facts: Facts = Object.fromEntries(inputs.map(({ fact, value }) => [fact, value]))
  const leads = mayLead(context.actor, assessment).ok
  const people = leads ? await labelsOf(context, assessed) : new Map<string, string>()
  const hashes = new Map(inputs.map(({ fact, hash }) => [fact, hash]))
  const shown = (key: string) => factView(context, sheet, facts, hashes, people, key)
  const explained = result.score && explain(sheet, facts, result.score)
  const corrections = (await correctionsOf(context, { assessed }))
    .map((each) => correctionView(context, each, assessment, sheet))
    .filter(({ state, allowed }) => leads || state === 'approved' || allowed.length > 0)
  return {
    assessed,
    assessment: assessment.id,
    branch: { id: row.branch, name: row.name },
    title: assessment.sheetTitle,
    sheet: { id: assessment.sheet, code: assessment.sheetCode, hash: assessment.sheetHash },
    rated: row.rated,
    version: result.version,
    frozenAt: assessment.frozenAt!,
    total: result.total,
    shown: shownTotal(sheet, result.total),
    level: result.level,
    said: explained
      ? [...explained.total.said, ...explained.level, ...explained.effects].map((said) => said[context.language])
      : [],
    selfTotal: row.scores && ownTotal(row.scores),
    indicators: (explained?.indicators ?? []).map(({ indicator, clauses, said, points }) => {
      const own = row.scores?.find((each) => each.indicator === indicator.code)
      return {
        code: indicator.code,
        parent: indicator.parent,
        name: indicator.name,
        max: indicator.max,
        points,
        selfPoints: own?.points ?? null,
        selfNote: own?.note ?? null,
        said: said.map((each) => each[context.language]),
        clauses: clauses.map((each) => clauseView(context, each, shown)),
      }
    }),
    gates: row.rated ? gatesOf(sheet, shown) : [],
    corrections,
    open: result.score ? openQuestions(sheet, result.score).map((each) => sayQuestion(context, each)) : [],
    choices: { kind: sheet.variants?.kinds ?? [], level: levelNames(sheet) },
    rulings: await rulingViews(context, assessed),
    levelSaid: explained?.level.map((said) => said[context.language]) ?? [],
    allowed: [
      ...(leads && row.rated ? (['correct'] as const) : []),
      ...(row.rated && mayRule(context.actor, assessment, row).ok ? (['rule'] as const) : []),
    ],
  }
}

type ShownFact = NonNullable<ReturnType<typeof factView>>

function clauseView(
  { language }: Context,
  { clause, facts, said, points }: ExplainedClause,
  shown: (key: string) => ShownFact | null,
) {
  return {
    code: clause.code,
    text: clause.text,
    points,
    said: said.map((each) => each[language]),
    facts: facts.flatMap(({ key }) => shown(key) ?? []),
  }
}

/** Gates and vetoes with the facts they look at; whether they pass is the selection’s to say. */
function gatesOf(sheet: Sheet, shown: (key: string) => ShownFact | null) {
  return conditionsOf(sheet).map(({ code, text, when }) => {
    const key = factOfCondition(when)
    return { code, text, facts: key === null ? [] : [shown(key)].flatMap((fact) => fact ?? []) }
  })
}

/** The form of a fact that a correction can put anew; marks and ballots are given by others. */
function correctable(sheet: Sheet, key: string) {
  const need = sheet.facts.find((each) => each.key === key)
  if (!need || isMarks(sheet, need) || isCounted(singleShape(sheet, need))) return null
  return { ...formOf(sheet, need), of: singleShape(sheet, need) }
}

function factView(
  { language }: Pick<Context, 'language'>,
  sheet: Sheet,
  facts: Facts,
  hashes: Map<string, string>,
  people: Map<string, string>,
  key: string,
) {
  const fact = facts[key]
  if (!fact) return null
  return {
    key,
    name: sheet.facts.find((need) => need.key === key)?.name ?? key,
    said: sayValue(fact.value, language),
    value: fact.value as unknown as Record<string, unknown>,
    hash: hashes.get(key) ?? '',
    form: correctable(sheet, key),
    sources: fact.sources.map(({ kind, id, text }) => ({
      kind,
      id,
      text,
      person: kind === 'rating' ? (people.get(id) ?? null) : null,
    })),
  }
}
