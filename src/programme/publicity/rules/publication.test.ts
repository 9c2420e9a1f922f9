import { describe, expect, test } from 'vitest'
import type { Actor, Post } from '#basics/actor.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { type Citable, type Citation, cite as citing } from './citation.ts'
import { consented, stated, unstated } from './naming.ts'
import { allowed, concerns, may } from './permissions.ts'
import * as rules from './publication.ts'

const today = '2026-07-15'
const now = '2026-07-15T12:00:00.000000+08:00'
const theme = 'theme' as Id<'theme'>
const brand: rules.BrandInForce = { theme, since: '2026-03-01', scope: 'society' }
const citation: Citation = {
  record: 'r' as Id<'record'>,
  happenedOn: '2026-05-06',
  kind: 'activity',
  sentence: '义务巡查渡口，陈一帆救起落水群众一名。',
}
const content: rules.Content = {
  kind: 'practice',
  title: '守渡口的人',
  text: '党员每周末轮流守渡口。',
  scope: 'society',
  citations: [citation],
  naming: { names: 'nobody' },
}
const paths: Record<string, string> = { root: 'root/', bureau: 'root/bureau/', branch: 'root/bureau/branch/' }
const kept = {
  id: 'p' as Id<'publication'>,
  branch: 'branch' as OrganisationId,
  branchPath: paths.branch!,
  stewardPath: paths.root!,
  content,
  draftedBy: 'secretary' as PersonId,
  round: 1,
}
const submission = { submittedBy: 'secretary' as PersonId, theme }
const check = { checkedBy: 'reader' as PersonId, checkedAt: now }
const approval = { approvedBy: 'office' as PersonId, publishedAt: now }
const withdrawal = { withdrawnBy: 'office' as PersonId, withdrawnAt: now, reasons: '本人撤回同意' }
const inState: { [State in rules.PublicationState]: rules.PublicationIn<State> } = {
  draft: { ...kept, state: 'draft' },
  dropped: { ...kept, state: 'dropped' },
  submitted: { ...kept, ...submission, state: 'submitted' },
  returned: { ...kept, ...submission, state: 'returned', reasons: '补充成效' },
  checked: { ...kept, ...submission, ...check, state: 'checked' },
  published: { ...kept, ...submission, ...check, ...approval, state: 'published' },
  withdrawn: { ...kept, ...submission, ...check, ...approval, ...withdrawal, state: 'withdrawn' },
}
const records: Citable[] = [{ ...citation, organisation: 'branch', standing: true }]
const ground: rules.Ground = { brand, themes: [theme], records }
const other = 'other' as PersonId
const yes = { result: 'approve', comment: '', scope: null } as const
const clear = { result: 'clear', comment: '', namesConfirmed: true } as const
const reason = (decision: { ok: boolean; reason?: string }) => (decision.ok ? 'ok' : decision.reason)

describe('the life of a publication', () => {
  test('every verb works in the states that the life names, and in no other', () => {
    const tries: Record<rules.PublicationVerb, (publication: rules.Publication) => { ok: boolean }> = {
      change: (publication) => rules.change(publication, content),
      submit: (publication) => rules.submit(publication, other, brand, today),
      drop: rules.drop,
      check: (publication) => rules.check(publication, clear, other, now),
      approve: (publication) => rules.approve(publication, yes, ground, other, now),
      withdraw: (publication) => rules.withdraw(publication, '不再合适', other, now),
    }
    for (const state of rules.states)
      for (const verb of rules.verbs)
        expect([state, verb, tries[verb](inState[state]).ok]).toEqual([state, verb, rules.life[state].includes(verb)])
  })

  test('it is handed in with a theme in force, a record of its time, and no wider than the theme', () => {
    const submit = (change: Partial<rules.Content>, of: rules.BrandInForce | null = brand) =>
      reason(rules.submit({ ...inState.draft, content: { ...content, ...change } }, other, of, today))
    expect(submit({})).toBe('ok')
    expect(submit({}, null)).toBe('publicity.no-theme-in-force')
    expect(submit({ citations: [] })).toBe('publicity.no-record-of-the-theme')
    expect(submit({}, { ...brand, since: '2026-05-07' })).toBe('publicity.no-record-of-the-theme')
    expect(submit({}, { ...brand, since: '2026-05-06' })).toBe('ok')
    const older = { ...citation, record: 'old' as Id<'record'>, happenedOn: '2024-01-01' }
    expect(submit({ citations: [older, citation] })).toBe('ok')
    expect(submit({}, { ...brand, scope: 'party' })).toBe('publicity.wider-than-the-theme')
    expect(submit({ scope: 'party' }, { ...brand, scope: 'party' })).toBe('ok')
  })

  test('what comes back can be handed in anew: the round counts on, nothing of the check stays', () => {
    const returned = rules.approve(
      inState.checked,
      { ...yes, result: 'return', comment: '补充成效' },
      ground,
      other,
      now,
    )
    expect(returned).toMatchObject({ ok: true, value: { state: 'returned', reasons: '补充成效' } })
    if (!returned.ok) return
    expect(returned.value).not.toHaveProperty('checkedBy')
    expect(rules.submit(returned.value, other, brand, today)).toMatchObject({ ok: true, value: { round: 2 } })
  })

  test('sending back and withdrawing need reasons; a pass needs the consents confirmed', () => {
    const back = { result: 'return', comment: ' ', namesConfirmed: true } as const
    expect(reason(rules.check(inState.submitted, back, other, now))).toBe('publicity.reasons-needed')
    const unseen = { ...clear, namesConfirmed: false }
    expect(reason(rules.check(inState.submitted, unseen, other, now))).toBe('publicity.names-to-be-confirmed')
    expect(reason(rules.withdraw(inState.published, '  ', other, now))).toBe('publicity.reasons-needed')
  })
})

describe('approving', () => {
  const approve = (given: Partial<Parameters<typeof rules.approve>[1]>, on: Partial<rules.Ground> = {}) =>
    rules.approve(inState.checked, { ...yes, ...given }, { ...ground, ...on }, other, now)

  test('what was checked is what is published: a record corrected or withdrawn since then stands in the way', () => {
    const changed = (change: Partial<Citable>) => reason(approve({}, { records: [{ ...records[0]!, ...change }] }))
    expect(changed({})).toBe('ok')
    expect(changed({ sentence: '义务巡查渡口。' })).toBe('publicity.record-corrected')
    expect(changed({ happenedOn: '2026-05-07' })).toBe('publicity.record-corrected')
    expect(changed({ kind: 'other' })).toBe('publicity.record-corrected')
    expect(changed({ standing: false })).toBe('publicity.record-withdrawn')
    expect(reason(approve({}, { records: [] }))).toBe('publicity.record-withdrawn')
  })

  test('the brand of its submission must be in force still; after a revision that keeps the brand it is of the new theme', () => {
    expect(reason(approve({}, { brand: null, themes: [] }))).toBe('publicity.no-theme-in-force')
    const next = { ...brand, theme: 'next' as Id<'theme'> }
    expect(reason(approve({}, { brand: next, themes: ['next'] }))).toBe('publicity.another-brand-now')
    expect(approve({}, { brand: next, themes: ['next', 'theme'] })).toMatchObject({
      ok: true,
      value: { theme: 'next' },
    })
  })

  test('the office may keep it inside the Party, and never sends it farther than branch and theme allow', () => {
    expect(approve({ scope: 'party' })).toMatchObject({ ok: true, value: { content: { scope: 'party' } } })
    expect(reason(approve({}, { brand: { ...brand, scope: 'party' } }))).toBe('publicity.wider-than-the-theme')
    const inside = { ...inState.checked, content: { ...content, scope: 'party' as const } }
    const wider = rules.approve(inside, { ...yes, scope: 'society' }, ground, other, now)
    expect(reason(wider)).toBe('publicity.wider-than-wished')
  })
})

test('a branch cites its own standing records, each once, in the order it chose', () => {
  const second = { ...records[0]!, record: 's', sentence: '培训渡工。' }
  const cite = (wanted: string[], known = [...records, second]) => citing(wanted, known, 'branch')
  const cited = cite(['s', 'r', 's'])
  expect(cited.ok && cited.value.map(({ record }) => record)).toEqual(['s', 'r'])
  expect(reason(cite(['x']))).toBe('publicity.record-not-own')
  expect(reason(cite(['r'], [{ ...records[0]!, organisation: 'sibling' }]))).toBe('publicity.record-not-own')
  expect(reason(cite(['r'], [{ ...records[0]!, standing: false }]))).toBe('publicity.record-withdrawn')
})

describe('names', () => {
  const chen = { name: '陈一帆', consentedOn: '2026-07-01', way: 'signed' as const }

  test('the statement and the list agree', () => {
    expect(reason(stated({ names: 'nobody', people: [] }))).toBe('ok')
    expect(reason(stated({ names: 'nobody', people: [chen] }))).toBe('publicity.nobody-is-named')
    expect(reason(stated({ names: 'with-consent', people: [] }))).toBe('publicity.who-is-named')
    expect(stated({ names: 'with-consent', people: [chen] })).toMatchObject({ ok: true, value: { people: [chen] } })
  })

  test('a consent is of somebody whom title, text or records name, and was given by today', () => {
    const of = (change: Partial<typeof chen>) => ({
      ...content,
      naming: { names: 'with-consent' as const, people: [{ ...chen, ...change }] },
    })
    expect(reason(consented(of({}), today))).toBe('ok')
    expect(reason(consented(of({ name: '陈一凡' }), today))).toBe('publicity.name-not-in-the-text')
    expect(reason(consented(of({ consentedOn: today }), today))).toBe('ok')
    expect(reason(consented(of({ consentedOn: '2026-07-16' }), today))).toBe('publicity.consent-in-the-future')
    expect(reason(rules.submit({ ...inState.draft, content: of({ name: '某某' }) }, other, brand, today))).toBe(
      'publicity.name-not-in-the-text',
    )
  })

  test('a name of its people that the words hold and the list does not is told, once', () => {
    expect(unstated(content, ['陈一帆', '林海', '陈一帆'])).toEqual(['陈一帆'])
    expect(unstated({ ...content, naming: { names: 'with-consent', people: [chen] } }, ['陈一帆'])).toEqual([])
  })
})

describe('who may', () => {
  const actor = (person: string, ...posts: [Post, string][]): Actor => ({
    person: person as PersonId,
    name: person,
    posts: posts.map(([post, at]) => ({ post, organisation: at as OrganisationId, path: paths[at] ?? `${at}/` })),
  })
  const secretary = actor('secretary', ['secretary', 'branch'])
  const reader = actor('reader', ['confidentiality', 'bureau'])
  const office = actor('office', ['office', 'root'])

  test('the secretary writes, a reviewer above checks, the office that runs the cycle approves', () => {
    const can = (who: Actor, verb: rules.PublicationVerb, state: rules.PublicationState) =>
      reason(may(who, verb, inState[state]))
    for (const verb of ['change', 'submit', 'drop'] as const) {
      expect(can(secretary, verb, 'draft')).toBe('ok')
      expect(can(office, verb, 'draft')).toBe('publicity.only-the-secretary')
      expect(can(actor('x', ['secretary', 'bureau']), verb, 'draft')).toBe('publicity.only-the-secretary')
    }
    expect(can(reader, 'check', 'submitted')).toBe('ok')
    expect(can(office, 'check', 'submitted')).toBe('publicity.only-the-confidentiality-reviewer')
    expect(can(office, 'approve', 'checked')).toBe('ok')
    expect(can(actor('x', ['office', 'bureau']), 'approve', 'checked')).toBe('publicity.only-the-office')
    expect(can(actor('x', ['secretary', 'root']), 'approve', 'checked')).toBe('publicity.only-the-office')
  })

  test('nobody checks or approves their own, and whoever checked does not approve', () => {
    const everything = ['confidentiality', 'office'].map((post) => [post, 'root'] as [Post, string])
    for (const verb of ['check', 'approve'] as const) {
      expect(reason(may(actor('secretary', ...everything), verb, inState.checked))).toBe('publicity.own-publication')
      const both = actor('new', ['secretary', 'branch'], ...everything)
      expect(reason(may(both, verb, inState.checked))).toBe('publicity.own-publication')
    }
    expect(reason(may(actor('reader', ...everything), 'approve', inState.checked))).toBe(
      'publicity.checker-cannot-approve',
    )
  })

  test('the branch, the office and a reviewer above take it back, nobody else', () => {
    for (const who of [secretary, office, reader]) expect(allowed(who, inState.published)).toEqual(['withdraw'])
    for (const who of [
      actor('x', ['member', 'branch']),
      actor('x', ['office', 'sibling']),
      actor('x', ['assessor', 'root']),
    ])
      expect(allowed(who, inState.published)).toEqual([])
  })

  test('a draft is the secretary’s alone; from its submission on it concerns those above', () => {
    for (const state of rules.states) {
      const open = state !== 'draft' && state !== 'dropped'
      expect(concerns(secretary, inState[state])).toBe(true)
      for (const who of [office, reader, actor('x', ['secretary', 'bureau'])])
        expect([state, concerns(who, inState[state])]).toEqual([state, open])
      for (const who of [actor('x', ['member', 'branch']), actor('x', ['secretary', 'sibling'])])
        expect(concerns(who, inState[state])).toBe(false)
    }
  })
})
