import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { frozenInputs } from '#programme/assessment/reads.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type AssessedYear, gatherAll, openAssessed } from './assessment-year.ts'

type Person = keyof AssessedYear['stage']['people']
const person = (year: AssessedYear, name: Person) => year.world.as(year.stage.people[name])

describe('blind marks', () => {
  const canary = '鸢尾七三九'
  const points = '7.1391'
  let year: AssessedYear
  beforeAll(async () => {
    year = await openAssessed()
    await gatherAll(year)
    const assessor = await person(year, 'zhanjiangAssessor')
    await assessor.get(assessmentContract.rate, {
      assessed: year.assessed.huangpu,
      fact: 'rating.core-task',
      points,
      reason: `评分理由${canary}`,
      comparedWith: canary,
    })
  })
  afterAll(() => year.world.close())

  /** Every read of every capability that takes no more than ids of this assessment. */
  async function everythingSeenBy(name: Person): Promise<string> {
    const browser = await person(year, name)
    const seen: string[] = []
    for (const { operation } of year.world.dispatcher.operations.values()) {
      if (operation.method !== 'GET') continue
      // A spreadsheet is written by a process of its own: only the export of this assessment is worth one.
      if (operation.kind === 'download' && !operation.path.endsWith('facts-file')) continue
      const ids = { assessment: year.assessment, organisation: year.stage.organisations.huangpu }
      const branches = [year.assessed.huangpu, year.assessed.window]
      for (const assessed of operation.path.includes(':assessed') ? branches : branches.slice(0, 1)) {
        const asked = await browser.ask(operation, { ...pick(operation.path, { ...ids, assessed }) } as never)
        if (asked.status !== 200 || !asked.body) continue
        const body = asked.body as { bytes?: Uint8Array }
        if (!body.bytes) seen.push(JSON.stringify(asked.body))
        else if (operation.kind === 'download' && operation.path.endsWith('facts-file')) {
          const read = await readWorkbook(body.bytes)
          if (read.ok) seen.push(JSON.stringify(read.value))
        }
      }
    }
    return seen.join('\n')
  }

  function pick(path: string, all: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(all).filter(([name]) => path.includes(`:${name}`)))
  }

  test.each<Person>([
    'rootOffice',
    'rootSecretary',
    'guangzhouOffice',
    'rootAssessor',
    'guangzhouAssessor',
    'huangpuSecretary',
    'huangpuMember',
    'auditAdmin',
  ])('before the freeze %s finds them in no read, list, export or line of history', async (name) => {
    const seen = await everythingSeenBy(name)
    expect(seen.length).toBeGreaterThan(100)
    expect(seen).not.toContain(canary)
    expect(seen).not.toContain(points)
  })

  test('the assessor finds the own mark again', async () => {
    const own = await everythingSeenBy('zhanjiangAssessor')
    expect(own).toContain(canary)
    expect(own).toContain(points)
  })

  test('after the freeze the branch reads marks and reasons without a name, the office with it', async () => {
    const office = await person(year, 'rootOffice')
    await office.get(assessmentContract.freezeAssessment, { assessment: year.assessment })
    const own = JSON.stringify(
      await (await person(year, 'huangpuMember')).get(assessmentContract.readScore, {
        assessed: year.assessed.huangpu,
      }),
    )
    expect(own).toContain(canary)
    expect(own).toMatch(/考评人[12]/)
    for (const name of ['邓芳', '方圆', year.stage.people.zhanjiangAssessor]) expect(own).not.toContain(name)
    const all = JSON.stringify(await office.get(assessmentContract.readScore, { assessed: year.assessed.huangpu }))
    for (const name of ['邓芳', '方圆']) expect(all).toContain(name)
    const inputs = await year.world.act(year.stage.people.rootOffice, (context) =>
      frozenInputs(context, year.assessment),
    )
    expect(JSON.stringify(inputs)).not.toMatch(/邓芳|方圆|谢文/)
  })
})
