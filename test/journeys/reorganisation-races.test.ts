import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'
import { confirm, enter } from './reorganising.ts'
import { idea, openYear, pass, submitted } from './theme-year.ts'

/** A reorganisation and something else at once end in a state that one of the two orders gives. */

let world: World
let stage: Stage
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
})
afterAll(() => world.close())
const of = 'organisation' as const

/** Every branch has one theme under way and one in force at most, and waits at a place that stands above it. */
async function sound() {
  const { rows } = await sql`
    select theme.id from theme join organisation branch on branch.id = theme.organisation_id
      left join organisation at on at.id = theme.stage_organisation_id
    where theme.state = 'submitted' and (branch.dissolved_on is not null or at.dissolved_on is not null
      or branch.path not like at.path || '%')
    union all select theme.id from theme join organisation branch on branch.id = theme.organisation_id
      where branch.dissolved_on is not null and theme.state in ('draft', 'returned', 'passed', 'checked', 'noticed', 'in-force')
    union all select post.id from post join organisation at on at.id = post.organisation_id
      where at.dissolved_on is not null and (post.until_on is null or post.until_on > '2026-07-15')`.execute(
    world.owner,
  )
  expect(rows).toEqual([])
}

test('a review and a move at once: the theme is passed on by the old one, or waits with the new one', async () => {
  const { huangpu, guangzhou, zhanjiang, root } = stage.organisations
  const theme = await submitted(world, stage.people.huangpuSecretary, huangpu)
  const { body } = await enter(world, stage, { kind: 'move', of, id: huangpu, parent: zhanjiang })
  const reviewer = await world.as(stage.people.guangzhouOffice)
  const [moved, reviewed] = await Promise.all([
    confirm(world, stage, body!.id),
    reviewer.ask(themeContract.reviewTheme, { theme, ...pass }),
  ])
  expect(moved.status).toBe(200)
  expect([200, 403, 404, 409]).toContain(reviewed.status)
  const secretary = await world.as(stage.people.huangpuSecretary)
  const view = await secretary.get(themeContract.readTheme, { theme })
  const route = view.route.map(({ id }) => id)
  if (reviewed.status === 200) expect([route, view.stage]).toEqual([[guangzhou, zhanjiang, root], 1])
  else expect([route, view.stage]).toEqual([[zhanjiang, root], 0])
  expect(view.at).toMatchObject({ id: zhanjiang })
  await sound()
})

test('a draft and the end of its branch at once: it goes to the successor, or is refused', async () => {
  const { nansha, window, guangzhou } = stage.organisations
  const bequests = [{ organisation: nansha, inForce: 'end' as const, underWay: 'with-successor' as const }]
  const { body } = await enter(world, stage, { kind: 'merge', of, ids: [nansha], into: window, bequests })
  const secretary = await world.as(stage.people.nanshaSecretary)
  const [merged, drafted] = await Promise.all([
    confirm(world, stage, body!.id),
    secretary.ask(themeContract.draftTheme, { organisation: nansha, ...idea, name: '南沙港湾' }),
  ])
  expect(merged.status).toBe(200)
  expect([200, 403, 404, 409]).toContain(drafted.status)
  await sound()
  expect(guangzhou).toBeDefined()
})

test('two reorganisations of the same branches at once: one takes effect, the other is told why not', async () => {
  const { patrol, general, xuwen } = stage.organisations
  const ends = [{ organisation: patrol, inForce: 'end' as const, underWay: 'end' as const }]
  const one = await enter(world, stage, { kind: 'merge', of, ids: [patrol], into: xuwen, bequests: ends })
  const two = await enter(world, stage, { kind: 'dissolve', of, id: patrol, successor: general, bequests: ends })
  const answers = await Promise.all([confirm(world, stage, one.body!.id), confirm(world, stage, two.body!.id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  await sound()
})
