import { inventedNames, motifs, nearNames, tradeNames } from '#main/sample/theme-names.ts'
import { tradeWords } from '#programme/theme/rules/trade-words.ts'

/*
 * Names and meanings as millions of branches would give them: some words stand in a tenth of all names, most in a handful
 * (after Zipf: the n-th word of a list is taken 1/n as often as the first), and a third of the meanings are made of
 * sentences that thousands share.
 */
export type Dice = () => number

/** The same throws every time. */
export function diceOf(seed: number): Dice {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A word by rank, as 1/rank. */
function zipf<T>(dice: Dice, words: readonly T[]): T {
  return words[Math.min(words.length - 1, Math.floor(words.length ** dice()) - 1)] ?? words[0]!
}

const first =
  '南北东西新大长平安永清石金龙白青黄云高临太江海山福阳明德文武兴宁广泰和三马凤河沙水林双莲古柳桃梅松竹玉银铜铁'.split(
    '',
  )
const second = '山江城阳河沙湖口岭溪水桥坪塘镇港洲浦湾泉庄屯店关门田岗坡井坝里头岩洞桂华丰昌宁安平远和州'.split('')
const third = ['', '', '', '', '乡', '街', '村', '岛', '渡', '港区', '片区', '社区']
/** 51 × 45 × 12 places; the common ones are met often. */
const place = (dice: Dice) => zipf(dice, first) + zipf(dice, second) + third[Math.floor(dice() * third.length)]!
const own = [...Object.values(inventedNames).flat(), ...Object.values(tradeNames).flat(), ...Object.values(nearNames)]
/** Every two characters side by side in a name of the sample: about 700 words and near-words. */
const images = [...new Set(own.flatMap((name) => [...name].slice(1).map((letter, at) => [...name][at]! + letter)))]
const character = [...new Set(own.join(''))]
const motif = (dice: Dice) => zipf(dice, dice() < 0.8 ? motifs : tradeWords)

export function nameOf(dice: Dice): string {
  const throwOf = dice()
  if (throwOf < 0.3) return place(dice) + motif(dice)
  if (throwOf < 0.5) return zipf(dice, images) + motif(dice)
  if (throwOf < 0.62) return zipf(dice, images) + zipf(dice, images)
  if (throwOf < 0.7) return `${zipf(dice, images)}的${zipf(dice, images)}`
  if (throwOf < 0.78) return `${zipf(dice, images)}${motif(dice)}·${zipf(dice, images)}${motif(dice)}`
  if (throwOf < 0.84) return `一${zipf(dice, character)}一${zipf(dice, character)}`
  if (throwOf < 0.9) return `${place(dice)}${zipf(dice, ['红', '蓝', '星火', '党旗红', '心连心'])}`
  if (throwOf < 0.97) return zipf(dice, character) + zipf(dice, character) + zipf(dice, images)
  return zipf(dice, own)
}

const openings = [
  '说的是守着这一段水，有情况第一个到、最后一个撤。',
  '取自支部的日常：渡口、锚地、码头天天有人看着，群众出行心里才踏实。',
  '是老党员讨论时的一句话：守好自己这一段，就是最大的先进。',
  '就是把支部建在群众最需要的地方。',
]
const closings = [
  '党员带头顶班、带头登轮，把平安两个字落到每一艘船上。',
  '一个支部就是一座堡垒，一名党员就是一面旗帜。',
  '把监管做在前面，把服务做到船边，把难题解决在现场。',
  '推动党建与业务深度融合，以高质量党建引领高质量发展。',
]
const acts = '走访 巡查 值守 登轮 讲课 会商 抢修 护送 清障 宣讲 排查 救助 帮扶 调解 试航 测深'.split(' ')

export function meaningOf(dice: Dice, name: string): string {
  if (dice() < 0.35) return `“${name}”${zipf(dice, openings)}${zipf(dice, closings)}`
  const own = `${place(dice)}${zipf(dice, acts)}${Math.floor(dice() * 400) + 3}次，${zipf(dice, acts)}${zipf(dice, images)}，${place(dice)}的${zipf(dice, images)}都知道`
  return dice() < 0.5 ? `“${name}”${zipf(dice, openings)}${own}。` : `${own}，所以叫“${name}”。`
}
