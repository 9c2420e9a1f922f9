import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, file, id, nothing, page, paging, text } from '#basics/shapes.ts'
import {
  abouts,
  region,
  registerRow,
  scope,
  selectionLine,
  selectionRow,
  selectionView,
  titleRow,
  titles,
} from './contract-views.ts'

const search = z.optional(text(40))
const where = z.optional(text(20))

export const selectionContract = {
  listSelections: operation({
    method: 'GET',
    path: '/selections',
    summary: 'The selections within reach, the latest year first',
    input: z.strictObject({ ...paging, assessment: z.optional(id) }),
    output: page(selectionRow),
  }),
  readSelection: operation({
    method: 'GET',
    path: '/selections/:selection',
    summary: 'One selection: its run, quotas, what needs a ruling; a branch reads its own line in full',
    input: nothing,
    output: selectionView,
  }),
  listSelectionLines: operation({
    method: 'GET',
    path: '/selections/:selection/lines',
    summary: 'Every branch with level, gates, naming and grounds, in the order of the structure',
    input: z.strictObject({ ...paging, region: where, title: z.optional(z.enum(titles)), search }),
    output: page(selectionLine),
  }),
  prepareSelection: operation({
    method: 'POST',
    path: '/assessments/:assessment/selections',
    summary: 'Prepare a selection from a frozen assessment',
    input: z.strictObject({ title: z.optional(text(60)) }),
    output: selectionView,
  }),
  runSelection: operation({
    method: 'POST',
    path: '/selections/:selection/runs',
    summary: 'Compute the selection from the frozen inputs, and keep the run with its root',
    stepUp: true,
    input: nothing,
    output: selectionView,
  }),
  ruleOn: operation({
    method: 'POST',
    path: '/selections/:selection/rulings',
    summary: 'Record a ruling where the sheet decides nothing, and compute anew with it',
    stepUp: true,
    input: z.strictObject({
      branch: id,
      about: z.enum(abouts),
      /** The gate; empty for a tie. */
      code: z._default(text(40, 0), ''),
      /** For a gate whether it holds, for a tie whether the branch is named. */
      holds: z.optional(z.enum(['yes', 'no'])),
      /** Who decided, when and why. */
      ground: text(500, 2),
    }),
    output: selectionView,
  }),
  checkSelection: operation({
    method: 'POST',
    path: '/selections/:selection/checks',
    summary: 'Find nothing secret in the list of the present run, under the own name',
    stepUp: true,
    input: nothing,
    output: selectionView,
  }),
  publishSelection: operation({
    method: 'POST',
    path: '/selections/:selection/notice',
    summary: 'Put the list of those to be named on public notice, with reasons and root',
    stepUp: true,
    input: z.strictObject({ days: z.optional(z.int().check(z.gte(1), z.lte(60))), scope: z.optional(scope) }),
    output: selectionView,
  }),
  concludeSelection: operation({
    method: 'POST',
    path: '/selections/:selection/conclusion',
    summary: 'Close the notice and name the branches of the list',
    stepUp: true,
    input: nothing,
    output: selectionView,
  }),
  setSelectionAside: operation({
    method: 'POST',
    path: '/selections/:selection/setting-aside',
    summary: 'Close the notice and name nobody, because an objection was upheld',
    stepUp: true,
    input: z.strictObject({ reason: text(500, 2) }),
    output: selectionView,
  }),
  downloadRun: operation({
    method: 'GET',
    path: '/selections/:selection/run-file',
    summary: 'The present run as a file that anybody can recompute with `hangbiao verify`',
    kind: 'download',
    input: nothing,
    output: file,
  }),
  readPublicRun: operation({
    method: 'GET',
    path: '/runs/:run',
    summary: 'A disclosed run: who is named and why, counts, and the root; no score, no order of merit',
    who: 'anyone',
    input: nothing,
    output: z.strictObject({
      id,
      selection: id,
      title: z.string(),
      year: z.int(),
      organisation: z.string(),
      sheet: z.strictObject({ code: z.string(), title: z.string() }),
      state: z.enum(['noticed', 'final']),
      notice: id,
      namedOn: z.nullable(day),
      rated: z.int(),
      notRated: z.int(),
      /** Reasons that hold for all of the list. */
      common: z.array(z.string()),
      regions: z.array(
        z.strictObject({
          region,
          base: z.int(),
          places: z.int(),
          common: z.array(z.string()),
          branches: z.array(z.strictObject({ name: z.string(), reasons: z.array(z.string()) })),
        }),
      ),
      root: z.string(),
      allowed: z.array(z.enum(['download'])),
    }),
  }),
  listRegister: operation({
    method: 'GET',
    path: '/register',
    summary:
      'The register of the named branches as it stands today, by structure; searched in Chinese or pinyin initials',
    who: 'anyone',
    input: z.strictObject({ ...paging, region: where, search }),
    output: z.strictObject({
      rows: z.array(registerRow),
      next: z.nullable(z.string()),
      total: z.int(),
      regions: z.array(z.string()),
    }),
  }),
  listTitles: operation({
    method: 'GET',
    path: '/titles',
    summary: 'Every title as it stood on a day, with its grounds, for offices and secretaries above the branches',
    input: z.strictObject({ ...paging, on: z.optional(day), region: where, search }),
    output: page(titleRow),
  }),
}
