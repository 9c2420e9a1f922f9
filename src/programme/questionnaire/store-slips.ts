import type { Context } from '#platform/context.ts'

type Tx = Pick<Context, 'tx'>

/** New slips for a group; those that nobody has used are void. */
export async function replaceSlips({ tx }: Tx, id: string, group: string, hashes: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('slip')
    .where('questionnaire_id', '=', id)
    .where('organisation_id', '=', group)
    .where('used', '=', false)
    .execute()
  for (let from = 0; from < hashes.length; from += 1000)
    await tx
      .insertInto('slip')
      .values(
        hashes
          .slice(from, from + 1000)
          .map((code_hash) => ({ code_hash, questionnaire_id: id, organisation_id: group })),
      )
      .execute()
}

export async function slipBy({ tx }: Tx, hash: string) {
  return tx
    .selectFrom('slip')
    .select(['questionnaire_id as questionnaire', 'organisation_id as group', 'used'])
    .where('code_hash', '=', hash)
    .executeTakeFirst()
}

/** How many slips were used: of all, or of one group. */
export async function usedSlips({ tx }: Tx, id: string, group?: string): Promise<number> {
  const { used } = await tx
    .selectFrom('slip')
    .select((of) => of.fn.countAll<string>().as('used'))
    .where('questionnaire_id', '=', id)
    .where('used', '=', true)
    .$if(group !== undefined, (query) => query.where('organisation_id', '=', group!))
    .executeTakeFirstOrThrow()
  return Number(used)
}

/**
 * Spends a slip, once; whether it could be. Redrawing hands out as many slips as a group has people, so that nobody learns
 * how many were used: the group is held here, and takes no more answers than that.
 */
export async function spendSlip({ tx }: Tx, hash: string, id: string, group: string): Promise<boolean> {
  const { slips } = await tx
    .selectFrom('questionnaire_group')
    .select('slips')
    .where('questionnaire_id', '=', id)
    .where('organisation_id', '=', group)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if ((await usedSlips({ tx }, id, group)) >= slips) return false
  const { numUpdatedRows } = await tx
    .updateTable('slip')
    .set({ used: true })
    .where('code_hash', '=', hash)
    .where('used', '=', false)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function closingKeyOf({ tx }: Tx, id: string): Promise<Buffer> {
  const row = await tx.selectFrom('questionnaire').select('closing_key').where('id', '=', id).executeTakeFirstOrThrow()
  return Buffer.from(row.closing_key!)
}

export async function insertAnswer(context: Context, id: string, closed: Buffer): Promise<void> {
  await context.tx.insertInto('closed_answer').values({ id: context.newId(), questionnaire_id: id, closed }).execute()
}

const AT_ONCE = 1000

/** Every closed answer, in the order of their random ids. */
export async function* closedAnswers({ tx }: Tx, id: string): AsyncGenerator<Buffer> {
  let after: string | null = null
  for (;;) {
    const rows: { id: string; closed: Buffer }[] = await tx
      .selectFrom('closed_answer')
      .select(['id', 'closed'])
      .where('questionnaire_id', '=', id)
      .$if(after !== null, (query) => query.where('id', '>', after!))
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const { closed } of rows) yield Buffer.from(closed)
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.id
  }
}

/** Destroys the slips and the answers of a questionnaire that has ended. */
export async function destroyAnswers({ tx }: Tx, id: string): Promise<void> {
  await tx.deleteFrom('closed_answer').where('questionnaire_id', '=', id).execute()
  await tx.deleteFrom('slip').where('questionnaire_id', '=', id).execute()
}
