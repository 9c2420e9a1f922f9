import { Secret, TOTP } from 'otpauth'
import { needsSecondFactor } from '#basics/actor.ts'
import { addMilliseconds } from '#basics/calendar.ts'
import type { PersonId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { found, Problem } from '#platform/errors.ts'
import { SESSION_COOKIE } from '#platform/http.ts'
import { limited } from '#platform/limits.ts'
import { sha256 } from '#platform/sha256.ts'
import type { accountContract } from './contract.ts'
import { hashPassword, isPassword } from './hashing.ts'
import { isOwn, openSessionsOf, tokensOf } from './reads.ts'
import { foldCode, foldLogin } from './rules/login.ts'
import { passwordWillDo } from './rules/password.ts'
import { ADDRESS_FREE_FAILURES, FREE_FAILURES, waitSeconds } from './rules/slow-down.ts'
import * as store from './store.ts'

const DEVICE_COOKIE = '__Host-hb-device'
const ACTIVATION_MS = 14 * 86_400_000
const done = { done: true } as const

export const accountActions: Actions<typeof accountContract> = {
  async signIn(context, { login, password, code }) {
    const account = await store.accountByLogin(context.tx, foldLogin(login))
    const person = account?.person_id as PersonId | undefined
    const known = person ? await store.isKnownDevice(context, person, context.cookies.read(DEVICE_COOKIE)) : false
    const lanes = [`login ${sha256(foldLogin(login))}${known ? ' known' : ''}`, `address ${sha256(context.address)}`]
    await mustNotGuess(context, lanes)
    const right = await isPassword(account?.password_hash ?? null, password)
    const actor = person ? await context.actorOf(person) : null
    if (!right || !account || !actor || account.disabled_at) return wrong(context, lanes)
    if (needsSecondFactor(actor)) await mustHaveSecondFactor(context, account, code, lanes)
    await openFor(context, actor.person)
    if (!known)
      context.cookies.set({
        name: DEVICE_COOKIE,
        value: await store.rememberDevice(context, actor.person),
        maxAgeSeconds: 180 * 86_400,
      })
    await writeHistory({ ...context, actor }, 'account.signed-in', { kind: 'person', id: actor.person })
    return done
  },

  async signOut(context) {
    if (context.session?.by === 'session') await store.endSession(context, context.session.id)
    context.cookies.set({ name: SESSION_COOKIE, value: '', maxAgeSeconds: 0 })
    return done
  },

  async proveAgain(context, { password, code }) {
    if (context.session?.by !== 'session') throw new Problem(403, 'account.tokens-cannot')
    const account = found(await store.accountOf(context.tx, context.actor.person))
    const lanes = [`proof ${account.person_id}`]
    await mustNotGuess(context, lanes)
    if (!(await isPassword(account.password_hash, password))) return wrong(context, lanes)
    if (needsSecondFactor(context.actor)) await mustHaveSecondFactor(context, account, code, lanes)
    await store.endSession(context, context.session.id)
    await openFor(context, context.actor.person)
    return done
  },

  async activate(context, { login, code, password }) {
    const account = await store.accountByLogin(context.tx, foldLogin(login))
    const lanes = [`activation ${sha256(foldLogin(login))}`]
    await mustNotGuess(context, lanes)
    const good =
      account?.activation_hash === sha256(foldCode(code)) &&
      account.activation_until! > context.now &&
      !account.disabled_at
    const actor = good ? await context.actorOf(account.person_id as PersonId) : null
    if (!good || !actor) {
      await store.noteFailure(context, lanes)
      throw new Problem(409, 'account.wrong-code')
    }
    const willDo = passwordWillDo(password, [actor.name, login])
    if (!willDo.ok)
      throw new Problem(422, 'platform.bad-input', { fields: [{ field: 'password', reason: willDo.reason }] })
    const secret = needsSecondFactor(actor) ? new Secret({ size: 20 }) : null
    await store.changeAccount(context.tx, account.person_id, {
      password_hash: await hashPassword(password),
      activation_hash: null,
      activation_until: null,
      second_factor: secret ? context.seal.close(secret.base32) : null,
      second_factor_step: null,
      second_factor_confirmed_at: null,
    })
    await store.endSessions(context, account.person_id)
    await writeHistory({ ...context, actor }, 'account.activated', { kind: 'person', id: actor.person })
    return { secondFactor: secret && { secret: secret.base32, uri: totp(secret.base32, account.login).toString() } }
  },

  async changePassword(context, { password }) {
    const account = found(await store.accountOf(context.tx, context.actor.person))
    const willDo = passwordWillDo(password, [context.actor.name, account.login])
    if (!willDo.ok)
      throw new Problem(422, 'platform.bad-input', { fields: [{ field: 'password', reason: willDo.reason }] })
    await store.changeAccount(context.tx, account.person_id, { password_hash: await hashPassword(password) })
    await store.endSessions(context, account.person_id, context.session?.id)
    await writeHistory(context, 'account.password-changed', { kind: 'person', id: account.person_id })
    return done
  },

  async listMySessions(context) {
    const rows = await openSessionsOf(context)
    return {
      rows: rows.map((row) => ({
        id: row.id,
        device: row.device,
        beganAt: row.began_at,
        usedAt: row.used_at,
        current: row.id === context.session?.id,
      })),
    }
  },

  async endMySession(context, { session }) {
    await store.endSession(context, session)
    await writeHistory(context, 'account.session-ended', { kind: 'session', id: session })
    return done
  },

  async listMyTokens(context) {
    const rows = await tokensOf(context)
    return {
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name,
        madeAt: row.made_at,
        expiresAt: row.expires_at,
        lastUsedOn: row.last_used_on,
      })),
    }
  },

  async makeToken(context, { name, days }) {
    const token = context.newToken()
    const expiresAt = addMilliseconds(context.now, days * 86_400_000)
    await store.insertToken(context, { name, hash: sha256(token), expiresAt })
    await writeHistory(context, 'account.token-made', { kind: 'person', id: context.actor.person }, { name, expiresAt })
    return { token, expiresAt }
  },

  async revokeToken(context, { token }) {
    await store.revoke(context, token)
    await writeHistory(context, 'account.token-revoked', { kind: 'token', id: token })
    return done
  },
}

export const accountReach = {
  session: (context: Context, id: string) => isOwn(context, 'session', id),
  token: (context: Context, id: string) => isOwn(context, 'access_token', id),
}

/** Gives a person a one-time code, good for fourteen days; answers it once, only its hash is kept. */
export async function issueActivation(context: Context, person: PersonId, login: string): Promise<string> {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  const code = [...Buffer.from(context.newToken(12), 'base64url')]
    .map((byte) => letters[byte % letters.length])
    .join('')
  await store.putActivation(context.tx, {
    person_id: person,
    login: foldLogin(login),
    activation_hash: sha256(foldCode(code)),
    activation_until: addMilliseconds(context.now, ACTIVATION_MS),
  })
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** The login a person has, or the one they will get: the wanted one, or with a part of their id where that is taken. */
export async function loginFor(context: Context, person: string, wanted: string): Promise<string> {
  const existing = await store.accountOf(context.tx, person)
  if (existing) return existing.login
  const folded = foldLogin(wanted)
  return (await store.accountByLogin(context.tx, folded)) ? `${folded}-${person.slice(0, 4)}` : folded
}

/** Makes a code that was issued, but not used yet, worthless. */
export async function voidActivation(context: Context, person: string): Promise<void> {
  await store.changeAccount(context.tx, person, { activation_hash: null, activation_until: null })
}

/** Forgets the codes issued to people who are no longer to be here; false when one of them has used their account. */
export async function forgetUnused(context: Pick<Context, 'tx'>, people: readonly string[]): Promise<boolean> {
  return (await store.deleteUnused(context.tx, people)) === 0
}

/** Disables the account (every session ends with the next request), or lets it in again. */
export async function setDisabled(context: Context, person: PersonId, disabled: boolean): Promise<void> {
  found(await store.accountOf(context.tx, person))
  await store.changeAccount(context.tx, person, { disabled_at: disabled ? context.now : null })
  if (disabled) await store.endSessions(context, person)
}

/** Opens a session and sets its cookie. */
export async function openFor(context: Context, person: PersonId, demo = false): Promise<void> {
  const token = await store.openSession(context, person, context.device, demo ? store.demoProofUntil() : undefined)
  context.cookies.set({ name: SESSION_COOKIE, value: token, maxAgeSeconds: 12 * 3600 })
}

async function mustNotGuess(context: Context, lanes: string[]): Promise<void> {
  for (const lane of lanes) {
    const free = lane.startsWith('address') ? ADDRESS_FREE_FAILURES : FREE_FAILURES
    const seconds = waitSeconds(await store.failuresOf(context, lane), free)
    if (seconds > 0) throw new Problem(429, 'account.slow-down', { details: { seconds }, retryAfter: seconds })
  }
  limited(`sign-in ${context.address}`, { times: 600, seconds: 60 })
}

async function wrong(context: Context, lanes: string[]): Promise<never> {
  await store.noteFailure(context, lanes)
  throw new Problem(401, 'account.wrong-sign-in')
}

async function mustHaveSecondFactor(
  context: Context,
  account: store.Account,
  code: string | undefined,
  lanes: string[],
): Promise<void> {
  if (!account.second_factor) throw new Problem(401, 'account.no-second-factor')
  if (!code) throw new Problem(401, 'account.second-factor-needed')
  const timestamp = Date.parse(context.now)
  const delta = totp(context.seal.open(account.second_factor), account.login).validate({
    token: code.replace(/\s/g, ''),
    timestamp,
    window: 1,
  })
  const step = Math.floor(timestamp / 30_000) + (delta ?? 0)
  if (delta === null || step <= (account.second_factor_step ?? 0)) return wrong(context, lanes)
  await store.changeAccount(context.tx, account.person_id, {
    second_factor_step: step,
    second_factor_confirmed_at: account.second_factor_confirmed_at ?? context.now,
  })
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: '航标',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  })
}
