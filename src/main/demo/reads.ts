import type { PersonId } from '#basics/id.ts'
import type { Said } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'

export interface SamplePersonRow {
  key: string
  staffNo: string | null
  name: string
  organisation: string | null
  zh: string
  en: string
}

export interface HeldSample {
  anchor: string
  note: Said
  named_people: SamplePersonRow[]
}

/** The sample that this database holds; undefined in every other database. */
export async function heldSample({ tx }: Pick<Context, 'tx'>): Promise<HeldSample | undefined> {
  const row = await tx.selectFrom('sample_programme').select(['anchor', 'note', 'named_people']).executeTakeFirst()
  return row as HeldSample | undefined
}

export async function personByStaffNo({ tx }: Pick<Context, 'tx'>, staffNo: string): Promise<PersonId | undefined> {
  const row = await tx.selectFrom('person').select('id').where('staff_no', '=', staffNo).executeTakeFirst()
  return row?.id as PersonId | undefined
}
