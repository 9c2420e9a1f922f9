import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { frozenScores } from '#programme/assessment/reads.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import { type AssessedYear, branchNames, gatherAll, openAssessed } from './assessment-year.ts'

type Person = keyof AssessedYear['stage']['people']
const person = (year: AssessedYear, name: Person) => year.world.as(year.stage.people[name])

describe('the freeze and after it', () => {
  let year: AssessedYear
  beforeAll(async () => {
    year = await openAssessed()
    await gatherAll(year)
  })
  afterAll(() => year.world.close())

  test('two people freeze at once: one freezes, the other is told that it is frozen', async () => {
    const [one, two] = [await person(year, 'rootOffice'), await person(year, 'rootOffice')]
    const answers = await Promise.all(
      [one, two].map((browser) => browser.ask(assessmentContract.freezeAssessment, { assessment: year.assessment })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ code: 'assessment.frozen-already' })
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from assessment_result`.execute(
      year.world.owner,
    )
    expect(rows[0]!.n).toBe(branchNames.length)
  })

  test('nobody can change what is frozen, not even the application’s own role', async () => {
    const { db } = year.world
    const attempts = [
      db.updateTable('assessment_input').set({ hash: '0'.repeat(64) }),
      db.updateTable('assessment_result').set({ total: '105' }),
      db.updateTable('assessed_branch').set({ rated: false }),
      db.updateTable('rating').set({ points: '12' }),
      db.updateTable('supplied_fact').set({ document: '另一份文件' }),
      db.updateTable('assessor_label').set({ label: '考评人9' }),
      db.deleteFrom('assessment_input'),
      db.deleteFrom('assessment_result'),
      db.deleteFrom('rating'),
    ]
    for (const attempt of attempts) await expect(attempt.execute()).rejects.toThrow(/permission denied/)
    expect(
      await (await person(year, 'rootOffice')).ask(assessmentContract.supplyFact, {
        assessed: year.assessed.huangpu,
        fact: 'inspection.overdue',
        value: { shape: 'count', count: 0 },
        document: '粤海示督〔2026〕1号',
      }),
    ).toMatchObject({ status: 409, code: 'assessment.frozen-already' })
  })

  test('the explanation says every number from which the score is made, and they add up to it', async () => {
    const member = await person(year, 'huangpuMember')
    const score = await member.get(assessmentContract.readScore, { assessed: year.assessed.huangpu })
    const facts = Object.fromEntries(
      [...score.indicators.flatMap(({ clauses }) => clauses), ...score.gates]
        .flatMap((each) => each.facts)
        .map(({ key, value }) => [key, { value: value as never, sources: [] }]),
    )
    const again = scoreBranch(sampleSheet(2025), facts)
    expect(again.total).toMatchObject({ state: 'scored', points: score.total })
    const top = score.indicators.filter(({ parent }) => parent === null)
    const sum = top.reduce((all, { points }) => all + Math.round(Number(points) * 10_000), 0)
    expect(sum / 10_000).toBe(Number(score.total))
    const judged = score.indicators.find(({ code }) => code === '2.1')!
    expect(judged.clauses[0]!.said.join('\n')).toContain('21 ÷ 2 = 10.5')
    expect(judged.clauses[0]!.facts[0]!.sources).toHaveLength(2)
  })

  test('a mistake is corrected by two people; the old value, the reason and both scores stay readable', async () => {
    const office = await person(year, 'rootOffice')
    const assessed = year.assessed.huangpu
    const before = await office.get(assessmentContract.readScore, { assessed })
    const proposal = {
      assessed,
      fact: 'inspection.overdue',
      value: { shape: 'count' as const, count: 0 },
      document: '粤海示督〔2026〕3号',
      reason: '问题已在期限内销号，漏登记',
    }
    const { id } = await office.get(assessmentContract.proposeCorrection, proposal)
    expect(await office.ask(assessmentContract.proposeCorrection, proposal)).toMatchObject({
      code: 'assessment.correction-open',
    })
    expect(await office.ask(assessmentContract.approveCorrection, { correction: id })).toMatchObject({
      status: 403,
      code: 'assessment.second-person',
    })
    const secretary = await person(year, 'rootSecretary')
    expect(await secretary.get(assessmentContract.approveCorrection, { correction: id })).toMatchObject({
      state: 'approved',
      version: 2,
      before: '1',
      after: '0',
    })
    const after = await (await person(year, 'huangpuSecretary')).get(assessmentContract.readScore, { assessed })
    expect(Number(after.total)).toBe(Number(before.total) + 1)
    expect(after).toMatchObject({
      version: 2,
      corrections: [{ before: '1', after: '0', reason: proposal.reason, proposedBy: '梁海燕', decidedBy: '罗建国' }],
    })
    const { rows } = await sql<{ version: number; total: string }>`
      select version, total from assessment_result where assessed_id = ${assessed}::uuid order by version`.execute(
      year.world.owner,
    )
    expect(rows.map(({ version }) => version)).toEqual([1, 2])
    expect(rows[0]!.total).toBe(before.total)
    const scores = await year.world.act(year.stage.people.rootOffice, (context) =>
      frozenScores(context, year.assessment),
    )
    expect(scores.find((each) => each.assessed === assessed)).toMatchObject({ version: 2, total: after.total })
    expect(await secretary.ask(assessmentContract.refuseCorrection, { correction: id, reason: '再议' })).toMatchObject({
      status: 409,
      code: 'assessment.correction-decided',
    })
  })
})
