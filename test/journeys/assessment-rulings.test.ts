import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { frozenScores } from '#programme/assessment/reads.ts'
import type { Facts } from '#programme/scoring/rules/facts.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { hashing } from '#programme/selection/hashing.ts'
import type { Run } from '#programme/selection/rules/run-file.ts'
import { verifyRun } from '#programme/selection/rules/verify.ts'
import { marks } from '../rule-cases/plain-sheet.ts'
import { filledIn, type Office, openBy, openOffice } from './assessing-by-excel.ts'
import { everyFact, everyShape } from './every-shape.ts'

const ground = '局党委2026年1月6日会议研究：按职责认定'

/** A sheet that leaves three things open: the kind of who changed it, marks far apart, the top level without its condition. */
function leavingOpen(): Sheet {
  const sheet = everyShape()
  return {
    ...sheet,
    code: 'RULED',
    clauses: sheet.clauses.map((clause) => (clause.type === 'A4' ? { ...clause, spread: '3' } : clause)),
    levels: sheet.levels.map((level, at) =>
      at === 0
        ? { ...level, requires: [{ text: '有创新项目', when: { kind: 'holds', fact: 'f.flag' }, otherwise: 'ruling' }] }
        : level,
    ),
    quotas: [],
    naming: { level: '好', percent: '100', within: 'all', ties: [] },
  }
}

function factsOf(at: number): Facts {
  const facts = everyFact(at)
  // the second was an office and then a ship; the assessors of the fourth do not agree
  if (at === 1) facts['f.kinds'] = { value: { shape: 'kinds', kinds: ['机关', '船艇'] }, sources: [] }
  if (at === 3) facts['f.ratings'] = { value: marks([2, 9, 7], { groups: ['党员', '党员', '上级'] }), sources: [] }
  return facts
}

describe('what the sheet leaves open is ruled on', () => {
  let office: Office
  let assessment: string
  let roster: Awaited<ReturnType<typeof openBy>>['roster']
  const sheet = leavingOpen()
  const score = (at: number) => office.one.get(assessmentContract.readScore, { assessed: roster[at]!.id })

  beforeAll(async () => {
    office = await openOffice()
    ;({ id: assessment, roster } = await openBy(office, sheet))
    const branches = roster.map(({ name }, at) => ({ name, facts: factsOf(at) }))
    const file = { name: '事实.xlsx', bytes: await filledIn(sheet, branches) }
    for (const browser of [office.one, office.other])
      expect((await browser.get(assessmentContract.uploadFactsFile, { assessment, file })).errors).toEqual([])
  })
  afterAll(() => office.world.close())

  test('the freeze says that questions are open, and leaves them open only when asked to', async () => {
    expect(await office.one.ask(assessmentContract.freezeAssessment, { assessment })).toMatchObject({
      status: 409,
      code: 'assessment.questions-open',
    })
    await office.one.get(assessmentContract.freezeAssessment, { assessment, leaveOpen: true })
    const { rows } = await office.one.get(assessmentContract.listQuestions, { assessment })
    const asked = rows.map(({ branch, questions }) => [
      branch,
      ...questions.map(({ about, code }) => `${about} ${code}`),
    ])
    expect(asked.sort()).toEqual(
      [
        [roster[1]!.name, 'kind '],
        [roster[2]!.name, 'level '],
        [roster[3]!.name, 'clause c7'],
      ].sort(),
    )
  })

  test('nobody but office and secretary of the organisation rules, and only on what is open', async () => {
    const ruling = { assessed: roster[3]!.id, about: 'clause' as const, code: 'c7', decided: '6.5', ground }
    for (const name of ['huangpuSecretary', 'guangzhouOffice', 'rootAssessor'] as const) {
      const asked = await (await office.world.as(office.stage.people[name])).ask(assessmentContract.ruleOnScore, ruling)
      expect([403, 404], name).toContain(asked.status)
    }
    const ask = (more: object) => office.one.ask(assessmentContract.ruleOnScore, { ...ruling, ...more } as never)
    expect(await ask({ code: 'c1' })).toMatchObject({ status: 409, code: 'assessment.nothing-to-rule' })
    expect(await ask({ assessed: roster[0]!.id })).toMatchObject({ status: 409, code: 'assessment.nothing-to-rule' })
    expect(await ask({ decided: '很多' })).toMatchObject({ status: 409, code: 'scoring.points-needed' })
    expect(await ask({ about: 'kind', code: '', decided: '学校', assessed: roster[1]!.id })).toMatchObject({
      status: 409,
      code: 'scoring.name-needed',
    })
    expect((await ask({ ground: '' })).status).toBe(422)
  })

  test('each ruling is applied, and stands in the explanation with its ground, person and day', async () => {
    const rule = (at: number, about: 'kind' | 'clause' | 'level', code: string, decided: string) =>
      office.one.get(assessmentContract.ruleOnScore, { assessed: roster[at]!.id, about, code, decided, ground })
    const ship = await rule(1, 'kind', '', '船艇')
    expect(ship).toMatchObject({
      open: [],
      rulings: [{ about: 'kind', decided: '船艇', ground, by: '梁海燕', counts: true }],
    })
    expect(ship.total).not.toBeNull()
    const marked = await rule(3, 'clause', 'c7', '6.5')
    expect(marked.indicators.find(({ code }) => code === 'i7')).toMatchObject({ points: '6.5' })
    expect(
      marked.indicators
        .flatMap(({ clauses }) => clauses)
        .find(({ code }) => code === 'c7')!
        .said.join(),
    ).toContain(ground)
    const level = await rule(2, 'level', '', '一般')
    expect(level).toMatchObject({ level: '一般', open: [] })
    expect(level.levelSaid.join('\n')).toContain(ground)
    expect((await office.one.get(assessmentContract.listQuestions, { assessment })).rows).toEqual([])
  })

  test('two rule at once: both stay on record, and one of them counts', async () => {
    const rule = (browser: Office['one'], decided: string) =>
      browser.ask(assessmentContract.ruleOnScore, {
        assessed: roster[2]!.id,
        about: 'level',
        code: '',
        decided,
        ground,
      })
    const both = await Promise.all([rule(office.one, '好'), rule(office.other, '一般')])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const { rulings, level } = await score(2)
    expect(rulings).toHaveLength(3)
    expect(rulings.filter(({ counts }) => counts).map(({ decided }) => decided)).toEqual([level])
    expect(new Set(rulings.map(({ version }) => version)).size).toBe(3)
  })

  test('the scores are what the engine makes of facts and rulings', async () => {
    const frozen = await office.world.act(office.stage.people.rootOffice, (context) =>
      frozenScores(context, assessment),
    )
    const level = (await score(2)).level!
    const rulings = (at: number) =>
      at === 1
        ? [{ about: 'kind' as const, kind: '船艇', ground }]
        : at === 2
          ? [{ about: 'level' as const, level, ground }]
          : at === 3
            ? [{ about: 'clause' as const, clause: 'c7', points: '6.5', ground }]
            : []
    const members = roster.map(({ branch: id, region }, at) => ({
      id,
      region,
      facts: factsOf(at),
      rulings: rulings(at),
    }))
    const { scores } = scorePopulation(sheet, members)
    for (const { branch, total, level } of frozen) {
      const engine = scores.get(branch)!
      expect([total, level]).toEqual([
        engine.total.state === 'scored' ? engine.total.points : null,
        engine.level.state === 'level' ? engine.level.name : null,
      ])
    }
  })

  test('the run file holds them, verifies, and an edited ruling is found', async () => {
    const { id: selection } = await office.one.get(selectionContract.prepareSelection, { assessment })
    const run = await office.one.get(selectionContract.runSelection, { selection })
    expect(run.open).toEqual([])
    const { bytes } = await office.one.get(selectionContract.downloadRun, { selection })
    const file = JSON.parse(new TextDecoder().decode(bytes)) as Run
    const inputs = file.inputs.filter(({ data }) => data.kind === 'ruling').map(({ id }) => id.replace(/^[^/]+/, ''))
    expect(inputs.sort()).toEqual(['/ruling/clause/c7', '/ruling/kind', '/ruling/level'])
    expect(verifyRun(file, hashing)).toEqual([])
    const edited = structuredClone(file)
    for (const { data } of edited.inputs)
      if (data.kind === 'ruling' && data.ruling.about === 'clause') data.ruling.points = '10'
    const found = verifyRun(edited, hashing).map(({ kind }) => kind)
    expect(found).toEqual(expect.arrayContaining(['input-changed', 'result-differs', 'root-differs']))
  })
})
