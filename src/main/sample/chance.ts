/** A small seeded source of chance, so that the sample is the same on every machine. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<Item>(list: readonly Item[]): Item
  /** True in about so many of a hundred cases. */
  percent(share: number): boolean
  shuffled<Item>(list: readonly Item[]): Item[]
}

/** One stream for each label: drawing more in one part of the sample leaves the other parts as they are. */
export function chanceOf(seed: number, label: string): Chance {
  let state = seed >>> 0
  for (const character of label) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193) >>> 0

  // mulberry32: 32 bits of state, good enough for invented people.
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  function between(least: number, most: number): number {
    return least + Math.floor((next() / 4294967296) * (most - least + 1))
  }

  return {
    between,
    pick: (list) => list[between(0, list.length - 1)]!,
    percent: (share) => between(0, 99) < share,
    shuffled(list) {
      const mixed = [...list]
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = between(0, last)
        ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
      }
      return mixed
    },
  }
}
