import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { objectionsTo } from './reads.ts'
import type { Disposition } from './rules/answer.ts'
import { type Change, changedIn, type Passage, type Traced, traced, type Wording } from './rules/wording.ts'

type Tx = Pick<Context, 'tx'>

/** The words that adopted and partly adopted opinions changed, in the order in which they were answered. */
export async function changesIn({ tx }: Tx, notice: string): Promise<Change[]> {
  const rows = await tx
    .selectFrom('opinion')
    .select(['number', 'wordings', 'as_in'])
    .where('notice_id', '=', notice)
    .where('disposition', 'in', ['adopted', 'partly'])
    .orderBy('number')
    .execute()
  return rows.map(({ number, wordings, as_in }) =>
    as_in === null ? { opinion: number!, wordings: wordings as Wording[] } : { opinion: number!, asIn: as_in },
  )
}

/** The passages of a notice in which opinions changed words, each stretch with the opinions it comes from. */
export async function changedText(context: Tx, notice: { id: string; body: Passage[] }): Promise<Traced[]> {
  const decision = traced(notice.body, await changesIn(context, notice.id))
  if (!decision.ok) throw new Error(`the words adopted on notice ${notice.id} no longer fit: ${decision.reason}`)
  return changedIn(decision.value)
}

/** The same for the capability whose subject was on that notice. */
export async function changedBy(context: Tx, notice: string): Promise<Traced[]> {
  const { body } = await context.tx
    .selectFrom('notice')
    .select('body')
    .where('id', '=', notice)
    .executeTakeFirstOrThrow()
  return changedText(context, { id: notice, body: body as Passage[] })
}

/** How many distinct reasons for closing opinions as groundless the summary tells. */
const REASONS = 5

/** What is told once a notice is closed, in figures; the reasons for closing opinions as groundless, the most used first. */
export async function digestOf(context: Tx, notice: string) {
  const { tx } = context
  const counted = await tx
    .selectFrom('opinion')
    .select(['disposition', sql<number>`count(*)::int`.as('number')])
    .where('notice_id', '=', notice)
    .groupBy('disposition')
    .execute()
  const count = (wanted: Disposition | null) => counted.find(({ disposition }) => disposition === wanted)?.number ?? 0
  const reasons = await tx
    .selectFrom('opinion')
    .select(['reply', sql<number>`count(*)::int`.as('opinions')])
    .where('notice_id', '=', notice)
    .where('disposition', '=', 'groundless')
    .groupBy('reply')
    .orderBy('opinions', 'desc')
    .orderBy('reply')
    .limit(REASONS)
    .execute()
  const { open, waiting, upheld, all } = (await objectionsTo(context, [notice])).get(notice)!
  return {
    opinions: counted.reduce((sum, { number }) => sum + number, 0),
    adopted: count('adopted'),
    partly: count('partly'),
    declined: count('declined'),
    groundless: count('groundless'),
    unanswered: count(null),
    objections: all,
    upheld,
    notUpheld: all - (open - waiting) - upheld,
    reasons: reasons.map(({ reply, opinions }) => ({ reply: reply!, opinions })),
  }
}

/** A page of the replies on a notice by the opinions' numbers, from one number on; those closed as groundless are counted only. */
export async function repliesOn({ tx }: Tx, notice: string, { from, limit }: { from: number; limit: number }) {
  const rows = await tx
    .selectFrom('opinion')
    .select(['number', 'disposition', 'reply', 'wordings', 'as_in'])
    .where('notice_id', '=', notice)
    .where('number', '>=', from)
    .where('disposition', 'in', ['adopted', 'partly', 'declined'])
    .orderBy('number')
    .limit(limit + 1)
    .execute()
  return {
    rows: rows.slice(0, limit).map((row) => ({
      number: row.number!,
      disposition: row.disposition as 'adopted' | 'partly' | 'declined',
      reply: row.reply!,
      wordings: row.wordings as Wording[],
      asIn: row.as_in,
    })),
    next: rows[limit]?.number ?? null,
  }
}
