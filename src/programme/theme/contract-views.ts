import * as z from 'zod/mini'
import { posts } from '#basics/actor.ts'
import { day, id, instant, text } from '#basics/shapes.ts'
import { compared } from '#programme/notice/contract-compared.ts'
import { changedPassage } from '#programme/notice/contract-views.ts'
import { reasonKinds } from './rules/any-branch.ts'
import { questions } from './rules/questions.ts'
import { revisionKinds } from './rules/revision.ts'
import { states, verbs } from './rules/theme.ts'
import { promptStandings } from './rules/yearly.ts'

const named = z.strictObject({ id, name: z.string() })
export const scope = z.enum(['party', 'society'])
/** How the members made it their own before it was submitted; counts and a date, no names. */
export const adoption = z.strictObject({
  suggestions: z.int().check(z.gte(0), z.lte(10_000)),
  takenUp: text(600),
  meetingOn: day,
  present: z.int().check(z.gte(1), z.lte(10_000)),
  inFavour: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
})
/** As it is shown: from a call it can be longer than what somebody types. */
const adoptionShown = z.extend(adoption, { takenUp: z.string() })

const piece = z.strictObject({ text: z.string(), shared: z.boolean() })
export const nearTheme = z.strictObject({
  branch: z.string(),
  percent: z.int(),
  /** At or above the published threshold. */
  near: z.boolean(),
  /** On its way: submitted, and not in force yet. */
  underWay: z.boolean(),
  /** The other theme, with what both have in common marked; its meaning once it has been disclosed. */
  name: z.array(piece),
  meaning: z.nullable(z.array(piece)),
})

export const themeRow = z.strictObject({
  id,
  name: z.string(),
  branch: named,
  region: z.nullable(z.string()),
  year: z.int(),
  state: z.enum(states),
  /** Where it waits while it is being reviewed. */
  at: z.nullable(named),
  since: instant,
  waitedDays: z.int(),
  /** By when this stage should be done, as its plan says. */
  dueOn: z.nullable(day),
  late: z.boolean(),
  effectiveOn: z.nullable(day),
  /** While it is under way: how many themes of other branches are near to it, and the nearest. */
  near: z.nullable(z.strictObject({ themes: z.int(), nearest: z.string() })),
  allowed: z.array(z.enum(verbs)),
})

/** What a reviewer answers to one question. */
export const answer = z.strictObject({ answer: z.enum(['yes', 'no']), remark: z._default(text(200, 0), '') })

const answered = z.optional(answer)
/** What a reviewer answers to all questions; a pass needs each of them, with yes. */
export const answers = z._default(
  z.strictObject({
    tie: answered,
    strengths: answered,
    lasting: answered,
    aspect: answered,
    comparison: answered,
  }),
  {},
)

const stepView = z.strictObject({
  step: z.string(),
  round: z.int(),
  by: z.string(),
  post: z.string(),
  organisation: z.string(),
  comment: z.string(),
  /** What the reviewer answered, in the order of the questions. */
  answers: z.array(z.strictObject({ question: z.enum(questions), answer: z.enum(['yes', 'no']), remark: z.string() })),
  at: instant,
  waitedDays: z.int(),
})

export const themeView = z.extend(themeRow, {
  texts: z.strictObject({
    name: z.string(),
    meaning: z.string(),
    strengths: z.string(),
    aspect: z.string(),
    comparison: z.string(),
    tie: z.string(),
    lasting: z.string(),
    goals: z.string(),
    slogan: z.string(),
  }),
  /** What the picture shows that is its mark, where it has one. */
  mark: z.nullable(z.string()),
  adoption: z.nullable(adoptionShown),
  /** The call on which it rests, from which the figures above are. */
  call: z.nullable(id),
  /** What it is to replace, how far it goes, why, and both texts passage by passage. */
  revision: z.nullable(
    z.strictObject({
      of: id,
      kind: z.enum(revisionKinds),
      reason: z.string(),
      /** Since when the one before has been in force. */
      since: day,
      passages: z.array(compared),
      /** What both marks show, where they are not the same. */
      marks: z.nullable(z.strictObject({ before: z.nullable(z.string()), after: z.nullable(z.string()) })),
    }),
  ),
  /** Where this year's prompt asks about it: by when, and what the branch has answered. */
  yearly: z.nullable(
    z.strictObject({
      year: z.int(),
      dueOn: day,
      standing: z.enum(promptStandings),
      late: z.boolean(),
      confirmation: z.nullable(z.strictObject({ sentence: z.string(), answeredOn: day })),
      mayConfirm: z.boolean(),
    }),
  ),
  /** Begin a revision of it: it is in force, and none is under way. */
  mayRevise: z.boolean(),
  draftedBy: z.string(),
  round: z.int(),
  /** The stage it stands at, to be sent back with a review. */
  stage: z.nullable(z.int()),
  /** The stages of this submission; who could review at each of them today. */
  route: z.array(
    z.extend(named, {
      posts: z.array(z.enum(posts)),
      days: z.nullable(z.int()),
      mayReject: z.boolean(),
      reviewers: z.array(z.string()),
    }),
  ),
  /** It waits at a stage where nobody may review. */
  nobody: z.boolean(),
  /** Common phrases for whoever reviews or checks it. */
  phrases: z.array(z.string()),
  /** What the reader can decide at this stage. */
  results: z.array(z.enum(['pass', 'return', 'reject'])),
  reasons: z.nullable(z.string()),
  checkedBy: z.nullable(z.string()),
  scope: z.nullable(scope),
  notice: z.nullable(
    z.strictObject({ id, lastDay: day, provisional: z.boolean(), over: z.boolean(), openObjections: z.int() }),
  ),
  /** In force: the passages in which adopted opinions changed words, with their numbers. */
  changed: z.array(changedPassage),
  endedOn: z.nullable(day),
  trail: z.array(stepView),
  nearest: z.array(nearTheme),
  /** For those who write or review it: what is general about it, and whether any branch could say it. Never a mark. */
  hint: z.nullable(
    z.strictObject({
      anyBranch: z.boolean(),
      reasons: z.array(
        z.strictObject({
          kind: z.enum(reasonKinds),
          quoted: z.array(z.string()),
          themes: z.nullable(z.int()),
          of: z.nullable(z.int()),
          percent: z.nullable(z.int()),
        }),
      ),
    }),
  ),
  nearFrom: z.int(),
  /** What the cycle says about disclosure, for those who disclose. */
  promised: z.nullable(z.strictObject({ days: z.int(), scope })),
})

export const brandRow = z.strictObject({
  id,
  name: z.string(),
  slogan: z.string(),
  branch: named,
  region: z.nullable(z.string()),
  since: day,
  /** Its mark as it was disclosed: what it shows, and the notice at which the picture stands. */
  mark: z.nullable(z.strictObject({ words: z.string(), notice: id })),
})
