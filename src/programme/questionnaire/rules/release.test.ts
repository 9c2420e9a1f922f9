import { expect, test } from 'vitest'
import { showable, type Tally, tell, tellTexts, turnout } from './release.ts'

const tally = (group: string, ...counts: number[]): Tally => ({
  group,
  answers: counts.reduce((sum, count) => sum + count, 0),
  counts,
})

test('a cell of one or two, or all alike, is never shown', () => {
  expect(showable(tally('a', 3, 3))).toBe(true)
  expect(showable(tally('a', 2, 2))).toBe(false)
  expect(showable(tally('a', 4, 2))).toBe(false)
  expect(showable(tally('a', 30, 0))).toBe(false)
  expect(showable(tally('a', 3, 3, 0))).toBe(false)
  expect(showable(tally('a', 5, 5, 0))).toBe(true)
})

test('small groups are told together with those that follow, and the last with those before', () => {
  expect(tell([tally('a', 5, 4), tally('b', 1, 2), tally('c', 4, 2), tally('d', 0, 1)], 'one')).toEqual({
    told: 'counts',
    atoms: [
      { groups: ['a'], answers: 9, counts: [5, 4] },
      { groups: ['b', 'c', 'd'], answers: 10, counts: [5, 5] },
    ],
  })
})

test('what cannot be shown even together says nothing, or that nearly all agree', () => {
  expect(tell([tally('a', 2, 1), tally('b', 1, 0)], 'one')).toEqual({ told: 'nothing' })
  expect(tell([tally('a', 30, 1), tally('b', 9, 0)], 'one')).toEqual({ told: 'nearly-all', option: 0 })
  expect(tell([tally('a', 10, 0)], 'one')).toEqual({ told: 'nothing' })
  expect(tell([], 'one')).toEqual({ told: 'counts', atoms: [] })
})

test('texts are told in an order that says nothing, ten or more', () => {
  const texts = ['丁', '丙', '乙', '甲', '子', '丑', '寅', '卯', '辰', '巳']
  expect(tellTexts(texts)).toEqual({ told: 'texts', texts: [...texts].sort() })
  expect(tellTexts(texts.slice(1))).toEqual({ told: 'nothing' })
})

test('turnout is told in wide steps, and not at all where few are asked', () => {
  expect([0, 19, 20, 49, 50, 79, 80, 100].map((answers) => turnout(answers, 100))).toEqual([
    'under-a-fifth',
    'under-a-fifth',
    'under-half',
    'under-half',
    'under-four-fifths',
    'under-four-fifths',
    'most',
    'most',
  ])
  expect(turnout(9, 19)).toBe('unsaid')
})

test('where a few chose an option, it is told together with the next, or not at all', () => {
  expect(tell([tally('a', 7, 5, 0), tally('b', 5, 7, 0), tally('c', 0, 0, 2)], 'one')).toEqual({
    told: 'partly',
    answers: 26,
    counts: [12, null, null],
    rest: 14,
  })
  const several = { group: 'a', answers: 12, counts: [6, 12, 1] }
  expect(tell([several], 'several')).toEqual({ told: 'partly', answers: 12, counts: [6, null, null], rest: null })
})

/** Every way in which people of groups of these sizes can choose one option each, by what is told of it. */
function everyWorld(sizes: number[], options: number): Map<string, number[][]> {
  const groups = sizes.flatMap((size, group) => Array<number>(size).fill(group))
  const worlds = new Map<string, number[][]>()
  for (let code = 0; code < options ** groups.length; code++) {
    let rest = code
    const choices = groups.map(() => {
      const choice = rest % options
      rest = (rest - choice) / options
      return choice
    })
    const tallies = sizes.map((size, group) => ({
      group: String(group),
      answers: size,
      counts: Array.from(
        { length: options },
        (_, option) => choices.filter((choice, at) => groups[at] === group && choice === option).length,
      ),
    }))
    const told = JSON.stringify(tell(tallies, 'one'))
    const known = worlds.get(told)
    if (known) known.push(choices)
    else worlds.set(told, [choices])
  }
  return worlds
}

/** Answers that somebody knows who knows who answered, how the release is made, and the answer of one person. */
function madeOut(worlds: number[][], people: number, options: number): string[] {
  const found: string[] = []
  for (let me = 0; me < people; me++)
    for (let mine = 0; mine < options; mine++) {
      const possible = worlds.filter((choices) => choices[me] === mine)
      if (possible.length === 0) continue
      for (let other = 0; other < people; other++)
        if (other !== me && possible.every((choices) => choices[other] === possible[0]![other]))
          found.push(`${other} by ${me}`)
    }
  return found
}

/** The exact audit: through every set of answers that gives a release; nobody's answer is the same in all of them. */
test.each([
  [[3, 4, 5], 2],
  [[6, 6], 2],
  [[5, 5, 2], 2],
  [[12], 2],
  [[1, 6, 5], 2],
  [[2, 3, 3, 3], 2],
  [[9], 3],
  [[4, 5], 3],
  [[6, 3], 3],
])('in groups of %j with %i options no answer can be made out, not even by one who answered', (sizes, options) => {
  const people = sizes.reduce((sum, size) => sum + size, 0)
  const found = [...everyWorld(sizes, options)].flatMap(([told, worlds]) =>
    madeOut(worlds, people, options).map((each) => `${told}: ${each}`),
  )
  expect(found).toEqual([])
})
