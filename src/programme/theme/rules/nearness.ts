/**
 * How near two themes are, by the two-character runs their names and meanings share. A published rule: a hundred per cent
 * is the same text, the name weighs three times what the meaning weighs.
 */
export interface Words {
  name: string
  meaning: string
}

/** From here on two themes count as near: a third of the runs in the names, or the meaning taken over whole. */
export const NEAR_PERCENT = 25
const NAME_WEIGHT = 3
const MEANING_WEIGHT = 1

/** Below this nearness a theme is not shown at all: a few shared words of a long text say nothing. */
export const SHOWN_PERCENT = 10

/** Runs that nearly every theme has: they find no candidates and are not marked, though they count in a comparison. */
const common = new Set(
  '支部 党支 党员 群众 海事 工作 服务 品牌 主题 我们 一个 作用 中心 创建 发挥 组织 建设 为名 每一 就是 日常'.split(' '),
)

/** An exact fraction, both whole numbers of the same small size. */
export interface Fraction {
  top: number
  bottom: number
}

/** The different two-character runs of a text, without blanks and marks; one character alone is its own run. */
export function gramsOf(text: string): Set<string> {
  const letters = lettersOf(text).map(({ letter }) => letter)
  if (letters.length === 1) return new Set(letters)
  return new Set(letters.slice(1).map((letter, at) => letters[at] + letter))
}

/** The runs by which near themes are looked up. */
export function findingGrams({ name, meaning }: Words): string[] {
  const all = new Set([...gramsOf(name), ...gramsOf(meaning)])
  return [...all].filter((gram) => !common.has(gram))
}

/** Shared runs twice over the runs of both; 0/1 when one text is empty. */
export function likeness(a: string, b: string): Fraction {
  const [left, right] = [gramsOf(a), gramsOf(b)]
  if (left.size === 0 || right.size === 0) return { top: 0, bottom: 1 }
  const shared = [...left].filter((gram) => right.has(gram)).length
  return { top: 2 * shared, bottom: left.size + right.size }
}

/** The weighted nearness of two themes, exactly. */
export function nearness(a: Words, b: Words): Fraction {
  const [name, meaning] = [likeness(a.name, b.name), likeness(a.meaning, b.meaning)]
  const top = NAME_WEIGHT * name.top * meaning.bottom + MEANING_WEIGHT * meaning.top * name.bottom
  return { top, bottom: (NAME_WEIGHT + MEANING_WEIGHT) * name.bottom * meaning.bottom }
}

/** Whole per cent, rounded down, so that 100 means the same text. */
export function percent({ top, bottom }: Fraction): number {
  return Math.floor((top * 100) / bottom)
}

export function isNear({ top, bottom }: Fraction): boolean {
  return top * 100 >= NEAR_PERCENT * bottom
}

/** A text cut into pieces, those standing in runs that the other text has too marked as shared. */
export interface Piece {
  text: string
  shared: boolean
}

export function markShared(text: string, other: string): Piece[] {
  const grams = gramsOf(other)
  const letters = lettersOf(text)
  const characters = [...text]
  const shared = characters.map(() => false)
  letters.slice(1).forEach((second, at) => {
    const first = letters[at]!
    const gram = first.letter + second.letter
    if (!grams.has(gram) || common.has(gram)) return
    for (let place = first.at; place <= second.at; place++) shared[place] = true
  })
  const pieces: Piece[] = []
  characters.forEach((character, at) => {
    const last = pieces.at(-1)
    if (last && last.shared === shared[at]) last.text += character
    else pieces.push({ text: character, shared: shared[at]! })
  })
  return pieces
}

/** Letters and figures in one case and width, each with its place in the text. */
function lettersOf(text: string): { letter: string; at: number }[] {
  return [...text]
    .map((character, at) => ({ letter: character.normalize('NFKC').toLowerCase(), at }))
    .filter(({ letter }) => /^[\p{L}\p{N}]+$/u.test(letter))
}
