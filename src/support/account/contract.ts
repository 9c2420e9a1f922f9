import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, instant, nothing, text } from '#basics/shapes.ts'

const login = z.string().check(z.minLength(1), z.maxLength(60))
const password = z.string().check(z.minLength(1), z.maxLength(512))
const code = z.optional(z.string().check(z.maxLength(20)))
const done = z.strictObject({ done: z.literal(true) })

export const sessionView = z.strictObject({
  id,
  device: z.string(),
  beganAt: instant,
  usedAt: instant,
  current: z.boolean(),
})

export const tokenView = z.strictObject({
  id,
  name: z.string(),
  madeAt: instant,
  expiresAt: instant,
  lastUsedOn: z.nullable(z.string()),
})

export const accountContract = {
  signIn: operation({
    method: 'POST',
    path: '/session',
    summary: 'Sign in with staff number and password, and the second factor where the post asks for it',
    who: 'anyone',
    input: z.strictObject({ login, password, code }),
    output: done,
  }),
  signOut: operation({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    who: 'anyone',
    input: nothing,
    output: done,
  }),
  proveAgain: operation({
    method: 'POST',
    path: '/session/proof',
    summary: 'Give the password once more before an act that asks for it',
    input: z.strictObject({ password, code }),
    output: done,
  }),
  activate: operation({
    method: 'POST',
    path: '/activation',
    summary: 'Use the one-time code: set the password, and receive the second factor where the post asks for it',
    who: 'anyone',
    limit: { times: 20, seconds: 600 },
    input: z.strictObject({ login, code: z.string().check(z.minLength(1), z.maxLength(40)), password }),
    output: z.strictObject({ secondFactor: z.nullable(z.strictObject({ secret: z.string(), uri: z.string() })) }),
  }),
  changePassword: operation({
    method: 'PUT',
    path: '/me/password',
    summary: 'Change the own password; every other session ends',
    stepUp: true,
    input: z.strictObject({ password }),
    output: done,
  }),
  listMySessions: operation({
    method: 'GET',
    path: '/me/sessions',
    summary: 'The own open sessions',
    input: nothing,
    output: z.strictObject({ rows: z.array(sessionView) }),
  }),
  endMySession: operation({
    method: 'DELETE',
    path: '/me/sessions/:session',
    summary: 'End one of the own sessions',
    input: nothing,
    output: done,
  }),
  listMyTokens: operation({
    method: 'GET',
    path: '/me/tokens',
    summary: 'The own tokens of the command line that are still good',
    input: nothing,
    output: z.strictObject({ rows: z.array(tokenView) }),
  }),
  makeToken: operation({
    method: 'POST',
    path: '/me/tokens',
    summary: 'Make a token for the command line; it is shown once',
    stepUp: true,
    input: z.strictObject({ name: text(40), days: z._default(z.int().check(z.gte(1), z.lte(90)), 30) }),
    output: z.strictObject({ token: z.string(), expiresAt: instant }),
  }),
  revokeToken: operation({
    method: 'DELETE',
    path: '/me/tokens/:token',
    summary: 'Revoke one of the own tokens',
    input: nothing,
    output: done,
  }),
}
