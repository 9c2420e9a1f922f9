import { expect, test } from 'vitest'
import { type Fact, type Facts, type FactValue, surveyValue } from '#programme/scoring/rules/facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import type { BranchInput } from '#programme/selection/rules/candidate.ts'
import { select } from '#programme/selection/rules/select.ts'
import { sampleProgramme } from './programme.ts'
import type { RecordKind, SampleOrganisation } from './types.ts'

const year = 2025
const sample = sampleProgramme({ anchor: '2026-11-22' })
const branches = sample.organisations.filter(({ kind }) => kind === 'branch')
const sheet = sampleSheet(year)

function factsOf({ code }: SampleOrganisation): Facts {
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

const inputs: BranchInput[] = branches.map((branch) => ({
  id: branch.code,
  name: branch.name,
  region: branch.region,
  kind: branch.unitKind!,
  setUpOn: branch.setUpOn,
  facts: factsOf(branch),
  selfScore: {},
  rulings: [],
}))
const result = select(sheet, inputs)
const titled = (title: string) => result.branches.filter((branch) => branch.title === title)

test('the engine finds in the sample every fact that its sheet reads', () => {
  for (const { facts } of inputs) expect(() => scoreBranch(sheet, facts)).not.toThrow()
  expect(result.branches.filter(({ total, title }) => total === null && title !== 'not-rated')).toEqual([])
})

test('the levels of last year are spread as a real year would spread them', () => {
  const counts = new Map<string | null, number>()
  for (const { level } of result.branches) counts.set(level, (counts.get(level) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({ 优秀: 49, 良好: 159, 达标: 52, 未达标: 5, null: 2 })
})

test('44 branches are named, two are not rated, one waits for a ruling', () => {
  expect(titled('named')).toHaveLength(44)
  expect(titled('not-rated')).toHaveLength(2)
  expect(titled('needs-ruling')).toHaveLength(1)
})

test('in eastern Guangdong a tie at the line is parted by sections 2 and 3', () => {
  const east = result.quotas.find(({ region }) => region === '粤东')!
  expect(east.named).toBe(east.places)
  const [tie] = result.ties.filter(({ region }) => region === '粤东')
  expect(tie!.by).not.toBeNull()
  const twins = result.branches.filter(({ branch }) => tie!.branches.includes(branch))
  expect(twins.map(({ total }) => total)).toEqual(['90.5', '90.5'])
  expect(twins.map(({ title }) => title).sort()).toEqual(['named', 'not-named'])
})

test('the named secretary leads a branch that the engine names', () => {
  const { organisation } = sample.namedPeople.find(({ key }) => key === 'namedSecretary')!
  expect(titled('named').map(({ branch }) => branch)).toContain(organisation)
})
