import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, nothing, page, paging, text } from '#basics/shapes.ts'
import { contactOperations } from './contract-contact.ts'
import { paperOperations } from './contract-paper.ts'
import { runningOperations } from './contract-running.ts'
import { noticeRow, noticeView, objectionView, opinionView, replyView } from './contract-views.ts'
import { dispositions } from './rules/answer.ts'

const taken = z.strictObject({ taken: z.literal(true) })
const often = { times: 10, seconds: 600 }

export const noticeContract = {
  listNotices: operation({
    method: 'GET',
    path: '/notices',
    summary: 'Public notices, the latest first',
    who: 'anyone',
    input: z.strictObject({
      ...paging,
      state: z.optional(z.enum(['open', 'closed'])),
      subjectKind: z.optional(text(40)),
      /** Only those that this person's office handles. */
      mine: z.optional(z.enum(['yes'])),
    }),
    output: page(noticeRow),
  }),
  readNotice: operation({
    method: 'GET',
    path: '/notices/:notice',
    summary: 'One public notice; once closed, with what came of the opinions',
    who: 'anyone',
    input: nothing,
    output: noticeView,
  }),
  ...runningOperations,
  ...contactOperations,
  ...paperOperations,
  giveOpinion: operation({
    method: 'POST',
    path: '/notices/:notice/unnamed-opinions',
    summary: 'Give an opinion without a name: neither person nor time of day is kept',
    who: 'anyone',
    unnamed: true,
    limit: often,
    input: z.strictObject({ text: text(1000, 2) }),
    output: taken,
  }),
  signOpinion: operation({
    method: 'POST',
    path: '/notices/:notice/opinions',
    summary: 'Give an opinion under the own name, which the handling office sees',
    limit: often,
    input: z.strictObject({ text: text(1000, 2) }),
    output: taken,
  }),
  listOpinions: operation({
    method: 'GET',
    path: '/notices/:notice/opinions',
    summary: 'The opinions on a notice, for the handling office and those concerned',
    input: z.strictObject({ ...paging, state: z.optional(z.enum(['open', 'answered'])) }),
    output: page(opinionView),
  }),
  listReplies: operation({
    method: 'GET',
    path: '/notices/:notice/replies',
    summary: 'The replies on a closed notice by the numbers of the opinions, with the words that changed',
    who: 'anyone',
    input: z.strictObject({
      from: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000)), 1),
      limit: paging.limit,
    }),
    output: z.strictObject({ rows: z.array(replyView), next: z.nullable(z.int()) }),
  }),
  answerOpinion: operation({
    method: 'PUT',
    path: '/opinions/:opinion/reply',
    summary:
      'Answer an opinion: adopted with the words that change or as an earlier one, partly, declined and why, or groundless',
    input: z.strictObject({
      disposition: z.enum(dispositions),
      reply: text(1000, 2),
      wordings: z._default(
        z
          .array(z.strictObject({ where: text(40), before: text(300), after: z._default(text(300, 0), '') }))
          .check(z.maxLength(10)),
        [],
      ),
      asIn: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
    }),
    output: opinionView,
  }),
  closeGroundless: operation({
    method: 'POST',
    path: '/notices/:notice/groundless',
    summary:
      'Close many opinions at once as groundless, with one reason; `alike` takes those with the same words along',
    input: z.strictObject({
      opinions: z.array(id).check(z.minLength(1), z.maxLength(200)),
      reply: text(1000, 2),
      alike: z.optional(z.boolean()),
    }),
    output: z.strictObject({ closed: z.int() }),
  }),
  raiseObjection: operation({
    method: 'POST',
    path: '/notices/:notice/objections',
    summary: 'Object under a name, which the handling office alone can read',
    who: 'anyone',
    unnamed: true,
    limit: { times: 5, seconds: 600 },
    input: z.strictObject({ name: text(30, 2), contact: text(60, 3), text: text(2000, 2) }),
    output: taken,
  }),
  listObjections: operation({
    method: 'GET',
    path: '/notices/:notice/objections',
    summary: 'The objections to a notice: for the office as written, for those concerned their substance',
    input: nothing,
    output: z.strictObject({ rows: z.array(objectionView) }),
  }),
  passOnObjection: operation({
    method: 'PUT',
    path: '/objections/:objection/substance',
    summary: 'Pass the substance of an objection on to those concerned, without the person',
    input: z.strictObject({ substance: text(2000, 2) }),
    output: objectionView,
  }),
  answerObjection: operation({
    method: 'PUT',
    path: '/objections/:objection/reply',
    summary: 'Uphold an objection or not, with a reply',
    input: z.strictObject({
      result: z.enum(['upheld', 'not-upheld']),
      reply: text(1000, 2),
      substance: z._default(text(2000, 0), ''),
    }),
    output: objectionView,
  }),
  readObjector: operation({
    method: 'POST',
    path: '/objections/:objection/disclosures',
    summary: 'Read who objected and how to reach them; each reading leaves a line of history',
    stepUp: true,
    input: nothing,
    output: z.strictObject({ name: z.string(), contact: z.string() }),
  }),
}
