import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing, page, paging, text } from '#basics/shapes.ts'
import { organisationKinds } from '#programme/organisation/contract.ts'
import { unitKinds } from '#programme/organisation/rules/units.ts'
import { titleFates } from '#programme/selection/rules/hand-over.ts'
import { fates } from '#programme/theme/rules/hand-over.ts'
import { states, verbs } from './rules/act.ts'
import { lineKinds } from './rules/line.ts'
import { kinds } from './rules/terms.ts'

const named = z.strictObject({ id, name: z.string() })
const of = z.enum(['organisation', 'unit'])
const allKinds = [...organisationKinds, ...unitKinds] as const
const few = <Item extends z.ZodMiniType>(item: Item, most: number) => z.array(item).check(z.maxLength(most))

const newcomer = z.strictObject({
  name: text(60),
  shortName: text(60),
  kind: z.enum(allKinds),
  parent: z.nullable(id),
  region: z.nullable(text(20)),
})
const bequest = z.strictObject({
  organisation: id,
  inForce: z.enum(fates),
  underWay: z.enum(fates),
  title: z.optional(z.enum(titleFates)),
})
const bequests = few(bequest, 20)
const part = z.strictObject({ newcomer, people: few(id, 500), below: few(id, 200) })

/** What an act says, by its kind. */
export const terms = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set-up'), of, newcomer, units: few(id, 20) }),
  z.strictObject({ kind: z.literal('rename'), of, id, name: text(60), shortName: text(60) }),
  z.strictObject({ kind: z.literal('move'), of, id, parent: z.nullable(id) }),
  z.strictObject({ kind: z.literal('region'), of, id, region: z.nullable(text(20)) }),
  z.strictObject({ kind: z.literal('merge'), of, ids: few(id, 20), into: z.union([id, newcomer]), bequests }),
  z.strictObject({
    kind: z.literal('split'),
    of,
    id,
    parts: few(part, 10),
    heir: z.nullable(z.int().check(z.gte(0), z.lte(9))),
    bequests,
  }),
  z.strictObject({ kind: z.literal('dissolve'), of, id, successor: id, bequests }),
  z.strictObject({ kind: z.literal('tie'), of: z.literal('organisation'), id, unit: id }),
  z.strictObject({ kind: z.literal('untie'), of: z.literal('organisation'), id, unit: id }),
])

const document = {
  terms,
  effectiveOn: day,
  /** The document's number. */
  document: text(60),
  issuer: text(60),
  reason: text(500),
}

const placed = z.strictObject({
  id,
  level: z.int(),
  name: z.string(),
  kind: z.string(),
  parent: z.nullable(id),
  region: z.nullable(z.string()),
  units: z.array(z.string()),
  /** How many members and staff belong to it. */
  people: z.int(),
  /** The theme in force. */
  theme: z.nullable(z.string()),
  /** Whether the act is about this one. */
  party: z.boolean(),
})

const line = z.strictObject({
  kind: z.enum(lineKinds),
  /** In a sentence, in the reader's language. */
  text: z.string(),
  from: z.nullable(named),
  to: z.nullable(named),
  /** A theme's page, where the line is about one. */
  theme: z.nullable(id),
})

/** What an act does, or would do: what was left and where it goes, and the places around it before and after. */
const effect = z.strictObject({
  lines: z.array(line),
  before: z.array(placed),
  after: z.array(placed),
  /** To be sent back on confirming: what was shown is what is confirmed. */
  seen: z.string(),
})

const row = z.strictObject({
  id,
  kind: z.enum(kinds),
  of,
  /** What it does, in a sentence. */
  title: z.string(),
  state: z.enum(states),
  effectiveOn: day,
  document: z.string(),
  issuer: z.string(),
})

const view = z.extend(row, {
  reason: z.string(),
  parties: z.array(named),
  enteredBy: z.string(),
  enteredAt: instant,
  confirmedBy: z.nullable(z.string()),
  confirmedAt: z.nullable(instant),
  inEffectAt: z.nullable(instant),
  /** Refused or withdrawn: by whom, when, and why. */
  ended: z.nullable(z.strictObject({ by: z.string(), at: instant, reason: z.string() })),
  effect: z.nullable(effect),
  /** Why it cannot take effect as things stand, or could not on its day. */
  hindrance: z.nullable(z.string()),
  allowed: z.array(z.enum(verbs)),
})

const preview = z.strictObject({ title: z.string(), effect: z.nullable(effect), hindrance: z.nullable(z.string()) })

export const reorganisationContract = {
  listReorganisations: operation({
    method: 'GET',
    path: '/reorganisations',
    summary: 'Acts that set up, rename, move, merge, split or dissolve organisations or units, the latest day first',
    input: z.strictObject({
      ...paging,
      state: z.optional(z.enum(states)),
      kind: z.optional(z.enum(kinds)),
      organisation: z.optional(id),
    }),
    output: z.extend(page(row), { allowed: z.array(z.enum(['enter'])) }),
  }),
  readReorganisation: operation({
    method: 'GET',
    path: '/reorganisations/:reorganisation',
    summary: 'One act with its document, what it does or would do, and the structure before and after',
    input: nothing,
    output: view,
  }),
  listReorganisationsOf: operation({
    method: 'GET',
    path: '/organisations/:organisation/reorganisations',
    summary: 'The acts in effect or planned that an organisation was named in, the first one first',
    input: nothing,
    output: z.strictObject({ rows: z.array(row) }),
  }),
  previewReorganisation: operation({
    method: 'POST',
    path: '/reorganisation-previews',
    summary: 'What an act would do, without entering it',
    input: z.strictObject({ terms, effectiveOn: day }),
    output: preview,
  }),
  enterReorganisation: operation({
    method: 'POST',
    path: '/reorganisations',
    summary: 'Enter an act; it takes effect when the security administrator confirms it, on its day at the earliest',
    stepUp: true,
    input: z.strictObject(document),
    output: view,
  }),
  confirmReorganisation: operation({
    method: 'POST',
    path: '/reorganisations/:reorganisation/confirmation',
    summary: 'Confirm an act that somebody else entered: at once in effect, or planned for its day',
    stepUp: true,
    input: z.strictObject({
      /** What was shown: refused when it would do something else by now. */
      seen: z.optional(text(64)),
    }),
    output: view,
  }),
  refuseReorganisation: operation({
    method: 'POST',
    path: '/reorganisations/:reorganisation/refusal',
    summary: 'Turn an act down that somebody else entered, with the reason',
    input: z.strictObject({ reason: text(300) }),
    output: view,
  }),
  withdrawReorganisation: operation({
    method: 'POST',
    path: '/reorganisations/:reorganisation/withdrawal',
    summary: 'Take back an act that has not taken effect, with the reason',
    input: z.strictObject({ reason: text(300) }),
    output: view,
  }),
}
