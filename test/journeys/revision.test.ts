import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { storyContract } from '#programme/theme/contract-story.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { checked, idea, onNotice, openYear, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let visitors: Visitors
/** The theme in force, and the revision of it. */
let old: string
let young: string
const as = (who: keyof Stage['people']) => visitors.as(who)
const reason = '辖区新增两处渡口，任务有了变化'
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  ;({ theme: old } = await onNotice(world, stage))
  await visitors.setTime(noon('2026-07-25'))
  await (await as('rootOffice')).get(themeContract.putInForce, { theme: old })
})
afterAll(() => world.close())

const goals = '年内走遍辖区所有渡口和锚地，群众满意率保持在九成以上。'

describe('a revision', () => {
  test('is the only way to another theme where one is in force, and needs its reason', async () => {
    const secretary = await as('huangpuSecretary')
    const beside = await secretary.ask(themeContract.draftTheme, {
      organisation: stage.organisations.huangpu,
      ...idea,
    })
    expect(beside).toMatchObject({ status: 409, code: 'theme.revise-instead' })
    const bare = await secretary.ask(revisionContract.reviseTheme, { theme: old, kind: 'adjustment', reason: ' ' })
    expect(bare).toMatchObject({ status: 422, fields: { reason: 'text.too-short' } })
    const odd = await secretary.ask(revisionContract.reviseTheme, { theme: old, kind: 'other', reason } as never)
    expect(odd).toMatchObject({ status: 422, fields: { kind: 'input.not-one-of' } })
  })

  test('begins from the text in force; of two begun at once one wins', async () => {
    const secretary = await as('huangpuSecretary')
    expect((await secretary.get(themeContract.readTheme, { theme: old })).mayRevise).toBe(true)
    const begin = () => secretary.ask(revisionContract.reviseTheme, { theme: old, kind: 'adjustment', reason })
    const answers = await Promise.all([begin(), begin()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const begun = answers.find(({ status }) => status === 200)!.body!
    young = begun.id
    expect(begun).toMatchObject({
      state: 'draft',
      texts: idea,
      revision: { of: old, kind: 'adjustment', reason, since: '2026-07-25' },
    })
    expect(begun.revision!.passages.every(({ changed }) => !changed)).toBe(true)
    expect(await begin()).toMatchObject({ status: 409, code: 'theme.one-under-way' })
    expect((await secretary.get(themeContract.readTheme, { theme: old })).mayRevise).toBe(false)
  })

  test('is given up without a trace on the theme in force, and begun again', async () => {
    const secretary = await as('huangpuSecretary')
    expect(await secretary.get(revisionContract.abandonTheme, { theme: young })).toMatchObject({ state: 'abandoned' })
    expect(await secretary.ask(revisionContract.abandonTheme, { theme: young })).toMatchObject({
      status: 409,
      code: 'theme.not-to-be-abandoned',
    })
    expect((await secretary.ask(themeContract.submitTheme, { theme: young })).status).toBe(409)
    young = (await secretary.get(revisionContract.reviseTheme, { theme: old, kind: 'correction', reason })).id
    const explained = { theme: young, kind: 'adjustment' as const, reason: `${reason}，原目标已不够用` }
    const { revision } = await secretary.get(revisionContract.explainRevision, explained)
    expect(revision).toMatchObject({ kind: 'adjustment', reason: `${reason}，原目标已不够用` })
  })

  test('that changes nothing is not handed in; one that does shows which words', async () => {
    const secretary = await as('huangpuSecretary')
    expect(await secretary.ask(themeContract.submitTheme, { theme: young })).toMatchObject({
      status: 409,
      code: 'theme.nothing-revised',
    })
    await secretary.get(themeContract.changeTheme, { theme: young, ...idea, goals })
    const submitted = await secretary.get(themeContract.submitTheme, { theme: young })
    const changed = submitted.revision!.passages.filter((passage) => passage.changed)
    expect(changed).toEqual([
      {
        label: '创建目标',
        changed: true,
        runs: [
          { kind: 'kept', text: '年内走遍辖区所有渡口' },
          { kind: 'new', text: '和锚地' },
          { kind: 'kept', text: '，' },
          { kind: 'gone', text: '服务水平有所提高' },
          { kind: 'new', text: '群众满意率保持在九成以上' },
          { kind: 'kept', text: '。' },
        ],
      },
    ])
    const late = { theme: young, kind: 'renewal' as const, reason }
    expect(await secretary.ask(revisionContract.explainRevision, late)).toMatchObject({
      status: 409,
      code: 'theme.not-to-be-changed',
    })
  })

  test('goes through the same gate while the old theme stays in force, and readers of the notice see both texts', async () => {
    await checked(world, stage, young)
    const { notice } = await (await as('rootOffice')).get(themeContract.publiciseTheme, { theme: young })
    const brand = await world.nobody.get(themeContract.readBrand, { brand: old })
    expect(brand.passages.find(({ label }) => label === '创建目标')!.text).toBe(idea.goals)
    const read = await world.nobody.get(noticeContract.readNotice, { notice: notice!.id })
    expect(read.replaces!.reason).toBe(`${reason}，原目标已不够用`)
    expect(read.replaces!.passages.filter(({ changed }) => changed).map(({ label }) => label)).toEqual(['创建目标'])
    for (const [who, path] of [
      ['nobody', `/notices/${notice!.id}`],
      ['huangpuSecretary', '/my/theme'],
      ['guangzhouOffice', `/my/work/${young}`],
    ] as const) {
      const browser = who === 'nobody' ? world.nobody : await as(who)
      const { status, html } = await browser.page(path)
      expect(status, path).toBe(200)
      expect(html, path).toContain('<del>服务水平有所提高</del>')
      expect(html, path).toContain('<ins>群众满意率保持在九成以上</ins>')
      expect(Buffer.byteLength(html), path).toBeLessThan(30 * 1024)
    }
  })

  test('replaces the old theme the moment it takes effect, and keeps both texts', async () => {
    await visitors.setTime(noon('2026-08-10'))
    const office = await as('rootOffice')
    const inForce = await office.get(themeContract.putInForce, { theme: young })
    expect(inForce).toMatchObject({ state: 'in-force', effectiveOn: '2026-08-10' })
    expect(inForce.revision!.passages.filter(({ changed }) => changed)).toHaveLength(1)
    expect(await office.get(themeContract.readTheme, { theme: old })).toMatchObject({
      state: 'replaced',
      endedOn: '2026-08-10',
    })
    const again = { theme: old, kind: 'adjustment' as const, reason }
    expect(await (await as('huangpuSecretary')).ask(revisionContract.reviseTheme, again)).toMatchObject({
      status: 409,
      code: 'theme.nothing-in-force',
    })
  })
})

describe('the story of the theme', () => {
  const read = async (who: keyof Stage['people'] | null) =>
    (who ? await as(who) : world.nobody).get(storyContract.readStory, { story: stage.organisations.huangpu })

  test('has every text over the years, its secretary, its words before and after, to those concerned', async () => {
    const { themes } = await read('huangpuSecretary')
    expect(themes.map(({ state, effectiveOn }) => [state, effectiveOn])).toEqual([
      ['in-force', '2026-08-10'],
      ['abandoned', null],
      ['replaced', '2026-07-25'],
    ])
    expect(themes[0]).toMatchObject({ secretaries: ['黄志远'], revision: { kind: 'adjustment' } })
    expect(themes[0]!.revision!.passages.filter(({ changed }) => changed).map(({ label }) => label)).toEqual([
      '创建目标',
    ])
    expect(themes[0]!.trail.map(({ step }) => step)).toContain('in-force')
  })

  test('tells the branch its own what took effect, and the public the disclosed texts alone', async () => {
    const own = await read('huangpuMember')
    expect(own.themes).toHaveLength(2)
    expect(own.themes[0]).toMatchObject({ secretaries: ['黄志远'], trail: [] })
    const outside = await read(null)
    expect(outside.themes.map(({ name }) => name)).toEqual([idea.name, idea.name])
    for (const theme of outside.themes) expect(theme).toMatchObject({ secretaries: [], trail: [], call: null })
    expect(JSON.stringify(outside)).not.toMatch(/黄志远|何敏|解晓东/)
    const page = await world.nobody.page(`/stories/${stage.organisations.huangpu}`)
    expect(page.html).toContain('<ins>群众满意率保持在九成以上</ins>')
    expect(Buffer.byteLength(page.html)).toBeLessThan(30 * 1024)
    expect((await world.nobody.page(`/stories/${stage.organisations.xuwen}`)).status).toBe(404)
  })
})

describe('what a theme disclosed inside the Party said', () => {
  test('is not told to the public by the notice of its revision', async () => {
    const { notice: earlier } = await (await as('rootOffice')).get(themeContract.readTheme, { theme: young })
    const narrowed = { notice: earlier!.id, reason: '目标中提到的数量不宜公开' }
    await (await as('rootOffice')).get(noticeContract.narrowNotice, narrowed)
    const secretary = await as('huangpuSecretary')
    const { id } = await secretary.get(revisionContract.reviseTheme, { theme: young, kind: 'renewal', reason })
    await secretary.get(themeContract.changeTheme, { theme: id, ...idea, name: '珠江口守门人', goals })
    await secretary.get(themeContract.submitTheme, { theme: id })
    await checked(world, stage, id)
    const { notice } = await (await as('rootOffice')).get(themeContract.publiciseTheme, { theme: id, scope: 'society' })
    const read = (browser: typeof world.nobody) => browser.get(noticeContract.readNotice, { notice: notice!.id })
    expect((await read(world.nobody)).replaces).toBeNull()
    expect((await read(await as('xuwenMember'))).replaces).not.toBeNull()
  })
})

test('the database itself refuses a revision without a reason, and a second one at once', async () => {
  const [row] = await world.owner.selectFrom('theme').selectAll().where('state', '=', 'noticed').execute()
  const write = (columns: object) => world.owner.updateTable('theme').set(columns).where('id', '=', row!.id).execute()
  await expect(write({ revision_reason: null })).rejects.toThrow('a_revision_says_what_it_replaces_and_why')
  await expect(write({ revises_id: row!.id })).rejects.toThrow('nothing_revises_itself')
})
