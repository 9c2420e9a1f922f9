import type { OrganisationId } from '#basics/id.ts'
import { type Actions, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { sendEvidence } from '#support/evidence/actions.ts'
import { codeOf } from './code.ts'
import type { contactOperations } from './contract-contact.ts'
import { noticeById } from './reads.ts'
import { contactOf } from './reads-contact.ts'
import { maySetContact, reachable } from './rules/contact.ts'
import { saveContact } from './store-contact.ts'
import { linkTo } from './views.ts'

export const contactActions: Actions<typeof contactOperations> = {
  async readNoticeContact(context, { organisation }) {
    permit(maySetContact(context.actor, organisation as OrganisationId))
    return contactOf(context, organisation)
  },

  async setNoticeContact(context, { organisation, ...typed }) {
    permit(maySetContact(context.actor, organisation as OrganisationId))
    const contact = accept(reachable(typed))
    const before = await contactOf(context, organisation)
    await saveContact(context, organisation, contact)
    const subject = { kind: 'organisation', id: organisation, organisation }
    await writeHistory(context, 'notice.contact-set', subject, { before, after: contact })
    return contact
  },

  async downloadNoticePicture(context, { notice }) {
    return sendEvidence(context, found(found(await noticeById(context, notice)).picture_id))
  },

  async readNoticeCode(context, { notice }) {
    const bytes = new TextEncoder().encode(codeOf(linkTo(context, notice)))
    return { name: `${notice}.svg`, type: 'image/svg+xml', bytes }
  },
}
