import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#basics/calendar.ts'
import { begin } from '#programme/organisation/rules/restructure.ts'
import { lasts, placeOn, standingOn, turningDays } from '#programme/organisation/rules/structure.ts'
import { tiesOn } from '#programme/organisation/rules/ties.ts'
import type { Whole } from '#programme/organisation/rules/whole.ts'
import { outcomeOf } from './outcome.ts'
import type { Newcomer, Terms } from './terms.ts'

const START = '2005-01-01'
const place = (name: string, kind: string, parent: string | null) => ({
  name,
  shortName: name,
  kind,
  parent,
  region: null,
  sortNo: 0,
})
const start: Whole = {
  organisations: [
    ['o0', '局党委', 'committee', null],
    ['o1', '东分局党委', 'committee', 'o0'],
    ['o2', '西分局党委', 'committee', 'o0'],
    ['o3', '第一党支部', 'branch', 'o1'],
    ['o4', '第二党支部', 'branch', 'o1'],
    ['o5', '第三党支部', 'branch', 'o2'],
  ].reduce<Whole['organisations']>(
    (so, [id, name, kind, parent]) => begin(so, id!, place(name!, kind!, parent!), START),
    [],
  ),
  units: begin(begin([], 'u0', place('一处', 'office', null), START), 'u1', place('二处', 'office', null), START),
  ties: [{ organisation: 'o3', unit: 'u0', fromOn: START, untilOn: null }],
}

const tried = fc.record({
  kind: fc.constantFrom(
    'set-up',
    'rename',
    'move',
    'region',
    'merge',
    'merge-new',
    'split',
    'split-end',
    'dissolve',
    'tie',
    'untie',
  ),
  days: fc.nat({ max: 500 }),
  who: fc.nat({ max: 11 }),
  other: fc.nat({ max: 11 }),
  third: fc.nat({ max: 11 }),
  name: fc.nat({ max: 200 }),
  branch: fc.boolean(),
})
type Tried = typeof tried extends fc.Arbitrary<infer Value> ? Value : never

/** Terms about organisations of the random world; most branches are set up, merged and split again and again. */
function termsOf(whole: Whole, { kind, who, other, third, name, branch }: Tried): Terms {
  const of = 'organisation' as const
  const ids = [...new Set(whole.organisations.map(({ id }) => id))]
  const [id, second, last] = [who, other, third].map((at) => ids[at % ids.length]!) as [string, string, string]
  const newcomer = (at: number): Newcomer => ({
    name: `名${name}-${at}`,
    shortName: `名${name}`,
    kind: branch ? 'branch' : 'committee',
    parent: last,
    region: null,
  })
  const bequests = ids.map((organisation) => ({ organisation, inForce: 'end', underWay: 'end' }) as const)
  const part = (at: number, people: string[]) => ({ newcomer: newcomer(at), people, below: [] })
  switch (kind) {
    case 'set-up':
      return { kind, of, newcomer: newcomer(0), units: [`u${other % 2}`] }
    case 'rename':
      return { kind, of, id, name: `名${name}`, shortName: `名${name}` }
    case 'move':
      return { kind, of, id, parent: second }
    case 'region':
      return { kind, of, id, region: `片${name}` }
    case 'merge':
      return { kind, of, ids: [id], into: second, bequests }
    case 'merge-new':
      return { kind: 'merge', of, ids: [id, second], into: newcomer(0), bequests }
    case 'split':
      return { kind, of, id, parts: [part(0, ['somebody'])], heir: null, bequests: [] }
    case 'split-end':
      return { kind: 'split', of, id, parts: [part(0, ['somebody']), part(1, [])], heir: 1, bequests }
    case 'dissolve':
      return { kind, of, id, successor: second, bequests }
    default:
      return { kind, of, id, unit: `u${other % 2}` }
  }
}

test('whatever is reorganised in whatever order, every day holds, and what ends leaves to somebody that stands', () => {
  const taken = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(tried, { minLength: 5, maxLength: 30 }), fc.boolean(), (steps, ordered) => {
      let whole = start
      let newcomers = 10
      const successors = new Map<string, string>()
      const belongs = new Map([['somebody', 'o3']])
      if (ordered) steps.sort((one, later) => one.days - later.days)
      for (const step of steps) {
        const day = addDays(START, step.days)
        const ids = [`o${newcomers++}`, `o${newcomers++}`]
        const made = outcomeOf(termsOf(whole, step), whole, day, ids)
        if (!made.ok) continue
        taken.set(step.kind, (taken.get(step.kind) ?? 0) + 1)
        const before = whole
        whole = made.value.whole
        for (const each of turningDays(before.organisations, START).filter((one) => one < day))
          expect(standingOn(whole.organisations, each).map(({ path }) => path)).toEqual(
            standingOn(before.organisations, each).map(({ path }) => path),
          )
        for (const [ended, heir] of made.value.ended) {
          expect(placeOn(whole.organisations, ended, day)).toBeUndefined()
          expect(placeOn(whole.organisations, heir, day)).toBeDefined()
          expect(made.value.people).toContainEqual({ from: ended, to: heir, who: 'all' })
          if (placeOn(before.organisations, ended, day)?.kind === 'branch')
            expect(made.value.bequests.map(({ organisation }) => organisation)).toContain(ended)
          successors.set(ended, heir)
        }
        for (const { from, to, who } of made.value.people)
          for (const [person, at] of belongs)
            if (at === from && (who === 'all' || who.includes(person))) belongs.set(person, to)
      }
      const last = turningDays(whole.organisations, START).at(-1)!
      for (const day of turningDays(whole.organisations, START)) {
        const standing = whole.organisations.filter((span) => lasts(span, day))
        expect(standingOn(whole.organisations, day)).toHaveLength(standing.length)
        expect(new Set(standing.map(({ id }) => id)).size).toBe(standing.length)
        for (const { organisation, unit } of tiesOn(whole.ties, day)) {
          expect(placeOn(whole.organisations, organisation, day)).toBeDefined()
          expect(placeOn(whole.units, unit, day)).toBeDefined()
        }
      }
      // following the successors always leads to something that stands, and so do the people
      for (const ended of successors.keys()) {
        let heir = ended
        for (let steps = 0; successors.has(heir); steps++) {
          heir = successors.get(heir)!
          expect(steps).toBeLessThan(successors.size + 1)
        }
        expect(placeOn(whole.organisations, heir, last)).toBeDefined()
      }
      expect(placeOn(whole.organisations, belongs.get('somebody')!, last)).toBeDefined()
    }),
    { numRuns: 400 },
  )
  // every kind was really done, not only refused
  for (const kind of [
    'set-up',
    'rename',
    'move',
    'region',
    'merge',
    'merge-new',
    'split',
    'split-end',
    'dissolve',
    'tie',
    'untie',
  ])
    expect(taken.get(kind) ?? 0, kind).toBeGreaterThan(5)
})
