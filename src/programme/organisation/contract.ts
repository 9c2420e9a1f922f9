import * as z from 'zod/mini'
import { posts } from '#basics/actor.ts'
import { operation } from '#basics/contract.ts'
import { day, id, nothing, page, paging, text } from '#basics/shapes.ts'

export const organisationKinds = ['committee', 'party-group', 'general-branch', 'branch'] as const

export const organisationView = z.strictObject({
  id,
  kind: z.enum(organisationKinds),
  name: z.string(),
  shortName: z.string(),
  parent: z.nullable(z.strictObject({ id, name: z.string() })),
  region: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  setUpOn: day,
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
    summary: 'The organisations within reach, by structure; searched by name, short name or pinyin initials',
    input: z.strictObject({
      ...paging,
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
    summary: 'One organisation',
    input: nothing,
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
}
