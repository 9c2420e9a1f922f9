import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUp, type Contribution, figuresFrom, type Measure, measurable } from './measure.ts'

const given = (over: Partial<Contribution>): Contribution => ({
  record: 'r1',
  organisation: 'a',
  happenedOn: '2026-07-01',
  value: '1',
  qualifier: 'exact',
  items: [],
  ...over,
})
const ships: Measure = { id: 'ships', name: '帮扶船舶', unit: '艘', addition: 'distinct', force: null, partOf: null }
const money: Measure = { id: 'money', name: '捐款', unit: '万元', addition: 'sum', force: 'cohesion', partOf: null }

describe('adding up', () => {
  test('a sum is exact, and says how exact its parts are', () => {
    const parts = [given({ value: '0.1' }), given({ value: '0.2', qualifier: 'nearly' })]
    expect(addUp('sum', parts)).toEqual({ value: '0.3', qualifier: 'nearly', records: 2 })
    expect(addUp('sum', [...parts, given({ value: '1', qualifier: 'over' })]).qualifier).toBe('about')
  })

  test('the latest figure of each organisation counts, of one day the later record', () => {
    const parts = [
      given({ record: 'r1', happenedOn: '2026-01-01', value: '50' }),
      given({ record: 'r2', happenedOn: '2026-06-30', value: '40', qualifier: 'over' }),
      given({ record: 'r3', organisation: 'b', value: '7' }),
      given({ record: 'r4', organisation: 'b', value: '8' }),
    ]
    expect(addUp('latest', parts)).toEqual({ value: '48', qualifier: 'over', records: 2 })
  })

  test('a thing named twice is one', () => {
    const parts = [given({ items: ['粤湛渔01', '粤湛渔02'] }), given({ record: 'r2', items: ['粤湛渔02'] })]
    expect(addUp('distinct', parts)).toEqual({ value: '2', qualifier: 'exact', records: 2 })
  })

  test('nothing adds up to nought', () => {
    expect(addUp('sum', [])).toEqual({ value: '0', qualifier: 'exact', records: 0 })
  })

  const contribution = fc.record({
    record: fc.uuid(),
    organisation: fc.constantFrom('a', 'b', 'c'),
    happenedOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    value: fc
      .integer({ min: 0, max: 10 ** 8 })
      .map((value) => `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`),
    qualifier: fc.constantFrom('exact' as const, 'nearly' as const, 'over' as const),
    items: fc.array(fc.constantFrom('x', 'y', 'z')),
  })

  test('the order never matters, and the sum of organisations is the sum of all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(contribution, { selector: ({ record }) => record }), (parts) => {
        for (const addition of ['sum', 'latest', 'distinct'] as const)
          expect(addUp(addition, [...parts].reverse())).toEqual(addUp(addition, parts))
        for (const addition of ['sum', 'latest'] as const) {
          const each = ['a', 'b', 'c'].map((name) =>
            addUp(
              addition,
              parts.filter(({ organisation }) => organisation === name),
            ),
          )
          const again = each.map(({ value }, at) => given({ record: `t${at}`, organisation: `t${at}`, value }))
          expect(addUp('sum', again).value).toBe(addUp(addition, parts).value)
        }
      }),
    )
  })
})

describe('what is counted', () => {
  test('a part is counted in the unit and the way of its whole, one level deep', () => {
    const part = { ...money, id: 'dues', name: '特殊党费', partOf: 'money' }
    expect(measurable(part, money, [money]).ok).toBe(true)
    expect(measurable({ ...part, unit: '元' }, money, [money])).toMatchObject({
      reason: 'building.part-adds-up-otherwise',
    })
    expect(measurable(part, { ...money, partOf: 'other' }, [])).toMatchObject({ reason: 'building.part-of-a-part' })
    expect(measurable({ ...money, id: 'again' }, null, [money])).toMatchObject({ reason: 'building.measure-there' })
  })

  const known = new Map([ships, money].map((each) => [each.id, each]))

  test('name and unit come with the measure; things named are counted for the branch', () => {
    expect(
      figuresFrom(
        [
          { measure: 'money', value: '2.5', qualifier: 'nearly' },
          { measure: 'ships', items: [' 乙 、甲\n乙', ' '], qualifier: 'exact' },
        ],
        known,
      ),
    ).toEqual({
      ok: true,
      value: [
        { measure: 'money', name: '捐款', unit: '万元', value: '2.5', qualifier: 'nearly', items: [] },
        { measure: 'ships', name: '帮扶船舶', unit: '艘', value: '2', qualifier: 'exact', items: ['乙', '甲'].sort() },
      ],
    })
  })

  test('a measure of which nothing is said is left out', () => {
    expect(figuresFrom([{ measure: 'money', qualifier: 'exact' }], known)).toEqual({ ok: true, value: [] })
    expect(figuresFrom([{ measure: 'ships', items: [' '], qualifier: 'exact' }], known)).toEqual({
      ok: true,
      value: [],
    })
  })

  test.each([
    [[{ measure: 'ships', items: ['甲'.repeat(41)], qualifier: 'exact' as const }], 'building.item-too-long'],
    [[{ value: '1', qualifier: 'exact' as const }], 'building.figure-needs-a-name'],
    [[{ measure: 'ships', value: '3', qualifier: 'exact' as const }], 'building.items-are-the-value'],
    [[{ measure: 'money', value: '3', items: ['x'], qualifier: 'exact' as const }], 'building.items-for-distinct-only'],
    [[{ measure: 'money', value: '-3', qualifier: 'exact' as const }], 'building.figure-below-zero'],
    [
      [
        { measure: 'money', value: '3', qualifier: 'exact' as const },
        { measure: 'money', value: '4', qualifier: 'exact' as const },
      ],
      'building.figure-twice',
    ],
  ])('%j is refused: %s', (sent, reason) => {
    expect(figuresFrom(sent, known)).toMatchObject({ ok: false, reason })
  })
})
