import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#platform/context.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { structureContract } from '#programme/organisation/contract-structure.ts'
import { reorganisationContract } from '#programme/reorganisation/contract.ts'
import { reorganisationJobs } from '#programme/reorganisation/jobs.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { confirm, ends, enter, reorganise, TODAY } from './reorganising.ts'
import { idea, openYear, pass, submitted } from './theme-year.ts'

/** S01.3: set up, renamed, merged, split, moved, dissolved, by a document, and nothing of before is lost. */

let world: World
let stage: Stage
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
})
afterAll(() => world.close())

const of = 'organisation' as const
const office = () => world.as(stage.people.rootOffice)
const newcomer = (name: string, parent: string, kind: 'branch' | 'committee' = 'branch') => ({
  name,
  shortName: name,
  kind,
  parent,
  region: '珠三角',
})
const tree = async (on = TODAY) => (await (await office()).get(structureContract.readStructure, { on })).rows
const named = async (name: string, on = TODAY) => (await tree(on)).find((row) => row.name === name)

describe('an act is entered by one administrator and confirmed by another', () => {
  test('only the system administrator enters, only the security administrator confirms, nobody both', async () => {
    const terms = { kind: 'rename' as const, of, id: stage.organisations.window, name: '窗口党支部', shortName: '窗口' }
    const entry = {
      terms,
      effectiveOn: TODAY,
      document: '示海党〔2026〕7号',
      issuer: '示例海事局党委',
      reason: '规范名称',
    }
    for (const who of ['securityAdmin', 'auditAdmin', 'rootOffice', 'rootSecretary'] as const)
      expect(
        await (await world.as(stage.people[who])).ask(reorganisationContract.enterReorganisation, entry),
      ).toMatchObject({ status: 403, code: 'reorganisation.only-the-system-admin-enters' })
    const entered = await enter(world, stage, terms)
    expect(entered.body).toMatchObject({
      state: 'entered',
      title: '政务中心窗口党支部更名为窗口党支部',
      allowed: ['withdraw'],
    })
    const reorganisation = entered.body!.id
    const by = async (person: string) =>
      (await world.as(person)).ask(reorganisationContract.confirmReorganisation, { reorganisation })
    expect((await by(stage.people.systemAdmin)).status).toBe(403)
    expect((await by(stage.people.rootOffice)).status).toBe(404)
    expect((await named('政务中心窗口党支部'))?.id).toBe(stage.organisations.window)
    expect((await by(stage.people.securityAdmin)).body).toMatchObject({ state: 'in-effect' })
    expect((await named('窗口党支部'))?.id).toBe(stage.organisations.window)
    expect(await by(stage.people.securityAdmin)).toMatchObject({ status: 409, code: 'reorganisation.not-waiting' })
  })

  test('two confirmations at once: one takes effect, the other is told', async () => {
    const terms = { kind: 'region' as const, of, id: stage.organisations.window, region: '粤东' }
    const { body } = await enter(world, stage, terms)
    const answers = await Promise.all([confirm(world, stage, body!.id), confirm(world, stage, body!.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('it can be refused and withdrawn with a reason, and does nothing then', async () => {
    const terms = { kind: 'region' as const, of, id: stage.organisations.window, region: '粤西' }
    const { body: first } = await enter(world, stage, terms)
    const security = await world.as(stage.people.securityAdmin)
    const refused = await security.get(reorganisationContract.refuseReorganisation, {
      reorganisation: first!.id,
      reason: '文号不对',
    })
    expect(refused).toMatchObject({ state: 'refused', ended: { by: '曾静怡', reason: '文号不对' }, effect: null })
    const { body: second } = await enter(world, stage, terms)
    const system = await world.as(stage.people.systemAdmin)
    await system.get(reorganisationContract.withdrawReorganisation, { reorganisation: second!.id, reason: '登记错了' })
    expect(await confirm(world, stage, second!.id)).toMatchObject({ status: 409 })
    expect((await named('窗口党支部'))?.region).toBe('粤东')
  })

  test('nonsense is refused with its field, and what cannot be with its reason', async () => {
    const { root, huangpu, guangzhou } = stage.organisations
    const system = await world.as(stage.people.systemAdmin)
    const ask = (terms: unknown, effectiveOn = TODAY) =>
      system.ask(reorganisationContract.enterReorganisation, {
        terms,
        effectiveOn,
        document: '示海党〔2026〕8号',
        issuer: '示例海事局党委',
        reason: '测试',
      } as never)
    expect((await ask({ kind: 'explode', of, id: huangpu })).status).toBe(422)
    expect((await ask({ kind: 'rename', of, id: huangpu, name: '', shortName: '' })).status).toBe(422)
    expect((await ask({ kind: 'rename', of, id: huangpu, name: '甲', shortName: '甲', extra: 1 })).status).toBe(422)
    expect((await ask({ kind: 'rename', of, id: crypto.randomUUID(), name: '甲', shortName: '甲' })).status).toBe(404)
    const refusals: [unknown, string, string?][] = [
      [{ kind: 'move', of, id: huangpu, parent: huangpu }, 'organisation.below-itself'],
      [{ kind: 'move', of, id: root, parent: guangzhou }, 'organisation.below-itself'],
      [{ kind: 'move', of, id: huangpu, parent: null }, 'reorganisation.needs-one-above'],
      [{ kind: 'rename', of, id: huangpu, name: '湛江海事局党委', shortName: '甲' }, 'organisation.name-taken'],
      [
        { kind: 'set-up', of, newcomer: { ...newcomer('丁', root), kind: 'ship' }, units: [] },
        'reorganisation.wrong-kind',
      ],
      [{ kind: 'dissolve', of, id: root, successor: guangzhou, bequests: [] }, 'organisation.one-top'],
      [
        { kind: 'merge', of, ids: [huangpu], into: guangzhou, bequests: [ends(huangpu)] },
        'reorganisation.kinds-differ',
      ],
      [{ kind: 'move', of, id: huangpu, parent: root }, 'organisation.not-there-yet', '2019-06-01'],
      [{ kind: 'move', of, id: huangpu, parent: root }, 'reorganisation.too-far-ahead', '2030-01-01'],
    ]
    for (const [terms, code, day] of refusals) expect(await ask(terms, day), code).toMatchObject({ status: 409, code })
  })
})

describe('an act of last year', () => {
  test('stands in the structure from its document’s day on, and not before', async () => {
    const { guangzhou, zhanjiang, xuwen } = stage.organisations
    const act = await reorganise(
      world,
      stage,
      { kind: 'move', of, id: xuwen, parent: guangzhou },
      '2025-03-01',
      '示海党〔2025〕2号',
    )
    const under = async (on: string) => (await tree(on)).find(({ id }) => id === xuwen)?.parent
    expect(await under('2025-02-28')).toBe(zhanjiang)
    expect(await under('2025-03-01')).toBe(guangzhou)
    expect(act.effect?.before.find(({ id }) => id === xuwen)).toMatchObject({ parent: zhanjiang, party: true })
    expect(act.effect?.after.find(({ id }) => id === xuwen)).toMatchObject({ parent: guangzhou })
    const back = await enter(world, stage, { kind: 'move', of, id: xuwen, parent: zhanjiang }, '2025-02-01')
    expect(back).toMatchObject({ status: 409, code: 'organisation.changed-later' })
    await reorganise(
      world,
      stage,
      { kind: 'move', of, id: xuwen, parent: zhanjiang },
      '2026-02-01',
      '示海党〔2026〕1号',
    )
    expect(await under('2025-12-31')).toBe(guangzhou)
    expect(await under(TODAY)).toBe(zhanjiang)
  })

  test('its organisation’s history names every act with its document', async () => {
    const browser = await office()
    const { rows } = await browser.get(reorganisationContract.listReorganisationsOf, {
      organisation: stage.organisations.xuwen,
    })
    expect(rows.map(({ title, document }) => [title, document])).toEqual([
      ['湛江海事局徐闻海事处党支部划归广州海事局党委', '示海党〔2025〕2号'],
      ['湛江海事局徐闻海事处党支部划归湛江海事局党委', '示海党〔2026〕1号'],
    ])
    const places = await browser.get(structureContract.listPlaces, { organisation: stage.organisations.xuwen })
    expect(places.places).toHaveLength(3)
  })
})

describe('a merge in mid-review', () => {
  let theme = ''
  let act: Awaited<ReturnType<typeof reorganise>>

  test('is shown before it is confirmed: people, posts, the theme under review', async () => {
    const { nansha, huangpu } = stage.organisations
    theme = await submitted(world, stage.people.nanshaSecretary, nansha, { ...idea, name: '南沙港湾' })
    const bequests = [{ organisation: nansha, inForce: 'end' as const, underWay: 'with-successor' as const }]
    const { body } = await enter(world, stage, { kind: 'merge', of, ids: [nansha], into: huangpu, bequests })
    expect(body!.title).toBe('广州海事局南沙海事处党支部并入广州海事局黄埔海事处党支部')
    const texts = body!.effect!.lines.map(({ text }) => text)
    expect(texts).toEqual([
      '广州海事局南沙海事处党支部的党员 3 名、职工 0 名转入广州海事局黄埔海事处党支部',
      '广州海事局南沙海事处党支部的书记岗位结束（王𬭎）',
      '广州海事局南沙海事处党支部的主题“南沙港湾”由广州海事局黄埔海事处党支部延续',
    ])
    // nothing has happened yet
    expect((await named('广州海事局南沙海事处党支部'))?.id).toBe(nansha)
    expect(await (await world.as(stage.people.nanshaSecretary)).get(themeContract.readTheme, { theme })).toMatchObject({
      branch: { id: nansha },
    })
    const confirmed = await confirm(world, stage, body!.id, body!.effect!.seen)
    expect(confirmed.status).toBe(200)
    act = confirmed.body!
  })

  test('afterwards both pages stand: before with two branches, after with one', async () => {
    const { nansha, huangpu } = stage.organisations
    const places = (rows: NonNullable<typeof act.effect>['before']) =>
      rows.filter(({ party }) => party).map(({ id, people }) => [id, people])
    expect(places(act.effect!.before)).toEqual(
      expect.arrayContaining([
        [huangpu, 4],
        [nansha, 3],
      ]),
    )
    expect(places(act.effect!.after)).toEqual([[huangpu, 7]])
    const read = await (await office()).get(reorganisationContract.readReorganisation, { reorganisation: act.id })
    expect(read.effect!.lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['people', 'post', 'theme']))
    const gone = await (await office()).get(organisationContract.readOrganisation, { organisation: nansha })
    expect(gone).toMatchObject({ dissolvedOn: TODAY, successor: { id: huangpu } })
  })

  test('the theme goes on with the successor, where it stood, and its trail says why', async () => {
    const secretary = await world.as(stage.people.huangpuSecretary)
    const view = await secretary.get(themeContract.readTheme, { theme })
    expect(view).toMatchObject({
      state: 'submitted',
      branch: { id: stage.organisations.huangpu },
      at: { id: stage.organisations.guangzhou },
    })
    expect(view.trail.map(({ step }) => step)).toEqual(['drafted', 'submitted', 'handed-over'])
    expect(view.trail.at(-1)!.comment).toContain('示海党〔2026〕8号')
    const reviewer = await world.as(stage.people.guangzhouOffice)
    expect((await reviewer.get(themeContract.reviewTheme, { theme, ...pass })).at).toMatchObject({
      id: stage.organisations.root,
    })
  })

  test('rights change with the next request: the post is gone, belonging is with the successor', async () => {
    const former = await world.as(stage.people.nanshaSecretary)
    const me = await former.get(organisationContract.readMe, {})
    expect(me.posts).toEqual([expect.objectContaining({ post: 'member', organisation: stage.organisations.huangpu })])
    expect((await former.ask(themeContract.readTheme, { theme })).status).toBe(404)
    const rights = await (await office()).get(structureContract.readRights, {
      person: stage.people.nanshaSecretary,
      on: '2026-07-14',
    })
    expect(rights).toMatchObject({
      belongs: { name: '广州海事局南沙海事处党支部' },
      posts: [{ post: 'secretary', organisation: { name: '广州海事局南沙海事处党支部' } }],
    })
  })

  test('what is gone takes nothing more: no draft, no post, no other act', async () => {
    const { nansha, huangpu } = stage.organisations
    const system = await world.as(stage.people.systemAdmin)
    const granted = await system.ask(organisationContract.grantPost, {
      person: stage.people.huangpuMember,
      organisation: nansha,
      post: 'inspector',
      fromOn: TODAY,
    })
    expect(granted).toMatchObject({ status: 409, code: 'organisation.is-dissolved' })
    expect(await enter(world, stage, { kind: 'region', of, id: nansha, region: '粤东' })).toMatchObject({
      status: 409,
      code: 'organisation.is-dissolved',
    })
    expect(
      await enter(world, stage, { kind: 'merge', of, ids: [huangpu], into: nansha, bequests: [ends(huangpu)] }),
    ).toMatchObject({ status: 409, code: 'reorganisation.no-heir' })
  })
})

describe('who reviews follows the structure', () => {
  test('a branch that moves between two stages is reviewed by those above it now', async () => {
    const { window, zhanjiang, root } = stage.organisations
    const theme = await submitted(world, stage.people.windowSecretary, window, { ...idea, name: '窗口一盏灯' })
    const secretary = await world.as(stage.people.windowSecretary)
    expect((await secretary.get(themeContract.readTheme, { theme })).route.map(({ id }) => id)).toEqual([root])
    await reorganise(world, stage, { kind: 'move', of, id: window, parent: zhanjiang })
    const view = await secretary.get(themeContract.readTheme, { theme })
    expect(view.route.map(({ id }) => id)).toEqual([zhanjiang, root])
    expect(view).toMatchObject({ at: { id: zhanjiang } })
    expect(view.trail.at(-1)).toMatchObject({ step: 'rerouted' })
    const reviewer = await world.as(stage.people.zhanjiangOffice)
    expect((await reviewer.get(themeContract.reviewTheme, { theme, ...pass })).at).toMatchObject({ id: root })
  })

  test('a committee that is merged leaves its branches, its reviews and its duties to the other', async () => {
    const { zhanjiang, guangzhou, xuwen, window } = stage.organisations
    const theme = await submitted(world, stage.people.xuwenSecretary, xuwen, { ...idea, name: '琼州航迹' })
    const act = await reorganise(world, stage, { kind: 'merge', of, ids: [zhanjiang], into: guangzhou, bequests: [] })
    const secretary = await world.as(stage.people.xuwenSecretary)
    const view = await secretary.get(themeContract.readTheme, { theme })
    expect(view).toMatchObject({ state: 'submitted', at: { id: guangzhou } })
    expect((await tree()).filter(({ parent }) => parent === guangzhou).map(({ id }) => id)).toEqual(
      expect.arrayContaining([xuwen, window]),
    )
    expect(act.effect!.lines.filter(({ kind }) => kind === 'below')).toHaveLength(2)
    // what the merged one passed counts for its successor: the window's theme stays where it was
    const old = await (await office()).get(themeContract.listThemes, { search: '窗口一盏灯', limit: 5 })
    expect(old.rows[0]).toMatchObject({ state: 'submitted', at: { id: stage.organisations.root } })
    const former = await (await world.as(stage.people.zhanjiangOffice)).get(organisationContract.readMe, {})
    expect(former.posts.map(({ post }) => post)).toEqual(['member'])
    const open = await sql`select 1 from duty where organisation_id = ${zhanjiang} and state = 'open'`.execute(
      world.owner,
    )
    expect(open.rows).toEqual([])
  })
})

describe('an act of a later day', () => {
  test('is planned, can be withdrawn, and takes effect by itself on its day', async () => {
    const { general, patrol } = stage.organisations
    const planned = await reorganise(
      world,
      stage,
      { kind: 'rename', of, id: patrol, name: '海巡0932船党支部', shortName: '海巡0932' },
      '2026-08-01',
    )
    expect(planned).toMatchObject({ state: 'planned', allowed: [] })
    expect(await named('海巡0931船党支部')).toBeDefined()
    const other = await reorganise(
      world,
      stage,
      { kind: 'move', of, id: patrol, parent: stage.organisations.root },
      '2026-08-02',
    )
    const system = await world.as(stage.people.systemAdmin)
    await system.get(reorganisationContract.withdrawReorganisation, { reorganisation: other.id, reason: '另行研究' })
    const run = () =>
      world.dispatcher.act(nobody, (context) => reorganisationJobs['reorganisation.take-effect']!(context, {}))
    await run()
    expect(await named('海巡0931船党支部')).toBeDefined()
    await world.setTime(noon('2026-08-03'))
    await run()
    await run()
    expect(await named('海巡0932船党支部', '2026-08-03')).toMatchObject({ id: patrol, parent: general })
    expect(await named('海巡0932船党支部', '2026-07-31')).toBeUndefined()
    const view = await (await office()).get(reorganisationContract.readReorganisation, { reorganisation: planned.id })
    expect(view).toMatchObject({ state: 'in-effect', confirmedBy: '曾静怡' })
  })

  test('that cannot be done any more is kept with the reason, and nothing of it is done', async () => {
    const { general, patrol, huangpu } = stage.organisations
    const planned = await reorganise(
      world,
      stage,
      { kind: 'merge', of, ids: [patrol], into: huangpu, bequests: [ends(patrol)] },
      '2026-08-10',
    )
    await reorganise(
      world,
      stage,
      { kind: 'dissolve', of, id: patrol, successor: general, bequests: [ends(patrol)] },
      '2026-08-03',
    )
    await world.setTime(noon('2026-08-10'))
    await world.dispatcher.act(nobody, (context) => reorganisationJobs['reorganisation.take-effect']!(context, {}))
    const system = await world.as(stage.people.systemAdmin)
    const view = await system.get(reorganisationContract.readReorganisation, { reorganisation: planned.id })
    expect(view).toMatchObject({ state: 'blocked', allowed: ['withdraw'] })
    expect(view.hindrance).toContain('已于 2026-08-03 撤销')
    await system.get(reorganisationContract.withdrawReorganisation, { reorganisation: planned.id, reason: '已撤销' })
  })
})

describe('a split and a dissolution', () => {
  test('named people go to the new branch, with its document, and the theme in force goes on or ends', async () => {
    const { guangzhou, huangpu } = stage.organisations
    const parts = [
      {
        newcomer: newcomer('广州海事局黄埔海事处第二党支部', guangzhou),
        people: [stage.people.huangpuMember],
        below: [],
      },
    ]
    await reorganise(world, stage, { kind: 'split', of, id: huangpu, parts, heir: null, bequests: [] }, '2026-08-10')
    const second = (await named('广州海事局黄埔海事处第二党支部', '2026-08-10'))!
    const me = await (await world.as(stage.people.huangpuMember)).get(organisationContract.readMe, {})
    expect(me.posts).toMatchObject([{ post: 'member', organisation: second.id }])
    const wrong = await enter(
      world,
      stage,
      {
        kind: 'split',
        of,
        id: huangpu,
        parts: [{ newcomer: newcomer('第三党支部', guangzhou), people: [stage.people.xuwenMember], below: [] }],
        heir: null,
        bequests: [],
      },
      '2026-08-10',
    )
    expect(wrong).toMatchObject({ status: 409, code: 'reorganisation.not-of-this-one' })
  })

  test('nobody confirms what ends a post of their own', async () => {
    const { guangzhou, root } = stage.organisations
    await sql`update post set organisation_id = ${guangzhou} where person_id = ${stage.people.auditAdmin}`.execute(
      world.owner,
    )
    const last = await enter(
      world,
      stage,
      { kind: 'dissolve', of, id: guangzhou, successor: root, bequests: [] },
      '2026-08-10',
    )
    expect(last).toMatchObject({ status: 409, code: 'organisation.last-administrator' })
    await sql`update post set organisation_id = ${root} where person_id = ${stage.people.auditAdmin}`.execute(
      world.owner,
    )
  })
})

test('the whole of it stands in the database: each place, each tie, each path, each post', async () => {
  const bad = await sql`
    select organisation.id from organisation full join structure_on('2026-08-10') day on day.id = organisation.id
    where (organisation.dissolved_on is null and (day.id is null or (organisation.name, organisation.path) is distinct from (day.name, day.path)))
      or (organisation.dissolved_on is not null and day.id is not null)
    union all select post.id from post join organisation on organisation.id = post.organisation_id
      where organisation.dissolved_on is not null and (post.until_on is null or post.until_on > '2026-08-10')
    union all select person.id from person join organisation on organisation.id = person.organisation_id
      where organisation.dissolved_on is not null`.execute(world.owner)
  expect(bad.rows).toEqual([])
})
