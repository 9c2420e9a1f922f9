import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#basics/calendar.ts'
import { alter, begin, finish, sound } from './restructure.ts'
import { lasts, type Structure, spansOf, standingOn, turningDays } from './structure.ts'
import { passTies, type Tie, tie, tiesOn, untie } from './ties.ts'

const START = '2005-01-01'
const kinds = ['committee', 'general-branch', 'branch'] as const
/** Something that somebody tries on some day: most of it is refused, all of it is tried. */
const step = fc.record({
  what: fc.constantFrom('begin', 'begin', 'begin', 'begin', 'rename', 'move', 'move', 'region', 'finish', 'merge'),
  who: fc.nat({ max: 9 }),
  other: fc.nat({ max: 9 }),
  kind: fc.constantFrom(...kinds),
  day: fc.nat({ max: 400 }).map((days) => addDays(START, days)),
  name: fc.nat({ max: 30 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
/** In the order of their days, or as they come: then most are too late for what has changed since. */
const history = fc
  .tuple(fc.array(step, { minLength: 5, maxLength: 40 }), fc.boolean())
  .map(([steps, ordered]) => (ordered ? steps.sort((one, other) => (one.day < other.day ? -1 : 1)) : steps))

const place = (name: string, kind: string, parent: string | null) => ({
  name,
  shortName: name,
  kind,
  parent,
  region: null,
  sortNo: 0,
})
const start = begin(
  begin([], 'o0', place('局党委', 'committee', null), START),
  'o1',
  place('分局党委', 'committee', 'o0'),
  START,
)

function attempt(structure: Structure, { what, who, other, kind, day, name }: Step): Structure {
  const ids = [...new Set(structure.map(({ id }) => id))]
  const [id, second] = [ids[who % ids.length]!, ids[other % ids.length]!]
  const changed = (() => {
    switch (what) {
      case 'begin':
        return { ok: true as const, value: begin(structure, `o${ids.length}`, place(`名${name}`, kind, second), day) }
      case 'rename':
        return alter(structure, id, { name: `名${name}` }, day)
      case 'move':
        return alter(structure, id, { parent: second }, day)
      case 'region':
        return alter(structure, id, { region: `片${name}` }, day)
      case 'finish':
        return finish(structure, id, day)
      case 'merge': {
        let merged: ReturnType<typeof finish> = finish(structure, id, day)
        for (const { id: below, parent } of standingOn(structure, day))
          if (merged.ok && parent === id) merged = alter(merged.value, below, { parent: second }, day)
        return merged
      }
    }
  })()
  if (!changed.ok) return structure
  const judged = sound(changed.value, day)
  return judged.ok ? judged.value : structure
}

function everySpanFollows(structure: Structure): void {
  for (const id of new Set(structure.map((span) => span.id))) {
    const spans = spansOf(structure, id)
    for (const [at, span] of spans.entries()) {
      if (span.untilOn !== null) expect(span.untilOn > span.fromOn).toBe(true)
      if (at > 0) expect(spans[at - 1]!.untilOn).toBe(span.fromOn)
    }
  }
}

test('after any history, on any day, each has exactly one place, hangs on what stands, and nothing hangs below itself', () => {
  let grown = 0
  fc.assert(
    fc.property(history, (steps) => {
      const structure = steps.reduce(attempt, start)
      if (structure.length > start.length) grown++
      everySpanFollows(structure)
      for (const day of turningDays(structure, START)) {
        const standing = structure.filter((span) => lasts(span, day))
        const tree = standingOn(structure, day)
        // a ring or a loose end would not be reached from the top
        expect(tree.length).toBe(standing.length)
        expect(new Set(standing.map(({ id }) => id)).size).toBe(standing.length)
        expect(new Set(standing.map(({ name }) => name)).size).toBe(standing.length)
        expect(standing.filter(({ parent }) => parent === null)).toHaveLength(1)
        for (const { kind, path } of tree)
          if (kind === 'branch') expect(path.split('/').filter(Boolean).length).toBeGreaterThan(1)
      }
    }),
    { numRuns: 300 },
  )
  // the histories are not all refused
  expect(grown).toBeGreaterThan(150)
})

test('a change never alters what stood before its day', () => {
  fc.assert(
    fc.property(history, step, (steps, last) => {
      const before = steps.reduce(attempt, start)
      const after = attempt(before, last)
      for (const day of turningDays(before, START).filter((each) => each < last.day))
        expect(standingOn(after, day).map(({ path, name }) => path + name)).toEqual(
          standingOn(before, day).map(({ path, name }) => path + name),
        )
    }),
    { numRuns: 300 },
  )
})

const pair = fc.record({
  what: fc.constantFrom('tie', 'untie', 'pass'),
  organisation: fc.constantFrom('a', 'b', 'c'),
  unit: fc.constantFrom('u', 'v', 'w'),
  to: fc.constantFrom('u', 'v', 'w'),
  day: fc.nat({ max: 60 }).map((days) => addDays(START, days)),
})

test('an organisation and a unit are tied once on any day, and a merged unit leaves its ties to its successor', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (steps) => {
      let ties: Tie[] = []
      for (const { what, organisation, unit, to, day } of steps) {
        if (what === 'pass') {
          if (unit === to) continue
          const tied = new Set(tiesOn(ties, day).flatMap((each) => (each.unit === unit ? [each.organisation] : [])))
          const later = ties.filter((each) => each.unit === to && each.fromOn > day)
          ties = passTies(ties, { unit }, { unit: to }, day)
          expect(tiesOn(ties, day).filter((each) => each.unit === unit)).toEqual([])
          if (later.length > 0) continue
          for (const id of tied)
            expect(ties.some((each) => each.organisation === id && each.unit === to && each.untilOn !== day)).toBe(true)
        } else {
          const changed = (what === 'tie' ? tie : untie)(ties, { organisation, unit }, day)
          if (changed.ok) ties = changed.value
        }
        for (const each of ties) {
          if (each.untilOn !== null) expect(each.untilOn > each.fromOn).toBe(true)
          const same = tiesOn(ties, each.fromOn).filter(
            (one) => one.organisation === each.organisation && one.unit === each.unit,
          )
          expect(same).toHaveLength(1)
        }
      }
    }),
    { numRuns: 300 },
  )
})
