import * as z from 'zod/mini'
import { day, id, instant } from '#basics/shapes.ts'
import { compared } from './contract-compared.ts'
import { contactView } from './contract-contact.ts'
import { dispositions } from './rules/answer.ts'
import { outcomes, scopes } from './rules/notice.ts'
import { ways } from './rules/paper.ts'
import { groundsOfEnd } from './rules/period.ts'

const named = z.strictObject({ id, name: z.string() })
const wording = z.strictObject({ where: z.string(), before: z.string(), after: z.string() })

/** A reply as it is published: by the number of the opinion, never by who gave it. */
export const replyView = z.strictObject({
  number: z.int(),
  disposition: z.enum(['adopted', 'partly', 'declined']),
  reply: z.string(),
  wordings: z.array(wording),
  /** The number of the opinion that had changed the same words already. */
  asIn: z.nullable(z.int()),
})

/** A passage in which opinions changed words: each stretch with the numbers of the opinions that it comes from. */
export const changedPassage = z.strictObject({
  label: z.string(),
  stretches: z.array(z.strictObject({ text: z.string(), opinions: z.array(z.int()) })),
})

/** What came of the opinions on a closed notice, in figures; the replies are a list of their own. */
const digestView = z.strictObject({
  opinions: z.int(),
  adopted: z.int(),
  partly: z.int(),
  declined: z.int(),
  groundless: z.int(),
  unanswered: z.int(),
  objections: z.int(),
  upheld: z.int(),
  notUpheld: z.int(),
  /** Why opinions were closed as groundless: the reasons used most. */
  reasons: z.array(z.strictObject({ reply: z.string(), opinions: z.int() })),
})

export const noticeRow = z.strictObject({
  id,
  subjectKind: z.string(),
  subjectId: id,
  title: z.string(),
  scope: z.enum(scopes),
  office: named,
  concerns: z.nullable(named),
  postedOn: day,
  /** Working days as they were promised on posting, and those that extensions added. */
  days: z.int(),
  extendedDays: z.int(),
  /** The last day as it was told on posting, and as it stands. */
  firstLastDay: day,
  lastDay: day,
  /** Counted with days that the State Council had not settled yet: the last day may still move. */
  provisional: z.boolean(),
  /** `open` until 24:00 of the last day, then `over` until the office closes it. */
  state: z.enum(['open', 'over', 'closed']),
  outcome: z.nullable(z.enum(outcomes)),
  closedOn: z.nullable(day),
})

export const noticeView = z.extend(noticeRow, {
  body: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  /** Whose people it is disclosed to when it is disclosed inside the Party. */
  within: named,
  /** Taken back from society: since when, and why; told to those inside. */
  narrowed: z.nullable(z.strictObject({ on: day, reason: z.string() })),
  /** Where it is to replace something: why, and both texts passage by passage. */
  replaces: z.nullable(
    z.strictObject({
      reason: z.string(),
      passages: z.array(compared),
      /** The picture of what it replaces, and the notice at which that one stands. */
      picture: z.nullable(z.strictObject({ words: z.string(), notice: id })),
    }),
  ),
  endsAt: instant,
  /** Why it ends when it ends. */
  end: z.strictObject({
    ground: z.enum(groundsOfEnd),
    /** What people were told, and what the calendar of today gives. */
    told: day,
    recounted: day,
    /** Days off and worked weekends on the way there. */
    named: z.array(z.strictObject({ day, kind: z.enum(['holiday', 'workday']), name: z.string() })),
  }),
  /** More time that the office gave, the first extension first; by the post, not the person. */
  extensions: z.array(
    z.strictObject({
      on: day,
      days: z.int(),
      reason: z.string(),
      document: z.nullable(z.string()),
      lastDayBefore: day,
      lastDay: day,
      by: z.string(),
    }),
  ),
  /** Why it was taken down before its time, where it was. */
  takenDown: z.nullable(z.string()),
  /** What the picture shows that is disclosed with the text, where there is one. */
  picture: z.nullable(z.string()),
  /** The page on which all of its subject stands, where there is one. */
  opens: z.nullable(z.string()),
  /** Its address, as it is printed and put into its code. */
  link: z.string(),
  /** How the handling office is reached beside the site. */
  contact: contactView,
  /** Who checked that nothing secret is disclosed; told to those who are signed in. */
  checkedBy: z.nullable(z.string()),
  digest: z.nullable(digestView),
  /** The passages in which adopted opinions changed words; before the notice is closed for those who read opinions. */
  changed: z.array(changedPassage),
  allowed: z.array(z.enum(['speak', 'listen', 'answer', 'extend', 'narrow'])),
})

export const opinionView = z.strictObject({
  id,
  /** Given when it is answered. */
  number: z.nullable(z.int()),
  text: z.string(),
  givenOn: day,
  named: z.boolean(),
  /** The name, and how it came if not by the site, for the handling office alone. */
  by: z.nullable(z.string()),
  way: z.nullable(z.enum(ways)),
  disposition: z.nullable(z.enum(dispositions)),
  reply: z.nullable(z.string()),
  wordings: z.array(wording),
  asIn: z.nullable(z.int()),
  allowed: z.array(z.enum(['answer'])),
})

export const objectionView = z.strictObject({
  id,
  raisedOn: day,
  /** In the objector's own words, for the handling office alone. */
  text: z.nullable(z.string()),
  way: z.nullable(z.enum(ways)),
  substance: z.nullable(z.string()),
  result: z.nullable(z.enum(['upheld', 'not-upheld'])),
  reply: z.nullable(z.string()),
  allowed: z.array(z.enum(['pass-on', 'answer', 'read-objector'])),
})
