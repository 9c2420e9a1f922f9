import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { file, id } from '#basics/shapes.ts'
import { unitKinds } from '#programme/organisation/rules/units.ts'
import { named } from './contract-shapes.ts'

const standing = z.strictObject({
  total: z.nullable(z.string()),
  level: z.nullable(z.string()),
  rank: z.nullable(z.int()),
})
const change = z.enum(['up', 'down', 'same', 'open'])
/** A hair: at most so many points from a line; half a point when not given. */
const hair = z._default(z.string().check(z.regex(/^\d{1,3}(\.\d{1,2})?$/, { error: 'decimal.not-a-number' })), '0.5')

/** Which kind of the draft stands for which kind of unit: `department:机关支部,ship:基层支部`. */
const kinds = z._default(z.string().check(z.maxLength(600)), '')
const asked = z.strictObject({ hair, kinds })

export const tryOutView = z.strictObject({
  assessment: id,
  cycle: z.string(),
  year: z.int(),
  draft: z.strictObject({ id, code: z.string(), title: z.string(), number: z.int() }),
  before: z.strictObject({ code: z.string(), title: z.string(), number: z.int() }),
  hair: z.string(),
  /**
   * Where the draft tells kinds of branch apart and the year does not: what stands for what. Null where nothing is to be told.
   */
  kinds: z.nullable(
    z.strictObject({
      fact: z.string(),
      choices: z.array(z.string()),
      units: z.array(
        z.strictObject({ unit: z.enum([...unitKinds, 'none']), branches: z.int(), kind: z.nullable(z.string()) }),
      ),
    }),
  ),
  base: z.int(),
  /** Facts of the draft that the year does not hold, and the clauses left out for it. */
  lacking: z.array(z.strictObject({ key: z.string(), name: z.string(), clauses: z.array(z.string()) })),
  levels: z.array(z.strictObject({ level: z.string(), before: z.int(), after: z.int() })),
  open: z.int(),
  items: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      results: z.int(),
      separates: z.boolean(),
      decides: z.int(),
      alone: z.boolean(),
    }),
  ),
  lines: z.array(z.strictObject({ level: z.string(), atLeast: z.string(), above: z.int(), below: z.int() })),
  groups: z.array(
    z.strictObject({
      by: z.enum(['region', 'kind']),
      name: z.nullable(z.string()),
      base: z.int(),
      up: z.int(),
      down: z.int(),
      same: z.int(),
      near: z.int(),
    }),
  ),
  moves: z.array(
    z.strictObject({
      branch: named,
      region: z.nullable(z.string()),
      kind: z.nullable(z.string()),
      before: standing,
      after: standing,
      change,
      near: z.boolean(),
    }),
  ),
})

/** A sheet tried on the frozen facts of an assessment; for its office alone, kept nowhere. */
export const tryOutOperations = {
  readTryOut: operation({
    method: 'GET',
    path: '/assessments/:assessment/try-outs/:sheet',
    summary:
      'A sheet, draft or issued, tried on the frozen facts of an earlier year: who moves, what decides, who is near a line',
    input: asked,
    output: tryOutView,
  }),
  downloadTryOut: operation({
    method: 'GET',
    path: '/assessments/:assessment/try-outs/:sheet/file',
    summary: 'The same as an Excel file, for a meeting',
    kind: 'download',
    input: asked,
    output: file,
  }),
}
