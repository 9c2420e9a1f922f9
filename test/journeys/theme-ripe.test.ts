import { expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { holidayContract } from '#support/holiday/contract.ts'
import { noon } from '../world.ts'
import { onNotice, openYear, Visitors } from './theme-year.ts'

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
