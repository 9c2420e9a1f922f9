import { describe, expect, test } from 'vitest'
import { alter, begin, finish, fitted, sound } from './restructure.ts'
import { differences, lastPlaces, type Place, placeOn, type Structure, standingOn } from './structure.ts'

const place = (name: string, kind: string, parent: string | null, sortNo = 0): Place => ({
  name,
  shortName: name,
  kind,
  parent,
  region: null,
  sortNo,
})

/** root → east, west (committees); one and two below east, three below west. */
const start = [
  ['root', '局党委', 'committee', null],
  ['east', '东分局党委', 'committee', 'root'],
  ['west', '西分局党委', 'committee', 'root'],
  ['one', '第一党支部', 'branch', 'east'],
  ['two', '第二党支部', 'branch', 'east'],
  ['three', '第三党支部', 'branch', 'west'],
].reduce<Structure>(
  (structure, [id, name, kind, parent], at) => begin(structure, id!, place(name!, kind!, parent!, at), '2005-01-01'),
  [],
)

const done = (decision: ReturnType<typeof alter>): Structure => {
  if (!decision.ok) throw new Error(`${decision.reason} ${JSON.stringify(decision.details)}`)
  return decision.value
}
const names = (structure: Structure, day: string) => standingOn(structure, day).map(({ name }) => name)
const underOn = (structure: Structure, id: string, day: string) => placeOn(structure, id, day)?.parent

describe('a change splits time at its day', () => {
  const moved = done(alter(start, 'two', { parent: 'west' }, '2008-03-01'))
  const renamed = done(alter(moved, 'two', { name: '西分局第二党支部' }, '2010-06-01'))

  test('the day before shows what was, the day itself what is', () => {
    expect(underOn(renamed, 'two', '2008-02-29')).toBe('east')
    expect(underOn(renamed, 'two', '2008-03-01')).toBe('west')
    expect(placeOn(renamed, 'two', '2010-05-31')?.name).toBe('第二党支部')
    expect(placeOn(renamed, 'two', '2010-06-01')?.name).toBe('西分局第二党支部')
    expect(placeOn(renamed, 'two', '2004-12-31')).toBeUndefined()
  })

  test('whole pages of a day follow the order of the structure', () => {
    expect(names(renamed, '2007-07-01')).toEqual([
      '局党委',
      '东分局党委',
      '第一党支部',
      '第二党支部',
      '西分局党委',
      '第三党支部',
    ])
    expect(names(renamed, '2009-01-01')).toEqual([
      '局党委',
      '东分局党委',
      '第一党支部',
      '西分局党委',
      '第二党支部',
      '第三党支部',
    ])
    expect(standingOn(renamed, '2009-01-01').find(({ id }) => id === 'two')).toMatchObject({
      path: 'root/west/two/',
      level: 2,
    })
  })

  test('only what differs is written', () => {
    const { removed, changed, added } = differences(start, moved)
    expect(removed).toEqual([])
    expect(changed).toEqual([expect.objectContaining({ id: 'two', fromOn: '2005-01-01', untilOn: '2008-03-01' })])
    expect(added).toEqual([expect.objectContaining({ id: 'two', fromOn: '2008-03-01', parent: 'west' })])
    expect(differences(moved, moved)).toEqual({ removed: [], changed: [], added: [] })
  })

  test('two changes of one day make one span', () => {
    const both = done(alter(moved, 'two', { name: '西二支部' }, '2008-03-01'))
    expect(both.filter(({ id }) => id === 'two')).toHaveLength(2)
    expect(placeOn(both, 'two', '2008-03-01')).toMatchObject({ name: '西二支部', parent: 'west' })
  })

  test('nothing is changed before what came later, before it stood, or after it ended', () => {
    expect(alter(moved, 'two', { region: '粤东' }, '2008-02-01')).toMatchObject({
      reason: 'organisation.changed-later',
      details: { day: '2008-03-01' },
    })
    expect(alter(moved, 'two', { region: '粤东' }, '2004-01-01')).toMatchObject({
      reason: 'organisation.not-there-yet',
    })
    const ended = done(finish(moved, 'two', '2009-01-01'))
    expect(alter(ended, 'two', { region: '粤东' }, '2010-01-01')).toMatchObject({ reason: 'organisation.is-dissolved' })
    expect(finish(ended, 'two', '2010-01-01')).toMatchObject({ reason: 'organisation.is-dissolved' })
    expect(alter(moved, 'two', { parent: 'west' }, '2011-01-01')).toMatchObject({
      reason: 'organisation.nothing-changes',
    })
  })
})

describe('the end of an organisation', () => {
  test('that day is the first without it, and its last name stays known', () => {
    const ended = done(finish(start, 'two', '2009-01-01'))
    expect(placeOn(ended, 'two', '2008-12-31')?.name).toBe('第二党支部')
    expect(placeOn(ended, 'two', '2009-01-01')).toBeUndefined()
    expect(lastPlaces(ended).get('two')).toMatchObject({ name: '第二党支部', untilOn: '2009-01-01' })
    expect(sound(ended, '2009-01-01').ok).toBe(true)
  })

  test('a change of the same day never came to stand', () => {
    const renamed = done(alter(start, 'two', { name: '新名党支部' }, '2009-01-01'))
    expect(lastPlaces(done(finish(renamed, 'two', '2009-01-01'))).get('two')?.name).toBe('第二党支部')
  })

  test('what was set up that very day is not ended that day', () => {
    expect(finish(start, 'two', '2005-01-01')).toMatchObject({ reason: 'organisation.set-up-that-day' })
  })

  test('nothing is left hanging: one with organisations below cannot just end', () => {
    const ended = done(finish(start, 'west', '2009-01-01'))
    expect(sound(ended, '2009-01-01')).toMatchObject({
      reason: 'organisation.hangs-on-nothing',
      details: { name: '第三党支部', parent: '西分局党委', day: '2009-01-01' },
    })
    const moved = done(alter(ended, 'three', { parent: 'east' }, '2009-01-01'))
    expect(sound(moved, '2009-01-01').ok).toBe(true)
  })

  test('the top cannot end, nor can there be two', () => {
    const alone = start.filter(({ id }) => id === 'root')
    expect(sound(done(finish(alone, 'root', '2009-01-01')), '2009-01-01')).toMatchObject({
      reason: 'organisation.one-top',
    })
    expect(sound(done(finish(start, 'root', '2009-01-01')), '2009-01-01').ok).toBe(false)
    const two = begin(start, 'other', place('另一党委', 'committee', null), '2009-01-01')
    expect(sound(two, '2009-01-01')).toMatchObject({ reason: 'organisation.one-top' })
  })
})

describe('what is unsound is found on the day on which it would be', () => {
  test('a ring, also one that a later change would close', () => {
    const nested = done(alter(start, 'west', { parent: 'east' }, '2010-01-01'))
    expect(sound(nested, '2010-01-01').ok).toBe(true)
    const ring = done(alter(nested, 'east', { parent: 'west' }, '2008-01-01'))
    expect(sound(ring, '2008-01-01')).toMatchObject({
      reason: 'organisation.below-itself',
      details: { day: '2010-01-01' },
    })
  })

  test('kinds that do not fit, and a second one of a name', () => {
    const odd = done(alter(start, 'two', { parent: 'three' }, '2010-01-01'))
    expect(sound(odd, '2010-01-01')).toMatchObject({ reason: 'organisation.stands-under' })
    const twin = done(alter(start, 'two', { name: '第三党支部' }, '2010-01-01'))
    expect(sound(twin, '2010-01-01')).toMatchObject({ reason: 'organisation.name-taken' })
  })

  test('a name is free again once its organisation has ended', () => {
    const ended = done(finish(start, 'two', '2009-01-01'))
    const again = begin(ended, 'new', place('第二党支部', 'branch', 'west'), '2009-01-01')
    expect(sound(again, '2009-01-01').ok).toBe(true)
    expect(sound(begin(ended, 'new', place('第二党支部', 'branch', 'west'), '2008-12-31'), '2008-12-31').ok).toBe(false)
  })

  test('what is moved under one that ends later', () => {
    const ended = done(finish(done(alter(start, 'three', { parent: 'east' }, '2009-01-01')), 'west', '2012-01-01'))
    const moved = done(alter(ended, 'one', { parent: 'west' }, '2010-01-01'))
    expect(sound(moved, '2010-01-01')).toMatchObject({ details: { day: '2012-01-01', parent: '西分局党委' } })
  })
})

describe('first days as they are known', () => {
  test('an organisation older than the one above it is known from when that one was set up', () => {
    const old = fitted(start, new Map([['one', '1999-01-01']]))
    expect(lastPlaces(old).get('one')?.fromOn).toBe('2005-01-01')
    const both = fitted(start, new Map(['root', 'east', 'one'].map((id) => [id, '1999-01-01'])))
    expect(lastPlaces(both).get('one')?.fromOn).toBe('1999-01-01')
    expect(sound(both, '1999-01-01').ok).toBe(true)
  })

  test('a later first day takes those below along', () => {
    const later = fitted(start, new Map([['east', '2006-01-01']]))
    expect(lastPlaces(later).get('one')?.fromOn).toBe('2006-01-01')
    expect(lastPlaces(later).get('three')?.fromOn).toBe('2005-01-01')
  })

  test('a day that cannot hold with a later change leaves the days as they were', () => {
    const moved = done(alter(start, 'two', { parent: 'west' }, '2008-03-01'))
    expect(fitted(moved, new Map([['two', '2009-01-01']]))).toBe(moved)
  })
})
