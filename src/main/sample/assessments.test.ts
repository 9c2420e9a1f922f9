import { describe, expect, test } from 'vitest'
import type { HonourLevel, SampleAssessment } from './assessment-types.ts'
import { bodyOf } from './organisations.ts'
import { sampleProgramme } from './programme.ts'
import type { SampleOrganisation } from './types.ts'

// The sheet of the sample programme, reckoned by hand in exact fractions: a second opinion on what the data says.
type Fraction = [numerator: bigint, denominator: bigint]
const whole = (text: string | number): Fraction => [BigInt(Math.round(Number(text) * 100)), 100n]
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
const compare = ([a, b]: Fraction, [c, d]: Fraction) => Number(a * d - c * b > 0n) - Number(a * d - c * b < 0n)
const sum = (parts: Fraction[]) => parts.reduce(plus, [0n, 1n])
const show = ([a, b]: Fraction) => Number((a * 100n) / b) / 100

const anchor = '2026-11-22'
const year = 2025
const sample = sampleProgramme({ anchor })
const branches = sample.organisations.filter(({ kind }) => kind === 'branch')
const rated = branches
  .filter(({ setUpOn }) => setUpOn <= `${year}-06-30`)
  .map((branch) => ({ branch, ...reckon(branch) }))

interface Reckoned {
  total: Fraction
  core: Fraction
  first: Fraction
  gates: 'passed' | 'failed' | 'needs-ruling'
}

function reckon({ code }: SampleOrganisation): Reckoned {
  const own = sample.assessments.find(({ branch }) => branch === code)!
  const records = sample.records.filter(({ branch, cycle }) => branch === code && cycle === year)
  const count = (kind: string) => records.filter((record) => record.kind === kind).length
  const mean = (indicator: string): Fraction => {
    const points = own.ratings.filter((rating) => rating.indicator === indicator)
    return times(sum(points.map((rating) => whole(rating.points))), [1n, BigInt(points.length)])
  }
  const { supplied } = own
  const coverage = supplied.trainingCoverage.trained / supplied.trainingCoverage.held
  const life = Math.max(0, 4 - count('members-meeting')) * 1.5 + Math.max(0, 12 - count('committee-meeting')) * 0.5
  const team = (supplied.leadershipComplete.value ? 0 : 4) + (supplied.secretaryTrained.value ? 0 : 2)
  const training = coverage >= 0.95 ? 0 : coverage >= 0.8 ? 1 : 3
  const first = sum([
    whole(Math.max(0, 10 - life - (supplied.election.state === 'late' ? 4 : 0))),
    whole(Math.max(0, 8 - team - training)),
    whole(Math.max(0, 7 - Math.min(5, supplied.findingsOverdue.count) - 2 * supplied.problemsRepeated.count)),
  ])
  const solved = [0, 4, 6, 8][Math.min(3, count('problem-solved'))]!
  const benchmark = { 好: 15, 较好: 12, 一般: 8, 差: 3 }[supplied.benchmark.grade]
  const core = sum([mean('2.1'), whole(solved + benchmark + Math.min(10, 2 * count('activity')))])
  const theme = sample.themes.find(({ branch }) => branch === code)
  const lasting = theme?.state === 'in-force' ? [0, 2, 4, 5][yearsUntilEnd(theme.effectiveOn)]! : 0
  const taken = sample.records.filter((record) => record.adoptedFrom === code && record.cycle === year).length
  const brand = sum([mean('5.1'), whole(lasting), whole(Math.min(5, taken * 2.5))])
  const body = sum([first, core, brand])
  const votes: Fraction = [BigInt(own.survey.satisfied), BigInt(own.survey.valid)]
  const counted = own.survey.valid >= 5 ? plus(body, times(votes, [15n, 1n])) : times(body, [100n, 85n])
  const failed = lasting === 0 || taken === 0 || (own.survey.valid >= 5 && compare(votes, [4n, 5n]) < 0)
  const gates = failed || own.veto ? 'failed' : own.survey.valid < 5 ? 'needs-ruling' : 'passed'
  return { total: plus(counted, whole(bonus(own))), core, first, gates }
}

function yearsUntilEnd(effectiveOn: string): number {
  return Math.max(0, Math.min(3, year + 1 - Number(effectiveOn.slice(0, 4)) - (effectiveOn.slice(5) > '01-01' ? 1 : 0)))
}

function bonus({ honours }: SampleAssessment): number {
  const points: Record<HonourLevel, number> = { 国家级: 5, 省部级: 3, 厅局级: 2 }
  const byMatter = new Map<string, number>()
  for (const { matter, level } of honours) byMatter.set(matter, Math.max(byMatter.get(matter) ?? 0, points[level]))
  return Math.min(
    5,
    [...byMatter.values()].reduce((all, one) => all + one, 0),
  )
}

const atLeast = (points: number) => rated.filter(({ total }) => compare(total, [BigInt(points), 1n]) >= 0).length

describe('last year by the sheet', () => {
  test('15 to 25 in a hundred are excellent, most are good, some pass, three to six fail', () => {
    const excellent = atLeast(90)
    const good = atLeast(80) - excellent
    const passed = atLeast(60) - atLeast(80)
    const failed = rated.length - atLeast(60)
    expect(excellent / rated.length).toBeGreaterThan(0.15)
    expect(excellent / rated.length).toBeLessThan(0.25)
    expect(good / rated.length).toBeGreaterThan(0.5)
    expect(passed).toBeGreaterThan(10)
    expect(failed).toBeGreaterThanOrEqual(3)
    expect(failed).toBeLessThanOrEqual(6)
  })

  test('in eastern Guangdong two equal totals stand at the last place, and sections 2 and 3 tell them apart', () => {
    const east = rated.filter(({ branch, gates }) => branch.region === '粤东' && gates === 'passed')
    const excellent = east.filter(({ total }) => compare(total, [90n, 1n]) >= 0)
    excellent.sort((one, other) => compare(other.total, one.total))
    const places = Math.floor(rated.filter(({ branch }) => branch.region === '粤东').length / 5)
    const [last, next] = [excellent[places - 1]!, excellent[places]!]
    expect(excellent).toHaveLength(places + 1)
    expect(show(last.total)).toBe(90.5)
    expect(compare(last.total, next.total)).toBe(0)
    expect(compare(last.core, next.core)).not.toBe(0)
    expect(compare(last.first, next.first)).toBe(-compare(last.core, next.core))
  })

  test('the named secretary leads a branch that is excellent and passes every gate', () => {
    const { organisation } = sample.namedPeople.find(({ key }) => key === 'namedSecretary')!
    const own = rated.find(({ branch }) => branch.code === organisation)!
    expect(show(own.total)).toBeGreaterThanOrEqual(90)
    expect(own.gates).toBe('passed')
  })

  test('there are hard cases: two exempt, two vetoed, one excellent branch with too few votes, two that nobody learnt from', () => {
    expect(branches.length - rated.length).toBe(2)
    expect(sample.assessments.filter(({ veto }) => veto)).toHaveLength(2)
    const excellent = rated.filter(({ total }) => compare(total, [90n, 1n]) >= 0)
    expect(excellent.filter(({ gates }) => gates === 'needs-ruling')).toHaveLength(1)
    expect(excellent.filter(({ gates }) => gates === 'failed')).toHaveLength(3)
    expect(sample.assessments.filter(({ survey }) => survey.valid < 5)).toHaveLength(4)
  })
})

describe('what was handed in for last year', () => {
  test('no assessor rates a branch of the own body, and each gives both items with a reason', () => {
    const bodyOfPerson = new Map(sample.people.map(({ staffNo, organisation }) => [staffNo, bodyOf(organisation)]))
    for (const { branch, ratings } of sample.assessments) {
      const raters = new Set(ratings.map(({ by }) => by))
      expect(raters.size).toBeGreaterThanOrEqual(2)
      expect(ratings).toHaveLength(raters.size * 2)
      for (const { by, reason, indicator, comparedWith } of ratings) {
        expect(bodyOfPerson.get(by)).not.toBe(bodyOf(branch))
        expect(reason.length).toBeGreaterThan(10)
        expect(comparedWith !== null).toBe(indicator === '5.1')
      }
    }
  })

  test('no rating and no self-score leaves the range of its item', () => {
    const most: Record<string, number> = {
      '1.1': 10,
      '1.2': 8,
      '1.3': 7,
      '2.1': 12,
      '2.2': 8,
      '3.1': 15,
      '3.2': 10,
      '5.1': 5,
      '5.2': 5,
      '5.3': 5,
      B: 5,
    }
    for (const { ratings, selfScores } of sample.assessments)
      for (const { indicator, points } of [...ratings, ...selfScores]) {
        expect(Number(points)).toBeGreaterThanOrEqual(0)
        expect(Number(points)).toBeLessThanOrEqual(most[indicator]!)
      }
  })

  test('no survey has more satisfied than valid votes, or more valid votes than papers', () => {
    for (const { survey } of sample.assessments) {
      expect(survey.satisfied).toBeLessThanOrEqual(survey.valid)
      expect(survey.valid).toBeLessThanOrEqual(survey.handedOut)
    }
  })
})
