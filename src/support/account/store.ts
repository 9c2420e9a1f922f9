import { type Selectable, sql } from 'kysely'
import { addMilliseconds, type Instant, instantAt } from '#basics/calendar.ts'
import type { PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/database.ts'
import { sweepRequestKeys } from '#platform/idempotency.ts'
import { sha256 } from '#platform/sha256.ts'
import type { Tables } from '#platform/tables.ts'
import { endOf } from './rules/session.ts'
import { WINDOW_SECONDS } from './rules/slow-down.ts'

export type Account = Selectable<Tables['account']>

export async function accountByLogin(tx: Tx, login: string): Promise<Account | undefined> {
  return tx.selectFrom('account').selectAll().where('login', '=', login).forUpdate().executeTakeFirst()
}

export async function accountOf(tx: Tx, person: string): Promise<Account | undefined> {
  return tx.selectFrom('account').selectAll().where('person_id', '=', person).forUpdate().executeTakeFirst()
}

export async function changeAccount(tx: Tx, person: string, change: Partial<Account>): Promise<void> {
  await tx.updateTable('account').set(change).where('person_id', '=', person).execute()
}

/** Makes the account, or gives an existing one a new code; the old code, if any, is worthless from then on. */
export async function putActivation(
  tx: Tx,
  row: { person_id: string; login: string; activation_hash: string; activation_until: Instant },
): Promise<void> {
  await tx
    .insertInto('account')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({
        login: row.login,
        activation_hash: row.activation_hash,
        activation_until: row.activation_until,
      }),
    )
    .execute()
}

/** Opens a session and answers its token, of which only the hash is kept. */
export async function openSession(
  context: Context,
  person: PersonId,
  device: string,
  provedUntil?: Instant,
): Promise<string> {
  const token = context.newToken()
  await context.tx
    .insertInto('session')
    .values({
      id: context.newId(),
      token_hash: sha256(token),
      person_id: person,
      began_at: context.now,
      used_at: context.now,
      proved_at: provedUntil ?? context.now,
      ends_at: endOf(context.now),
      device,
    })
    .execute()
  return token
}

export async function endSessions(context: Context, person: string, but?: string): Promise<void> {
  await context.tx
    .updateTable('session')
    .set({ ended_at: context.now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .$if(but !== undefined, (query) => query.where('id', '<>', but!))
    .execute()
}

export async function endSession(context: Context, id: string): Promise<void> {
  await context.tx.updateTable('session').set({ ended_at: context.now }).where('id', '=', id).execute()
}

export async function rememberDevice(context: Context, person: string): Promise<string> {
  const token = context.newToken()
  const until = addMilliseconds(context.now, 180 * 86_400_000)
  await context.tx
    .insertInto('known_device')
    .values({ token_hash: sha256(token), person_id: person, until })
    .execute()
  return token
}

export async function isKnownDevice(context: Context, person: string, token: string | undefined): Promise<boolean> {
  if (!token) return false
  const row = await context.tx
    .selectFrom('known_device')
    .select('person_id')
    .where('token_hash', '=', sha256(token))
    .where('until', '>', context.now)
    .executeTakeFirst()
  return row?.person_id === person
}

/** How many seconds ago each recent failure of a lane was. */
export async function failuresOf(context: Context, lane: string): Promise<number[]> {
  const since = addMilliseconds(context.now, -WINDOW_SECONDS * 1000)
  const rows = await context.tx
    .selectFrom('sign_in_failure')
    .select('at')
    .where('lane', '=', lane)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ at }) => (Date.parse(context.now) - Date.parse(at)) / 1000)
}

/** Kept although the sign-in itself is refused and rolled back. */
export async function noteFailure(context: Context, lanes: string[]): Promise<void> {
  await context.apart(async (tx) => {
    for (const lane of lanes) await tx.insertInto('sign_in_failure').values({ lane, at: context.now }).execute()
  })
}

export async function sweepOld(context: Context): Promise<void> {
  const { tx, now } = context
  await tx.deleteFrom('sign_in_failure').where('at', '<', addMilliseconds(now, -3_600_000)).execute()
  await tx
    .deleteFrom('session')
    .where('ends_at', '<', addMilliseconds(now, -7 * 86_400_000))
    .execute()
  await tx.deleteFrom('known_device').where('until', '<', now).execute()
  await sweepRequestKeys(context)
}

export async function insertToken(
  context: Context,
  row: { name: string; hash: string; expiresAt: Instant },
): Promise<void> {
  await context.tx
    .insertInto('access_token')
    .values({
      id: context.newId(),
      person_id: context.actor.person,
      name: row.name,
      token_hash: row.hash,
      made_at: context.now,
      expires_at: row.expiresAt,
    })
    .execute()
}

export async function revoke(context: Context, id: string): Promise<void> {
  await context.tx.updateTable('access_token').set({ revoked_at: context.now }).where('id', '=', id).execute()
}

export function demoProofUntil(): Instant {
  return instantAt(Date.UTC(2200, 0, 1))
}

/** Removes accounts that nobody has used yet: a code was issued at most. Answers how many others there are. */
export async function deleteUnused(tx: Tx, people: readonly string[]): Promise<number> {
  const those = sql<boolean>`person_id = any(${[...people]}::uuid[])`
  const unused = tx
    .deleteFrom('account')
    .where(those)
    .where('password_hash', 'is', null)
    .where('disabled_at', 'is', null)
  await unused.execute()
  const { used } = await tx
    .selectFrom('account')
    .select((select) => select.fn.countAll<number>().as('used'))
    .where(those)
    .executeTakeFirstOrThrow()
  return used
}
