import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { found } from '#platform/errors.ts'
import type { OptionVotes, Votes } from './rules/votes.ts'

/** Honours and surveys, as they are entered and confirmed. */
export async function insertHonour(
  context: Context,
  row: {
    assessed: string
    fact: string
    level: string
    matter: string
    issuer: string
    document: string
    awardedOn: Day
    confirmed: boolean
  },
): Promise<string> {
  const id = context.newId()
  const { person } = context.actor
  await context.tx
    .insertInto('honour')
    .values({
      id,
      assessed_id: row.assessed,
      fact: row.fact,
      level: row.level,
      matter: row.matter,
      issuer: row.issuer,
      document: row.document,
      awarded_on: row.awardedOn,
      entered_by: person,
      entered_at: context.now,
      confirmed_by: row.confirmed ? person : null,
      confirmed_at: row.confirmed ? context.now : null,
    })
    .execute()
  return id
}

/** The honour, locked. */
export async function loadHonour({ tx }: Context, id: string) {
  return found(await tx.selectFrom('honour').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function saveHonourConfirmed({ tx, actor, now }: Context, id: string): Promise<void> {
  await tx.updateTable('honour').set({ confirmed_by: actor.person, confirmed_at: now }).where('id', '=', id).execute()
}

export async function saveHonourWithdrawn({ tx, actor, now }: Context, id: string, reason: string): Promise<void> {
  const withdrawn = { withdrawn_by: actor.person, withdrawn_at: now, withdrawn_reason: reason }
  await tx.updateTable('honour').set(withdrawn).where('id', '=', id).execute()
}

/** Who counted the votes of which survey. */
export interface SurveyKey {
  assessed: string
  fact: string
  voters: string
}
type Count = Votes | OptionVotes

/** The count, locked, if there is one; the votes of one that is not confirmed yet are unsealed for comparing only. */
export async function loadSurvey(context: Context, { assessed, fact, voters }: SurveyKey) {
  const row = await context.tx
    .selectFrom('survey_count')
    .selectAll()
    .where('assessed_id', '=', assessed)
    .where('fact', '=', fact)
    .where('voters', '=', voters)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const votes = row.sealed ? (JSON.parse(context.seal.open(row.sealed)) as Count) : null
  return { enteredBy: row.entered_by, confirmed: row.confirmed_at !== null, votes }
}

/** Keeps a count sealed until a second person has typed the same; a count not confirmed yet is replaced. */
export async function saveSurveyEntered(context: Context, key: SurveyKey, votes: Count, heldOn: Day): Promise<void> {
  const values = {
    held_on: heldOn,
    sealed: context.seal.close(JSON.stringify(votes)),
    entered_by: context.actor.person,
    entered_at: context.now,
  }
  await context.tx
    .insertInto('survey_count')
    .values({ assessed_id: key.assessed, fact: key.fact, voters: key.voters, ...values })
    .onConflict((conflict) => conflict.columns(['assessed_id', 'fact', 'voters']).doUpdateSet(values))
    .execute()
}

/** Keeps the votes where there are enough valid ones, and only that there were too few where there are not. */
export async function saveSurveyConfirmed(
  context: Context,
  key: SurveyKey,
  votes: Count,
  { valid, least }: { valid: number; least: number },
): Promise<void> {
  const counts = 'votes' in votes ? { eligible: votes.eligible, valid, votes: json(votes.votes) } : votes
  const kept = valid < least ? { too_few: true } : counts
  await context.tx
    .updateTable('survey_count')
    .set({ ...kept, sealed: null, confirmed_by: context.actor.person, confirmed_at: context.now })
    .where('assessed_id', '=', key.assessed)
    .where('fact', '=', key.fact)
    .where('voters', '=', key.voters)
    .execute()
}
