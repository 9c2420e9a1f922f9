import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, file, id, nothing, page, paging, text } from '#basics/shapes.ts'
import { organisationKinds } from './contract.ts'
import { grantedPosts } from './rules/posts.ts'
import { unitKinds } from './rules/units.ts'

const named = z.strictObject({ id, name: z.string() })
/** The day of which the structure is asked; today when not given. */
const on = z.optional(day)

export const structureRow = z.strictObject({
  id,
  kind: z.enum(organisationKinds),
  name: z.string(),
  shortName: z.string(),
  /** Null at the top; it may be one that this person does not see. */
  parent: z.nullable(id),
  region: z.nullable(z.string()),
  units: z.array(named),
  branches: z.int(),
  /** The secretary of that day; null where there was none, or for those who are not told. */
  secretary: z.nullable(z.string()),
  /** Since when it was called and stood like this. */
  fromOn: day,
  setUpOn: day,
  /** Whether more stands below it than is told here: ask for it with `below`. */
  more: z.boolean(),
})

export const placeView = z.strictObject({
  fromOn: day,
  /** The first day on which it was no longer so; null while it is. */
  untilOn: z.nullable(day),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(organisationKinds),
  parent: z.nullable(named),
  region: z.nullable(z.string()),
})

const tieView = z.strictObject({ ...named.shape, fromOn: day, untilOn: z.nullable(day) })

export const unitView = z.strictObject({
  id,
  name: z.string(),
  kind: z.nullable(z.enum(unitKinds)),
  parent: z.nullable(named),
  region: z.nullable(z.string()),
  organisations: z.array(named),
})

export const holdingView = z.strictObject({
  id,
  post: z.enum(grantedPosts),
  person: named,
  /** By the name it had that day. */
  organisation: named,
  /** What the organisations above were called that day, the topmost first. */
  above: z.array(z.string()),
  /** How many organisations stood below it that day. */
  below: z.int(),
  fromOn: day,
  untilOn: z.nullable(day),
})

export const structureContract = {
  readStructure: operation({
    method: 'GET',
    path: '/structure',
    summary:
      'The tree of organisations of a day, as far as one sees it, those above before those below: as many whole levels as fit',
    input: z.strictObject({ on, below: z.optional(id) }),
    output: z.strictObject({ on: day, rows: z.array(structureRow) }),
  }),
  exportStructure: operation({
    method: 'GET',
    path: '/structure-export',
    summary: 'The structure of a day as a workbook: levels, names, units and secretaries of that day',
    kind: 'download',
    input: z.strictObject({ on }),
    output: file,
  }),
  listPlaces: operation({
    method: 'GET',
    path: '/organisations/:organisation/places',
    summary:
      'What an organisation was called and where it stood, from its first known day on, and the units it was tied to',
    input: nothing,
    output: z.strictObject({
      setUpOn: day,
      dissolvedOn: z.nullable(day),
      successor: z.nullable(named),
      places: z.array(placeView),
      ties: z.array(tieView),
    }),
  }),
  listUnits: operation({
    method: 'GET',
    path: '/units',
    summary: 'The units of a day, with the organisations tied to them',
    input: z.strictObject({ ...paging, on, search: z.optional(text(40)) }),
    output: page(unitView),
  }),
  listHolders: operation({
    method: 'GET',
    path: '/holders',
    summary: 'Who held which post on a day, in the structure of that day',
    input: z.strictObject({
      ...paging,
      on,
      post: z.optional(z.enum(grantedPosts)),
      organisation: z.optional(id),
      person: z.optional(id),
    }),
    output: page(holdingView),
  }),
  readRights: operation({
    method: 'GET',
    path: '/people/:person/rights',
    summary: 'Where somebody belonged and which posts they held on a day, in the structure of that day',
    input: z.strictObject({ on }),
    output: z.strictObject({
      on: day,
      person: named,
      belongs: z.nullable(z.strictObject({ ...named.shape, kind: z.enum(['member', 'staff']) })),
      posts: z.array(holdingView),
    }),
  }),
}
