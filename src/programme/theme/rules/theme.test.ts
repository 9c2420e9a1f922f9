import { describe, expect, test } from 'vitest'
import type { Actor, Post } from '#basics/actor.ts'
import type { Decision } from '#basics/decision.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { disclosure } from './disclosure.ts'
import { allowed, may, resultsFor } from './permissions.ts'
import { allYes } from './questions.ts'
import { abandon } from './revision.ts'
import type { Stage } from './route.ts'
import { passagesOf, textsFrom } from './texts.ts'
import * as rules from './theme.ts'

const [branch, bureau, root] = ['branch', 'bureau', 'root'] as OrganisationId[] as [
  OrganisationId,
  OrganisationId,
  OrganisationId,
]
const paths: Record<string, string> = { root: 'root/', bureau: 'root/bureau/', branch: 'root/bureau/branch/' }
const texts = {
  name: '浪尖哨兵',
  meaning: '守',
  strengths: '强',
  aspect: '巡航',
  comparison: '同类船艇',
  tie: '合',
  lasting: '久',
  goals: '标',
  slogan: '',
}
const idea = {
  id: 't' as Id<'theme'>,
  branch,
  branchPath: paths.branch!,
  stewardPath: paths.root!,
  texts,
  draftedBy: 'secretary' as PersonId,
  round: 1,
  revision: null,
}
const stageAt = (organisation: OrganisationId, more: Partial<Stage> = {}): Stage => ({
  organisation,
  posts: ['office', 'secretary'],
  days: null,
  mayReject: true,
  ...more,
})
const submission = { submittedBy: 'secretary' as PersonId, route: [stageAt(bureau), stageAt(root)] }
const seats = (...organisations: OrganisationId[]) =>
  organisations.map((organisation) => ({ post: 'office' as const, organisation }))
const check = { checkedBy: 'reader' as PersonId, checkedAt: '2026-07-15T12:00:00.000000+08:00' }
const disclosed = { noticeId: 'n', scope: 'society' as const }
const inState: { [State in rules.Theme['state']]: rules.ThemeIn<State> } = {
  draft: { ...idea, state: 'draft' },
  abandoned: { ...idea, state: 'abandoned' },
  submitted: { ...idea, ...submission, state: 'submitted', stage: 0 },
  returned: { ...idea, ...submission, state: 'returned', reasons: '再想想' },
  rejected: { ...idea, ...submission, state: 'rejected', reasons: '不合适' },
  passed: { ...idea, ...submission, state: 'passed' },
  checked: { ...idea, ...submission, ...check, state: 'checked' },
  noticed: { ...idea, ...submission, ...check, ...disclosed, state: 'noticed' },
  'in-force': { ...idea, ...submission, ...check, ...disclosed, state: 'in-force', effectiveOn: '2026-07-25' },
  replaced: {
    ...idea,
    ...submission,
    ...check,
    ...disclosed,
    state: 'replaced',
    effectiveOn: '2026-07-25',
    endedOn: '2027-01-01',
  },
  ended: {
    ...idea,
    ...submission,
    ...check,
    ...disclosed,
    state: 'ended',
    effectiveOn: '2026-07-25',
    endedOn: '2027-01-01',
  },
}
const pass = { result: 'pass' as const, comment: '', answers: allYes() }
const actor = (person: string, ...posts: [Post, OrganisationId][]): Actor => ({
  person: person as PersonId,
  name: person,
  posts: posts.map(([post, organisation]) => ({ post, organisation, path: paths[organisation]! })),
})

describe('the life of a theme', () => {
  const tried: Record<rules.ThemeVerb, (theme: rules.Theme) => Decision<unknown>> = {
    change: (theme) => rules.change(theme, texts),
    abandon: (theme) => abandon(theme),
    submit: (theme) => rules.submit(theme, 'secretary' as PersonId, submission.route),
    withdraw: (theme) => rules.withdraw(theme),
    review: (theme) => rules.review(theme, { ...pass, seats: seats(bureau) }),
    check: (theme) => rules.check(theme, { result: 'clear', comment: '' }, 'reader' as PersonId, check.checkedAt),
    publicise: rules.toDisclose,
    'take-effect': rules.onNotice,
    'send-back': (theme) => rules.sendBack(theme, '异议成立'),
  }
  test.each(rules.states)('the life table agrees with the rules: %s', (state) => {
    const possible = rules.verbs.filter((verb) => tried[verb](inState[state]).ok)
    expect(possible.sort()).toEqual([...rules.life[state]].sort())
  })

  test('a theme goes from stage to stage and is passed after the last', () => {
    const first = rules.review(inState.submitted, { ...pass, seats: seats(bureau) })
    expect(first).toMatchObject({ ok: true, value: { state: 'submitted', stage: 1 } })
    if (!first.ok) return
    expect(rules.review(first.value, { ...pass, seats: seats(bureau) })).toMatchObject({
      reason: 'theme.not-your-turn',
    })
    expect(rules.review(first.value, { ...pass, seats: seats(root), stage: 0 })).toMatchObject({
      reason: 'theme.not-awaiting-review',
    })
    const last = rules.review(first.value, { ...pass, seats: seats(root), stage: 1 })
    expect(last).toMatchObject({ ok: true, value: { state: 'passed' } })
    expect(last.ok && 'stage' in last.value).toBe(false)
  })

  test('a pass answers every question; a no with its remark returns without another word', () => {
    const { answers, ...bare } = pass
    expect(rules.review(inState.submitted, { ...bare, answers: {}, seats: seats(bureau) })).toMatchObject({
      reason: 'theme.questions-open',
    })
    const no = { ...answers, lasting: { answer: 'no' as const, remark: '没有写轮岗后谁来接' } }
    expect(rules.review(inState.submitted, { ...bare, answers: no, seats: seats(bureau) })).toMatchObject({
      reason: 'theme.no-cannot-pass',
    })
    const returned = { result: 'return' as const, comment: '', answers: no, seats: seats(bureau) }
    expect(rules.review(inState.submitted, returned)).toMatchObject({
      value: { state: 'returned', reasons: '长期坚持的条件：没有写轮岗后谁来接' },
    })
  })

  test('returned and rejected come with reasons; a new submission leaves them behind', () => {
    for (const result of ['return', 'reject'] as const)
      expect(
        rules.review(inState.submitted, { result, comment: ' ', answers: {}, seats: seats(bureau) }),
      ).toMatchObject({
        reason: 'theme.reasons-needed',
      })
    const again = rules.submit(inState.returned, 'secretary' as PersonId, [stageAt(bureau)])
    expect(again).toMatchObject({ ok: true, value: { round: 2, stage: 0 } })
    expect(again.ok && 'reasons' in again.value).toBe(false)
  })
})

describe('a stage', () => {
  const at = (more: Partial<Stage>): rules.Theme => ({ ...inState.submitted, route: [stageAt(bureau, more)] })
  const verdict = (result: 'pass' | 'reject', post: Post) => ({
    result,
    comment: '不合适',
    answers: allYes(),
    seats: [{ organisation: bureau, post }],
  })

  test('that may only return does not reject', () => {
    expect(rules.review(at({ mayReject: false }), verdict('reject', 'office'))).toMatchObject({
      reason: 'theme.only-to-be-returned',
    })
    const office = actor('o', ['office', bureau])
    expect(resultsFor(office, at({ mayReject: false }))).toEqual(['pass', 'return'])
    expect(resultsFor(office, at({}))).toEqual(['pass', 'return', 'reject'])
  })

  test('is for its own posts alone', () => {
    expect(rules.review(at({ posts: ['secretary'] }), verdict('pass', 'office'))).toMatchObject({
      reason: 'theme.not-your-turn',
    })
    expect(rules.review(at({ posts: ['secretary'] }), verdict('pass', 'secretary')).ok).toBe(true)
    const office = actor('o', ['office', bureau])
    expect(allowed(office, at({ posts: ['secretary'] }), undefined)).toEqual([])
    expect(resultsFor(office, at({ posts: ['secretary'] }))).toEqual([])
  })
})

describe('who may', () => {
  test('nobody reviews or checks what they proposed, or a theme of the branch they are secretary of', () => {
    const other = actor('other', ['secretary', branch], ['office', bureau], ['confidentiality', root])
    expect(may(other, 'review', inState.submitted)).toMatchObject({ reason: 'theme.own-theme' })
    expect(may(other, 'check', inState.passed)).toMatchObject({ reason: 'theme.own-theme' })
    expect(may(actor('secretary', ['office', bureau]), 'review', inState.submitted).ok).toBe(false)
    expect(may(actor('office', ['office', bureau]), 'review', inState.submitted).ok).toBe(true)
    expect(may(actor('office', ['office', branch]), 'review', inState.submitted).ok).toBe(false)
  })

  test('whoever checked does not disclose', () => {
    expect(may(actor('reader', ['office', root]), 'publicise', inState.checked)).toMatchObject({
      reason: 'theme.checker-cannot-publicise',
    })
    expect(may(actor('office', ['office', root]), 'publicise', inState.checked).ok).toBe(true)
    expect(may(actor('office', ['office', bureau]), 'publicise', inState.checked).ok).toBe(false)
  })

  test('buttons are those that can be pressed now', () => {
    const office = actor('office', ['office', root])
    const over = { over: true, objections: { open: 0, upheld: 0 } }
    expect(allowed(office, inState.submitted, undefined)).toEqual([])
    expect(allowed(actor('b', ['office', bureau]), inState.submitted, undefined)).toEqual(['review'])
    expect(allowed(office, inState.noticed, { ...over, over: false })).toEqual([])
    expect(allowed(office, inState.noticed, over)).toEqual(['take-effect'])
    expect(allowed(office, inState.noticed, { over: true, objections: { open: 1, upheld: 0 } })).toEqual([])
    expect(allowed(office, inState.noticed, { over: true, objections: { open: 0, upheld: 1 } })).toEqual(['send-back'])
  })
})

test('a notice is never shorter nor wider than the cycle says', () => {
  const promised = { days: 5, scope: 'party' as const }
  expect(disclosure({}, promised)).toMatchObject({ value: promised })
  expect(disclosure({ days: 4 }, promised)).toMatchObject({ reason: 'theme.notice-too-short' })
  expect(disclosure({ scope: 'society' }, promised)).toMatchObject({ reason: 'theme.scope-too-wide' })
  expect(disclosure({ days: 7, scope: 'party' }, { days: 5, scope: 'society' })).toMatchObject({
    value: { days: 7, scope: 'party' },
  })
})

test('the texts come back from a notice as they went', () => {
  expect(textsFrom(passagesOf(texts), { ...texts, name: '别的', slogan: '' })).toEqual(texts)
})
