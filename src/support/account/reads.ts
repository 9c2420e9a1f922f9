import { sql } from 'kysely'
import type { Instant } from '#basics/calendar.ts'
import { dayOf } from '#basics/calendar.ts'
import type { PersonId } from '#basics/id.ts'
import type { Context, Session } from '#platform/context.ts'
import { clock, type Database, type Tx } from '#platform/database.ts'
import type { Credentials } from '#platform/dispatch.ts'
import { sha256 } from '#platform/sha256.ts'
import { isOpen, TOUCH_MS } from './rules/session.ts'

/** The person behind a session's cookie or a token, unless it has ended or the account is disabled. */
export async function sessionBehind(
  tx: Tx,
  credentials: Credentials,
  now: Instant,
): Promise<{ person: PersonId; session: Session } | null> {
  if (credentials.token) return behindToken(tx, credentials.token, now)
  if (!credentials.session) return null
  const row = await tx
    .selectFrom('session')
    .innerJoin('account', 'account.person_id', 'session.person_id')
    .select(['session.id', 'session.person_id', 'used_at', 'ends_at', 'ended_at', 'proved_at', 'disabled_at'])
    .where('token_hash', '=', sha256(credentials.session))
    .executeTakeFirst()
  if (!row || row.disabled_at || !isOpen({ usedAt: row.used_at, endsAt: row.ends_at, endedAt: row.ended_at }, now))
    return null
  return { person: row.person_id as PersonId, session: { id: row.id, by: 'session', provedAt: row.proved_at } }
}

async function behindToken(
  tx: Tx,
  token: string,
  now: Instant,
): Promise<{ person: PersonId; session: Session } | null> {
  const row = await tx
    .selectFrom('access_token')
    .innerJoin('account', 'account.person_id', 'access_token.person_id')
    .select(['access_token.id', 'access_token.person_id', 'expires_at', 'revoked_at', 'disabled_at'])
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst()
  if (!row || row.disabled_at || row.revoked_at || row.expires_at <= now) return null
  return { person: row.person_id as PersonId, session: { id: row.id, by: 'token', provedAt: null } }
}

const touched = new Map<string, number>()

/** Notes that a session is in use, at most once a minute and in a transaction of its own. */
export async function touchSession(db: Database, session: Session): Promise<void> {
  const last = touched.get(session.id)
  if (last !== undefined && performance.now() - last < TOUCH_MS) return
  touched.set(session.id, performance.now())
  if (touched.size > 100_000) touched.clear()
  await db.transaction().execute(async (tx) => {
    const now = await clock(tx)
    if (session.by === 'token')
      await tx
        .updateTable('access_token')
        .set({ last_used_on: dayOf(now) })
        .where('id', '=', session.id)
        .execute()
    else
      await tx
        .updateTable('session')
        .set({ used_at: now })
        .where('id', '=', session.id)
        .where('used_at', '<', now)
        .execute()
  })
}

export async function openSessionsOf({ tx, actor, now }: Context) {
  const rows = await tx
    .selectFrom('session')
    .selectAll()
    .where('person_id', '=', actor.person)
    .orderBy('began_at', 'desc')
    .limit(100)
    .execute()
  return rows.filter((row) => isOpen({ usedAt: row.used_at, endsAt: row.ends_at, endedAt: row.ended_at }, now))
}

export async function tokensOf({ tx, actor, now }: Context) {
  return tx
    .selectFrom('access_token')
    .selectAll()
    .where('person_id', '=', actor.person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('made_at', 'desc')
    .execute()
}

export async function isOwn({ tx, actor }: Context, table: 'session' | 'access_token', id: string): Promise<boolean> {
  const row = await tx.selectFrom(table).select('person_id').where('id', '=', id).executeTakeFirst()
  return row?.person_id === actor.person
}

/** Which of the people have an account, and whether it was activated or disabled. */
export async function accountStates(
  { tx }: Pick<Context, 'tx'>,
  people: string[],
): Promise<Map<string, 'invited' | 'active' | 'disabled'>> {
  if (people.length === 0) return new Map()
  const rows = await tx
    .selectFrom('account')
    .select(['person_id', 'password_hash', 'disabled_at'])
    .where(sql<boolean>`person_id = any(${people}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [row.person_id, row.disabled_at ? 'disabled' : row.password_hash ? 'active' : 'invited']),
  )
}
