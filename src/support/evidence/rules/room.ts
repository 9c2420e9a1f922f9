import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { EvidenceRefusal } from './refusals.ts'

const MEGABYTE = 1024 * 1024
/** Where nobody has set another: one gigabyte for each organisation. */
export const USUAL_ROOM = 1024

/** In hundredths of a megabyte, rounded so that nobody is promised more than there is. */
const down = (bytes: number) => Math.floor((bytes * 100) / MEGABYTE) / 100
const up = (bytes: number) => Math.ceil((bytes * 100) / MEGABYTE) / 100

/** What is left of the room, in bytes; never below zero, though the room may have been made smaller than what it holds. */
export function leftOf(megabytes: number, used: number): number {
  return Math.max(0, megabytes * MEGABYTE - used)
}

/**
 * Whether the organisation still has room: `used` and `more` in bytes. Refused with how large the room is, how much is
 * left, and how much the file needs, all in megabytes.
 */
export function roomFor(megabytes: number, used: number, more: number): Decision<true, EvidenceRefusal> {
  const left = leftOf(megabytes, used)
  if (more <= left) return allow(true)
  return refuse('evidence.quota-used-up', { room: megabytes, left: down(left), needed: up(more) })
}
