import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing, page, paging, text } from '#basics/shapes.ts'
import { recordKinds } from '#programme/building/rules/record.ts'
import { consentWays } from './rules/naming.ts'
import { publicationKinds, states, verbs } from './rules/publication.ts'

const named = z.strictObject({ id, name: z.string() })
const kind = z.enum(publicationKinds)
const scope = z.enum(['party', 'society'])
const names = z.enum(['nobody', 'with-consent'])
const person = { consentedOn: day, way: z.enum(consentWays) }

/** What a branch writes; records and the statement about names are never left out. */
const contentInput = {
  kind,
  title: text(60, 2),
  text: text(4000, 10),
  scope,
  /** The branch's own records that it rests on. */
  records: z.array(id).check(z.minLength(1), z.maxLength(20)),
  names,
  people: z._default(z.array(z.strictObject({ name: text(30, 2), ...person })).check(z.maxLength(30)), []),
}

const row = {
  id,
  branch: named,
  kind,
  title: z.string(),
  scope,
  publishedOn: z.nullable(day),
}
/** A publication as anybody finds it who may read it. */
export const publishedRow = z.strictObject(row)

/** A publication as those find it who have to do with it. */
const concernedRow = z.strictObject({
  ...row,
  region: z.nullable(z.string()),
  state: z.enum(states),
  since: instant,
  waitedDays: z.int(),
  allowed: z.array(z.enum(verbs)),
})

export const publicationView = z.strictObject({
  ...row,
  state: z.enum(states),
  text: z.string(),
  /** The brand it makes known, once it is handed in. */
  brand: z.nullable(named),
  /** As they were when it was handed in; whether one still says so is told to those concerned. */
  records: z.array(
    z.strictObject({
      record: id,
      happenedOn: day,
      kind: z.enum(recordKinds),
      sentence: z.string(),
      now: z.nullable(z.enum(['same', 'corrected', 'withdrawn'])),
    }),
  ),
  /** Told to those who are signed in. */
  checkedBy: z.nullable(z.string()),
  approvedBy: z.nullable(z.string()),
  /** For those concerned: what the branch stated about names, and names of its people that the statement does not list. */
  consent: z.nullable(
    z.strictObject({
      names,
      people: z.array(z.strictObject({ name: z.string(), ...person })),
      unstated: z.array(z.string()),
    }),
  ),
  /** Why it was sent back or taken back; for those concerned. */
  reasons: z.nullable(z.string()),
  trail: z.array(z.strictObject({ step: z.string(), by: z.string(), at: instant, comment: z.string() })),
  allowed: z.array(z.enum(verbs)),
})

export const publicityContract = {
  listPublications: operation({
    method: 'GET',
    path: '/publications',
    summary: 'What branches have published of their brands, as far as it goes to whoever asks; the latest first',
    who: 'anyone',
    input: z.strictObject({ ...paging, branch: z.optional(id), kind: z.optional(kind) }),
    output: page(publishedRow),
  }),
  readPublication: operation({
    method: 'GET',
    path: '/publications/:publication',
    summary: 'One publication with the records it rests on',
    who: 'anyone',
    input: nothing,
    output: publicationView,
  }),
  listPublicity: operation({
    method: 'GET',
    path: '/publicity',
    summary:
      'Publications this person has to do with, in a state or in all, the latest first; `todo`: what waits for them',
    input: z.strictObject({
      ...paging,
      state: z.optional(z.enum(states)),
      organisation: z.optional(id),
      list: z.optional(z.enum(['todo'])),
    }),
    output: page(concernedRow),
  }),
  draftPublication: operation({
    method: 'POST',
    path: '/organisations/:organisation/publications',
    summary: 'Draft a publication of the branch’s brand that cites its own records',
    input: z.strictObject(contentInput),
    output: publicationView,
  }),
  changePublication: operation({
    method: 'PUT',
    path: '/publications/:publication',
    summary: 'Change a draft, or what was sent back',
    input: z.strictObject(contentInput),
    output: publicationView,
  }),
  submitPublication: operation({
    method: 'POST',
    path: '/publications/:publication/submission',
    summary: 'Hand it in to be checked and approved; the words of its records are kept as they are now',
    input: nothing,
    output: publicationView,
  }),
  dropPublication: operation({
    method: 'POST',
    path: '/publications/:publication/dropping',
    summary: 'Give up a draft, or what was sent back',
    input: nothing,
    output: publicationView,
  }),
  checkPublication: operation({
    method: 'POST',
    path: '/publications/:publication/checks',
    summary: 'Find nothing secret in it and the consent of all who are named on record, or send it back with reasons',
    input: z.strictObject({
      result: z.enum(['clear', 'return']),
      comment: z._default(text(600, 0), ''),
      namesConfirmed: z._default(z.boolean(), false),
    }),
    output: publicationView,
  }),
  approvePublication: operation({
    method: 'POST',
    path: '/publications/:publication/approvals',
    summary: 'Approve it, no wider than the branch wishes, or send it back with reasons; the first makes a brand known',
    input: z.strictObject({
      result: z.enum(['approve', 'return']),
      comment: z._default(text(600, 0), ''),
      /** Not given: as the branch wishes. */
      scope: z.optional(scope),
    }),
    output: publicationView,
  }),
  withdrawPublication: operation({
    method: 'POST',
    path: '/publications/:publication/withdrawal',
    summary: 'Take a publication back, with the reason; without another one the brand is being built again',
    input: z.strictObject({ reason: text(200, 2) }),
    output: publicationView,
  }),
}
