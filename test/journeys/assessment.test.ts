import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '#platform/sha256.ts'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { frozenAssessment, frozenInputs, frozenScores } from '#programme/assessment/reads.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { pointsOf, scoreBranch } from '#programme/scoring/rules/score.ts'
import { makeRun } from '#programme/selection/rules/run-file.ts'
import { noon } from '../world.ts'
import {
  type AssessedYear,
  assignPanel,
  branchNames,
  countVotes,
  openAssessed,
  rateAll,
  supplyAll,
} from './assessment-year.ts'

let year: AssessedYear
beforeAll(async () => {
  year = await openAssessed()
})
afterAll(() => year.world.close())

const as = (person: keyof AssessedYear['stage']['people']) => year.world.as(year.stage.people[person])

test('on opening the roster is taken down in the order of the structure, whatever happens to it later', async () => {
  const office = await as('rootOffice')
  await year.world.owner
    .updateTable('organisation')
    .set({ region: '粤东', name: '改名后的党支部' })
    .where('id', '=', year.stage.organisations.xuwen)
    .execute()
  const { rows } = await office.get(assessmentContract.listAssessed, { assessment: year.assessment, limit: 50 })
  expect(rows.map(({ branch, region }) => [branch.name, region])).toEqual([
    ['广州海事局黄埔海事处党支部', '珠三角'],
    ['广州海事局南沙海事处党支部', '珠三角'],
    ['海巡0931船党支部', '珠三角'],
    ['湛江海事局徐闻海事处党支部', '粤西'],
    ['政务中心窗口党支部', '珠三角'],
  ])
})

test('the office above a branch sees its branches only, and a secretary the own one', async () => {
  const seen = async (person: keyof AssessedYear['stage']['people']) => {
    const { rows } = await (await as(person)).get(assessmentContract.listAssessed, {
      assessment: year.assessment,
      limit: 50,
    })
    return rows.map(({ id }) => branchNames.find((name) => year.assessed[name] === id))
  }
  expect(await seen('zhanjiangOffice')).toEqual(['xuwen'])
  expect(await seen('huangpuSecretary')).toEqual(['huangpu'])
  expect(await seen('guangzhouOffice')).toEqual(['huangpu', 'nansha', 'patrol'])
})

test('the secretary scores the branch on one screen, with what is on record counted already', async () => {
  const secretary = await as('huangpuSecretary')
  const assessed = year.assessed.huangpu
  await supplyAll(year, 'huangpu')
  const before = await secretary.get(assessmentContract.readSelfScore, { assessed })
  expect(before.lines).toHaveLength(12)
  const line = (code: string) => before.lines.find(({ indicator }) => indicator === code)
  expect(line('1.3')).toMatchObject({ least: '0', most: '7', points: null, known: '6' })
  // No meeting is on record: four members' meetings and twelve committee meetings are lacking, held above 0.
  expect(line('1.1')).toMatchObject({ known: '0' })
  expect(line('2.1')).toMatchObject({ known: null })
  const scores = before.lines.map(({ indicator, most, known }) => ({ indicator, points: known ?? most, note: '' }))
  const after = await secretary.get(assessmentContract.selfScore, { assessed, scores })
  expect(after).toMatchObject({ allowed: ['self-score'], total: expect.stringMatching(/^\d/) })
})

test('points beyond an indicator’s maximum, an indicator twice and a section are refused', async () => {
  const secretary = await as('huangpuSecretary')
  const give = (...scores: [string, string][]) =>
    secretary.ask(assessmentContract.selfScore, {
      assessed: year.assessed.huangpu,
      scores: scores.map(([indicator, points]) => ({ indicator, points, note: '' })),
    })
  expect(await give(['1.1', '10.1'])).toMatchObject({ status: 409, code: 'assessment.points-out-of-range' })
  expect(await give(['1.1', '-0.5'])).toMatchObject({ status: 409, code: 'assessment.points-out-of-range' })
  expect(await give(['1.1', '9'], ['1.1', '8'])).toMatchObject({ code: 'assessment.indicator-twice' })
  expect(await give(['1', '20'])).toMatchObject({ status: 409, code: 'assessment.not-an-indicator' })
  expect(await give(['1.1', '九分'])).toMatchObject({ status: 422 })
})

test('what is held already is never asked for, and a value of another kind is refused', async () => {
  const office = await as('rootOffice')
  const supply = (fact: string, value: object) =>
    office.ask(assessmentContract.supplyFact, {
      assessed: year.assessed.huangpu,
      fact,
      value: value as never,
      document: '粤海示组〔2025〕44号',
    })
  expect(await supply('building.activities', { shape: 'count', count: 9 })).toMatchObject({
    status: 409,
    code: 'assessment.fact-held-already',
  })
  expect(await supply('inspection.overdue', { shape: 'flag', holds: true })).toMatchObject({
    code: 'assessment.fact-of-another-shape',
  })
  expect(await supply('supplied.benchmark', { shape: 'grade', grade: '极好' })).toMatchObject({
    code: 'assessment.grade-unlisted',
  })
  expect(await supply('training.coverage', { shape: 'ratio', part: 21, whole: 20 })).toMatchObject({
    code: 'assessment.part-above-whole',
  })
})

test('a survey on paper counts when two people typed the same, and too few votes are kept by nobody', async () => {
  const survey = { assessed: year.assessed.patrol, fact: 'survey.satisfaction', voters: '党员群众' }
  const votes = { eligible: 5, valid: 4, satisfied: 1 }
  const first = await as('guangzhouOffice')
  await first.get(assessmentContract.enterSurvey, { ...survey, ...votes, heldOn: '2025-12-12' })
  expect(await first.ask(assessmentContract.confirmSurvey, { ...survey, ...votes })).toMatchObject({
    status: 403,
    code: 'assessment.second-person',
  })
  const second = await as('rootOffice')
  expect(await second.ask(assessmentContract.confirmSurvey, { ...survey, ...votes, satisfied: 2 })).toMatchObject({
    status: 409,
    code: 'assessment.survey-differs',
  })
  const stored = () => year.world.owner.selectFrom('survey_count').selectAll().executeTakeFirstOrThrow()
  expect(await stored()).toMatchObject({ valid: null, satisfied: null })
  expect(await second.get(assessmentContract.confirmSurvey, { ...survey, ...votes })).toMatchObject({
    state: 'too-few',
    valid: null,
    satisfied: null,
  })
  expect(await stored()).toMatchObject({ sealed: null, eligible: null, valid: null, satisfied: null, too_few: true })
})

test('the branch’s own honour counts only once the office confirmed it', async () => {
  const secretary = await as('huangpuSecretary')
  const office = await as('rootOffice')
  const honour = await secretary.get(assessmentContract.enterHonour, {
    assessed: year.assessed.huangpu,
    fact: 'outcome.honours',
    level: '厅局级',
    matter: '防汛防台先进集体',
    issuer: '市总工会（示例）',
    document: '市示工〔2025〕7号',
    awardedOn: '2025-09-01',
  })
  expect(honour).toMatchObject({ state: 'entered', allowed: ['withdraw'] })
  const { facts } = await office.get(assessmentContract.readAssessed, { assessed: year.assessed.huangpu })
  expect(facts.find(({ key }) => key === 'outcome.honours')).toMatchObject({
    said: null,
    missing: '获得的表彰：有 1 项表彰待确认',
  })
  expect(await secretary.ask(assessmentContract.confirmHonour, { honour: honour.id })).toMatchObject({ status: 403 })
  expect(await office.get(assessmentContract.confirmHonour, { honour: honour.id })).toMatchObject({
    state: 'confirmed',
  })
})

test('marks wait for the end of self-scoring; the freeze names what is missing', async () => {
  for (const branch of branchNames) {
    if (branch !== 'huangpu') await supplyAll(year, branch)
    if (branch !== 'patrol') await countVotes(year, branch)
    await assignPanel(year, branch)
  }
  await expect(rateAll(year, 'huangpu')).rejects.toThrow('assessment.self-scoring-not-over')
  const office = await as('rootOffice')
  const freeze = () => office.ask(assessmentContract.freezeAssessment, { assessment: year.assessment })
  expect(await freeze()).toMatchObject({ status: 409, code: 'assessment.self-scoring-not-over' })
  await year.world.setTime(noon('2025-12-31'))
  const early = await as('rootOffice')
  expect(await early.ask(assessmentContract.freezeAssessment, { assessment: year.assessment })).toMatchObject({
    code: 'assessment.year-not-over',
  })
  await year.world.setTime(noon('2026-01-20'))
  for (const branch of branchNames) if (branch !== 'window') await rateAll(year, branch)
  const later = await as('rootOffice')
  const refused = await later.ask(assessmentContract.freezeAssessment, { assessment: year.assessment })
  expect(refused).toMatchObject({
    status: 409,
    code: 'assessment.incomplete',
    fields: { 政务中心窗口党支部: 'assessment.branch-incomplete' },
  })
  const { branches } = await later.get(assessmentContract.listMissing, { assessment: year.assessment })
  expect(branches).toEqual([
    {
      assessed: year.assessed.window,
      branch: '政务中心窗口党支部',
      missing: ['中心任务中的作用评分：已评 0 人，应评 2 人', '先进性评分：已评 0 人，应评 2 人'],
    },
  ])
})

test('the freeze keeps every fact with its hash; the scores are those the engine computes from them', async () => {
  await rateAll(year, 'window')
  const office = await as('rootOffice')
  const frozen = await office.get(assessmentContract.freezeAssessment, { assessment: year.assessment })
  expect(frozen).toMatchObject({ stage: 'frozen', version: 1, allowed: [] })
  // whoever scored itself did its duty; nobody can any more
  const duties = await year.world.db
    .selectFrom('duty')
    .select('state')
    .where('subject_id', '=', year.assessment)
    .execute()
  expect(duties.map(({ state }) => state).sort()).toEqual(['fulfilled', 'void', 'void', 'void', 'void'])
  const { sheet, inputs, scores } = await year.world.act(year.stage.people.rootOffice, async (context) => ({
    sheet: (await frozenAssessment(context, year.assessment))!.sheet,
    inputs: await frozenInputs(context, year.assessment),
    scores: await frozenScores(context, year.assessment),
  }))
  expect(sheet).toEqual(sampleSheet(2025))
  expect(inputs).toHaveLength(5)
  for (const { branch, score } of scores)
    expect(score).toEqual(scoreBranch(sheet, inputs.find(({ id }) => id === branch)!.facts))
  const huangpu = scores.find(({ assessed }) => assessed === year.assessed.huangpu)!
  // (11 + 10) ÷ 2 for the core task, (4.5 + 4) ÷ 2 for being advanced, 18 of 20 satisfied, one honour of 厅局级.
  expect(pointsOf(huangpu.score!, '2.1')).toBe('10.5')
  expect(pointsOf(huangpu.score!, '5.1')).toBe('4.25')
  expect(pointsOf(huangpu.score!, '4')).toBe('13.5')
  expect(pointsOf(huangpu.score!, 'B')).toBe('2')
  expect(huangpu.total).toBe('56.25')
  // Four votes of 海巡0931 were too few: the item is left out and the others rescaled.
  const patrol = scores.find(({ assessed }) => assessed === year.assessed.patrol)!
  expect(pointsOf(patrol.score!, '4')).toBeNull()
})

test('the hash of each frozen input is the one that a published run gives it', async () => {
  const inputs = await year.world.act(year.stage.people.rootOffice, (context) => frozenInputs(context, year.assessment))
  const hashing = { text: sha256, bytes: () => new Uint8Array(32) }
  const branches = inputs.map((input) => ({ ...input, rulings: [] }))
  const run = makeRun('试算', sampleSheet(2025), branches, hashing)
  const stored = await year.world.owner.selectFrom('assessment_input').select(['input', 'hash']).execute()
  expect(stored.length).toBe(5 * 21)
  const byInput = new Map(stored.map(({ input, hash }) => [input, hash]))
  for (const { id, hash } of run.inputs) expect([id, byInput.get(id)]).toEqual([id, hash])
})
