import { addDays } from '#basics/calendar.ts'
import { canonical } from './canonical.ts'
import type { Context } from './context.ts'
import { json } from './database.ts'
import { Problem } from './errors.ts'
import { sha256 } from './sha256.ts'

export interface Answered {
  output: unknown
}

/** Sealed, since an answer may hold what the database alone must not tell: a token, a one-time code, a second factor. */
interface Kept {
  sealed: string
}

/**
 * Runs the work once for a key: a retry with the same key and body gets the first answer, another body is 422.
 * The row stands in the transaction of the change; a second request with the key waits for the first one's end.
 */
export async function once(
  context: Context,
  { key, operation, fields, unnamed }: { key: string; operation: string; fields: unknown; unnamed: boolean },
  work: () => Promise<unknown>,
): Promise<Answered> {
  const scope = unnamed ? 'unnamed' : context.actor.person || 'nobody'
  const keyHash = sha256(`${operation}\n${key}`)
  // Keyed, since a body may hold a password.
  const bodyHash = context.seal.mark(canonical(fields))
  const claimed = await context.tx
    .insertInto('request_key')
    .values({ scope, key_hash: keyHash, body_hash: bodyHash, on_day: context.today })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const earlier = await context.tx
      .selectFrom('request_key')
      .select(['body_hash', 'answer'])
      .where('scope', '=', scope)
      .where('key_hash', '=', keyHash)
      .executeTakeFirstOrThrow()
    if (earlier.body_hash !== bodyHash) throw new Problem(422, 'platform.key-used-otherwise')
    return JSON.parse(context.seal.open(Buffer.from((earlier.answer as Kept).sealed, 'base64'))) as Answered
  }
  const output = await work()
  await context.tx
    .updateTable('request_key')
    .set({ answer: json({ sealed: context.seal.close(JSON.stringify({ output })).toString('base64') } satisfies Kept) })
    .where('scope', '=', scope)
    .where('key_hash', '=', keyHash)
    .execute()
  return { output }
}

/** Forgets the answers of the day before yesterday and earlier. */
export async function sweepRequestKeys({ tx, today }: Pick<Context, 'tx' | 'today'>): Promise<void> {
  await tx.deleteFrom('request_key').where('on_day', '<', addDays(today, -1)).execute()
}
