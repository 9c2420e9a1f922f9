import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, nothing, page, paging, text } from '#basics/shapes.ts'
import { changedPassage } from '#programme/notice/contract-views.ts'
import { adoption, answers, brandRow, nearTheme, scope, themeRow, themeView } from './contract-views.ts'
import { type Field, most } from './rules/texts.ts'
import { states } from './rules/theme.ts'

const maybe = (field: Exclude<Field, 'name'>) => z._default(text(most[field], 0), '')
/** A draft may be unfinished: only the name is required. */
const texts = z.strictObject({
  name: text(most.name, 2),
  meaning: maybe('meaning'),
  strengths: maybe('strengths'),
  aspect: maybe('aspect'),
  comparison: maybe('comparison'),
  tie: maybe('tie'),
  lasting: maybe('lasting'),
  goals: maybe('goals'),
  slogan: maybe('slogan'),
})

const comment = z._default(text(600, 0), '')
/** A common phrase that was chosen; it stands before the comment. */
const phrase = z.optional(text(200, 0))
const list = z.enum(['todo', 'done', 'started'])

export const themeContract = {
  listThemes: operation({
    method: 'GET',
    path: '/themes',
    summary: 'The themes this person has to do with, the latest first; searched by name, branch or pinyin initials',
    input: z.strictObject({
      ...paging,
      state: z.optional(z.enum(states)),
      region: z.optional(text(20)),
      organisation: z.optional(id),
      search: z.optional(text(40)),
    }),
    output: page(themeRow),
  }),
  readTheme: operation({
    method: 'GET',
    path: '/themes/:theme',
    summary: 'One theme with its trail and the nearest themes',
    input: nothing,
    output: themeView,
  }),
  draftTheme: operation({
    method: 'POST',
    path: '/organisations/:organisation/themes',
    summary: 'Draft a theme for the branch in the open cycle',
    input: texts,
    output: themeView,
  }),
  changeTheme: operation({
    method: 'PUT',
    path: '/themes/:theme',
    summary: 'Change the text of a draft, or of a theme that was returned',
    input: texts,
    output: themeView,
  }),
  submitTheme: operation({
    method: 'POST',
    path: '/themes/:theme/submission',
    summary: 'Submit the theme to those who review it, nearest first',
    input: z.strictObject({ adoption: z.optional(adoption) }),
    output: themeView,
  }),
  withdrawTheme: operation({
    method: 'DELETE',
    path: '/themes/:theme/submission',
    summary: 'Take a submitted theme back, as long as nobody has reviewed it',
    input: nothing,
    output: themeView,
  }),
  reviewTheme: operation({
    method: 'POST',
    path: '/themes/:theme/reviews',
    summary: 'Pass a theme, return it with reasons, or reject it with reasons',
    input: z.strictObject({
      result: z.enum(['pass', 'return', 'reject']),
      phrase,
      comment,
      answers,
      stage: z.optional(z.int().check(z.gte(0), z.lte(20))),
    }),
    output: themeView,
  }),
  checkTheme: operation({
    method: 'POST',
    path: '/themes/:theme/checks',
    summary: 'Find nothing secret in a passed theme, or return it with reasons',
    input: z.strictObject({ result: z.enum(['clear', 'return']), phrase, comment }),
    output: themeView,
  }),
  publiciseTheme: operation({
    method: 'POST',
    path: '/themes/:theme/notice',
    summary: 'Put a checked theme on public notice',
    stepUp: true,
    input: z.strictObject({ days: z.optional(z.int().check(z.gte(1), z.lte(60))), scope: z.optional(scope) }),
    output: themeView,
  }),
  putInForce: operation({
    method: 'POST',
    path: '/themes/:theme/effect',
    summary: 'Close the notice: the theme takes effect with the words that adopted opinions changed',
    stepUp: true,
    input: nothing,
    output: themeView,
  }),
  sendThemeBack: operation({
    method: 'POST',
    path: '/themes/:theme/objection-return',
    summary: 'Close the notice and send the theme back to its branch, because an objection was upheld',
    stepUp: true,
    input: z.strictObject({ comment: text(600, 2) }),
    output: themeView,
  }),
  nearestThemes: operation({
    method: 'GET',
    path: '/organisations/:organisation/nearest-themes',
    summary: 'The themes of other branches nearest to a name and a meaning, with the shared words marked',
    input: z.strictObject({ name: text(most.name), meaning: z._default(text(most.meaning, 0), '') }),
    output: z.strictObject({ rows: z.array(nearTheme), nearFrom: z.int() }),
  }),
  listMyWork: operation({
    method: 'GET',
    path: '/me/work',
    summary: 'Themes to do, done, or started by me',
    input: z.strictObject({ ...paging, list: z._default(list, 'todo') }),
    output: z.strictObject({
      rows: z.array(themeRow),
      next: z.nullable(z.string()),
      counts: z.strictObject({ todo: z.int(), done: z.int(), started: z.int() }),
    }),
  }),
  readMyTheme: operation({
    method: 'GET',
    path: '/organisations/:organisation/theme',
    summary: 'The theme under way and the theme in force of a branch',
    input: nothing,
    output: z.strictObject({
      underWay: z.nullable(themeView),
      inForce: z.nullable(themeView),
      mayDraft: z.boolean(),
      /** The call that is not settled, and the adopted one on which the theme will rest. */
      calls: z.strictObject({ open: z.nullable(id), adopted: z.nullable(id) }),
      /** With whom a branch compares itself unless it says otherwise. */
      usualComparison: z.string(),
    }),
  }),
  listBrands: operation({
    method: 'GET',
    path: '/brands',
    summary: 'The brand wall: themes in force, by structure; searched in Chinese or by pinyin initials',
    who: 'anyone',
    input: z.strictObject({ ...paging, region: z.optional(text(20)), search: z.optional(text(40)) }),
    output: z.strictObject({
      rows: z.array(brandRow),
      next: z.nullable(z.string()),
      total: z.int(),
      /** Whether there are more than were counted. */
      atLeast: z.boolean(),
      regions: z.array(z.string()),
    }),
  }),
  readBrand: operation({
    method: 'GET',
    path: '/brands/:brand',
    summary: 'One theme in force, as it was disclosed',
    who: 'anyone',
    input: nothing,
    output: z.extend(brandRow, {
      passages: z.array(z.strictObject({ label: z.string(), text: z.string() })),
      checkedBy: z.nullable(z.string()),
      /** The passages in which adopted opinions changed words, with their numbers. */
      changed: z.array(changedPassage),
      notice: z.nullable(id),
      scope,
    }),
  }),
}
