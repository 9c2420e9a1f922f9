import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { type Browser, noon } from '../world.ts'
import { type AssessedYear, type branchNames, openAssessed } from './assessment-year.ts'

type Person = keyof AssessedYear['stage']['people']
const person = (year: AssessedYear, name: Person) => year.world.as(year.stage.people[name])

describe('self-scoring to the millisecond', () => {
  let year: AssessedYear
  beforeAll(async () => {
    year = await openAssessed('2025-12-04')
  })
  afterAll(() => year.world.close())

  test.each([
    ['2025-12-04T23:59:59.999999+08:00', 409],
    ['2025-12-05T00:00:00.000000+08:00', 200],
    ['2025-12-25T23:59:59.999000+08:00', 200],
    ['2025-12-26T00:00:00.000000+08:00', 409],
    ['2025-12-26T00:00:00.001000+08:00', 409],
  ])('at %s a self-score is answered %d', async (at, status) => {
    await year.world.setTime(at)
    const secretary = await person(year, 'huangpuSecretary')
    const scores = [{ indicator: '1.1', points: '9.5', note: '' }]
    const asked = await secretary.ask(assessmentContract.selfScore, { assessed: year.assessed.huangpu, scores })
    expect(asked.status).toBe(status)
    if (status === 409) expect(asked).toMatchObject({ code: 'assessment.self-scoring-closed' })
  })

  test('what was given stays sealed as it was', async () => {
    await year.world.setTime(noon('2026-01-20'))
    const secretary = await person(year, 'huangpuSecretary')
    const shown = await secretary.get(assessmentContract.readSelfScore, { assessed: year.assessed.huangpu })
    expect(shown).toMatchObject({ total: '9.5', allowed: [] })
  })
})

describe('recusal', () => {
  let year: AssessedYear
  let office: Browser
  beforeAll(async () => {
    year = await openAssessed()
    office = await person(year, 'rootOffice')
  })
  afterAll(() => year.world.close())
  const assign = (assessor: Person, ...branches: (typeof branchNames)[number][]) =>
    office.ask(assessmentContract.assignAssessor, {
      assessment: year.assessment,
      assessor: year.stage.people[assessor],
      assessed: branches.map((branch) => year.assessed[branch]),
    })

  test('nobody is given a branch of the own bureau, not even of another branch in it', async () => {
    expect(await assign('guangzhouAssessor', 'huangpu')).toMatchObject({ status: 409, code: 'assessment.own-unit' })
    expect(await assign('guangzhouAssessor', 'nansha')).toMatchObject({ status: 409, code: 'assessment.own-unit' })
    expect(await assign('guangzhouAssessor', 'patrol')).toMatchObject({ status: 409, code: 'assessment.own-unit' })
    expect(await assign('rootAssessor', 'window')).toMatchObject({ status: 409, code: 'assessment.own-unit' })
    expect(await assign('zhanjiangAssessor', 'xuwen', 'huangpu')).toMatchObject({ status: 409 })
    const { rows } = await office.get(assessmentContract.listAssessors, { assessment: year.assessment })
    expect(rows.flatMap(({ branches }) => branches)).toEqual([])
  })

  test('somebody who is no assessor is not given a branch', async () => {
    expect(await assign('inspector', 'huangpu')).toMatchObject({ status: 409, code: 'assessment.not-an-assessor' })
  })

  test('an assessor who has joined the branch’s bureau since can no longer mark it, and the office sees why', async () => {
    expect(await assign('zhanjiangAssessor', 'huangpu')).toMatchObject({ status: 200 })
    await year.world.setTime(noon('2026-01-20'))
    await year.world.owner
      .updateTable('person')
      .set({ organisation_id: year.stage.organisations.nansha })
      .where('id', '=', year.stage.people.zhanjiangAssessor)
      .execute()
    const assessor = await person(year, 'zhanjiangAssessor')
    const mark = { fact: 'rating.core-task', points: '11', reason: '实地走访', comparedWith: '' }
    expect(await assessor.ask(assessmentContract.rate, { assessed: year.assessed.huangpu, ...mark })).toMatchObject({
      status: 403,
      code: 'assessment.own-unit',
    })
    office = await person(year, 'rootOffice')
    const { rows } = await office.get(assessmentContract.listAssessors, { assessment: year.assessment })
    expect(rows.flatMap(({ branches }) => branches)).toMatchObject([{ assessed: year.assessed.huangpu, ownUnit: true }])
    expect(
      await office.get(assessmentContract.endAssignment, {
        assessment: year.assessment,
        assessor: year.stage.people.zhanjiangAssessor,
        assessed: [year.assessed.huangpu],
        reason: '调入本单位，回避',
      }),
    ).toEqual({ ended: 1 })
  })

  test('an assessor whose post has ended finds the branch no more', async () => {
    await assign('rootAssessor', 'huangpu')
    const assessor = await person(year, 'rootAssessor')
    await year.world.owner
      .updateTable('post')
      .set({ until_on: '2026-01-20' })
      .where('person_id', '=', year.stage.people.rootAssessor)
      .execute()
    const asked = await assessor.ask(assessmentContract.readAssessing, { assessed: year.assessed.huangpu })
    expect(asked.status).toBe(404)
  })

  test('a mark beyond the range, without a reason or without the comparison the clause asks for is refused', async () => {
    await assign('guangzhouAssessor', 'xuwen')
    const assessor = await person(year, 'guangzhouAssessor')
    const give = (mark: { fact: string; points: string; reason: string; comparedWith: string }) =>
      assessor.ask(assessmentContract.rate, { assessed: year.assessed.xuwen, ...mark })
    const mark = { fact: 'rating.core-task', points: '12', reason: '实地走访', comparedWith: '' }
    expect(await give({ ...mark, points: '12.01' })).toMatchObject({ code: 'assessment.mark-out-of-range' })
    expect(await give({ ...mark, points: '-1' })).toMatchObject({ code: 'assessment.mark-out-of-range' })
    expect(await give({ ...mark, reason: '  ' })).toMatchObject({ status: 422 })
    expect(await give({ ...mark, fact: 'rating.advanced', points: '4' })).toMatchObject({
      code: 'assessment.comparison-needed',
    })
    expect(await give({ ...mark, fact: 'inspection.overdue' })).toMatchObject({
      code: 'assessment.not-a-judged-clause',
    })
    expect(await give(mark)).toMatchObject({ status: 200 })
  })
})
