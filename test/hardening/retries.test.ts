import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { accountContract } from '#support/account/contract.ts'
import { idea, openYear } from '../journeys/theme-year.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'

/** Check 94: the same thing sent many times has one effect, and two at once have one winner. */

let world: World
let stage: Stage
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
})
afterAll(() => world.close())

const count = async (table: 'theme' | 'access_token' | 'theme_step') =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(world.owner)).rows[0]!.n

describe('check 94', () => {
  test('50 sends of one draft at once are one theme, and get one answer', async () => {
    const secretary = await world.as(stage.people.nanshaSecretary)
    const input = { organisation: stage.organisations.nansha, ...idea }
    const asked = await Promise.all(
      Array.from({ length: 50 }, () =>
        secretary.ask(themeContract.draftTheme, input as never, { key: 'one-draft-key' }),
      ),
    )
    expect([...new Set(asked.map(({ status }) => status))]).toEqual([200])
    expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await count('theme')).toBe(1)
  })

  test('the same key with other words is refused with 422', async () => {
    const secretary = await world.as(stage.people.nanshaSecretary)
    const input = { organisation: stage.organisations.nansha, ...idea, name: '另一个名字' }
    expect(await secretary.ask(themeContract.draftTheme, input as never, { key: 'one-draft-key' })).toMatchObject({
      status: 422,
      code: 'platform.key-used-otherwise',
    })
    expect(await count('theme')).toBe(1)
  })

  test("another person's key of the same letters is another key", async () => {
    const [one, other] = [await world.as(stage.people.huangpuMember), await world.as(stage.people.xuwenMember)]
    const before = await count('access_token')
    const made = [
      await one.get(accountContract.makeToken, { name: '同一个', days: 1 }).catch(String),
      await one.ask(accountContract.makeToken, { name: '同一个', days: 1 }, { key: 'shared-letters' }),
      await other.ask(accountContract.makeToken, { name: '同一个', days: 1 }, { key: 'shared-letters' }),
    ]
    expect(await count('access_token')).toBe(before + 3)
    expect(new Set(made.map((each) => JSON.stringify(each))).size).toBe(3)
  })

  test('what was answered is kept so that the database alone does not tell it', async () => {
    const member = await world.as(stage.people.huangpuMember)
    const asked = await member.ask(accountContract.makeToken, { name: '保密', days: 1 }, { key: 'a-secret-answer' })
    const { token } = asked.body as { token: string }
    expect(await member.ask(accountContract.makeToken, { name: '保密', days: 1 }, { key: 'a-secret-answer' })).toEqual(
      asked,
    )
    const rows = await sql<{ text: string }>`select string_agg(k::text, '') as text from request_key k`.execute(
      world.owner,
    )
    expect(rows.rows[0]!.text).not.toContain(token)
  })

  test('a form sent 50 times with the number of its page is one effect', async () => {
    const member = await world.as(stage.people.guangzhouAssessor)
    const before = await count('access_token')
    const sent = await Promise.all(
      Array.from({ length: 50 }, () =>
        member.post('makeToken', { _key: 'one-form-key', name: '一张表', days: '1' }, '/me'),
      ),
    )
    expect(sent.filter(({ status }) => status >= 400)).toEqual([])
    expect(await count('access_token')).toBe(before + 1)
  })

  test('of 10 people who decide at once, each without a key, one wins and nine are told', async () => {
    const secretary = await world.as(stage.people.nanshaSecretary)
    const [draft] = await world.owner.selectFrom('theme').select('id').execute()
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => secretary.ask(themeContract.submitTheme, { theme: draft!.id } as never)),
    )
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(asked.filter(({ status }) => status === 409)).toHaveLength(9)
  })
})
