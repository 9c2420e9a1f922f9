import { describe, expect, test } from 'vitest'
import { sampleProgramme } from './programme.ts'
import type { SampleTheme } from './types.ts'

const sample = sampleProgramme({ anchor: '2026-07-15' })
const byCode = new Map(sample.organisations.map((organisation) => [organisation.code, organisation]))
const person = new Map(sample.people.map((one) => [one.staffNo, one]))

describe('themes', () => {
  const datesOf = (theme: SampleTheme): string[] => [
    theme.draftedOn,
    ...(theme.state === 'draft'
      ? []
      : [theme.adoption.meetingOn, theme.submittedOn, ...theme.reviews.map(({ on }) => on)]),
    ...('notice' in theme ? [theme.confidentiality.on, theme.notice.from] : []),
    ...(theme.state === 'in-force' ? [theme.effectiveOn] : []),
  ]

  test('twelve branches have none, the others one each, in every state', () => {
    expect(sample.themes).toHaveLength(255)
    expect(new Set(sample.themes.map(({ branch }) => branch)).size).toBe(255)
    expect(new Set(sample.themes.map(({ state }) => state)).size).toBe(6)
  })

  test('names are unique and 2 to 16 characters long; each text has 30 to 200', () => {
    expect(new Set(sample.themes.map(({ name }) => name)).size).toBe(255)
    const lengths = sample.themes.map(({ name }) => [...name].length)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...lengths)).toBe(16)
    for (const theme of sample.themes)
      for (const text of [theme.meaning, theme.strengths, theme.coreWork, theme.lasting, theme.goals]) {
        expect([...text].length).toBeGreaterThanOrEqual(30)
        expect([...text].length).toBeLessThanOrEqual(200)
        expect(text).not.toMatch(/[{}]/)
      }
  })

  test('the dates of a theme are in order, after its branch was set up, and its people were there', () => {
    for (const theme of sample.themes) {
      const dates = datesOf(theme)
      expect([...dates].sort()).toEqual(dates)
      expect(dates[0]! >= byCode.get(theme.branch)!.setUpOn).toBe(true)
      if (theme.state === 'draft') continue
      for (const { by, organisation, on } of theme.reviews)
        expect(person.get(by)!.posts.some((held) => held.organisation === organisation && held.from <= on)).toBe(true)
    }
  })

  test('a returned theme ends with a return that gives its reasons; the others were passed at every level', () => {
    for (const theme of sample.themes) {
      if (theme.state === 'draft' || theme.state === 'submitted') continue
      const last = theme.reviews.at(-1)!
      expect(last.verdict).toBe(theme.state === 'returned' ? 'return' : 'pass')
      if (theme.state === 'returned') expect(last.comment.length).toBeGreaterThan(10)
      else expect(last.organisation).toBe('0400')
    }
  })

  test('everything said on a finished notice was answered before the theme took effect', () => {
    for (const theme of sample.themes)
      if (theme.state === 'in-force')
        for (const { on, reply } of [...theme.notice.opinions, ...theme.notice.objections]) {
          expect(on >= theme.notice.from).toBe(true)
          expect(reply!.on >= on && reply!.on <= theme.effectiveOn).toBe(true)
        }
  })

  test('replies of each kind are there, and words that were changed stand in the theme as it was handed in', () => {
    const results = new Set<string>()
    for (const theme of sample.themes)
      if ('notice' in theme)
        for (const { reply } of [...theme.notice.opinions, ...theme.notice.objections]) {
          if (reply) results.add(reply.result)
          if (reply && 'wordsBefore' in reply)
            expect(`${theme.goals}${theme.slogan}${theme.strengths}`).toContain(reply.wordsBefore)
        }
    expect([...results].sort()).toEqual(['adopted', 'groundless', 'not-adopted', 'partly'])
  })

  test('of the open notices one has an open objection and one an answered one', () => {
    const open = sample.themes.flatMap((theme) => (theme.state === 'on-notice' ? theme.notice.objections : []))
    expect(open.filter(({ reply }) => reply === null)).toHaveLength(1)
    expect(open.filter(({ reply }) => reply !== null)).toHaveLength(1)
  })
})
