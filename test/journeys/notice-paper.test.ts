import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputOf } from '#basics/contract.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { insertPost } from '#programme/organisation/store.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { onNotice, openYear, Visitors } from './theme-year.ts'
import { everyRow, lines } from './whole-database.ts'

/** What came by mailbox, letter, telephone or visit has the same standing as what came by the site. */

const {
  enterPaperVoice,
  mendPaperVoice,
  confirmPaperVoice,
  strikePaperVoice,
  listPaperVoices,
  listOpinions,
  listObjections,
  readNotice,
  readObjector,
} = noticeContract

let world: World
let stage: Stage
let visitors: Visitors
let theme: string
let notice: string
const as = (who: keyof Stage['people']) => visitors.as(who)
/** The second person of the office; the first is rootOffice. */
const second = () => as('windowSecretary')

beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  const { people, organisations } = stage
  await world.act(people.rootOffice, (context) =>
    insertPost(context, {
      person: people.windowSecretary,
      organisation: organisations.root,
      post: 'office',
      fromOn: '2020-01-01',
      importId: null,
      confirmedBy: people.securityAdmin,
    }),
  )
  ;({ theme, notice } = await onNotice(world, stage))
})
afterAll(() => world.close())

const letter = { kind: 'opinion', way: 'letter', givenOn: '2026-07-15', text: '目标要写成数字' } as const
type Key = Omit<InputOf<typeof confirmPaperVoice>, 'paperVoice'>
const key = (change: Partial<Key> = {}): Key => ({
  kind: 'opinion',
  way: 'letter',
  givenOn: '2026-07-15',
  name: '',
  ...change,
})
const objection = {
  kind: 'objection',
  way: 'visit',
  givenOn: '2026-07-15',
  name: '吴倩',
  contact: '020-00000000',
  text: '前年春运由邻近支部承担',
} as const
const waiting = async () => (await (await as('rootOffice')).get(listPaperVoices, { notice, limit: 50 })).rows
const duty = async () =>
  (await world.db.selectFrom('duty').select('state').where('kind', '=', 'notice.answer').executeTakeFirstOrThrow())
    .state
const opinions = async () => (await (await as('rootOffice')).get(listOpinions, { notice, limit: 50 })).rows

describe('an opinion on paper', () => {
  test('is typed in by the handling office alone, and makes sense or is refused with the reason', async () => {
    const office = await as('rootOffice')
    const enter = (change: object) => office.ask(enterPaperVoice, { notice, ...letter, ...change } as never)
    expect((await (await as('huangpuSecretary')).ask(enterPaperVoice, { notice, ...letter } as never)).status).toBe(403)
    expect(await enter({ givenOn: '2026-07-14' })).toMatchObject({ code: 'notice.not-in-period' })
    expect(await enter({ givenOn: '2026-07-16' })).toMatchObject({ code: 'notice.not-in-period' })
    expect(await enter({ contact: '020-00000000' })).toMatchObject({ code: 'notice.contact-without-name' })
    expect(await enter({ kind: 'objection' })).toMatchObject({ code: 'notice.objector-needed' })
    expect(await enter({ way: 'wechat' })).toMatchObject({ status: 422 })
    expect(await waiting()).toEqual([])
  })

  test('counts nowhere until another person has typed its key fields from the paper', async () => {
    const office = await as('rootOffice')
    const { id } = await office.get(enterPaperVoice, { notice, ...letter } as never)
    expect(await opinions()).toEqual([])
    const mine = { paperVoice: id, ...key() }
    expect(await office.ask(confirmPaperVoice, mine)).toMatchObject({ status: 403, code: 'notice.another-person' })
    const other = await second()
    const [seen] = (await other.get(listPaperVoices, { notice, limit: 50 })).rows
    expect(seen).toMatchObject({ text: letter.text, typed: null, allowed: ['confirm', 'strike'] })
    const others: Partial<Key>[] = [
      { way: 'visit' },
      { givenOn: '2026-07-16' },
      { kind: 'objection' },
      { name: '某人' },
    ]
    for (const change of others)
      expect(await other.ask(confirmPaperVoice, { paperVoice: id, ...key(change) })).toMatchObject({
        code: 'notice.paper-differs',
      })
    const both = await Promise.all([1, 2].map(() => other.ask(confirmPaperVoice, mine)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await opinions()).toMatchObject([{ text: letter.text, named: false, by: null, way: 'letter', number: null }])
    expect(await waiting()).toEqual([])
    expect(await lines(world, 'notice.paper-confirmed')).toBe(1)
  })

  test('under a name is known by it to the office alone, and in the database to nobody', async () => {
    const named = { ...letter, name: '欧阳小虎', contact: '码头值班室', text: '建议写进防污染' }
    const { id } = await (await as('rootOffice')).get(enterPaperVoice, { notice, ...named } as never)
    await (await second()).get(confirmPaperVoice, { paperVoice: id, ...key({ name: '欧阳小虎' }) })
    expect((await opinions()).find(({ text }) => text === named.text)).toMatchObject({ named: true, by: '欧阳小虎' })
    const heard = (await (await as('huangpuSecretary')).get(listOpinions, { notice, limit: 50 })).rows
    expect(heard.find(({ text }) => text === named.text)).toMatchObject({ by: null, way: null })
    for (const { table, text } of await everyRow(world)) expect(text.row, table).not.toMatch(/欧阳小虎|码头值班室/)
  })

  test('is mended by whoever typed it in, struck by another, and nothing vanishes', async () => {
    const office = await as('rootOffice')
    const { id } = await office.get(enterPaperVoice, { notice, ...letter, text: '打错的字' } as never)
    expect((await (await second()).ask(mendPaperVoice, { paperVoice: id, ...letter } as never)).status).toBe(403)
    const mended = await office.get(mendPaperVoice, { paperVoice: id, ...letter, text: '改好的字' } as never)
    expect(mended).toMatchObject({ text: '改好的字', typed: { way: 'letter' }, allowed: ['mend'] })
    expect((await office.ask(strikePaperVoice, { paperVoice: id, reason: '重复' })).status).toBe(403)
    await (await second()).get(strikePaperVoice, { paperVoice: id, reason: '与前一封是同一封信' })
    expect(await waiting()).toMatchObject([{ state: 'struck', struck: { reason: '与前一封是同一封信' }, allowed: [] }])
    expect(await (await second()).ask(confirmPaperVoice, { paperVoice: id, ...key() })).toMatchObject({ status: 409 })
    expect(await opinions()).toHaveLength(2)
  })

  test('is answered like any other and changes words under the same kind of number', async () => {
    const office = await as('rootOffice')
    const wordings = [{ where: '创建目标', before: '服务水平有所提高', after: '满意率九成以上' }]
    const opinion = (await opinions()).find(({ text }) => text === letter.text)!.id
    const adopted = { opinion, disposition: 'adopted' as const, reply: '已改成可以检查的目标。', wordings }
    expect(await office.get(noticeContract.answerOpinion, adopted)).toMatchObject({ number: 1 })
  })

  test('two people are enforced by the database as well', async () => {
    const update = world.owner.updateTable('paper_voice').where('struck_by', 'is not', null)
    await expect(update.set({ struck_by: stage.people.rootOffice }).execute()).rejects.toThrow(
      /one_enters_and_another_strikes/,
    )
    const confirmed = world.owner.updateTable('paper_voice').where('confirmed_by', 'is not', null)
    await expect(confirmed.set({ confirmed_by: stage.people.rootOffice }).execute()).rejects.toThrow(
      /one_enters_and_another_confirms/,
    )
  })
})

describe('an objection on paper', () => {
  test('keeps the notice open from the moment it is typed in, and its name is sealed as online', async () => {
    const { id } = await (await as('rootOffice')).get(enterPaperVoice, { notice, ...objection } as never)
    for (const { table, text } of await everyRow(world)) expect(text.row, table).not.toContain('020-00000000')
    await visitors.setTime(noon('2026-07-23'))
    const office = await as('rootOffice')
    expect(await office.ask(themeContract.putInForce, { theme })).toMatchObject({
      status: 409,
      code: 'notice.paper-waiting',
    })
    expect((await office.get(themeContract.readTheme, { theme })).allowed).not.toContain('take-effect')
    const { name, kind, way, givenOn } = objection
    await (await second()).get(confirmPaperVoice, { paperVoice: id, name, kind, way, givenOn } as never)
    const [raised] = (await office.get(listObjections, { notice })).rows
    expect(raised).toMatchObject({ text: objection.text, way: 'visit', raisedOn: '2026-07-15' })
    expect(await office.get(readObjector, { objection: raised!.id })).toEqual({ name: '吴倩', contact: '020-00000000' })
    expect(await office.ask(themeContract.putInForce, { theme })).toMatchObject({ code: 'notice.objection-open' })
    const given = { result: 'not-upheld' as const, reply: '两个支部共同承担。', substance: '对值守的说法有异议' }
    await office.get(noticeContract.answerObjection, { objection: raised!.id, ...given })
  })

  test('a letter posted in time is taken after the last day; one posted later is not', async () => {
    const office = await as('rootOffice')
    expect(await office.ask(enterPaperVoice, { notice, ...letter, givenOn: '2026-07-23' } as never)).toMatchObject({
      code: 'notice.not-in-period',
    })
    const late = await office.get(enterPaperVoice, {
      notice,
      ...letter,
      givenOn: '2026-07-22',
      text: '来迟的信',
    } as never)
    // an opinion never keeps the notice open, compared or not
    await office.get(themeContract.putInForce, { theme })
    expect(await office.ask(enterPaperVoice, { notice, ...letter } as never)).toMatchObject({ code: 'notice.closed' })
    // what is unanswered but for the letter is answered: the duty stands as long as the letter waits
    for (const { id, disposition } of await opinions())
      if (disposition === null)
        await office.get(noticeContract.answerOpinion, {
          opinion: id,
          disposition: 'declined',
          reply: '已另有安排。',
        } as never)
    expect(await duty()).toBe('open')
    await (await second()).get(confirmPaperVoice, { paperVoice: late.id, ...key({ givenOn: '2026-07-22' }) })
    expect(await duty()).toBe('open')
    const { digest } = await world.nobody.get(readNotice, { notice })
    expect(digest).toMatchObject({ opinions: 3, adopted: 1, unanswered: 1, objections: 1, notUpheld: 1 })
    const letterAnswer = { disposition: 'declined' as const, reply: '下一年再议。' }
    const [last] = (await opinions()).filter(({ disposition }) => disposition === null)
    await office.get(noticeContract.answerOpinion, { opinion: last!.id, ...letterAnswer } as never)
    expect(await duty()).toBe('fulfilled')
  })
})
