import { afterEach, expect, test } from 'vitest'
import { dutyContract } from '#programme/duty/contract.ts'
import { publicityContract } from '#programme/publicity/contract.ts'
import { routeContract } from '#programme/theme/contract-route.ts'
import { usualPlan } from '#programme/theme/rules/route.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { brandInForce, cleared, draftOf, handedIn, record } from './publicising.ts'
import { selectionOnNotice, setSelectionStage } from './selection-stage.ts'
import { openYear, Visitors } from './theme-year.ts'

/** The days that a programme gives its steps hold for publications and selections as for themes. */

let world: World
afterEach(() => world.close())
const steps = { check: 2, disclose: 3, answer: 10 }
const dues = async (browser: Browser) =>
  (await browser.get(dutyContract.listMyDuties, { list: 'mine', limit: 50 })).rows.map(({ title, dueOn }) => [
    title,
    dueOn,
  ])

test('a publication is checked and approved within the days of the programme', async () => {
  const visitors = new Visitors(await openYear('society'))
  world = visitors.world
  await brandInForce(visitors)
  const office = await visitors.as('rootOffice')
  const organisation = visitors.stage.organisations.root
  await office.get(routeContract.setRoutePlan, { organisation, fromOn: '2026-07-23', plan: usualPlan(), steps })
  const publication = await handedIn(visitors, draftOf([await record(visitors)]))
  const checker = await visitors.as('confidentiality')
  // Thursday 23 July
  expect(await dues(office)).toContainEqual(['宣传稿件保密审查', '2026-07-27'])
  await checker.get(publicityContract.checkPublication, { publication, ...cleared })
  expect(await dues(office)).toContainEqual(['审批宣传稿件', '2026-07-28'])
})

test('what is said of a selection on notice is answered within the days of the programme', async () => {
  world = await openWorld({ today: '2026-01-12' })
  const stage = await setSelectionStage(world)
  const office = await world.as(stage.people.rootOffice)
  const organisation = stage.organisations.root
  await office.get(routeContract.setRoutePlan, { organisation, fromOn: '2026-01-12', plan: usualPlan(), steps })
  const { notice } = await selectionOnNotice(world, stage, 'yes')
  const { due_on } = await world.db
    .selectFrom('duty')
    .select('due_on')
    .where('kind', '=', 'notice.answer')
    .where('subject_id', '=', notice)
    .executeTakeFirstOrThrow()
  // the notice lasts until Monday 19 January; ten working days after it
  expect(due_on).toBe('2026-02-02')
})
