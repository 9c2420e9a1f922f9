import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { accountContract } from '#support/account/contract.ts'
import { onNotice, openYear } from '../journeys/theme-year.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'

/** Check 95: a deadline is midnight in Shanghai by the clock of the database, wherever the program runs. */

const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']
const own = process.env.TZ
afterEach(() => {
  if (own === undefined) delete process.env.TZ
  else process.env.TZ = own
})

test('the zones are really tried: the same instant reads differently in each', () => {
  const read = zones.map((zone) => {
    process.env.TZ = zone
    return new Date(1_750_000_000_000).getTimezoneOffset()
  })
  expect(read).toEqual([-480, 0, 240, -840, 660])
})

describe.each(zones)('check 95, with the program in %s', (zone) => {
  let world: World
  let stage: Stage
  let notice: string
  let lastDay: string
  beforeAll(async () => {
    process.env.TZ = zone
    ;({ world, stage } = await openYear('society'))
    ;({ notice } = await onNotice(world, stage))
    lastDay = (await world.nobody.get(noticeContract.readNotice, { notice })).lastDay
  })
  afterAll(() => world.close())

  test('the last word counts until a millisecond before midnight and not at it', async () => {
    process.env.TZ = zone
    // five working days from Thursday 16 July, the day after posting
    expect(lastDay).toBe('2026-07-22')
    const at = async (instant: string, address: string) => {
      await world.setTime(instant)
      const headers = { 'x-test-address': address }
      return (await world.nobody.ask(noticeContract.giveOpinion, { notice, text: '意见' }, { headers })).status
    }
    expect(await at('2026-07-22T23:59:59.999000+08:00', '192.0.2.10')).toBe(200)
    expect(await at('2026-07-23T00:00:00.000000+08:00', '192.0.2.11')).toBe(409)
    expect(await at('2026-07-23T00:00:00.001000+08:00', '192.0.2.12')).toBe(409)
  })

  test('days are written and read back as they are', async () => {
    process.env.TZ = zone
    const days = await world.db.selectFrom('opinion').select('given_on').execute()
    expect(days.map(({ given_on }) => given_on)).toEqual(['2026-07-22'])
    const posts = await world.db.selectFrom('post').select('from_on').distinct().execute()
    expect(posts.map(({ from_on }) => from_on)).toEqual(['2020-01-01'])
  })

  test('a session ends at its millisecond', async () => {
    process.env.TZ = zone
    await world.setTime('2026-07-22T23:45:00.000000+08:00')
    const browser = await world.as(stage.people.xuwenMember)
    const at = async (instant: string) => {
      await world.setTime(instant)
      return (await browser.ask(accountContract.listMySessions, {})).status
    }
    expect(await at('2026-07-23T00:15:00.000000+08:00')).toBe(401)
    expect(await at('2026-07-23T00:14:59.999000+08:00')).toBe(200)
  })
})
