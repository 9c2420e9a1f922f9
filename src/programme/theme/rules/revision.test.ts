import { describe, expect, test } from 'vitest'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { beginAnew, draftable } from './draft.ts'
import { abandon, beginRevision, explain, type Revision, revised } from './revision.ts'
import type { Stage } from './route.ts'
import { fields, type Texts } from './texts.ts'
import { type Theme, takeEffect, withdraw } from './theme.ts'

const texts = Object.fromEntries(fields.map((field) => [field, `${field}的文字`])) as Texts
const revision: Revision = { of: 'old' as Id<'theme'>, kind: 'adjustment', reason: '辖区新增两处渡口' }
const idea = {
  id: 'new' as Id<'theme'>,
  branch: 'branch' as OrganisationId,
  branchPath: 'root/branch/',
  stewardPath: 'root/',
  texts,
  draftedBy: 'secretary' as PersonId,
  round: 1,
  revision,
}
const stage: Stage = { organisation: 'root' as OrganisationId, posts: ['office'], days: 5, mayReject: true }
const submitted = { submittedBy: idea.draftedBy, route: [stage] }
const disclosed = { checkedBy: 'reader' as PersonId, checkedAt: 'then', noticeId: 'n', scope: 'party' as const }
const draft: Theme = { ...idea, state: 'draft' }
const returned: Theme = { ...idea, ...submitted, state: 'returned', reasons: '再想想' }
const waiting: Theme = { ...idea, ...submitted, state: 'submitted', stage: 0 }
const inForce: Theme = { ...idea, ...submitted, ...disclosed, state: 'in-force', effectiveOn: '2026-07-25' }

describe('a revision', () => {
  test('begins from what is in force, and nothing is proposed beside that', () => {
    expect(beginRevision(inForce)).toMatchObject({ ok: true })
    for (const theme of [draft, returned, waiting])
      expect(beginRevision(theme)).toMatchObject({ reason: 'theme.nothing-in-force' })
    expect(beginAnew(true)).toMatchObject({ reason: 'theme.revise-instead' })
    expect(beginAnew(false).ok).toBe(true)
    expect(draftable('branch', true, true)).toMatchObject({ reason: 'theme.one-under-way' })
    expect(draftable('branch', false, false)).toMatchObject({ reason: 'theme.no-open-cycle' })
    expect(draftable('committee', true, false)).toMatchObject({ reason: 'theme.not-a-branch' })
  })

  test('changes at least one word', () => {
    expect(revised(texts, { ...texts })).toMatchObject({ reason: 'theme.nothing-revised' })
    expect(revised(texts, { ...texts, slogan: '守' }).ok).toBe(true)
  })

  test('says otherwise why, while it can be written', () => {
    const other = { kind: 'renewal' as const, reason: '任务换了' }
    for (const theme of [draft, returned])
      expect(explain(theme, other)).toMatchObject({ value: { state: theme.state, revision: { of: 'old', ...other } } })
    expect(explain(waiting, other)).toMatchObject({ reason: 'theme.not-to-be-changed' })
    expect(explain({ ...idea, revision: null, state: 'draft' }, other)).toMatchObject({ reason: 'theme.no-revision' })
  })

  test('keeps what it replaces and why, wherever it goes', () => {
    expect(withdraw(waiting)).toMatchObject({ value: { revision } })
    const noticed = { ...idea, ...submitted, ...disclosed, state: 'noticed' as const }
    expect(takeEffect(noticed, texts, '2027-01-02').revision).toEqual(revision)
  })

  test('is given up as long as nobody has it in hand, and carries nothing of its submission', () => {
    for (const theme of [draft, returned])
      expect(abandon(theme)).toEqual({ ok: true, value: { ...idea, state: 'abandoned' } })
    for (const theme of [waiting, inForce])
      expect(abandon(theme)).toMatchObject({ reason: 'theme.not-to-be-abandoned' })
  })
})
