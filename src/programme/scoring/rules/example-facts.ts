import type { Fact, Facts, FactValue, Honour, Rating } from './facts.ts'
import { surveyValue } from './facts.ts'
import type { FactOrigin } from './sheet.ts'

/** The facts of an invented branch that gets all 100 points of the sample sheet and no bonus, for worked examples and tests. */
export function faultlessFacts(year: number): Facts {
  return {
    'meeting.members-held': fact('record', { shape: 'periods', done: [1, 1, 1, 1] }),
    'meeting.committee-held': fact('record', { shape: 'periods', done: Array.from({ length: 12 }, () => 1) }),
    'branch.election-late': fact('supplied', { shape: 'flag', holds: false }),
    'branch.extension-approved': fact('supplied', { shape: 'flag', holds: false }),
    'branch.team-incomplete': fact('supplied', { shape: 'flag', holds: false }),
    'branch.secretary-untrained': fact('supplied', { shape: 'flag', holds: false }),
    'training.coverage': fact('supplied', { shape: 'ratio', part: 20, whole: 20 }),
    'inspection.overdue': fact('supplied', { shape: 'count', count: 0 }),
    'inspection.repeated': fact('supplied', { shape: 'count', count: 0 }),
    'rating.core-task': fact('rating', marks('12', '12')),
    'building.problems-solved': fact('record', { shape: 'count', count: 3 }),
    'supplied.benchmark': fact('supplied', { shape: 'grade', grade: '好' }),
    'building.activities': fact('record', { shape: 'count', count: 5 }),
    'survey.satisfaction': fact('survey', surveyValue([{ name: '党员群众', valid: 20, satisfied: 20 }], 5)),
    'rating.advanced': fact('rating', marks('5', '5')),
    'theme.in-force-since': fact('theme', { shape: 'since', day: `${year - 4}-03-01` }),
    'building.adopted': fact('record', { shape: 'count', count: 2 }),
    'outcome.honours': fact('supplied', { shape: 'honours', honours: [] }),
    'veto.discipline': fact('supplied', { shape: 'flag', holds: false }),
    'veto.accident': fact('supplied', { shape: 'flag', holds: false }),
  }
}

/** The same facts with some of them replaced, each by its value. */
export function changed(facts: Facts, values: Record<string, FactValue>): Facts {
  const changes = Object.entries(values).map(([key, value]) => [
    key,
    { value, sources: facts[key]?.sources ?? [] } satisfies Fact,
  ])
  return { ...facts, ...Object.fromEntries(changes) }
}

/** Marks of as many assessors, each with a reason and a comparison. */
export function marks(...points: string[]): FactValue {
  const ratings = points.map(
    (mark, at): Rating => ({
      assessor: `考评人${at + 1}`,
      points: mark,
      reason: '查阅台账并实地走访后评定',
      comparedWith: '同片区海事处支部',
    }),
  )
  return { shape: 'ratings', ratings }
}

/** An honour with a document number, unless another is given. */
export function honour(level: string, matter: string, document = '海党〔2025〕12号'): Honour {
  return { level, matter, document, issuer: '上级党委', on: '2025-07-01' }
}

function fact(kind: FactOrigin, value: FactValue): Fact {
  return { value, sources: [{ kind, id: `example-${kind}`, text: '示例来源' }] }
}
