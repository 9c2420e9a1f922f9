import { fill, type Said } from '#basics/messages.ts'
import { barredRows } from './barred.ts'
import { lintClauses } from './lint-clauses.ts'
import { found, type Lint } from './lint-found.ts'
import { lintIndicators, lintTotal } from './lint-items.ts'
import { lintOutcomes } from './lint-outcomes.ts'
import { lintSayings } from './lint-sayings.ts'
import { clausesReading, type Sheet } from './sheet.ts'
import { conditionsOf } from './sheet-outcomes.ts'

/** Everything unwise in a well-formed sheet, by table and row. */
export function lint(sheet: Sheet): Lint[] {
  return [
    ...lintFacts(sheet),
    ...lintIndicators(sheet),
    ...lintClauses(sheet),
    ...lintTotal(sheet),
    ...lintPanel(sheet),
    ...lintOutcomes(sheet),
    ...barredRows(sheet).map(({ table, code, bar, words }) =>
      found(table, code, 'barred', { words, what: bar.what, rule: bar.rule }),
    ),
  ]
}

/** Whether the sheet may be issued: no error in it. */
export function mayBeIssued(sheet: Sheet): boolean {
  return lint(sheet).every(({ severity }) => severity !== 'error')
}

/** A lint in words. */
export function sayLint({ word, details }: Lint): Said {
  return { zh: fill(lintSayings[word].zh, details), en: fill(lintSayings[word].en, details) }
}

/** What is said about harsh assessors needs marks, and several assessors. */
function lintPanel({ panel, clauses }: Sheet): Lint[] {
  if (panel.severity === undefined) return []
  const judged = clauses.filter(({ type }) => type === 'A4' || type === 'A4B')
  const fewest = Math.min(panel.least, ...(panel.groups ?? []).map(({ least }) => least))
  return [
    ...(judged.length === 0 ? [found('total', '', 'severity-without-marks')] : []),
    ...(panel.severity === 'corrected' && fewest < 2 ? [found('total', '', 'severity-needs-two')] : []),
    ...judged.filter(({ periods }) => periods).map(({ code }) => found('clauses', code, 'severity-with-periods')),
  ]
}

function lintFacts(sheet: Sheet): Lint[] {
  return sheet.facts.flatMap(({ key, shape, from }) => [
    ...(isRead(sheet, key) ? [] : [found('facts', key, 'fact-unread')]),
    ...(from === 'survey' && shape !== 'survey' && shape !== 'votes'
      ? [found('facts', key, 'survey-without-rule')]
      : []),
  ])
}

function isRead(sheet: Sheet, key: string): boolean {
  const looked = conditionsOf(sheet).some(({ when }) => 'fact' in when && when.fact === key)
  return looked || sheet.variants?.fact === key || clausesReading(sheet, key).length > 0
}
