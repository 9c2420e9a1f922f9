import { pinyin } from 'pinyin-pro'

/** The full pinyin and the initials of a name, for searching: 广州海事局 → guangzhouhaishiju, gzhsj. People's surnames are read as surnames. */
export function soundOf(name: string, isPerson = false): { pinyin: string; initials: string } {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    surname: isPerson ? 'all' : 'off',
  })
    .map((each) => each.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((each) => (/^[0-9]/.test(each) ? each : each[0])).join(''),
  }
}
