import * as z from 'zod/mini'
import { posts } from '#basics/actor.ts'
import { operation } from '#basics/contract.ts'
import { day, file, id, nothing, page, paging, text } from '#basics/shapes.ts'
import { organisationKinds } from './rules/import-lines.ts'
import { grantedPosts } from './rules/posts.ts'

export { organisationKinds }

export const organisationView = z.strictObject({
  id,
  kind: z.enum(organisationKinds),
  name: z.string(),
  shortName: z.string(),
  parent: z.nullable(z.strictObject({ id, name: z.string() })),
  region: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  /** All units it is tied to, the one of longest standing first. */
  units: z.array(z.strictObject({ id, name: z.string() })),
  setUpOn: day,
  /** The first day without it; null while it stands. */
  dissolvedOn: z.nullable(day),
  /** The one that took over what it left. */
  successor: z.nullable(z.strictObject({ id, name: z.string() })),
  /** How many branches stand below (1 for a branch itself). */
  branches: z.int(),
})

export const heldPost = z.strictObject({
  post: z.enum(posts),
  organisation: id,
  organisationName: z.string(),
  organisationKind: z.enum(organisationKinds),
})

export const meView = z.strictObject({
  person: id,
  name: z.string(),
  posts: z.array(heldPost),
  /** How the session was opened; the workbench hides what a token cannot do. */
  provedAt: z.nullable(z.string()),
})

export const accountStates = ['none', 'invited', 'active', 'disabled'] as const

export const personView = z.strictObject({
  id,
  name: z.string(),
  staffNo: z.nullable(z.string()),
  kind: z.enum(['member', 'staff']),
  organisation: z.strictObject({ id, name: z.string() }),
  posts: z.array(z.strictObject({ post: z.enum(grantedPosts), organisation: id, organisationName: z.string() })),
  /** Administrators see it; null for everyone else. */
  account: z.nullable(z.enum(accountStates)),
  allowed: z.array(z.enum(['grant', 'issue-code', 'disable', 'enable'])),
})

export const postView = z.strictObject({
  id,
  person: z.strictObject({ id, name: z.string() }),
  post: z.enum(grantedPosts),
  organisation: z.strictObject({ id, name: z.string() }),
  fromOn: day,
  /** The first day on which it is no longer held. */
  untilOn: z.nullable(day),
  state: z.enum(['waiting', 'refused', 'held', 'ended']),
  grantedBy: z.nullable(z.string()),
  confirmedBy: z.nullable(z.string()),
  refusal: z.nullable(z.string()),
  fromFile: z.boolean(),
  allowed: z.array(z.enum(['confirm', 'refuse', 'end'])),
})

const done = z.strictObject({ done: z.literal(true) })
const administrator = z.strictObject({ staffNo: text(30), name: text(30) })

export const organisationContract = {
  readMe: operation({
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, with the posts held today',
    input: nothing,
    output: meView,
  }),
  listOrganisations: operation({
    method: 'GET',
    path: '/organisations',
    summary: 'The organisations of a day within reach, by structure; searched by name, short name or pinyin initials',
    input: z.strictObject({
      ...paging,
      /** The day of which the structure is asked; today when not given. */
      on: z.optional(day),
      kind: z.optional(z.enum(organisationKinds)),
      parent: z.optional(id),
      region: z.optional(text(20)),
      search: z.optional(text(40)),
    }),
    output: page(organisationView),
  }),
  readOrganisation: operation({
    method: 'GET',
    path: '/organisations/:organisation',
    summary: 'One organisation, as it is (or last was), or as it stood on a day',
    input: z.strictObject({ on: z.optional(day) }),
    output: organisationView,
  }),
  readSetUp: operation({
    method: 'GET',
    path: '/set-up',
    summary: 'Whether the first administrators are still to be made',
    who: 'anyone',
    input: nothing,
    output: z.strictObject({ open: z.boolean() }),
  }),
  setUp: operation({
    method: 'POST',
    path: '/set-up',
    summary: 'Make the root organisation and the three administrators, with the code printed in the terminal; once',
    who: 'anyone',
    limit: { times: 20, seconds: 600 },
    input: z.strictObject({
      code: z.string().check(z.maxLength(40)),
      organisation: text(60),
      systemAdmin: administrator,
      securityAdmin: administrator,
      auditAdmin: administrator,
    }),
    output: z.strictObject({
      codes: z.array(z.strictObject({ name: z.string(), staffNo: z.string(), code: z.string() })),
    }),
  }),
  listPeople: operation({
    method: 'GET',
    path: '/people',
    summary:
      'The people of the organisations one is responsible for; searched by name, staff number or pinyin initials',
    input: z.strictObject({
      ...paging,
      organisation: z.optional(id),
      search: z.optional(text(40)),
      account: z.optional(z.enum(accountStates)),
    }),
    output: page(personView),
  }),
  readPerson: operation({
    method: 'GET',
    path: '/people/:person',
    summary: 'One person',
    input: nothing,
    output: personView,
  }),
  listPosts: operation({
    method: 'GET',
    path: '/posts',
    summary: 'Who holds, held or waits for which post',
    input: z.strictObject({
      ...paging,
      state: z.optional(z.enum(['waiting', 'refused', 'held', 'ended'])),
      post: z.optional(z.enum(grantedPosts)),
      organisation: z.optional(id),
      person: z.optional(id),
      search: z.optional(text(40)),
    }),
    output: page(postView),
  }),
  grantPost: operation({
    method: 'POST',
    path: '/people/:person/posts',
    summary: 'Give a person a post; it takes effect when the security administrator confirms it',
    stepUp: true,
    input: z.strictObject({
      post: z.enum(grantedPosts),
      organisation: id,
      fromOn: day,
      untilOn: z.optional(day),
    }),
    output: z.strictObject({ id }),
  }),
  confirmPost: operation({
    method: 'POST',
    path: '/posts/:post/confirmation',
    summary: 'Let a waiting post take effect',
    stepUp: true,
    input: nothing,
    output: done,
  }),
  refusePost: operation({
    method: 'POST',
    path: '/posts/:post/refusal',
    summary: 'Turn a waiting post down, with the reason',
    input: z.strictObject({ reason: text(200, 2) }),
    output: done,
  }),
  endPost: operation({
    method: 'POST',
    path: '/posts/:post/end',
    summary: 'End a post: from that day on it is no longer held',
    stepUp: true,
    input: z.strictObject({ untilOn: day }),
    output: done,
  }),
  issueCode: operation({
    method: 'POST',
    path: '/people/:person/activation-code',
    summary: 'Give a person a one-time code to activate or recover the account; shown once',
    stepUp: true,
    input: nothing,
    output: z.strictObject({ name: z.string(), login: z.string(), code: z.string() }),
  }),
  issueCodes: operation({
    method: 'POST',
    path: '/organisations/:organisation/activation-codes',
    summary:
      'A workbook with one-time codes for everybody below the organisation whose account is not active; made once',
    kind: 'download',
    stepUp: true,
    input: nothing,
    output: file,
  }),
  disableAccount: operation({
    method: 'POST',
    path: '/people/:person/account-suspension',
    summary: 'Disable an account: every session ends with its next request',
    input: nothing,
    output: done,
  }),
  enableAccount: operation({
    method: 'DELETE',
    path: '/people/:person/account-suspension',
    summary: 'Let a disabled account in again',
    input: nothing,
    output: done,
  }),
}
