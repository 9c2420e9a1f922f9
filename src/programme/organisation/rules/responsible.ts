import type { OrganisationId, PersonId } from '#basics/id.ts'

/** An organisation's first post on some day: who held it, or that nobody did. */
export type Holder =
  | { state: 'held'; organisation: OrganisationId; person: PersonId }
  | { state: 'vacant'; organisation: OrganisationId }

/** Nobody has primary responsibility for the topmost organisation: there is none above it. */
export type Above = Holder | { state: 'none-above' }

/**
 * The two office-holders who answer for what an organisation has to do: its own secretary is directly responsible
 * (直接责任人), the secretary of the next organisation above has primary responsibility (第一责任人).
 */
export interface Responsible {
  direct: Holder
  primary: Above
}
