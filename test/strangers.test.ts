import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathNames } from '#basics/contract.ts'
import { capabilities } from '#main/capabilities.ts'
import { expected, gather, type Stranger, strangers } from './strangers/crowd.ts'
import { table } from './strangers/rows.ts'
import type { Ground, Row } from './strangers/table.ts'
import { type Browser, openWorld, type World } from './world.ts'

/** Every operation of every contract, as every post at every place, signed out, disabled and moved away. */

const operations = capabilities.flatMap(({ contract }) =>
  Object.entries(contract).map(([name, operation]) => ({ name, operation })),
)
const TEMPLATE = 'strangers'
let people: Record<string, string>
let organisations: Ground['organisations']
let world: World
const browsers = new Map<string, Browser>()

const open = () =>
  openWorld({
    template: TEMPLATE,
    prepare: async (bare) => {
      await gather(bare as World)
    },
  })

async function groundOf(each: World): Promise<Ground> {
  return { organisations, people, act: each.act, world: each }
}

beforeAll(async () => {
  world = await open()
  const staff = await world.db.selectFrom('person').select(['id', 'staff_no']).orderBy('staff_no').execute()
  people = Object.fromEntries(strangers.map(({ name }, index) => [name, staff[index]!.id]))
  const rows = await world.db.selectFrom('organisation').select(['id']).orderBy('sort_no').execute()
  organisations = Object.fromEntries(
    ['root', 'guangzhou', 'huangpu', 'nansha', 'zhanjiang', 'xuwen'].map((place, index) => [place, rows[index]!.id]),
  ) as Ground['organisations']
  for (const { name } of strangers) browsers.set(name, await world.as(people[name]!))
})
afterAll(() => world.close())

test('every operation has a row, and every row an operation', () => {
  expect(Object.keys(table).sort()).toEqual(operations.map(({ name }) => name).sort())
})

describe.each(operations.filter(({ name }) => table[name]))('$name', ({ name, operation }) => {
  const row = table[name] as Row

  test('refuses everyone who may not, as the table says, and changes nothing', async () => {
    const input = await row.input(await groundOf(world))
    const before = await digest(world)
    const wrong: string[] = []
    const check = (who: string, status: number, wanted: number) => {
      if (status !== wanted) wrong.push(`${who}: ${status} instead of ${wanted}`)
    }
    for (const stranger of strangers) {
      const wanted = expected(row, stranger)
      if (wanted === 'taken') continue
      check(stranger.name, (await ask(browsers.get(stranger.name)!, input)).status, wanted)
    }
    if (row.may !== 'everyone') {
      check('nobody', (await ask(world.nobody, input)).status, 401)
      check('a stale cookie', (await ask({ ...world.nobody, cookie: '__Host-hb=stale' }, input)).status, 401)
    }
    expect(wrong).toEqual([])
    expect(await digest(world)).toEqual(before)
  })

  test('gives a foreign thing and a missing one the same answer', async () => {
    const hidden = strangers.find((stranger) => expected(row, stranger) === 404)
    if (!hidden || pathNames(operation.path).length === 0) return
    const input = await row.input(await groundOf(world))
    const missing = { ...input, ...Object.fromEntries(pathNames(operation.path).map((param) => [param, randomUUID()])) }
    const browser = browsers.get(hidden.name)!
    const [foreign, gone] = [await ask(browser, input), await ask(browser, missing)]
    expect({ ...foreign, requestId: '' }).toEqual({ ...gone, requestId: '' })
  })

  const takers = strangers.filter((stranger) => expected(row, stranger) === 'taken')
  test.runIf(takers.length > 0)('is taken from those who may, at least once with success', async () => {
    const statuses: string[] = []
    for (const stranger of pick(takers)) {
      const own = await open()
      try {
        const input = await row.input(await groundOf(own))
        const asked = await ask(await own.as(people[stranger.name]!), input)
        statuses.push(`${asked.status}`)
        const refusedAsStranger =
          [401, 403, 404].includes(asked.status) && row.may !== 'everyone' && row.may !== 'signed-in'
        expect(refusedAsStranger || asked.status >= 500, `${stranger.name}: ${asked.status} ${asked.code}`).toBe(false)
      } finally {
        await own.close()
      }
    }
    if (row.may !== 'everyone' && row.may !== 'signed-in') expect(statuses).toContain('200')
  })

  test.runIf(row.may !== 'everyone')('forgets whoever is disabled or has moved away', async () => {
    const own = await open()
    try {
      const input = await row.input(await groundOf(own))
      const [taker] = takers.length > 0 ? takers : strangers
      const browser = await own.as(people[taker!.name]!)
      await own.owner
        .updateTable('account')
        .set({ disabled_at: '2026-07-15T12:00:00+08:00' })
        .where('person_id', '=', people[taker!.name]!)
        .execute()
      expect((await ask(browser, input)).status).toBe(401)
      await own.owner.updateTable('account').set({ disabled_at: null }).execute()
      await own.owner
        .updateTable('post')
        .set({ until_on: '2026-07-15' })
        .where('person_id', '=', people[taker!.name]!)
        .execute()
      await own.owner
        .updateTable('person')
        .set({ organisation_id: organisations.xuwen })
        .where('id', '=', people[taker!.name]!)
        .execute()
      const moved: Stranger = { name: 'moved', post: taker!.post === 'staff' ? 'staff' : 'member', place: 'xuwen' }
      const wanted = expected(row, moved)
      const { status } = await ask(browser, input)
      if (wanted !== 'taken') expect(status).toBe(wanted)
      else expect(status).toBeLessThan(500)
    } finally {
      await own.close()
    }
  })

  async function ask(browser: Browser, input: Record<string, unknown>) {
    const asked = await browser.ask(operation, input as never)
    return { status: asked.status, code: asked.code }
  }
})

/** At most three of those who may: the nearest, one between, the farthest. */
function pick(takers: Stranger[]): Stranger[] {
  return [...new Set([takers[0]!, takers[Math.floor(takers.length / 2)]!, takers.at(-1)!])]
}

/** Everything in the database but what every request may leave behind: who was refused, sessions, wrong guesses. */
async function digest({ owner }: World): Promise<Record<string, string>> {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname not in ('history', 'session', 'sign_in_failure', 'access_token', 'request_key') order by 1`.execute(
    owner,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const all = await sql<{
      text: string
    }>`select coalesce(string_agg(t::text, '|' order by t::text), '') as text from ${sql.table(name)} t`.execute(owner)
    found[name] = createHash('sha256').update(all.rows[0]!.text).digest('hex')
  }
  return found
}
