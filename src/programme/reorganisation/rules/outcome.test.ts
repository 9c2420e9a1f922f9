import { describe, expect, test } from 'vitest'
import { begin } from '#programme/organisation/rules/restructure.ts'
import { placeOn, type Structure, standingOn } from '#programme/organisation/rules/structure.ts'
import { tiesOn } from '#programme/organisation/rules/ties.ts'
import type { Whole } from '#programme/organisation/rules/whole.ts'
import { outcomeOf, relocated } from './outcome.ts'
import type { Newcomer, Terms } from './terms.ts'

const START = '2005-01-01'
const DAY = '2009-03-01'

const place = (name: string, kind: string, parent: string | null, sortNo: number) => ({
  name,
  shortName: name,
  kind,
  parent,
  region: null,
  sortNo,
})
const organisations = [
  ['root', '局党委', 'committee', null],
  ['east', '东分局党委', 'committee', 'root'],
  ['one', '第一党支部', 'branch', 'east'],
  ['two', '第二党支部', 'branch', 'east'],
  ['west', '西分局党委', 'committee', 'root'],
  ['three', '第三党支部', 'branch', 'west'],
].reduce<Structure>(
  (so, [id, name, kind, parent], at) => begin(so, id!, place(name!, kind!, parent!, at * 10), START),
  [],
)
const units = [
  ['u', '东分局', ''],
  ['v', '一处', 'u'],
  ['w', '二处', 'u'],
].reduce<Structure>(
  (so, [id, name, parent], at) => begin(so, id!, place(name!, 'office', parent || null, at), START),
  [],
)
const whole: Whole = {
  organisations,
  units,
  ties: [
    { organisation: 'one', unit: 'v', fromOn: START, untilOn: null },
    { organisation: 'two', unit: 'w', fromOn: START, untilOn: null },
  ],
}
const newcomer = (name: string, more: Partial<Newcomer> = {}): Newcomer => ({
  name,
  shortName: name,
  kind: 'branch',
  parent: 'east',
  region: null,
  ...more,
})
const bequest = (organisation: string) => ({ organisation, inForce: 'end', underWay: 'end' }) as const
const done = (terms: Terms, from = whole, day = DAY, ids = ['new', 'newer']) => {
  const made = outcomeOf(terms, from, day, ids)
  if (!made.ok) throw new Error(`${made.reason} ${JSON.stringify(made.details)}`)
  return made.value
}
const reason = (terms: Terms, from = whole, day = DAY) => {
  const made = outcomeOf(terms, from, day, ['new', 'newer'])
  return made.ok ? 'taken' : made.reason
}
const of = 'organisation' as const
const children = (structure: Structure, id: string, day = DAY) =>
  standingOn(structure, day)
    .filter(({ parent }) => parent === id)
    .map((each) => each.id)

test('a newcomer stands last among its own, tied to its units', () => {
  const { whole: after } = done({ kind: 'set-up', of, newcomer: newcomer('第四党支部'), units: ['v', 'w'] })
  expect(children(after.organisations, 'east')).toEqual(['one', 'two', 'new'])
  expect(tiesOn(after.ties, DAY).filter(({ organisation }) => organisation === 'new')).toHaveLength(2)
  expect(placeOn(after.organisations, 'new', '2009-02-28')).toBeUndefined()
  expect(reason({ kind: 'set-up', of, newcomer: newcomer('第一党支部'), units: [] })).toBe('organisation.name-taken')
  expect(reason({ kind: 'set-up', of, newcomer: newcomer('第四党支部', { parent: 'one' }), units: [] })).toBe(
    'organisation.stands-under',
  )
})

test('a rename, a move and another region keep everything else', () => {
  const renamed = done({ kind: 'rename', of, id: 'one', name: '一处党支部', shortName: '一处' })
  expect(placeOn(renamed.whole.organisations, 'one', DAY)).toMatchObject({ name: '一处党支部', parent: 'east' })
  const moved = done({ kind: 'move', of, id: 'one', parent: 'west' })
  expect(children(moved.whole.organisations, 'west')).toEqual(['one', 'three'])
  expect(relocated(whole.organisations, moved.whole.organisations, DAY)).toEqual(['one'])
  const below = done({ kind: 'move', of, id: 'east', parent: 'west' })
  expect(relocated(whole.organisations, below.whole.organisations, DAY)).toEqual(['east', 'one', 'two'])
  expect(reason({ kind: 'move', of, id: 'root', parent: 'east' })).toBe('organisation.below-itself')
  expect(reason({ kind: 'region', of, id: 'one', region: null })).toBe('organisation.nothing-changes')
})

describe('a merge', () => {
  test('into one that stands: people, what stood below and units go there', () => {
    const {
      whole: after,
      ended,
      people,
    } = done({ kind: 'merge', of, ids: ['two'], into: 'one', bequests: [bequest('two')] })
    expect(ended).toEqual(new Map([['two', 'one']]))
    expect(people).toEqual([{ from: 'two', to: 'one', who: 'all' }])
    expect(placeOn(after.organisations, 'two', DAY)).toBeUndefined()
    expect(tiesOn(after.ties, DAY).map(({ organisation, unit }) => organisation + unit)).toEqual(['onev', 'onew'])
  })

  test('of two into a new one, which may take over a name', () => {
    const into = newcomer('第一党支部')
    const made = done({ kind: 'merge', of, ids: ['one', 'two'], into, bequests: [bequest('one'), bequest('two')] })
    expect(children(made.whole.organisations, 'east')).toEqual(['new'])
    expect(placeOn(made.whole.organisations, 'new', DAY)?.name).toBe('第一党支部')
    expect(made.ended).toEqual(
      new Map([
        ['one', 'new'],
        ['two', 'new'],
      ]),
    )
  })

  test('of committees takes what stands below along', () => {
    const made = done({ kind: 'merge', of, ids: ['west'], into: 'east', bequests: [] })
    expect(children(made.whole.organisations, 'east')).toEqual(['one', 'two', 'three'])
  })

  test('says what becomes of every branch’s themes, of no branch twice', () => {
    expect(reason({ kind: 'merge', of, ids: ['two'], into: 'one', bequests: [] })).toBe(
      'reorganisation.bequest-missing',
    )
    expect(reason({ kind: 'merge', of, ids: ['two'], into: 'one', bequests: [bequest('two'), bequest('two')] })).toBe(
      'reorganisation.twice',
    )
  })

  test('is of two at least, of a kind, and not into itself', () => {
    const bequests = [bequest('one')]
    expect(reason({ kind: 'merge', of, ids: [], into: 'one', bequests })).toBe('reorganisation.two-at-least')
    expect(reason({ kind: 'merge', of, ids: ['one'], into: newcomer('新'), bequests })).toBe(
      'reorganisation.two-at-least',
    )
    expect(reason({ kind: 'merge', of, ids: ['one'], into: 'one', bequests })).toBe('reorganisation.into-itself')
    expect(reason({ kind: 'merge', of, ids: ['one', 'one'], into: 'two', bequests })).toBe('reorganisation.twice')
    expect(reason({ kind: 'merge', of, ids: ['one'], into: 'east', bequests })).toBe('reorganisation.kinds-differ')
    expect(reason({ kind: 'merge', of, ids: ['root'], into: 'east', bequests: [] })).not.toBe('taken')
  })
})

describe('a split', () => {
  const part = (name: string, people: string[] = [], below: string[] = []) => ({
    newcomer: newcomer(name),
    people,
    below,
  })

  test('leaves what it splits, with those who are not named', () => {
    const made = done({
      kind: 'split',
      of,
      id: 'one',
      parts: [part('一处二支部', ['p', 'q'])],
      heir: null,
      bequests: [],
    })
    expect(children(made.whole.organisations, 'east')).toEqual(['one', 'new', 'two'])
    expect(made.people).toEqual([{ from: 'one', to: 'new', who: ['p', 'q'] }])
    expect(made.ended.size).toBe(0)
  })

  test('or ends it, and one of the parts takes over the rest', () => {
    const parts = [part('甲党支部', ['p']), part('乙党支部')]
    const made = done({ kind: 'split', of, id: 'one', parts, heir: 1, bequests: [bequest('one')] })
    expect(children(made.whole.organisations, 'east')).toEqual(['new', 'newer', 'two'])
    expect(made.people).toEqual([
      { from: 'one', to: 'new', who: ['p'] },
      { from: 'one', to: 'newer', who: 'all' },
    ])
    expect(tiesOn(made.whole.ties, DAY).map(({ organisation }) => organisation)).toContain('newer')
    expect(reason({ kind: 'split', of, id: 'one', parts, heir: 2, bequests: [bequest('one')] })).toBe(
      'reorganisation.no-heir',
    )
  })

  test('names nobody twice, and takes what stands below to its part', () => {
    const twice = [part('甲党支部', ['p']), part('乙党支部', ['p'])]
    expect(reason({ kind: 'split', of, id: 'one', parts: twice, heir: null, bequests: [] })).toBe(
      'reorganisation.twice',
    )
    const committee = {
      newcomer: newcomer('东二分局党委', { kind: 'committee', parent: 'root' }),
      people: [],
      below: ['two'],
    }
    const made = done({ kind: 'split', of, id: 'east', parts: [committee], heir: null, bequests: [] })
    expect(children(made.whole.organisations, 'new')).toEqual(['two'])
    expect(children(made.whole.organisations, 'east')).toEqual(['one'])
  })
})

describe('a dissolution', () => {
  test('leaves people and what stood below to the successor, and unties its units', () => {
    const made = done({ kind: 'dissolve', of, id: 'two', successor: 'east', bequests: [bequest('two')] })
    expect(made.people).toEqual([{ from: 'two', to: 'east', who: 'all' }])
    expect(tiesOn(made.whole.ties, DAY).map(({ organisation }) => organisation)).toEqual(['one'])
    const committee = done({ kind: 'dissolve', of, id: 'west', successor: 'east', bequests: [] })
    expect(children(committee.whole.organisations, 'east')).toEqual(['one', 'two', 'three'])
  })

  test('needs a successor that stands and can carry it', () => {
    expect(reason({ kind: 'dissolve', of, id: 'two', successor: 'two', bequests: [bequest('two')] })).toBe(
      'reorganisation.no-heir',
    )
    expect(reason({ kind: 'dissolve', of, id: 'two', successor: 'nobody', bequests: [bequest('two')] })).toBe(
      'reorganisation.no-heir',
    )
    const { whole: without } = done(
      { kind: 'dissolve', of, id: 'three', successor: 'west', bequests: [bequest('three')] },
      whole,
      '2010-01-01',
    )
    expect(reason({ kind: 'merge', of, ids: ['two'], into: 'three', bequests: [bequest('two')] }, without)).toBe(
      'reorganisation.no-heir',
    )
    expect(reason({ kind: 'dissolve', of, id: 'east', successor: 'three', bequests: [] })).toBe(
      'organisation.stands-under',
    )
    expect(reason({ kind: 'dissolve', of, id: 'root', successor: 'east', bequests: [] })).not.toBe('taken')
  })
})

describe('units', () => {
  const unit = 'unit' as const

  test('are set up, renamed and moved freely, and merge with their ties', () => {
    const made = done({ kind: 'merge', of: unit, ids: ['w'], into: 'v', bequests: [] })
    expect(made.people).toEqual([])
    expect(tiesOn(made.whole.ties, DAY).map((each) => each.organisation + each.unit)).toEqual(['onev', 'twov'])
    const top = newcomer('西分局', { kind: 'sub-bureau', parent: null })
    expect(done({ kind: 'set-up', of: unit, newcomer: top, units: [] }).whole.units).toHaveLength(4)
    expect(reason({ kind: 'move', of: unit, id: 'u', parent: 'v' })).toBe('organisation.below-itself')
  })

  test('tie and untie by date', () => {
    const tied = done({ kind: 'tie', of, id: 'one', unit: 'w' })
    expect(tiesOn(tied.whole.ties, DAY)).toHaveLength(3)
    expect(tiesOn(tied.whole.ties, '2009-02-28')).toHaveLength(2)
    expect(reason({ kind: 'tie', of, id: 'one', unit: 'v' })).toBe('organisation.tied-already')
    expect(reason({ kind: 'untie', of, id: 'one', unit: 'w' })).toBe('organisation.not-tied')
    const { whole: more } = done({ kind: 'set-up', of: unit, newcomer: newcomer('三处', { parent: null }), units: [] })
    expect(reason({ kind: 'tie', of, id: 'one', unit: 'new' }, more, '2009-02-28')).toBe(
      'organisation.tie-hangs-on-nothing',
    )
    const untied = done({ kind: 'untie', of, id: 'one', unit: 'v' }, tied.whole, '2010-01-01')
    expect(tiesOn(untied.whole.ties, '2010-01-01').map((each) => each.organisation + each.unit)).toEqual([
      'twow',
      'onew',
    ])
  })
})

test('what came later is not overtaken: a document of an earlier day is refused', () => {
  const { whole: later } = done(
    { kind: 'rename', of, id: 'one', name: '一处党支部', shortName: '一处' },
    whole,
    '2010-01-01',
  )
  expect(reason({ kind: 'move', of, id: 'one', parent: 'west' }, later, DAY)).toBe('organisation.changed-later')
  expect(reason({ kind: 'merge', of, ids: ['one'], into: 'two', bequests: [bequest('one')] }, later, DAY)).toBe(
    'organisation.changed-later',
  )
  // others may still change on that day
  expect(reason({ kind: 'move', of, id: 'two', parent: 'west' }, later, DAY)).toBe('taken')
})
