import type { Transaction } from 'kysely'
import type { Actor } from '#basics/actor.ts'
import type { Day, Instant } from '#basics/calendar.ts'
import type { Contract, InputOf, OutputOf } from '#basics/contract.ts'
import type { PersonId } from '#basics/id.ts'
import type { Language } from '#basics/messages.ts'
import type { Seal } from './seal.ts'
import type { Tables } from './tables.ts'

/** How the person asking is known: by a browser's session or by a token of the command line. */
export interface Session {
  id: string
  by: 'session' | 'token'
  /** When the password was last asked for; null for a token. */
  provedAt: Instant | null
}

/** A cookie to set with the answer; an empty value removes it. */
export interface Cookie {
  name: string
  value: string
  maxAgeSeconds: number
}

/** Everything an action may touch. One context is one database transaction. */
export interface Context {
  tx: Transaction<Tables>
  /** The person asking, or `nobody`. */
  actor: Actor
  session: Session | null
  /** Read once from the database's clock. */
  now: Instant
  today: Day
  language: Language
  requestId: string
  /** Where the request came from, for rate limits and the lines of refused sign-ins only. */
  address: string
  /** Where this site is reached from outside; empty where nobody asks over HTTP. */
  origin: string
  /** What the browser calls itself, shortened. */
  device: string
  cookies: { read(name: string): string | undefined; set(cookie: Cookie): void }
  newId(): string
  /** Encrypts what must not be readable in the database alone (second factors). */
  seal: Seal
  /** A fresh random token, base64url. */
  newToken(bytes?: number): string
  /** Queues a job that runs only if this transaction commits; payloads carry ids, not copies. */
  enqueue(job: string, payload: object): Promise<void>
  /** Does something in a transaction of its own, kept even when this one is refused (failed sign-ins, denials). */
  apart<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>
  /** The person with the posts they hold today. */
  actorOf(person: PersonId): Promise<Actor | null>
}

/** Somebody who has not signed in. */
export const nobody: Actor = { person: '' as PersonId, name: '', posts: [] }

export function isSignedIn(actor: Actor): boolean {
  return actor.person !== ''
}

/** One function for each operation of a contract. */
export type Actions<C extends Contract> = {
  [Name in keyof C]: (context: Context, input: InputOf<C[Name]>) => Promise<OutputOf<C[Name]>>
}

/** For each kind of thing in the paths of a contract: is this one there, and within the actor's reach? */
export type Reach = Record<string, (context: Context, id: string, params: Record<string, string>) => Promise<boolean>>

/** What a line of history is about. */
export interface Subject {
  kind: string
  id: string
  /** The organisation whose business it is, so that those responsible find the line. */
  organisation?: string | null
}

/**
 * Writes one line of the history, in the transaction of the change: kept or lost together with it.
 * `detail` carries what changed; never the name behind an objection, an unnamed opinion or a secret answer.
 */
export async function writeHistory(
  context: Pick<Context, 'tx' | 'actor' | 'now' | 'requestId'>,
  action: string,
  subject: Subject,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await context.tx
    .insertInto('history')
    .values({
      at: context.now,
      person_id: context.actor.person || null,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
      organisation_id: subject.organisation ?? null,
      detail: JSON.stringify(detail),
      request_id: context.requestId,
    })
    .execute()
}
