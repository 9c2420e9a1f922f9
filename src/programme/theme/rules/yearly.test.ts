import { describe, expect, test } from 'vitest'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { fields, type Texts } from './texts.ts'
import type { Theme } from './theme.ts'
import { confirm, isAskedAbout, openPrompt, owedAgainBy, standingOf } from './yearly.ts'

const theme = (effectiveOn: string): Theme => ({
  id: 't' as Id<'theme'>,
  branch: 'branch' as OrganisationId,
  branchPath: 'root/branch/',
  stewardPath: 'root/',
  texts: Object.fromEntries(fields.map((field) => [field, field])) as Texts,
  draftedBy: 'p' as PersonId,
  round: 1,
  revision: null,
  submittedBy: 'p' as PersonId,
  route: [],
  checkedBy: 'c' as PersonId,
  checkedAt: 'then',
  noticeId: 'n',
  scope: 'party',
  state: 'in-force',
  effectiveOn,
})
const prompt = { openedOn: '2026-03-01', dueOn: '2026-03-31' }
const nothing = { confirmed: false, underWay: false }

describe('the yearly prompt', () => {
  test('is opened once, with a day from today to the end of the term', () => {
    const year = {
      state: 'open' as const,
      termFrom: '2026-01-01',
      termTo: '2027-06-30',
      already: false,
      today: '2026-03-01',
    }
    expect(openPrompt('2026-03-31', year)).toEqual({ ok: true, value: prompt })
    expect(openPrompt('2026-03-01', year).ok).toBe(true)
    expect(openPrompt('2026-02-28', year)).toMatchObject({ reason: 'theme.prompt-due-in-the-past' })
    expect(openPrompt('2027-07-01', year)).toMatchObject({ reason: 'theme.prompt-after-the-term' })
    expect(openPrompt('2026-03-31', { ...year, state: 'closed' })).toMatchObject({
      reason: 'theme.prompt-without-a-cycle',
    })
    expect(openPrompt('2026-03-31', { ...year, already: true })).toMatchObject({ reason: 'theme.prompt-open-already' })
  })

  test('asks about themes in force when it was opened', () => {
    expect(isAskedAbout(theme('2026-03-01'), prompt)).toBe(true)
    expect(isAskedAbout(theme('2026-03-02'), prompt)).toBe(false)
    expect(isAskedAbout(theme('2025-03-02'), null)).toBe(false)
    expect(isAskedAbout({ ...theme('2025-03-02'), state: 'replaced', endedOn: '2026-05-01' } as Theme, prompt)).toBe(
      false,
    )
  })

  test('is answered by a confirmation, once, or by a revision, which counts more', () => {
    expect(confirm(theme('2025-05-01'), prompt, nothing).ok).toBe(true)
    expect(confirm(theme('2025-05-01'), null, nothing)).toMatchObject({ reason: 'theme.nothing-to-confirm' })
    expect(confirm(theme('2026-04-01'), prompt, nothing)).toMatchObject({ reason: 'theme.nothing-to-confirm' })
    expect(confirm(theme('2025-05-01'), prompt, { ...nothing, underWay: true })).toMatchObject({
      reason: 'theme.being-revised',
    })
    expect(confirm(theme('2025-05-01'), prompt, { ...nothing, confirmed: true })).toMatchObject({
      reason: 'theme.confirmed-already',
    })
    expect(standingOf({ confirmed: false, revising: false })).toBe('missing')
    expect(standingOf({ confirmed: true, revising: false })).toBe('confirmed')
    expect(standingOf({ confirmed: true, revising: true })).toBe('revising')
  })

  test('leaves two weeks at least to whose revision came to nothing', () => {
    expect(owedAgainBy(prompt, '2026-03-05')).toBe('2026-03-31')
    expect(owedAgainBy(prompt, '2026-03-17')).toBe('2026-03-31')
    expect(owedAgainBy(prompt, '2026-03-18')).toBe('2026-04-01')
    expect(owedAgainBy(prompt, '2026-05-01')).toBe('2026-05-15')
  })
})
