import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
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
  const world = await open()
  const staff = await world.db.selectFrom('person').select(['id', 'staff_no']).orderBy('staff_no').execute()
  people = Object.fromEntries(strangers.map(({ name }, index) => [name, staff[index]!.id]))
  const rows = await world.db.selectFrom('organisation').select(['id']).orderBy('sort_no').execute()
  organisations = Object.fromEntries(
    ['root', 'guangzhou', 'huangpu', 'nansha', 'zhanjiang', 'xuwen'].map((place, index) => [place, rows[index]!.id]),
  ) as Ground['organisations']
  await world.close()
})

test('every operation has a row, and every row an operation', () => {
  expect(Object.keys(table).sort()).toEqual(operations.map(({ name }) => name).sort())
})

describe.each(operations.filter(({ name }) => table[name]))('$name', ({ name, operation }) => {
  const row = table[name] as Row

  test('refuses everyone who may not, as the table says, changes nothing, and hides what is foreign', async () => {
    const world = await open()
    try {
      const input = await row.input(await groundOf(world))
      const browsers = await world.asAll(strangers.map((stranger) => people[stranger.name]!))
      const before = await digest(world)
      const wrong: string[] = []
      const check = (who: string, status: number, wanted: number) => {
        if (status !== wanted) wrong.push(`${who}: ${status} instead of ${wanted}`)
      }
      for (const [index, stranger] of strangers.entries()) {
        const wanted = expected(row, stranger)
        if (wanted !== 'taken') check(stranger.name, (await ask(browsers[index]!, input)).status, wanted)
      }
      if (row.may !== 'everyone') {
        check('nobody', (await ask(world.nobody, input)).status, row.nobody ?? 401)
        check(
          'a stale cookie',
          (await ask({ ...world.nobody, cookie: '__Host-hb=stale' }, input)).status,
          row.nobody ?? 401,
        )
      }
      expect(wrong).toEqual([])
      expect(await digest(world)).toEqual(before)
      const hidden = strangers.findIndex((stranger) => expected(row, stranger) === 404)
      const params = pathNames(operation.path)
      if (hidden < 0 || params.length === 0) return
      const missing = { ...input, ...Object.fromEntries(params.map((param) => [param, randomUUID()])) }
      expect(await ask(browsers[hidden]!, input)).toEqual(await ask(browsers[hidden]!, missing))
    } finally {
      await world.close()
    }
  })

  const takers = strangers.filter((stranger) => expected(row, stranger) === 'taken')
  test.runIf(takers.length > 0)('is taken from those who may, at least once with success', async () => {
    const statuses: string[] = []
    // Who only looks changes nothing, so that the next may look in the same world.
    const shared = operation.method === 'GET' ? await open() : undefined
    try {
      for (const stranger of pick(takers)) {
        const own = shared ?? (await open())
        try {
          const input = await row.input(await groundOf(own))
          const asked = await ask(await own.as(people[stranger.name]!), input)
          statuses.push(`${asked.status}`)
          const asStranger = [401, 403, 404].includes(asked.status) && row.may !== 'everyone' && row.may !== 'signed-in'
          expect(asStranger || asked.status >= 500, `${stranger.name}: ${asked.status} ${asked.code}`).toBe(false)
        } finally {
          if (!shared) await own.close()
        }
      }
    } finally {
      await shared?.close()
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
      expect((await ask(browser, input)).status).toBe(row.nobody ?? 401)
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

/** At most two of those who may: the nearest and the farthest. */
function pick(takers: Stranger[]): Stranger[] {
  return [...new Set([takers[0]!, takers.at(-1)!])]
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
