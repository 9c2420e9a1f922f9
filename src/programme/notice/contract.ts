import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing, page, paging, text } from '#basics/shapes.ts'
import { compared } from './contract-compared.ts'
import { dispositions } from './rules/answer.ts'
import { scopes } from './rules/notice.ts'

const named = z.strictObject({ id, name: z.string() })
const wording = z.strictObject({ where: z.string(), before: z.string(), after: z.string() })
const given = z.strictObject({ reply: z.string(), wordings: z.array(wording) })

/** What is told of a closed notice: what was adopted and which words changed, what was not and why; never who. */
const digestView = z.strictObject({
  opinions: z.int(),
  adopted: z.array(given),
  partly: z.array(given),
  declined: z.array(z.strictObject({ reply: z.string() })),
  groundless: z.int(),
  unanswered: z.int(),
  objections: z.int(),
  upheld: z.int(),
})

const noticeRow = z.strictObject({
  id,
  subjectKind: z.string(),
  subjectId: id,
  title: z.string(),
  scope: z.enum(scopes),
  office: named,
  concerns: z.nullable(named),
  postedOn: day,
  days: z.int(),
  lastDay: day,
  /** Counted with days that the State Council had not settled yet: the last day may still move. */
  provisional: z.boolean(),
  /** `open` until 24:00 of the last day, then `over` until the office closes it. */
  state: z.enum(['open', 'over', 'closed']),
  outcome: z.nullable(z.enum(['in-effect', 'objection-upheld'])),
  closedOn: z.nullable(day),
})

const noticeView = z.extend(noticeRow, {
  body: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  /** Whose people it is disclosed to when it is disclosed inside the Party. */
  within: named,
  /** Taken back from society: since when, and why; told to those inside. */
  narrowed: z.nullable(z.strictObject({ on: day, reason: z.string() })),
  /** Where it is to replace something: why, and both texts passage by passage. */
  replaces: z.nullable(z.strictObject({ reason: z.string(), passages: z.array(compared) })),
  endsAt: instant,
  /** Who checked that nothing secret is disclosed; told to those who are signed in. */
  checkedBy: z.nullable(z.string()),
  digest: z.nullable(digestView),
  allowed: z.array(z.enum(['speak', 'listen', 'answer', 'narrow'])),
})

const opinionView = z.strictObject({
  id,
  text: z.string(),
  givenOn: day,
  named: z.boolean(),
  /** The name, for the handling office alone. */
  by: z.nullable(z.string()),
  disposition: z.nullable(z.enum(dispositions)),
  reply: z.nullable(z.string()),
  wordings: z.array(wording),
  allowed: z.array(z.enum(['answer'])),
})

const objectionView = z.strictObject({
  id,
  raisedOn: day,
  /** In the objector's own words, for the handling office alone. */
  text: z.nullable(z.string()),
  substance: z.nullable(z.string()),
  result: z.nullable(z.enum(['upheld', 'not-upheld'])),
  reply: z.nullable(z.string()),
  allowed: z.array(z.enum(['pass-on', 'answer', 'read-objector'])),
})

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
  narrowNotice: operation({
    method: 'POST',
    path: '/notices/:notice/narrowing',
    summary: 'Take a notice to society back inside the Party, with the reason; what it disclosed follows at once',
    input: z.strictObject({ reason: text(200, 2) }),
    output: noticeView,
  }),
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
  answerOpinion: operation({
    method: 'PUT',
    path: '/opinions/:opinion/reply',
    summary: 'Answer an opinion: adopted with the words that change, partly, declined and why, or groundless',
    input: z.strictObject({
      disposition: z.enum(dispositions),
      reply: text(1000, 2),
      wordings: z._default(
        z
          .array(z.strictObject({ where: text(40), before: text(300), after: z._default(text(300, 0), '') }))
          .check(z.maxLength(10)),
        [],
      ),
    }),
    output: opinionView,
  }),
  closeGroundless: operation({
    method: 'POST',
    path: '/notices/:notice/groundless',
    summary: 'Close many opinions at once as groundless, with one reason',
    input: z.strictObject({ opinions: z.array(id).check(z.minLength(1), z.maxLength(200)), reply: text(1000, 2) }),
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
