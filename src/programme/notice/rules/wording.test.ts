import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, changedIn, type Traced, textOf, traced } from './wording.ts'

const body = [
  { label: '创建目标', text: '服务水平有所提高，群众有所满意。' },
  { label: '宣传语', text: '争创一流' },
]
const rewording = (opinion: number, where: string, before: string, after: string): Change => ({
  opinion,
  wordings: [{ where, before, after }],
})
function trace(changes: Change[]): Traced[] {
  const decision = traced(body, changes)
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

test('each changed stretch carries the number of its opinion, everything else none', () => {
  const [goals, slogan] = trace([rewording(3, '创建目标', '服务水平有所提高', '办理时间缩短三成')])
  expect(goals!.stretches).toEqual([
    { text: '办理时间缩短三成', opinions: [3] },
    { text: '，群众有所满意。', opinions: [] },
  ])
  expect(slogan!.stretches).toEqual([{ text: '争创一流', opinions: [] }])
  expect(body[0]!.text).toBe('服务水平有所提高，群众有所满意。')
  expect(changedIn([goals!, slogan!]).map(({ label }) => label)).toEqual(['创建目标'])
})

test('words that one brought and another changed again belong to both, and only those', () => {
  const [goals] = trace([
    rewording(2, '创建目标', '服务水平有所提高', '办理时间缩短三成'),
    rewording(5, '创建目标', '三成，群众', '两成，企业群众'),
  ])
  expect(goals!.stretches).toEqual([
    { text: '办理时间缩短', opinions: [2] },
    { text: '两成，企业群众', opinions: [2, 5] },
    { text: '有所满意。', opinions: [] },
  ])
})

test('words that were taken out leave a place with the number', () => {
  const [goals] = trace([rewording(4, '创建目标', '，群众有所满意', '')])
  expect(goals!.stretches).toEqual([
    { text: '服务水平有所提高', opinions: [] },
    { text: '', opinions: [4] },
    { text: '。', opinions: [] },
  ])
  const [again] = trace([
    rewording(4, '创建目标', '，群众有所满意', ''),
    rewording(6, '创建目标', '提高。', '提高，并可检查。'),
  ])
  expect(again!.stretches.at(-1)).toEqual({ text: '提高，并可检查。', opinions: [4, 6] })
})

test('who asked for the same is named with the words', () => {
  const [goals] = trace([rewording(2, '创建目标', '有所提高', '提高一成'), { opinion: 7, asIn: 2 }])
  expect(goals!.stretches[1]).toEqual({ text: '提高一成', opinions: [2, 7] })
})

test('words that are missing, doubled, unchanged, or all there is, are refused', () => {
  const reason = (where: string, before: string, after: string) => {
    const decision = traced(body, [rewording(1, where, before, after)])
    return decision.ok ? 'ok' : decision.reason
  }
  expect(reason('主题名称', '某', '某某')).toBe('notice.no-such-passage')
  expect(reason('创建目标', '没有', '有')).toBe('notice.words-not-found')
  expect(reason('创建目标', '有所', '大有')).toBe('notice.words-found-twice')
  expect(reason('创建目标', '群众', '群众')).toBe('notice.words-unchanged')
  expect(reason('宣传语', '争创一流', '')).toBe('notice.nothing-left')
})

test('applied in order, the changes give the text in force, and what no opinion touched stood in what was disclosed', () => {
  const text = '甲乙丙丁甲戊己庚辛壬癸子丑寅卯'
  const cuts = fc.record({
    from: fc.nat(20),
    length: fc.integer({ min: 1, max: 6 }),
    after: fc.string({ unit: fc.constantFrom('一', '二', '甲', '乙'), maxLength: 5 }),
  })
  fc.assert(
    fc.property(fc.array(cuts, { maxLength: 12 }), (wishes) => {
      let naive = text
      const changes: Change[] = []
      for (const [index, { from, length, after }] of wishes.entries()) {
        const before = naive.slice(from, from + length)
        const once = before !== '' && naive.indexOf(before) === naive.lastIndexOf(before)
        if (!once || before === after || naive.replace(before, after).trim() === '') continue
        changes.push(rewording(index + 1, '正文', before, after))
        naive = naive.slice(0, naive.indexOf(before)) + after + naive.slice(naive.indexOf(before) + before.length)
      }
      const decision = traced([{ label: '正文', text }], changes)
      if (!decision.ok) throw new Error(decision.reason)
      const [passage] = decision.value
      expect(textOf(passage!)).toBe(naive)
      // what stands without a number is what was disclosed, in its order
      let place = 0
      for (const { text: words, opinions } of passage!.stretches)
        if (opinions.length === 0 && words !== '') {
          const found = text.indexOf(words, place)
          expect(found).toBeGreaterThanOrEqual(place)
          place = found + words.length
        }
      const named = new Set(passage!.stretches.flatMap(({ opinions }) => opinions))
      if (changes.length > 0) expect(named.has(changes.at(-1)!.opinion)).toBe(true)
    }),
  )
})
