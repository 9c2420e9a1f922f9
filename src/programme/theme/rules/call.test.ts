import { describe, expect, test } from 'vitest'
import type { Actor, Post } from '#basics/actor.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import { restsOn, takenUpIn } from './adoption.ts'
import { adopt, type Call, contribute, drop, handle, linesOf, majority, openCall, stateOf } from './call.ts'
import { allowedOn, may, sees } from './call-permissions.ts'

const open: Call = { state: 'open', openedOn: '2026-07-01', lastDay: '2026-07-10' }
const meeting = { meetingOn: '2026-07-12', present: 12, inFavour: 11 }
const adopted: Call = { ...open, state: 'adopted', ...meeting }

describe('a call', () => {
  test('is opened one at a time, from today for at most a quarter', () => {
    expect(openCall('2026-07-10', false, '2026-07-01')).toEqual({ ok: true, value: open })
    expect(openCall('2026-07-01', false, '2026-07-01').ok).toBe(true)
    expect(openCall('2026-07-10', true, '2026-07-01')).toMatchObject({ reason: 'theme.call-already-open' })
    expect(openCall('2026-06-30', false, '2026-07-01')).toMatchObject({ reason: 'theme.call-ends-before-it-begins' })
    expect(openCall('2026-10-01', false, '2026-07-01').ok).toBe(true)
    expect(openCall('2026-10-02', false, '2026-07-01')).toMatchObject({
      reason: 'theme.call-too-long',
      details: { day: '2026-10-01' },
    })
  })

  test('takes suggestions until 24:00 of its last day', () => {
    expect(contribute(open, '2026-07-10T23:59:59.999000+08:00').ok).toBe(true)
    expect(contribute(open, '2026-07-11T00:00:00.000000+08:00')).toMatchObject({ reason: 'theme.call-over' })
    expect(contribute(adopted, '2026-07-05T12:00:00.000000+08:00')).toMatchObject({ reason: 'theme.call-over' })
    expect(stateOf(open, '2026-07-10')).toBe('open')
    expect(stateOf(open, '2026-07-11')).toBe('over')
    expect(stateOf(adopted, '2026-07-11')).toBe('adopted')
  })

  test('is adopted after the last day, with nothing left to settle, by more than half of those present', () => {
    const reasonOf = (call: Call, given = meeting, left = 0, today = '2026-07-13') => {
      const decision = adopt(call, given, left, today)
      return decision.ok ? 'adopted' : decision.reason
    }
    expect(reasonOf(open)).toBe('adopted')
    expect(reasonOf(open, meeting, 0, '2026-07-10')).toBe('theme.call-still-open')
    expect(reasonOf(open, meeting, 3)).toBe('theme.contributions-left')
    expect(reasonOf(open, { ...meeting, meetingOn: '2026-07-14' })).toBe('theme.meeting-to-come')
    expect(reasonOf(open, { ...meeting, meetingOn: '2026-06-30' })).toBe('theme.meeting-before-the-call')
    expect(reasonOf(open, { ...meeting, inFavour: 6 })).toBe('theme.not-adopted')
    expect(reasonOf(open, { ...meeting, inFavour: 13 })).toBe('theme.more-in-favour-than-present')
    expect(reasonOf(adopted)).toBe('theme.call-settled')
    expect(majority({ present: 1, inFavour: 1 }).ok).toBe(true)
    expect(majority({ present: 3, inFavour: 2 }).ok).toBe(true)
  })

  test('is dropped with a reason as long as it is not settled', () => {
    expect(drop(open, '先不提出主题')).toMatchObject({ value: { state: 'dropped', reason: '先不提出主题' } })
    expect(drop(adopted, '先不提出主题')).toMatchObject({ reason: 'theme.call-settled' })
  })
})

describe('what became of a suggestion', () => {
  const reasonOf = (uptake: 'taken-up' | 'partly' | 'not-taken-up', words: string, reason: string) => {
    const decision = handle({ uptake, words, reason })
    return decision.ok ? 'ok' : decision.reason
  }
  test('is told with the words, or with the reason, or with both', () => {
    expect(reasonOf('taken-up', '走遍渡口', '')).toBe('ok')
    expect(reasonOf('taken-up', '', '好')).toBe('theme.words-needed')
    expect(reasonOf('partly', '走遍渡口', '锚地另有支部')).toBe('ok')
    expect(reasonOf('partly', '走遍渡口', '')).toBe('theme.reason-needed')
    expect(reasonOf('not-taken-up', '', '与主题无关')).toBe('ok')
    expect(reasonOf('not-taken-up', '走遍渡口', '与主题无关')).toBe('theme.words-not-wanted')
    expect(reasonOf('not-taken-up', '', '')).toBe('theme.reason-needed')
  })

  test('paper is copied line by line', () => {
    expect(linesOf(' 多到小码头 \n\n写上防污染\n')).toEqual({ ok: true, value: ['多到小码头', '写上防污染'] })
    expect(linesOf('')).toEqual({ ok: true, value: [] })
    expect(linesOf(`短\n${'长'.repeat(601)}`)).toMatchObject({ reason: 'theme.line-too-long', details: { line: 2 } })
    expect(linesOf('建议\n'.repeat(101))).toMatchObject({ reason: 'theme.too-many-lines' })
  })
})

describe('what a theme rests on', () => {
  const typed = { suggestions: 5, takenUp: '渡口', meetingOn: '2026-07-01', present: 9 }
  test('is the call that was adopted, and is not asked again; without one it is told', () => {
    expect(restsOn({ open: 'o', adopted: 'c' }, undefined, null)).toMatchObject({ reason: 'theme.call-to-be-settled' })
    expect(restsOn({ open: null, adopted: 'c' }, undefined, typed)).toEqual({
      ok: true,
      value: { on: 'call', call: 'c' },
    })
    expect(restsOn({ open: null, adopted: 'c' }, typed, null)).toMatchObject({ reason: 'theme.adoption-known' })
    expect(restsOn({ open: null, adopted: null }, typed, null)).toMatchObject({ value: { adoption: typed } })
    expect(restsOn({ open: null, adopted: null }, undefined, typed)).toMatchObject({ value: { adoption: typed } })
    expect(restsOn({ open: null, adopted: null }, undefined, null)).toMatchObject({ value: { adoption: null } })
    const few = { ...typed, inFavour: 4 }
    expect(restsOn({ open: null, adopted: null }, few, null)).toMatchObject({ reason: 'theme.not-adopted' })
  })

  test('what was taken up is told once each', () => {
    const words = ['走遍渡口', '', '走遍渡口', '九成以上'].map((each) => ({ words: each }))
    expect(takenUpIn(words)).toBe('走遍渡口；九成以上')
  })
})

describe('who', () => {
  const branch = 'branch' as OrganisationId
  const path = 'root/branch/'
  const actor = (...posts: [Post, string, string][]): Actor => ({
    person: 'p' as PersonId,
    name: 'p',
    posts: posts.map(([post, organisation, at]) => ({ post, organisation: organisation as OrganisationId, path: at })),
  })
  const member = actor(['member', 'branch', path])
  const staff = actor(['staff', 'branch', path])
  const secretary = actor(['member', 'other', 'root/other/'], ['secretary', 'branch', path])
  const office = actor(['member', 'other', 'root/other/'], ['office', 'root', 'root/'])

  test('suggests: the members and staff of the branch; who settles: its secretary', () => {
    for (const one of [member, staff]) {
      expect(may(one, 'contribute', branch).ok).toBe(true)
      expect(may(one, 'handle', branch)).toMatchObject({ reason: 'theme.only-the-secretary' })
    }
    for (const one of [secretary, office])
      expect(may(one, 'contribute', branch)).toMatchObject({ reason: 'theme.only-those-of-the-branch' })
    expect(allowedOn(secretary, open, branch, '2026-07-05', 0)).toEqual(['handle', 'drop'])
    expect(allowedOn(secretary, open, branch, '2026-07-11', 1)).toEqual(['handle', 'drop'])
    expect(allowedOn(secretary, open, branch, '2026-07-11', 0)).toEqual(['handle', 'adopt', 'drop'])
    expect(allowedOn(member, open, branch, '2026-07-05', 0)).toEqual(['contribute'])
    expect(allowedOn(member, open, branch, '2026-07-11', 0)).toEqual([])
    expect(allowedOn(secretary, adopted, branch, '2026-07-11', 0)).toEqual([])
  })

  test('sees it: the branch, and those above who have to do with its theme', () => {
    for (const one of [member, staff, secretary, office]) expect(sees(one, branch, path)).toBe(true)
    expect(sees(actor(['member', 'root', 'root/']), branch, path)).toBe(false)
    expect(sees(actor(['secretary', 'other', 'root/other/']), branch, path)).toBe(false)
  })
})
