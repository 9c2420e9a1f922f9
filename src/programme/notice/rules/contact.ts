import { type Actor, holds } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'

/** How people reach the office that handles notices, beside the site; empty is what was not said. */
export interface Contact {
  /** The name it signs with on printed notices; the organisation's own where it is empty. */
  issuer: string
  address: string
  hotline: string
  mailbox: string
}

export const noContact: Contact = { issuer: '', address: '', hotline: '', mailbox: '' }

/** A mobile number, however it is broken up: somebody's own, which is not for a public notice. */
const mobile = /1[3-9]\d(?:[ -]?\d{4}){2}/

/** What may be printed on every notice: an office's line, nobody's own. */
export function reachable(contact: Contact): Decision<Contact, 'notice.no-private-number'> {
  return Object.values(contact).some((text) => mobile.test(text)) ? refuse('notice.no-private-number') : allow(contact)
}

/** The office itself says how it is reached. */
export function maySetContact(actor: Actor, organisation: OrganisationId): Decision<true, 'notice.only-own-contact'> {
  return holds(actor, 'office', organisation) ? allow(true) : refuse('notice.only-own-contact')
}
