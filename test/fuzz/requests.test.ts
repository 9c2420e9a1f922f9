import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { capabilities } from '#main/capabilities.ts'
import { setStage } from '../stage.ts'
import { table } from '../strangers/rows.ts'
import { type Browser, openWorld, requestFor, type World } from '../world.ts'
import { inputsOf } from './values.ts'

/** Generated requests at every operation: never 500, always a declared status, always a sentence. `SEED=…` replays. */

const seed = Number(process.env.SEED ?? 20_260_715)
const total = Number(process.env.FUZZ ?? 20_000)
const declared = [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503]
let world: World
let who: string[]
let ids: string[]

beforeAll(async () => {
  world = await openWorld()
  const stage = await setStage(world)
  const { rootOffice, huangpuSecretary, systemAdmin, securityAdmin, guangzhouAssessor, huangpuMember } = stage.people
  who = [rootOffice, huangpuSecretary, systemAdmin, securityAdmin, guangzhouAssessor, huangpuMember]
  ids = [...Object.values(stage.organisations), ...Object.values(stage.people)]
})
afterAll(() => world.close())

test(`${total} generated requests are answered, none with 500 (seed ${seed})`, { timeout: 600_000 }, async () => {
  const operations = capabilities.flatMap(({ contract }) => Object.entries(contract)).filter(([name]) => name in table)
  const each = Math.ceil(total / operations.length)
  const wrong: string[] = []
  const statuses = new Map<number, number>()
  const heap = process.memoryUsage().rss
  for (const [index, [name, operation]] of operations.entries()) {
    await gatherIds()
    // Anew for each operation: some of them sign out or disable.
    await world.owner.updateTable('account').set({ disabled_at: null }).execute()
    const people: Browser[] = [world.nobody]
    for (const person of who) people.push(await world.as(person))
    const inputs = fc.sample(inputsOf(operation, ids), { numRuns: each, seed: seed + index })
    for (const [run, input] of inputs.entries()) {
      const browser = people[(run + index) % people.length]!
      const { url, init } = requestFor(operation, input)
      const headers = {
        origin: 'http://localhost',
        ...(browser.cookie && { cookie: browser.cookie }),
        ...init.headers,
        'x-test-address': `192.0.2.${run % 250}`,
      }
      const response = await world.app.request(`/api${url}`, { ...init, headers })
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      if (!declared.includes(response.status))
        wrong.push(`${name} ${response.status} ${JSON.stringify(input).slice(0, 300)}`)
      else if (response.status !== 200) {
        const { error } = (await response.json()) as { error: { code: string; message: string; requestId: string } }
        if (
          !error.message ||
          error.message === error.code ||
          !error.requestId ||
          /\bat .*\.ts|select |node_modules/.test(error.message)
        )
          wrong.push(`${name} says ${JSON.stringify(error)}`)
      }
    }
  }
  console.log(
    `statuses: ${[...statuses]
      .sort()
      .map(([status, count]) => `${status}×${count}`)
      .join(' ')}; RSS +${Math.round((process.memoryUsage().rss - heap) / 1e6)} MB`,
  )
  expect([...new Set(wrong)].slice(0, 20)).toEqual([])
  expect(statuses.get(200)).toBeGreaterThan(0)
})

/** Things made meanwhile join the ids, so that requests reach deeper. */
async function gatherIds(): Promise<void> {
  const { rows } = await sql<{
    name: string
  }>`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
    join pg_type t on t.oid = a.atttypid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and t.typname = 'uuid'`.execute(
    world.owner,
  )
  for (const { name } of rows) {
    const found = await sql<{ id: string }>`select id::text from ${sql.table(name)} limit 3`.execute(world.owner)
    for (const { id } of found.rows) if (!ids.includes(id)) ids.push(id)
  }
}
