import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { allYes, questions } from '#programme/theme/rules/questions.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'
import { openYear, pass, submitted, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let visitors: Visitors
const as = (who: keyof Stage['people']) => visitors.as(who)
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
})
afterAll(() => world.close())

describe('what a reviewer must look at', () => {
  let theme: string

  test('is answered before a theme is passed; one no sends it back', async () => {
    theme = await submitted(world, stage.people.huangpuSecretary, stage.organisations.huangpu)
    const office = await as('guangzhouOffice')
    const ask = (answers: object) => office.ask(themeContract.reviewTheme, { theme, ...pass, answers })
    const { lasting: _, ...four } = allYes()
    expect(await ask({})).toMatchObject({ status: 409, code: 'theme.questions-open' })
    expect(await ask(four)).toMatchObject({ message: '同意前请逐条核对，还没有作答：长期坚持的条件' })
    expect(await ask({ ...four, lasting: { answer: 'no', remark: '' } })).toMatchObject({
      status: 409,
      code: 'theme.no-cannot-pass',
    })
    expect(await ask({ ...four, lasting: { remark: '再看看' } })).toMatchObject({
      status: 422,
      fields: { 'answers.lasting.answer': expect.any(String) },
    })
    expect(await ask({ ...allYes(), beauty: { answer: 'yes', remark: '' } })).toMatchObject({ status: 422 })
  })

  test('stands in the trail, and a remark at a no is reason enough', async () => {
    const here = `/my/work/${theme}`
    const office = await as('guangzhouOffice')
    const page = await office.page(here)
    expect(page.html).toContain('能长期坚持吗？')
    const fields = {
      '_param.theme': theme,
      stage: '0',
      result: 'return',
      'answers.tie.answer': 'yes',
      'answers.lasting.answer': 'no',
      'answers.lasting.remark': '没有写轮岗后谁来接',
    }
    expect((await office.post('reviewTheme', fields, here)).status).toBe(303)
    const secretary = await as('huangpuSecretary')
    const returned = await secretary.get(themeContract.readTheme, { theme })
    expect(returned).toMatchObject({ state: 'returned', reasons: '长期坚持的条件：没有写轮岗后谁来接' })
    expect(returned.trail.at(-1)!.answers).toEqual([
      { question: 'tie', answer: 'yes', remark: '' },
      { question: 'lasting', answer: 'no', remark: '没有写轮岗后谁来接' },
    ])
    expect((await secretary.page('/my/theme')).html).toContain('长期坚持的条件 否（没有写轮岗后谁来接）')
  })

  test('is refused by the database too, where a pass comes without it', async () => {
    const step = (answers: string | null) =>
      sql`insert into theme_step (theme_id, round, step, person_id, post, organisation_id, comment, at, waited_days, answers)
        values (${theme}, 1, 'passed', ${stage.people.guangzhouOffice}, 'office', ${stage.organisations.guangzhou}, '',
          now(), 0, ${answers}::jsonb)`.execute(world.db)
    const broken = { constraint: 'a_pass_answers_every_question_with_yes' }
    await expect(step(null)).rejects.toMatchObject(broken)
    await expect(step('{}')).rejects.toMatchObject(broken)
    await expect(step(JSON.stringify({ ...allYes(), tie: { answer: 'no' } }))).rejects.toMatchObject(broken)
    await expect(step(JSON.stringify({ tie: { answer: 'yes' } }))).rejects.toMatchObject(broken)
    expect(questions).toHaveLength(5)
  })
})
