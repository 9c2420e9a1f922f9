import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { capabilities } from '#main/capabilities.ts'
import { mustBeSafeRole } from '#platform/safe-role.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { accountContract } from '#support/account/contract.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'

/** Checks 53 and 60: the application can write history and nothing else to it, and changes nothing without it. */

let world: World
let stage: Stage
let secretary: Browser
beforeAll(async () => {
  world = await openWorld()
  stage = await setStage(world)
  secretary = await world.as(stage.people.huangpuSecretary)
  await secretary.get(accountContract.makeToken, { name: '第一行', days: 1 })
})
afterAll(() => world.close())

async function commented(note: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and obj_description(oid, 'pg_class') = ${note}
    order by 1`.execute(world.owner)
  return rows.map(({ name }) => name)
}

const refused = async (statement: ReturnType<typeof sql>) =>
  statement.execute(world.db).then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const DENIED = '42501'

describe('check 53', () => {
  test('there is history to lose, and tables that only grow', async () => {
    expect(await world.owner.selectFrom('history').select('id').execute()).not.toEqual([])
    expect(await commented('append-only')).toContain('history')
  })

  test('the application can neither change, delete nor empty any table that only grows', async () => {
    for (const name of await commented('append-only')) {
      const table = sql.table(name)
      const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
        where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attidentity = '' limit 1`.execute(
        world.owner,
      )
      const column = sql.id(rows[0]!.name)
      expect(await refused(sql`update ${table} set ${column} = ${column}`), `update ${name}`).toBe(DENIED)
      expect(await refused(sql`delete from ${table}`), `delete ${name}`).toBe(DENIED)
      expect(await refused(sql`truncate ${table} cascade`), `truncate ${name}`).toBe(DENIED)
    }
  })

  test('nor write what only migrations and the keeper of the clock write', async () => {
    for (const name of await commented('read-only')) {
      expect(await refused(sql`delete from ${sql.table(name)}`), name).toBe(DENIED)
      expect(await refused(sql`insert into ${sql.table(name)} default values`), name).toBe(DENIED)
    }
  })

  test('nor get round it: no schema, no trigger, no switch, no other role', async () => {
    for (const statement of [
      sql`drop table history`,
      sql`alter table history disable trigger all`,
      sql`alter table history owner to current_user`,
      sql`create table public.mine (x int)`,
      sql`create function public.mine() returns int language sql as 'select 1'`,
      sql`set session_replication_role = replica`,
      sql`set role hangbiao_owner`,
      sql`create role mine superuser`,
      sql`copy history to program 'true'`,
      sql`select pg_read_file('/etc/hostname')`,
    ])
      expect(await refused(statement), JSON.stringify(statement.compile(world.db).sql)).toBe(DENIED)
  })

  test('the owner of the tables is refused as the role of the application', async () => {
    await expect(mustBeSafeRole(world.owner)).rejects.toThrow('owner of tables')
    await expect(mustBeSafeRole(world.db)).resolves.toBeUndefined()
    await sql`grant update on history to ${sql.id(world.connection.user)}`.execute(world.owner)
    try {
      await expect(mustBeSafeRole(world.db)).rejects.toThrow('may change history')
      expect(await refused(sql`update history set action = action where false`)).toBe('done')
    } finally {
      await sql`revoke update on history from ${sql.id(world.connection.user)}`.execute(world.owner)
    }
  })
})

describe('check 60', () => {
  test('when no line of history can be written, nothing is changed', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'no room for history' using errcode = '53100'; end $$`.execute(world.owner)
    await sql`create trigger no_room before insert on history for each row execute function no_room()`.execute(
      world.owner,
    )
    try {
      const before = await everything()
      const tries = [
        await secretary.ask(accountContract.makeToken, { name: '没有历史', days: 1 }),
        await (await world.as(stage.people.securityAdmin)).ask(organisationContract.issueCode, {
          person: stage.people.huangpuMember,
        } as never),
      ]
      for (const { status } of tries) expect([500, 503, 507]).toContain(status)
      expect(await everything()).toEqual(before)
    } finally {
      await sql`drop trigger no_room on history`.execute(world.owner)
      log.mockRestore()
    }
    expect((await secretary.ask(accountContract.makeToken, { name: '没有历史', days: 1 })).status).toBe(200)
  })

  test('every operation that changes something writes its line in the same transaction as the change', async () => {
    const { rows } = await sql<{
      same: boolean
      a: string
      b: string
      n: string
    }>`select h.xmin = t.xmin as same, h.xmin::text as a, t.xmin::text as b, t.name as n from access_token t
      join history h on h.detail->>'name' = t.name and h.action = 'account.token-made'`.execute(world.owner)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ same }) => !same)).toEqual([])
    expect(capabilities.length).toBeGreaterThan(5)
  })
})

/** What people made, without who is signed in. */
async function everything(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of ['access_token', 'history', 'request_key'] as const) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(world.owner)
    counts[table] = rows[0]!.n
  }
  const codes = await world.owner.selectFrom('account').select('activation_hash').execute()
  return { ...counts, codes: codes.filter(({ activation_hash }) => activation_hash).length }
}
