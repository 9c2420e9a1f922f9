import type { Context } from '#platform/context.ts'
import type { Contact } from './rules/contact.ts'

export async function saveContact(context: Context, organisation: string, contact: Contact): Promise<void> {
  const set = { ...contact, set_by: context.actor.person, set_at: context.now }
  await context.tx
    .insertInto('notice_contact')
    .values({ organisation_id: organisation, ...set })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(set))
    .execute()
}
