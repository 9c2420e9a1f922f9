import type { RecordKind, SampleProgramme } from '#main/sample/types.ts'
import { type Fact, type Facts, type FactValue, surveyValue } from '#programme/scoring/rules/facts.ts'

/** The facts of a branch for the sheet of a year, taken straight from the sample: what the product must come to by itself. */
export function factsByHand(sample: SampleProgramme, code: string, year: number): Facts {
  const own = sample.assessments.find(({ branch }) => branch === code)!
  const { supplied } = own
  const records = sample.records.filter(({ branch, cycle }) => branch === code && cycle === year)
  const months = (kind: RecordKind) =>
    records.filter((record) => record.kind === kind).map(({ happenedOn }) => Number(happenedOn.slice(5, 7)) - 1)
  const held = (kind: RecordKind, periods: number): FactValue => ({
    shape: 'periods',
    done: Array.from({ length: periods }, (_, at) => {
      return months(kind).filter((month) => Math.floor((month * periods) / 12) === at).length
    }),
  })
  const count = (number: number): FactValue => ({ shape: 'count', count: number })
  const flag = (holds: boolean): FactValue => ({ shape: 'flag', holds })
  const marks = (indicator: string): FactValue => ({
    shape: 'ratings',
    ratings: own.ratings
      .filter((rating) => rating.indicator === indicator)
      .map(({ by, points, reason, comparedWith }) => ({
        assessor: by,
        points,
        reason,
        comparedWith: comparedWith ?? '',
      })),
  })
  const theme = sample.themes.find(({ branch }) => branch === code)
  const since = theme?.state === 'in-force' && theme.effectiveOn <= `${year}-12-31` ? theme.effectiveOn : null
  const taken = sample.records.filter(({ adoptedFrom, cycle }) => adoptedFrom === code && cycle === year)
  const values: Record<string, FactValue> = {
    'meeting.members-held': held('members-meeting', 4),
    'meeting.committee-held': held('committee-meeting', 12),
    'branch.election-late': flag(['late', 'extension-approved'].includes(supplied.election.state)),
    'branch.extension-approved': flag(supplied.election.state === 'extension-approved'),
    'branch.team-incomplete': flag(!supplied.leadershipComplete.value),
    'branch.secretary-untrained': flag(!supplied.secretaryTrained.value),
    'training.coverage': {
      shape: 'ratio',
      part: supplied.trainingCoverage.trained,
      whole: supplied.trainingCoverage.held,
    },
    'inspection.overdue': count(supplied.findingsOverdue.count),
    'inspection.repeated': count(supplied.problemsRepeated.count),
    'rating.core-task': marks('2.1'),
    'building.problems-solved': count(months('problem-solved').length),
    'supplied.benchmark': { shape: 'grade', grade: supplied.benchmark.grade },
    'building.activities': count(months('activity').length),
    'survey.satisfaction': surveyValue([{ name: '党员群众', ...own.survey }], 5),
    'rating.advanced': marks('5.1'),
    'theme.in-force-since': { shape: 'since', day: since },
    'building.adopted': count(taken.length),
    'outcome.honours': {
      shape: 'honours',
      honours: own.honours.map(({ level, matter, documentNumber, issuer, awardedOn }) => {
        return { level, matter, document: documentNumber, issuer, on: awardedOn }
      }),
    },
    'veto.discipline': flag(own.veto?.ground === '党员受党纪重处分'),
    'veto.accident': flag(own.veto?.ground === '责任事故'),
  }
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, sources: [] } satisfies Fact]))
}
