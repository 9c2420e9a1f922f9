import { describe, expect, test } from 'vitest'
import type { Actor, Post } from '#basics/actor.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import { confirm, end, type GivenPost, grant, life, may, mayGrant, type PostVerb, turnDown } from './posts.ts'

const today = '2026-07-15'

function given(over: Partial<GivenPost> = {}): GivenPost {
  return {
    person: 'p',
    post: 'secretary',
    organisation: 'b',
    path: 'a/b/',
    fromOn: '2026-01-01',
    untilOn: null,
    state: 'held',
    grantedBy: 'g',
    fromFile: false,
    ...over,
  }
}

function actor(person: string, post: Post, path: string): Actor {
  const organisation = path.split('/').at(-2) as OrganisationId
  return { person: person as PersonId, name: person, posts: [{ post, organisation, path }] }
}

describe('posts', () => {
  test('the life table agrees with the rules', () => {
    for (const state of ['waiting', 'refused', 'held', 'ended'] as const) {
      const post = given({ state })
      const verbs: Record<PostVerb, boolean> = {
        confirm: confirm(post, [], [], today).ok,
        refuse: turnDown(post).ok,
        end: end(post, today, [], today).ok,
      }
      expect(Object.keys(verbs).filter((verb) => verbs[verb as PostVerb])).toEqual(life[state])
    }
  })

  test('an administrator’s post with a last day still excludes the others until that day', () => {
    const held = given({ post: 'system-admin', untilOn: '2026-07-16' })
    const wanted = { post: 'audit-admin', organisation: 'a', fromOn: '2026-08-01', untilOn: null } as const
    expect(grant([held], wanted, today)).toMatchObject({ reason: 'organisation.administrators-exclude-each-other' })
    expect(grant([held], wanted, '2026-07-16').ok).toBe(true)
  })

  test('a post cannot end before or on the day it begins', () => {
    const wanted = { post: 'office', organisation: 'a', fromOn: '2026-08-01' } as const
    expect(grant([], { ...wanted, untilOn: '2026-08-01' }, today).ok).toBe(false)
    expect(grant([], { ...wanted, untilOn: '2026-08-02' }, today).ok).toBe(true)
  })

  test('a secretary may follow from the very day the former one ends', () => {
    const next = given({ state: 'waiting', person: 'q', fromOn: '2026-08-01' })
    const former = (untilOn: string | null) => [given({ untilOn })]
    expect(confirm(next, [], former('2026-08-01'), today).ok).toBe(true)
    expect(confirm(next, [], former('2026-08-02'), today)).toMatchObject({ reason: 'organisation.has-a-secretary' })
    expect(confirm(next, [], former(null), today).ok).toBe(false)
  })

  test('what came with a file is confirmed with the file', () => {
    const post = given({ state: 'waiting', fromFile: true })
    expect(confirm(post, [], [], today)).toMatchObject({ reason: 'organisation.confirm-with-its-file' })
    expect(turnDown(post).ok).toBe(false)
  })

  test('nothing is ended in the past, and the last administrator of a kind stays', () => {
    expect(end(given(), '2026-07-14', [], today)).toMatchObject({ reason: 'organisation.no-ending-in-the-past' })
    const post = given({ post: 'audit-admin' })
    const other = (untilOn: string | null) => [given({ post: 'audit-admin', person: 'q', untilOn })]
    expect(end(post, today, [], today)).toMatchObject({ reason: 'organisation.last-administrator' })
    expect(end(post, '2026-08-01', other('2026-07-20'), today).ok).toBe(false)
    expect(end(post, '2026-08-01', other(null), today).ok).toBe(true)
  })

  test('only the administrators above decide, and only those of the right kind', () => {
    const waiting = given({ state: 'waiting' })
    expect(may(actor('s', 'security-admin', 'a/'), 'confirm', waiting).ok).toBe(true)
    expect(may(actor('s', 'security-admin', 'x/'), 'confirm', waiting).ok).toBe(false)
    expect(may(actor('g', 'security-admin', 'a/'), 'confirm', waiting)).toMatchObject({
      reason: 'organisation.not-what-you-granted',
    })
    expect(may(actor('s', 'system-admin', 'a/'), 'confirm', waiting).ok).toBe(false)
    expect(mayGrant(actor('s', 'system-admin', 'a/'), 'p', 'a/b/').ok).toBe(true)
    expect(mayGrant(actor('s', 'system-admin', 'a/b/'), 'p', 'a/').ok).toBe(false)
    expect(mayGrant(actor('s', 'security-admin', 'a/'), 'p', 'a/b/').ok).toBe(false)
    const keeper = (post: Post, of: GivenPost['post']) => may(actor('s', post, 'a/'), 'end', given({ post: of })).ok
    expect([
      keeper('system-admin', 'office'),
      keeper('security-admin', 'office'),
      keeper('audit-admin', 'office'),
    ]).toEqual([true, true, false])
    expect([keeper('system-admin', 'audit-admin'), keeper('security-admin', 'audit-admin')]).toEqual([false, true])
    expect([keeper('system-admin', 'security-admin'), keeper('audit-admin', 'security-admin')]).toEqual([false, true])
  })
})
