import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import {
  endWithBranch,
  fates,
  passOn,
  reroute,
  type Successor,
  sameRoute,
  takeOver,
  type UnderWay,
} from './hand-over.ts'
import type { Stage } from './route.ts'
import type { Theme, ThemeIn } from './theme.ts'

const id = (name: string) => name as OrganisationId
const stage = (organisation: string, more: Partial<Stage> = {}): Stage => ({
  organisation: id(organisation),
  posts: ['office', 'secretary'],
  days: 5,
  mayReject: true,
  ...more,
})
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
  branch: id('old'),
  branchPath: 'root/east/old/',
  stewardPath: 'root/',
  texts,
  draftedBy: 'secretary' as PersonId,
  round: 1,
  revision: null,
}
const submission = { submittedBy: 'secretary' as PersonId, route: [stage('east'), stage('root')] }
const check = { checkedBy: 'reader' as PersonId, checkedAt: '2026-07-15T12:00:00.000000+08:00' }
const disclosed = { noticeId: 'n', scope: 'society' as const }
const submitted = (route: Stage[], at: number): ThemeIn<'submitted'> => ({
  ...idea,
  ...submission,
  route,
  state: 'submitted',
  stage: at,
})
const inForce: ThemeIn<'in-force'> = {
  ...idea,
  ...submission,
  ...check,
  ...disclosed,
  id: 'f' as Id<'theme'>,
  state: 'in-force',
  effectiveOn: '2025-07-25',
}
const underWay: UnderWay[] = [
  { ...idea, state: 'draft' },
  submitted([stage('east'), stage('root')], 1),
  { ...idea, ...submission, state: 'returned', reasons: '再想想' },
  { ...idea, ...submission, state: 'passed' },
  { ...idea, ...submission, ...check, state: 'checked' },
  { ...idea, ...submission, ...check, ...disclosed, state: 'noticed' },
]
const heir = (own: Partial<Pick<Successor, 'inForce' | 'underWay'>> = {}): Successor => ({
  branch: id('new'),
  branchPath: 'root/west/new/',
  name: '新支部',
  inForce: null,
  underWay: null,
  ...own,
})
const none = new Map<string, string>()

describe('a theme in force', () => {
  test('ends with its branch on the day of the reorganisation', () => {
    expect(endWithBranch(inForce, '2026-07-15')).toMatchObject({ state: 'ended', endedOn: '2026-07-15' })
  })

  test('goes on with a successor that has none, and becomes a draft where none is under way', () => {
    for (const fate of fates) expect(takeOver(fate, heir()).ok).toBe(true)
    expect(takeOver('with-successor', heir({ inForce }))).toMatchObject({ reason: 'theme.successor-has-one-in-force' })
    expect(takeOver('to-draft', heir({ inForce })).ok).toBe(true)
    expect(takeOver('to-draft', heir({ underWay: underWay[0]! }))).toMatchObject({
      reason: 'theme.successor-has-one-under-way',
    })
    expect(takeOver('end', heir({ inForce, underWay: underWay[0]! })).ok).toBe(true)
  })
})

describe('a theme under way', () => {
  test('goes to the successor as it stands, in every state', () => {
    for (const theme of underWay) {
      const passed = passOn(theme, 'with-successor', heir(), '合并')
      expect(passed).toMatchObject({ ok: true, value: { state: theme.state, branch: 'new', draftedBy: 'secretary' } })
      expect(passOn(theme, 'to-draft', heir(), '合并')).toMatchObject({ value: { state: 'draft', branch: 'new' } })
      expect(passOn(theme, 'end', heir(), '合并')).toMatchObject({ value: { state: 'abandoned', branch: 'old' } })
    }
  })

  test('as a draft it carries nothing of an earlier review, check or notice', () => {
    for (const theme of underWay) {
      const passed = passOn(theme, 'to-draft', heir(), '合并')
      if (passed.ok) expect(Object.keys(passed.value)).toEqual([...Object.keys(idea), 'state'])
    }
  })

  test('is not put beside another under way, and revises what the successor has in force', () => {
    const [draft] = underWay
    for (const fate of ['with-successor', 'to-draft'] as const)
      expect(passOn(draft!, fate, heir({ underWay: draft! }), '合并')).toMatchObject({
        reason: 'theme.successor-has-one-under-way',
      })
    expect(passOn(draft!, 'with-successor', heir({ inForce }), '两支部合并')).toMatchObject({
      value: { revision: { of: 'f', kind: 'renewal', reason: '两支部合并' } },
    })
    const revision = { of: 'gone' as Id<'theme'>, kind: 'adjustment' as const, reason: '任务变了' }
    expect(passOn({ ...draft!, revision }, 'with-successor', heir({ inForce }), '合并')).toMatchObject({
      value: { revision: { of: 'f', kind: 'adjustment', reason: '任务变了' } },
    })
    // what it was to replace has ended and did not come along
    expect(passOn({ ...draft!, revision }, 'with-successor', heir(), '合并')).toMatchObject({
      value: { revision: null },
    })
  })
})

describe('who reviews after a reorganisation', () => {
  const places = (theme: Theme) =>
    theme.state === 'submitted' ? [theme.stage, ...theme.route.map(({ organisation }) => organisation)] : theme.state

  test('those above now, and not again who has passed it', () => {
    const first = submitted([stage('east'), stage('root')], 0)
    expect(places(reroute(first, [stage('west'), stage('root')], none))).toEqual([0, 'west', 'root'])
    const second = submitted([stage('east'), stage('root')], 1)
    expect(places(reroute(second, [stage('west'), stage('root')], none))).toEqual([1, 'east', 'west', 'root'])
    expect(places(reroute(second, [stage('root')], none))).toEqual([1, 'east', 'root'])
  })

  test('what one passed counts for its successor', () => {
    const second = submitted([stage('east'), stage('root')], 1)
    const merged = new Map([
      ['east', 'middle'],
      ['middle', 'west'],
    ])
    expect(places(reroute(second, [stage('west'), stage('root')], merged))).toEqual([1, 'east', 'root'])
    const first = submitted([stage('east'), stage('root')], 0)
    expect(places(reroute(first, [stage('west'), stage('root')], merged))).toEqual([0, 'west', 'root'])
  })

  test('with nobody left to ask it is passed', () => {
    const second = submitted([stage('east'), stage('middle')], 1)
    expect(reroute(second, [stage('east')], none)).toMatchObject({ state: 'passed', route: [stage('east')] })
  })

  test('of an office and a secretary that both review, the one that has not passed it still does', () => {
    const office = stage('east', { posts: ['office'] })
    const secretary = stage('east', { posts: ['secretary'] })
    const half = submitted([office, secretary, stage('root')], 1)
    expect(places(reroute(half, [office, secretary, stage('root')], none))).toEqual([1, 'east', 'east', 'root'])
  })

  test('stages that stay keep the terms it was submitted with', () => {
    const old = submitted([stage('east', { days: null }), stage('root', { days: null })], 0)
    const next = reroute(old, [stage('east'), stage('root')], none)
    expect(next.state === 'submitted' && sameRoute(next.route, old.route)).toBe(true)
  })

  test('it never waits at a place that is not above, and is never passed while somebody above has not seen it', () => {
    const names = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 1 })
    fc.assert(
      fc.property(names, names, fc.nat(5), (was, is, at) => {
        const reached = at % was.length
        const theme = submitted(
          was.map((each) => stage(each)),
          reached,
        )
        const next = reroute(
          theme,
          is.map((each) => stage(each)),
          none,
        )
        const done = was.slice(0, reached)
        if (next.state === 'passed') expect(is.every((each) => done.includes(each))).toBe(true)
        else {
          expect(is).toContain(next.route[next.stage]!.organisation as string)
          expect(next.route.slice(0, next.stage).map(({ organisation }) => organisation as string)).toEqual(done)
          expect(new Set(next.route.slice(next.stage).map(({ organisation }) => organisation)).size).toBe(
            next.route.length - next.stage,
          )
        }
      }),
    )
  })
})
