import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import {
  type Above,
  gapsIn,
  type Holder,
  type RoutePlan,
  reviewedBy,
  reviewerKinds,
  routeFor,
  type StageRule,
  settable,
  sitsAt,
  usualPlan,
} from './route.ts'

const above = (...kinds: Above['kind'][]): Above[] =>
  kinds.map((kind, at) => ({ id: `${kind}-${at}` as OrganisationId, kind, root: at === kinds.length - 1 }))
const usually = { posts: ['office', 'secretary'], days: 5, mayReject: true }
const rule = (kind: StageRule['kind'], more: Partial<StageRule> = {}): StageRule => ({
  kind,
  by: 'either',
  days: null,
  mayReject: false,
  ...more,
})
const today = '2026-07-15'

test('without a plan everyone above reviews, nearest first, whatever the tree looks like', () => {
  expect(routeFor(null, above('committee', 'party-group', 'committee'))).toEqual([
    { organisation: 'committee-0', ...usually },
    { organisation: 'party-group-1', ...usually },
    { organisation: 'committee-2', ...usually },
  ])
  expect(routeFor(null, [])).toEqual([])
})

test('the plan a person starts from changes nothing', () => {
  for (const chain of [
    ['general-branch', 'committee', 'committee'],
    ['committee', 'committee'],
    ['committee'],
  ] as const)
    expect(routeFor(usualPlan(), above(...chain))).toEqual(routeFor(null, above(...chain)))
})

test('a plan goes by what stands directly above the branch, in its own order', () => {
  const plan: RoutePlan = {
    ...usualPlan(),
    'general-branch': [
      rule('general-branch', { by: 'secretary', days: 3 }),
      rule('root', { by: 'both', mayReject: true }),
    ],
    root: [rule('root', { by: 'office' })],
  }
  expect(routeFor(plan, above('general-branch', 'committee', 'committee'))).toEqual([
    { organisation: 'general-branch-0', posts: ['secretary'], days: 3, mayReject: false },
    { organisation: 'committee-2', posts: ['office'], days: null, mayReject: true },
    { organisation: 'committee-2', posts: ['secretary'], days: null, mayReject: true },
  ])
  expect(routeFor(plan, above('committee'))).toEqual([
    { organisation: 'committee-0', posts: ['office'], days: null, mayReject: false },
  ])
})

test('several organisations of one kind review nearest first', () => {
  expect(
    routeFor(usualPlan(), above('committee', 'committee', 'committee')).map(({ organisation }) => organisation),
  ).toEqual(['committee-0', 'committee-1', 'committee-2'])
})

test('a plan is set for an upper organisation, from today on, saying each kind once and reaching somebody', () => {
  const set = (plan: Partial<RoutePlan>, more = {}) =>
    settable({ ...usualPlan(), ...plan }, { kind: 'committee', fromOn: today, today, ...more })
  expect(set({}).ok).toBe(true)
  expect(set({}, { fromOn: '2026-07-14' })).toMatchObject({ reason: 'theme.plan-backdated' })
  expect(set({}, { kind: 'branch' })).toMatchObject({ reason: 'theme.plan-of-a-branch' })
  expect(set({ root: [rule('root'), rule('root')] })).toMatchObject({ reason: 'theme.plan-says-twice' })
  expect(set({ 'general-branch': [rule('committee')] })).toMatchObject({ reason: 'theme.plan-reaches-nobody' })
  expect(set({ committee: [] })).toMatchObject({ reason: 'theme.plan-reaches-nobody' })
})

test('whatever plan can be set, every branch with somebody above it has a route', () => {
  const stage = fc.record({
    kind: fc.constantFrom(...reviewerKinds),
    by: fc.constantFrom(...reviewedBy),
    days: fc.option(fc.integer({ min: 1, max: 60 })),
    mayReject: fc.boolean(),
  })
  const stages = fc.array(stage, { maxLength: 4 })
  const plans = fc.record({ 'general-branch': stages, committee: stages, 'party-group': stages, root: stages })
  const kinds = fc.array(fc.constantFrom('general-branch', 'committee', 'party-group'), { minLength: 1, maxLength: 4 })
  let set = 0
  fc.assert(
    fc.property(plans, kinds, (plan, chain) => {
      if (!settable(plan, { kind: 'committee', fromOn: today, today }).ok) return
      set++
      const here = above(...chain)
      const route = routeFor(plan, here)
      expect(route.length).toBeGreaterThan(0)
      expect(route.every(({ organisation }) => here.some(({ id }) => id === organisation))).toBe(true)
    }),
    { numRuns: 3000, seed: 1 },
  )
  expect(set).toBeGreaterThan(20)
})

test('a stage is a gap when its post is vacant, or held by the branch secretary alone', () => {
  const [general, root] = above('general-branch', 'committee') as [Above, Above]
  const route = routeFor(usualPlan(), [general, root])
  const holder = (organisation: OrganisationId, person: string): Holder => ({
    organisation,
    post: 'secretary',
    person: person as PersonId,
    name: person,
  })
  const own = ['own' as PersonId]
  expect(gapsIn(route, [holder(general.id, 'own')], own).map(({ why }) => why)).toEqual(['own', 'vacant'])
  expect(gapsIn(route, [holder(general.id, 'a'), holder(root.id, 'b')], own)).toEqual([])
  const office: RoutePlan = { ...usualPlan(), 'general-branch': [rule('root', { by: 'office' })] }
  expect(gapsIn(routeFor(office, [general, root]), [holder(root.id, 'b')], [])).toMatchObject([{ why: 'vacant' }])
})

test('only the posts of a stage sit at it', () => {
  const [stage] = routeFor({ ...usualPlan(), root: [rule('root', { by: 'office' })] }, above('committee'))
  const seat = (post: 'office' | 'secretary' | 'confidentiality') => [{ organisation: stage!.organisation, post }]
  expect([sitsAt(stage!, seat('office')), sitsAt(stage!, seat('secretary'))]).toEqual([true, false])
  expect(sitsAt({ ...stage!, posts: ['office', 'secretary'] }, seat('confidentiality'))).toBe(false)
})
