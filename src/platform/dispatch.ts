import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#basics/actor.ts'
import { dayOf, type Instant, millisecondsBetween } from '#basics/calendar.ts'
import { type Operation, pathNames } from '#basics/contract.ts'
import type { PersonId } from '#basics/id.ts'
import type { Language } from '#basics/messages.ts'
import type { Capability } from './capability.ts'
import { type Context, type Cookie, isSignedIn, nobody, type Session, writeHistory } from './context.ts'
import { brokenConstraint, clock, type Database, sqlState, type Tx } from './database.ts'
import { notFound, Problem, unauthenticated, unavailable } from './errors.ts'
import { once } from './idempotency.ts'
import { limited } from './limits.ts'
import { parseInput, parseOutput } from './parse.ts'
import type { Seal } from './seal.ts'

/** Who is behind the credentials, as the accounts know it. */
export interface Identity {
  actor: Actor
  session: Session
}

/** What the frame needs from above: who somebody is, and that they were here. */
export interface People {
  identify(tx: Tx, credentials: Credentials, now: Instant): Promise<Identity | null>
  actorOf(tx: Tx, person: PersonId, now: Instant): Promise<Actor | null>
  /** Notes, in a transaction of its own, that the session is in use. */
  touch(session: Session): Promise<void>
}

export interface Credentials {
  session?: string | undefined
  token?: string | undefined
}

/** One request, wherever it comes from: HTTP, a portal page or form, the command line, a test. */
export interface Ask {
  operation: string
  params?: Record<string, string>
  /** Given as a function when reading them may be refused: that comes after who is asking and what is there. */
  fields?: Record<string, unknown> | (() => Promise<Record<string, unknown>>)
  credentials: Credentials
  language: Language
  address: string
  requestId: string
  /** Where this site is reached from outside, for addresses that leave it: codes, printed pages. */
  origin?: string
  /** What the browser calls itself, shortened; shown to its owner in the list of sessions. */
  device?: string
  cookies?: Record<string, string>
  key?: string | undefined
}

export interface Answer {
  output: unknown
  cookies: Cookie[]
}

export interface Dispatcher {
  operations: Map<string, { name: string; operation: Operation }>
  ask(request: Ask): Promise<Answer>
  /** Does work as a given person at a given time, outside any request: jobs, the sample, tests. */
  act<T>(actor: Actor, work: (context: Context) => Promise<T>, at?: Instant): Promise<T>
}

/** `aside` serves transactions of their own inside a request, so that requests cannot starve each other of connections. */
export interface Pools {
  db: Database
  aside: Database
}

const PROOF_LASTS = 10 * 60_000
const TRIES = 3

/** Puts the one way together in which anything is asked of the product. */
export function dispatcher({ db, aside }: Pools, capabilities: Capability[], people: People, seal: Seal): Dispatcher {
  const operations = new Map<string, { name: string; operation: Operation }>()
  const actions = new Map<string, (context: Context, input: never) => Promise<unknown>>()
  const reach: Capability['reach'] = {}
  for (const capability of capabilities) {
    Object.assign(reach, capability.reach)
    for (const [name, operation] of Object.entries(capability.contract)) {
      if (operations.has(name)) throw new Error(`two operations are named ${name}`)
      operations.set(name, { name, operation })
      actions.set(name, capability.actions[name]!)
    }
  }

  async function ask(request: Ask): Promise<Answer> {
    const { operation } = operations.get(request.operation) ?? {}
    if (!operation) throw new Problem(404, 'platform.no-such-operation')
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce(request, operation)
      } catch (error) {
        const state = sqlState(error)
        if (attempt < TRIES && (state === '40001' || state === '40P01')) continue
        throw translate(error)
      }
    }
  }

  async function attemptOnce(request: Ask, operation: Operation): Promise<Answer> {
    const cookies: Cookie[] = []
    let denied: Context | undefined
    let used: Session | undefined
    try {
      const output = await db.transaction().execute(async (tx) => {
        const now = await clock(tx)
        const identity = await people.identify(tx, request.credentials, now)
        used = identity?.session
        if (operation.who === 'signed-in' && !identity) throw unauthenticated()
        const context = makeContext(tx, request, identity, now, cookies)
        await mustReach(context, operation, request.params ?? {})
        const fields = typeof request.fields === 'function' ? await request.fields() : (request.fields ?? {})
        const input = { ...parseInput(operation, fields), ...request.params }
        if (operation.limit) limited(`${request.operation} ${context.actor.person || request.address}`, operation.limit)
        denied = operation.method === 'GET' || operation.unnamed ? undefined : context
        if (operation.stepUp) mustBeProved(context)
        const work = async () => parseOutput(operation, await actions.get(request.operation)!(context, input as never))
        const kept = operation.once && operation.method !== 'GET' && operation.kind !== 'download'
        if (!request.key || !kept) return work()
        const { key, params } = request
        const unnamed = operation.unnamed
        return (await once(context, { key, operation: request.operation, fields: { fields, params }, unnamed }, work))
          .output
      })
      if (used && !operation.unnamed) await people.touch(used)
      return { output, cookies }
    } catch (error) {
      if (error instanceof Problem && error.status === 403 && denied) await noteDenial(denied, request.operation, error)
      throw error
    }
  }

  async function mustReach(context: Context, operation: Operation, params: Record<string, string>): Promise<void> {
    for (const name of pathNames(operation.path)) {
      const id = params[name]
      const reaches = reach[name]
      if (!reaches) throw new Error(`nobody says who reaches :${name} of ${operation.path}`)
      if (!id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound()
      if (!(await reaches(context, id, params))) throw notFound()
    }
  }

  async function noteDenial(context: Context, operation: string, problem: Problem): Promise<void> {
    const subject = { kind: 'operation', id: operation }
    await context.apart((tx) => writeHistory({ ...context, tx }, 'platform.denied', subject, { reason: problem.code }))
  }

  function makeContext(tx: Tx, request: Ask, identity: Identity | null, now: Instant, cookies: Cookie[]): Context {
    return {
      ...basics(tx, now),
      actor: identity?.actor ?? nobody,
      session: identity?.session ?? null,
      language: request.language,
      requestId: request.requestId,
      address: request.address,
      origin: request.origin ?? '',
      device: request.device ?? '',
      cookies: { read: (name) => request.cookies?.[name], set: (cookie) => void cookies.push(cookie) },
    }
  }

  function basics(tx: Tx, now: Instant) {
    return {
      tx,
      now,
      today: dayOf(now),
      newId: randomUUID,
      seal,
      newToken: (bytes = 32) => randomBytes(bytes).toString('base64url'),
      async enqueue(job: string, payload: object) {
        await sql`select graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json)`.execute(tx)
      },
      apart: <T>(work: (own: Tx) => Promise<T>) => aside.transaction().execute(work),
      actorOf: (person: PersonId) => people.actorOf(tx, person, now),
    }
  }

  async function act<T>(actor: Actor, work: (context: Context) => Promise<T>, at?: Instant): Promise<T> {
    return db.transaction().execute(async (tx) => {
      const now = at ?? (await clock(tx))
      const cookies = { read: () => undefined, set: () => {} }
      const rest = {
        session: null,
        language: 'zh' as const,
        requestId: `act-${randomUUID()}`,
        address: 'local',
        origin: '',
        device: '',
        cookies,
      }
      return work({ ...basics(tx, now), ...rest, actor })
    })
  }

  return { operations, ask, act }
}

function mustBeProved({ session, now, actor }: Context): void {
  if (!isSignedIn(actor)) throw unauthenticated()
  if (!session?.provedAt || millisecondsBetween(session.provedAt, now) > PROOF_LASTS)
    throw new Problem(403, 'platform.prove-it-again')
}

/** What the database says in its own words becomes what a person can act on; the rest stays an error of ours. */
function translate(error: unknown): unknown {
  if (error instanceof Problem) return error
  const state = sqlState(error)
  // another was faster: it is there already, or what this names is gone
  if (state === '23505' || state === '23503')
    return new Problem(409, 'platform.changed-meanwhile', { details: { what: brokenConstraint(error) ?? '' } })
  if (state === '55P03' || state === '57014' || state === '40001' || state === '40P01') return unavailable(2)
  const away = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', 'ENOTCONN']
  // 53: no room, no memory, no connection left
  if (state && (/^(57P|08|53)/.test(state) || away.includes(state))) return unavailable(5)
  const gone =
    /Connection terminated|not queryable|connection timeout|timeout exceeded when trying to connect|Query read timeout/
  if (error instanceof Error && gone.test(error.message)) return unavailable(5)
  return error
}
