import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, nothing } from '#basics/shapes.ts'
import { compared } from '#programme/notice/contract-compared.ts'
import { brandStages, stageGrounds } from './rules/brand-stage.ts'
import { revisionKinds } from './rules/revision.ts'
import { states } from './rules/theme.ts'

const chapter = z.strictObject({
  id,
  name: z.string(),
  state: z.enum(states),
  draftedOn: day,
  effectiveOn: z.nullable(day),
  endedOn: z.nullable(day),
  passages: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  /** Where it is a revision: how far it goes, why, and both texts as far as both are disclosed to this person. */
  revision: z.nullable(
    z.strictObject({ kind: z.enum(revisionKinds), reason: z.string(), passages: z.array(compared) }),
  ),
  notice: z.nullable(id),
  /** How many opinions its notice got, and how many were adopted, in part or whole; the notice tells which words. */
  opinions: z.nullable(z.strictObject({ all: z.int(), adopted: z.int() })),
  /** How its brand was distilled, built and made known: each change with its day, person and ground. Told inside the branch and above it. */
  stages: z.array(
    z.strictObject({
      stage: z.enum(brandStages),
      ground: z.enum(['drafted', ...stageGrounds]),
      on: day,
      by: z.string(),
      words: z.string(),
    }),
  ),
  /** Told inside the branch and above it. */
  secretaries: z.array(z.string()),
  call: z.nullable(id),
  /** Told to those who have to do with its theme. */
  trail: z.array(
    z.strictObject({ step: z.string(), by: z.string(), organisation: z.string(), at: z.string(), comment: z.string() }),
  ),
})

export const storyContract = {
  readStory: operation({
    method: 'GET',
    path: '/stories/:story',
    summary: 'The story of a branch’s theme over the years: each text, as far as it is disclosed to whoever asks',
    who: 'anyone',
    input: nothing,
    output: z.strictObject({
      branch: z.strictObject({ id, name: z.string() }),
      region: z.nullable(z.string()),
      themes: z.array(chapter),
      confirmations: z.array(z.strictObject({ year: z.int(), answeredOn: day, by: z.string(), sentence: z.string() })),
    }),
  }),
}
