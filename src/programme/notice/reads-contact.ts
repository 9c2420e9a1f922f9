import type { Context } from '#platform/context.ts'
import { type Contact, noContact } from './rules/contact.ts'

/** How an office says that it is reached. */
export async function contactOf({ tx }: Pick<Context, 'tx'>, organisation: string): Promise<Contact> {
  const row = await tx
    .selectFrom('notice_contact')
    .select(['issuer', 'address', 'hotline', 'mailbox'])
    .where('organisation_id', '=', organisation)
    .executeTakeFirst()
  return row ?? noContact
}
