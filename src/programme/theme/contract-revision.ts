import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { nothing, text } from '#basics/shapes.ts'
import { themeView } from './contract-views.ts'
import { revisionKinds } from './rules/revision.ts'

const explanation = z.strictObject({ kind: z.enum(revisionKinds), reason: text(600, 2) })

export const revisionContract = {
  reviseTheme: operation({
    method: 'POST',
    path: '/themes/:theme/revisions',
    summary: 'Begin to revise the theme in force from its text, with the reason; it stays in force until then',
    input: explanation,
    output: themeView,
  }),
  explainRevision: operation({
    method: 'PUT',
    path: '/themes/:theme/revision',
    summary: 'Say otherwise how far a drafted or returned revision goes, and why',
    input: explanation,
    output: themeView,
  }),
  abandonTheme: operation({
    method: 'DELETE',
    path: '/themes/:theme',
    summary: 'Give up a draft, or what came back; it stays on record, and the theme in force stays in force',
    input: nothing,
    output: themeView,
  }),
}
