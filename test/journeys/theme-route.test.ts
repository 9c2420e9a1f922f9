import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { routeContract } from '#programme/theme/contract-route.ts'
import { type RoutePlan, usualPlan } from '#programme/theme/rules/route.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
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

const today = '2026-07-15'

/** Bureaus return only, within three days; at the root first the office, then the secretary. */
const strict: RoutePlan = {
  ...usualPlan(),
  committee: [
    { kind: 'committee', by: 'office', days: 3, mayReject: false },
    { kind: 'root', by: 'both', days: null, mayReject: true },
  ],
}
const root = () => stage.organisations.root

describe('the route of reviews', () => {
  let old: string

  test('is everyone above until the office sets one', async () => {
    old = await submitted(world, stage.people.nanshaSecretary, stage.organisations.nansha, {
      ...idea,
      name: '虎门灯塔',
    })
    const plans = await (await as('rootOffice')).get(routeContract.readRoutePlans, { organisation: root() })
    expect(plans).toMatchObject({ runs: true, inForce: null, versions: [], allowed: ['set'] })
    const view = await (await as('nanshaSecretary')).get(themeContract.readTheme, { theme: old })
    expect(view.route).toMatchObject([
      { id: stage.organisations.guangzhou, posts: ['office', 'secretary'], days: 5, mayReject: true },
      { id: root(), posts: ['office', 'secretary'], days: 5, mayReject: true },
    ])
    // The fifth working day after Wednesday the 15th.
    expect(view).toMatchObject({ dueOn: '2026-07-22', late: false, nobody: false, results: [] })
    expect(view.route[0]!.reviewers).toEqual(['何敏', '欧阳志强'])
  })

  test('is set by the own office alone, from today on, for whoever submits later', async () => {
    const office = await as('rootOffice')
    const plan = { organisation: root(), fromOn: today, plan: strict }
    expect(await (await as('rootSecretary')).ask(routeContract.setRoutePlan, plan)).toMatchObject({
      status: 403,
      code: 'theme.only-the-own-office',
    })
    expect((await (await as('guangzhouOffice')).ask(routeContract.setRoutePlan, plan)).status).toBe(404)
    expect(await office.ask(routeContract.setRoutePlan, { ...plan, fromOn: '2026-07-14' })).toMatchObject({
      status: 409,
      code: 'theme.plan-backdated',
    })
    const nonsense = { ...strict, root: [{ kind: 'branch', by: 'all', days: 0, mayReject: 1 }] }
    const refused = await office.ask(routeContract.setRoutePlan, { ...plan, plan: nonsense } as never)
    expect(refused.status).toBe(422)
    expect(Object.keys(refused.fields!).sort()).toEqual(
      ['by', 'days', 'kind', 'mayReject'].map((field) => `plan.root.0.${field}`),
    )
    expect(await office.get(routeContract.setRoutePlan, plan)).toMatchObject({
      fromOn: today,
      setBy: '梁海燕',
      steps: { check: 5, disclose: 5, answer: 5 },
    })
    const kept = await (await as('nanshaSecretary')).get(themeContract.readTheme, { theme: old })
    expect(kept.route.map(({ posts }) => posts)).toEqual([
      ['office', 'secretary'],
      ['office', 'secretary'],
    ])
  })

  test('sent twice with one key is set once; set by two at once, both versions are kept', async () => {
    const office = await as('rootOffice')
    const plan = { organisation: root(), fromOn: '2026-09-01', plan: usualPlan() }
    const answers = await Promise.all(
      ['one-plan-key-1', 'one-plan-key-1', 'one-plan-key-2'].map((key) =>
        office.ask(routeContract.setRoutePlan, plan, { key }),
      ),
    )
    // The same key at the same time is answered alike, or told to wait: never set twice.
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const { versions, inForce } = await office.get(routeContract.readRoutePlans, { organisation: root() })
    expect(versions.map(({ fromOn }) => fromOn)).toEqual(['2026-09-01', '2026-09-01', today])
    expect(inForce).toMatchObject({ fromOn: today, plan: strict })
  })

  test('is followed by a new theme: only the post named, only what the stage may, one after the other', async () => {
    const theme = await submitted(world, stage.people.huangpuSecretary, stage.organisations.huangpu)
    const bureauSecretary = await as('guangzhouSecretary')
    expect(await bureauSecretary.ask(themeContract.reviewTheme, { theme, ...pass })).toMatchObject({
      status: 409,
      code: 'theme.not-your-turn',
    })
    const waiting = async (who: keyof Stage['people']) =>
      (await (await as(who)).get(themeContract.listMyWork, { list: 'todo', limit: 50 })).rows.map(({ id }) => id)
    expect(await waiting('guangzhouSecretary')).toEqual([old])
    expect((await waiting('guangzhouOffice')).sort()).toEqual([old, theme].sort())
    const office = await as('guangzhouOffice')
    expect(await office.get(themeContract.readTheme, { theme })).toMatchObject({
      dueOn: '2026-07-20',
      results: ['pass', 'return'],
    })
    const rejection = { theme, result: 'reject' as const, comment: '不合适', answers: {} }
    expect(await office.ask(themeContract.reviewTheme, rejection)).toMatchObject({
      status: 409,
      code: 'theme.only-to-be-returned',
    })
    await office.get(themeContract.reviewTheme, { theme, ...pass, stage: 0 })
    expect((await (await as('rootSecretary')).ask(themeContract.reviewTheme, { theme, ...pass })).status).toBe(409)
    await (await as('rootOffice')).get(themeContract.reviewTheme, { theme, ...pass, stage: 1 })
    const passed = await (await as('rootSecretary')).get(themeContract.reviewTheme, { theme, ...pass, stage: 2 })
    expect(passed.state).toBe('passed')
    const steps = passed.trail.filter(({ step }) => step === 'passed').map(({ post }) => post)
    expect(steps).toEqual(['office', 'office', 'secretary'])
  })

  test('is late when its working days are over, and nothing passes by itself', async () => {
    await visitors.setTime(noon('2026-07-23'))
    const [row] = (await (await as('guangzhouOffice')).get(themeContract.listMyWork, { list: 'todo', limit: 5 })).rows
    expect(row).toMatchObject({ id: old, state: 'submitted', dueOn: '2026-07-22', late: true })
    await visitors.setTime(noon(today))
  })

  test('can be seen for a branch before anything is submitted, on any day', async () => {
    const patrol = stage.organisations.patrol
    const secretary = await as('patrolSecretary')
    const now = await secretary.get(routeContract.readReviewRoute, { organisation: patrol })
    expect(now).toMatchObject({ owner: { id: root() }, planFrom: today })
    expect(now.stages.map(({ organisation }) => organisation.name)).toEqual([
      '广州海事局海巡支队党总支',
      '广州海事局党委',
      '示例海事局党委',
    ])
    expect(now.above[0]).toMatchObject({ kind: 'general-branch', root: false, secretary: ['尉迟敏'], office: [] })
    const later = await secretary.get(routeContract.readReviewRoute, { organisation: patrol, on: '2026-09-02' })
    expect(later.planFrom).toBe('2026-09-01')
  })
})

describe('a stage at which nobody may review', () => {
  test('is shown to the office before a theme gets there', async () => {
    const office = await as('rootOffice')
    const gaps = async () => office.get(routeContract.listRouteGaps, { organisation: root() })
    expect(await gaps()).toMatchObject({ branches: 5, gaps: [], waiting: [] })
    // The bureau's only office-holder becomes secretary of one of its branches, and the general branch loses its own.
    await world.owner
      .updateTable('post')
      .set({ person_id: stage.people.zhanjiangOffice })
      .where('organisation_id', '=', stage.organisations.xuwen)
      .where('post', '=', 'secretary')
      .execute()
    await world.owner
      .updateTable('post')
      .set({ until_on: today })
      .where('person_id', '=', stage.people.generalSecretary)
      .execute()
    expect((await gaps()).gaps).toMatchObject([
      { organisation: { id: stage.organisations.general }, why: 'vacant', branches: 1 },
      { organisation: { id: stage.organisations.zhanjiang }, why: 'own', posts: ['office'], branches: 1 },
    ])
    const foreign = await as('guangzhouOffice')
    expect((await foreign.ask(routeContract.listRouteGaps, { organisation: root() })).status).toBe(404)
  })

  test('is flagged on a theme that waits there, and gone when a post is filled', async () => {
    const { patrol, general } = stage.organisations
    const texts = { ...idea, name: '浪尖上的堡垒', meaning: '船开到哪里，支部就在哪里。' }
    const theme = await submitted(world, stage.people.patrolSecretary, patrol, texts)
    const secretary = await as('patrolSecretary')
    expect(await secretary.get(themeContract.readTheme, { theme })).toMatchObject({ nobody: true })
    const office = await as('rootOffice')
    const { waiting } = await office.get(routeContract.listRouteGaps, { organisation: root() })
    expect(waiting).toMatchObject([{ id: theme, at: { id: general }, posts: ['office', 'secretary'] }])
    // who fills posts sees the gap, and no theme
    const administrator = await as('systemAdmin')
    const seen = await administrator.get(routeContract.listRouteGaps, { organisation: root() })
    expect(seen.gaps[0]).toMatchObject({ organisation: { id: general }, why: 'vacant' })
    expect(JSON.stringify(seen)).not.toContain(texts.name)
    expect((await administrator.ask(routeContract.readRoutePlans, { organisation: root() })).status).toBe(403)
    expect((await administrator.ask(themeContract.readTheme, { theme })).status).toBe(404)
    expect((await (await as('auditAdmin')).ask(routeContract.listRouteGaps, { organisation: root() })).status).toBe(403)
    await world.owner
      .updateTable('post')
      .set({ until_on: null })
      .where('person_id', '=', stage.people.generalSecretary)
      .execute()
    expect(await secretary.get(themeContract.readTheme, { theme })).toMatchObject({ nobody: false })
    await (await as('generalSecretary')).get(themeContract.reviewTheme, { theme, ...pass })
  })
})

test('a version is never changed or taken away', async () => {
  const change = sql`update theme_route_plan set plan = '{}'`.execute(world.db)
  await expect(change).rejects.toMatchObject({ code: '42501' })
})
