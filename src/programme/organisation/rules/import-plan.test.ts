import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { branch, bureau, planned, present, root, TODAY } from './example-register.ts'
import { linesOf } from './import-export.ts'
import type { Lines } from './import-lines.ts'
import { standsUnder } from './import-organisations.ts'
import { countsOf, entriesOf, type Present } from './import-plan.ts'
import { grant } from './posts.ts'

describe('what is true of every file', () => {
  const names = fc.constantFrom('王芳', '李强', '陈𬭎', '尉迟敏')
  const places = fc.constantFrom(root, bureau, branch, '新党支部', '新党总支')
  const anyPerson = fc.record({
    staffNo: fc.option(fc.constantFrom('0001', '0104', '0777', '0778', '0779'), { nil: null }),
    name: names,
    organisation: places,
    kind: fc.constantFrom<'member' | 'staff'>('member', 'staff'),
    posts: fc.uniqueArray(
      fc.constantFrom('secretary', 'office', 'assessor', 'system-admin', 'security-admin', 'audit-admin'),
    ),
    postOrganisation: fc.option(places, { nil: null }),
    fromOn: fc.option(fc.constantFrom('2019-01-01', '2025-06-01', '2026-03-01'), { nil: null }),
  })
  const anyOrganisation = fc.record({
    name: fc.constantFrom(root, bureau, branch, '新党支部', '新党总支'),
    shortName: fc.constant(null),
    kind: fc.constantFrom('committee', 'general-branch', 'branch', 'party-group'),
    parent: fc.option(places, { nil: null }),
    region: fc.option(fc.constant('粤西'), { nil: null }),
    unit: fc.constant(null),
    sortNo: fc.option(fc.nat(20), { nil: null }),
    setUpOn: fc.constant('2020-01-01'),
  })
  const anyLines = fc.record({
    organisations: fc.array(anyOrganisation, { maxLength: 5 }),
    people: fc.array(anyPerson, { maxLength: 6 }),
  })
  const numbered = ({ organisations, people }: { organisations: object[]; people: object[] }) =>
    ({
      broken: [],
      organisations: organisations.map((each, index) => ({ ...each, row: index + 2 })),
      people: people.map((each, index) => ({ ...each, row: index + 2 })),
    }) as unknown as Lines

  test('a plan without problems passes, row by row, the rules of single writes', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyLines, (some) => {
        const made = planned(numbered(some), ['p1'])
        if (made.problems.length > 0) return
        accepted++
        const kinds = new Map([...made.tree.values()].map(({ name, kind }) => [name, kind]))
        for (const { kind, parent } of made.tree.values())
          expect(standsUnder(kind, parent === null ? null : (kinds.get(parent) ?? null))).toBe(true)
        for (const one of made.people) {
          expect(kinds.has(one.organisation)).toBe(true)
          const others = present.posts
            .filter((each) => each.person === one.before?.id)
            .map((each) => ({ ...each, path: '', state: 'held' as const, grantedBy: null, fromFile: true }))
          for (const post of one.posts) {
            const given = { ...post, fromOn: post.fromOn ?? TODAY, untilOn: null }
            expect(grant(others, given, TODAY).ok).toBe(true)
            others.push({
              ...given,
              personName: '',
              person: '',
              confirmed: false,
              path: '',
              state: 'held',
              grantedBy: null,
              fromFile: true,
            })
          }
        }
        const secretaries = made.people.flatMap(({ posts }) => posts.filter(({ post }) => post === 'secretary'))
        expect(new Set(secretaries.map(({ organisation: at }) => at)).size).toBe(secretaries.length)
      }),
      { numRuns: 1500 },
    )
    // about one random file in thirty is without problems; enough of them to have proved something
    expect(accepted).toBeGreaterThan(15)
  })

  test('what was put into effect is unchanged when it comes again, and so is an export of it', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyLines, (some) => {
        const lines = numbered(some)
        const made = planned(lines, [])
        if (made.problems.length > 0) return
        accepted++
        const after = afterwards(made)
        const again = entriesOf(planned(lines, [], after), after)
        expect(again.filter(({ change }) => change === 'new' || change === 'changed')).toEqual([])
        const exported = planned(linesOf(after), [], after)
        // People without a number who hold posts in several organisations cannot be told apart from two of one name.
        if (exported.problems.some(({ reason }) => reason === 'organisation.import-number-needed')) return
        expect(exported.problems).toEqual([])
        expect(countsOf(entriesOf(exported, after))).toMatchObject({
          posts: 0,
          organisations: { new: 0, changed: 0, absent: 0 },
          people: { new: 0, changed: 0, absent: 0 },
        })
      }),
      { numRuns: 1500 },
    )
    // about one random file in thirty is without problems; enough of them to have proved something
    expect(accepted).toBeGreaterThan(15)
  })

  /** The state that a plan leads to, as the store writes it. */
  function afterwards(made: ReturnType<typeof planned>): Present {
    const known = new Set(made.organisations.map(({ name }) => name))
    const seen = new Set(made.people.flatMap(({ before }) => (before ? [before.id] : [])))
    const ids = new Map(made.people.map((each, index) => [each, each.before?.id ?? `n${index}`]))
    const followed = new Set(
      made.people.flatMap(({ posts }) => posts.filter(({ replaces }) => replaces).map(({ organisation: at }) => at)),
    )
    return {
      organisations: [
        ...present.organisations.filter(({ name }) => !known.has(name)),
        ...made.organisations.map((each, index) => ({
          ...each,
          id: each.before?.id ?? `o${index}x`,
          dissolved: false,
        })),
      ],
      people: [
        ...present.people.filter(({ id }) => !seen.has(id)),
        ...made.people.map((each) => ({ ...each, id: ids.get(each)!, left: false })),
      ],
      posts: [
        ...present.posts.filter(({ post, organisation: at }) => post !== 'secretary' || !followed.has(at)),
        ...made.people.flatMap((each) =>
          each.posts.map((post) => ({
            ...post,
            person: ids.get(each)!,
            personName: each.name,
            fromOn: post.fromOn ?? TODAY,
            untilOn: null,
            confirmed: true,
          })),
        ),
      ],
    }
  }
})
