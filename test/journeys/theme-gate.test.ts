import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { phraseContract } from '#programme/theme/contract-phrase.ts'
import { usualPhrases } from '#programme/theme/rules/phrase.ts'
import { allYes, questions } from '#programme/theme/rules/questions.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'
import { idea, openYear, pass, submitted, Visitors } from './theme-year.ts'

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

describe('common phrases', () => {
  const place = () => ({ organisation: stage.organisations.guangzhou })
  const offered = async (who: keyof Stage['people'], theme: string) =>
    (await (await as(who)).get(themeContract.readTheme, { theme })).phrases

  test('are the usual ones until an organisation has its own; shared and own, seen by whom they concern', async () => {
    const theme = await submitted(world, stage.people.nanshaSecretary, stage.organisations.nansha, {
      ...idea,
      name: '虎门灯塔',
      meaning: '守着虎门水道，像灯塔一样照着来往的船。',
    })
    expect(await offered('guangzhouOffice', theme)).toEqual([...usualPhrases])
    expect(await offered('nanshaSecretary', theme)).toEqual([])
    expect(await offered('rootOffice', theme)).toEqual([])
    const office = await as('guangzhouOffice')
    await office.get(phraseContract.addPhrase, { ...place(), text: '请写明责任区。', shared: true })
    const own = await office.get(phraseContract.addPhrase, { ...place(), text: '再议。', shared: false })
    expect(await offered('guangzhouOffice', theme)).toEqual(['请写明责任区。', '再议。'])
    expect(await offered('guangzhouSecretary', theme)).toEqual(['请写明责任区。'])
    const secretary = await as('guangzhouSecretary')
    const foreign = await secretary.ask(phraseContract.changePhrase, { phrase: own.id, text: '不议。' })
    expect(foreign.status).toBe(404)
    const here = `/my/work/${theme}`
    expect((await office.page(here)).html).toContain('<option value="请写明责任区。">')
    const fields = {
      '_param.theme': theme,
      stage: '0',
      result: 'return',
      phrase: '请写明责任区。',
      comment: '尤其是三号锚地。',
    }
    expect((await office.post('reviewTheme', fields, here)).status).toBe(303)
    const read = await (await as('nanshaSecretary')).get(themeContract.readTheme, { theme })
    expect(read.reasons).toBe('请写明责任区。\n尤其是三号锚地。')
  })

  test('are there once, also when two add the same at once; changed and removed with forms alone', async () => {
    const ask = async (who: 'guangzhouOffice' | 'guangzhouSecretary') =>
      (await as(who)).ask(phraseContract.addPhrase, { ...place(), text: '同意上报。', shared: true })
    const answers = await Promise.all([ask('guangzhouOffice'), ask('guangzhouSecretary')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const secretary = await as('guangzhouSecretary')
    const here = `/my/phrases/${stage.organisations.guangzhou}`
    const { rows } = await secretary.get(phraseContract.listPhrases, place())
    const shared = rows.find(({ text }) => text === '同意上报。')!
    expect((await secretary.page(here)).html).not.toContain('再议')
    const change = (text: string) => secretary.post('changePhrase', { '_param.phrase': shared.id, text }, here)
    expect((await change('请写明责任区。')).html).toContain('这句常用语已经有了')
    expect((await change('同意，请上报。')).status).toBe(303)
    expect((await secretary.post('removePhrase', { '_param.phrase': shared.id }, here)).status).toBe(303)
    expect((await secretary.get(phraseContract.listPhrases, place())).rows.map(({ text }) => text)).toEqual([
      '请写明责任区。',
    ])
    const again = await secretary.ask(phraseContract.removePhrase, { phrase: shared.id })
    expect(again.status).toBe(404)
  })
})
