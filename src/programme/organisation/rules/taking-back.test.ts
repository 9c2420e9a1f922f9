import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#basics/calendar.ts'
import type { OrganisationKind } from './import-lines.ts'
import type { OrganisationTarget } from './import-organisations.ts'
import { structureOf } from './import-structure.ts'
import { begin } from './restructure.ts'
import { type Place, type Structure, standingOn } from './structure.ts'
import { type Former, nothingInTheWay, takenBack } from './taking-back.ts'
import { tiesOn } from './ties.ts'
import { soundWhole, type Whole } from './whole.ts'

const START = '2010-01-01'
const EFFECT = '2026-01-12'

const place = (name: string, kind: OrganisationKind, parent: string | null, more: Partial<Place> = {}): Place => ({
  ...{ name, shortName: name, kind, parent, region: null, sortNo: 0 },
  ...more,
})
const organisations = [
  ['局党委', 'committee', null],
  ['甲分局党委', 'committee', '局党委'],
  ['乙分局党委', 'committee', '局党委'],
  ['一支部', 'branch', '甲分局党委'],
  ['二支部', 'branch', '乙分局党委'],
] as const
const before: Whole = {
  organisations: organisations.reduce<Structure>(
    (structure, [name, kind, parent]) => begin(structure, name, place(name, kind, parent), START),
    [],
  ),
  units: begin([], '一处', { ...place('一处', 'branch', null), kind: '' }, START),
  ties: [{ organisation: '一支部', unit: '一处', fromOn: START, untilOn: null }],
}
const present = organisations.map(([name, kind, parent]) => ({
  ...{ id: name, name, shortName: name, kind, parent, region: null, sortNo: 0, setUpOn: START, dissolved: false },
  unit: name === '一支部' ? '一处' : null,
}))

type Row = Partial<OrganisationTarget> & { name: string }
/** What a file with these rows makes of the structure, and what is kept for taking it back. Ids are names. */
function effect(rows: Row[]) {
  const targets = rows.map((row): OrganisationTarget => {
    const was = present.find(({ name }) => name === row.name) ?? null
    const fresh = { shortName: row.name, kind: 'branch' as const, parent: '局党委', region: null, unit: null }
    return { row: 0, sortNo: 1, setUpOn: START, ...fresh, ...was, ...row, before: was }
  })
  const names = [...organisations.map(([name]) => name), ...rows.map(({ name }) => name)]
  const units = new Map(['一处', '二处', '三处'].map((name) => [name, name]))
  const ids = { organisations: new Map(names.map((name) => [name, name])), units }
  const after = structureOf(before, targets, present, ids, EFFECT)
  const known = new Set([...before.organisations, ...before.units].map(({ id }) => id))
  const made = [...after.organisations, ...after.units].filter(({ id }) => !known.has(id)).map(({ id }) => id)
  const of = (whole: Whole, id: string) => [
    whole.organisations.filter((span) => span.id === id),
    whole.ties.filter(({ organisation }) => organisation === id),
  ]
  const changed = [...new Set(before.organisations.map(({ id }) => id))].filter(
    (id) => JSON.stringify(of(before, id)) !== JSON.stringify(of(after, id)),
  )
  const former = changed.map(
    (id): Former => ({
      id,
      spans: before.organisations.filter((span) => span.id === id),
      ties: before.ties.filter(({ organisation }) => organisation === id),
    }),
  )
  return { after, ceasing: new Set(made), former }
}

const setUpOn = new Map(present.map((each) => [each.id, each.setUpOn]))
function back(rows: Row[], today: Day) {
  const { after, ceasing, former } = effect(rows)
  const whole = takenBack(after, { ceasing, former, setUpOn, since: EFFECT, today })
  return whole.ok ? { after, whole: whole.value } : { after, refused: whole }
}
const on = ({ organisations: structure, ties, units }: Whole, day: Day) => ({
  organisations: standingOn(structure, day).map(({ fromOn: _, untilOn: __, ...each }) => each),
  units: standingOn(units, day).map(({ name }) => name),
  ties: tiesOn(ties, day)
    .map(({ organisation, unit }) => `${organisation} ${unit}`)
    .sort(),
})

describe('taking a file back', () => {
  test('what it made never was, on no day', () => {
    const { whole } = back([{ name: '三支部', parent: '甲分局党委', unit: '二处' }], '2026-03-01')
    for (const day of [START, EFFECT, '2026-02-01', '2026-03-01']) expect(on(whole!, day)).toEqual(on(before, day))
  })

  test('what it changed is again as it was, and the days between read as they were', () => {
    const { after, whole } = back(
      [{ name: '一支部', parent: '乙分局党委', region: '粤西', unit: '一处' }],
      '2026-03-01',
    )
    for (const day of [START, '2026-01-11', '2026-03-01', '2027-01-01'])
      expect(on(whole!, day)).toEqual(on(before, day))
    expect(on(whole!, '2026-02-28')).toEqual(on(after, '2026-02-28'))
  })

  test('taken back on the day it took effect, it leaves nothing', () => {
    const { whole } = back([{ name: '一支部', region: '粤西', unit: '二处' }, { name: '三支部' }], EFFECT)
    expect(whole!.organisations.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
      before.organisations.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    )
    expect(whole!.ties).toEqual(before.ties)
    expect(whole!.units).toEqual(before.units)
  })

  test('a place under what ceases never was: it reads as it stood before', () => {
    const rows: Row[] = [
      { name: '丙分局党委', kind: 'committee' },
      { name: '一支部', parent: '丙分局党委' },
    ]
    const { whole } = back(rows, '2026-03-01')
    for (const day of [START, EFFECT, '2026-02-01', '2026-03-01']) expect(on(whole!, day)).toEqual(on(before, day))
  })

  test('units that it tied are untied, those it untied are tied again', () => {
    const { after, whole } = back([{ name: '一支部', unit: '二处' }], '2026-03-01')
    expect(on(after, '2026-02-01').ties).toEqual(['一支部 二处'])
    expect(on(whole!, '2026-03-01').ties).toEqual(['一支部 一处'])
    expect(on(whole!, '2026-02-01').units).toEqual(['一处'])
  })

  test('it is refused when somebody has put something below that could not stand below what was', () => {
    const { after, ceasing, former } = effect([{ name: '一支部', kind: 'general-branch' }])
    const later = begin(after.organisations, '船支部', place('船支部', 'branch', '一支部'), '2026-02-01')
    const undone = { ceasing, former, setUpOn, since: EFFECT, today: '2026-03-01' }
    expect(takenBack({ ...after, organisations: later }, undone)).toMatchObject({
      ok: false,
      reason: 'organisation.stands-under',
    })
  })

  test('whatever a file did: every day from the taking back on and before the effect is as without it', () => {
    const row = fc.record({
      name: fc.constantFrom('一支部', '二支部', '乙分局党委', '三支部', '丙分局党委', '丁总支'),
      parent: fc.constantFrom('局党委', '甲分局党委', '乙分局党委', '丙分局党委', '丁总支'),
      region: fc.constantFrom(null, '粤东', '粤西'),
      unit: fc.constantFrom('一处', '二处', '一处、三处'),
      setUpOn: fc.constantFrom(START, '2012-05-01', '2026-01-10'),
    })
    const kindOf = (name: string) =>
      /党委$/.test(name) ? 'committee' : name === '丁总支' ? 'general-branch' : 'branch'
    const rows = fc.uniqueArray(row, { selector: ({ name }) => name, minLength: 1, maxLength: 6 })
    let judged = 0
    fc.assert(
      fc.property(rows, fc.nat({ max: 90 }), (given, days) => {
        const file = given.map((each) => ({ ...each, kind: kindOf(each.name) as OrganisationKind }))
        const named = new Set([...organisations.map(([name]) => name as string), ...file.map(({ name }) => name)])
        if (file.some(({ name, parent }) => name === parent || !named.has(parent))) return
        if (!soundWhole(effect(file).after, EFFECT).ok) return
        judged++
        const today = addDays(EFFECT, days)
        const { whole } = back(file, today)
        for (const day of [START, '2012-05-01', addDays(EFFECT, -1), today, addDays(today, 400)])
          expect(on(whole!, day)).toEqual(on(before, day))
        expect(soundWhole(whole!, START).ok).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(judged).toBeGreaterThan(40)
  })

  test('anything that depends on it stops it, and is named', () => {
    expect(nothingInTheWay([])).toEqual({ ok: true, value: true })
    const theme = {
      because: 'in-use' as const,
      sheet: 'organisations' as const,
      subject: 'a',
      where: 'theme',
      count: 1,
    }
    expect(nothingInTheWay([{ ...theme, name: '沙角支部' }])).toEqual({
      ok: false,
      reason: 'organisation.import-is-depended-on',
      details: { name: '沙角支部' },
    })
  })
})
