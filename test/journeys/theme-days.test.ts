import { expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { routeContract } from '#programme/theme/contract-route.ts'
import { usualPlan } from '#programme/theme/rules/route.ts'
import { holidayContract } from '#support/holiday/contract.ts'
import { noon } from '../world.ts'
import { checked, idea, onNotice, openYear, submitted, Visitors } from './theme-year.ts'

const source = '国务院办公厅关于2027年部分节假日安排的通知'

test('a theme waits for its office when its notice is over by the days off as they stand now, not as they were guessed', async () => {
  const { world, stage } = await openYear('society', '2026-12-28')
  const visitors = new Visitors({ world, stage })
  const { theme } = await onNotice(world, stage)
  const office = await visitors.as('rootOffice')
  const seen = await office.get(themeContract.readTheme, { theme })
  expect(seen.notice).toMatchObject({ lastDay: '2027-01-04', provisional: true })
  const waits = async () => {
    const { rows, counts } = await (await visitors.as('rootOffice')).get(themeContract.listMyWork, {
      list: 'todo',
      limit: 20,
    })
    expect(counts.todo).toBe(rows.length)
    return rows.some(({ id }) => id === theme)
  }
  for (const day of ['2027-01-01', '2027-01-04'])
    await office.get(holidayContract.putHoliday, { day, kind: 'holiday', name: '元旦', source })
  expect((await office.get(themeContract.readTheme, { theme })).notice!.lastDay).toBe('2027-01-06')
  for (const [day, ripe] of [
    ['2027-01-05', false],
    ['2027-01-06', false],
    ['2027-01-07', true],
  ] as const) {
    await visitors.setTime(noon(day))
    expect(await waits(), day).toBe(ripe)
    const { allowed } = await (await visitors.as('rootOffice')).get(themeContract.readTheme, { theme })
    expect(allowed.includes('take-effect'), day).toBe(ripe)
  }
  await world.close()
})

test('how long the steps after the reviews may take is set with the route; what has begun keeps its days', async () => {
  const { world, stage } = await openYear('society')
  const office = await world.as(stage.people.rootOffice)
  const plan = { organisation: stage.organisations.root, fromOn: '2026-07-15', plan: usualPlan() }
  for (const days of [0, 61, 2.5, null])
    expect(
      (
        await office.ask(routeContract.setRoutePlan, {
          ...plan,
          steps: { check: days, disclose: 5, answer: 5 },
        } as never)
      ).status,
    ).toBe(422)
  const { notice: before } = await onNotice(world, stage)
  const steps = { check: 2, disclose: 3, answer: 10 }
  expect(await office.get(routeContract.setRoutePlan, { ...plan, steps })).toMatchObject({ steps })
  const { inForce } = await office.get(routeContract.readRoutePlans, { organisation: stage.organisations.root })
  expect(inForce).toMatchObject({ steps })
  const theme = await submitted(world, stage.people.patrolSecretary, stage.organisations.patrol, {
    ...idea,
    name: '浪尖上的堡垒',
  })
  await checked(world, stage, theme, [
    stage.people.generalSecretary,
    stage.people.guangzhouOffice,
    stage.people.rootSecretary,
  ])
  const { notice } = await office.get(themeContract.publiciseTheme, { theme })
  const dueOf = async (kind: string, subject: string) => {
    const { due_on } = await world.db
      .selectFrom('duty')
      .select('due_on')
      .where('kind', '=', kind)
      .where('subject_id', '=', subject)
      .executeTakeFirstOrThrow()
    return due_on
  }
  // Wednesday 15 July; the notice lasts until Wednesday 22
  expect(await dueOf('theme.check', theme)).toBe('2026-07-17')
  expect(await dueOf('theme.disclose', theme)).toBe('2026-07-20')
  expect(await dueOf('notice.answer', notice!.id)).toBe('2026-08-05')
  expect(await dueOf('notice.answer', before)).toBe('2026-07-29')
  const more = { days: 1, reason: '台风停工', lastDay: '2026-07-22' }
  await office.get(noticeContract.extendNotice, { notice: notice!.id, ...more })
  expect(await dueOf('notice.answer', notice!.id)).toBe('2026-08-06')
  await world.close()
})
