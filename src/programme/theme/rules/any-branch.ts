import type { Counts } from './near-keys.ts'
import { lettersOf, markedRuns, nameKeys } from './near-keys.ts'
import type { Texts } from './texts.ts'

/**
 * “哪个支部都能说吗？” Looks at what a branch wrote for what only it could have written: its place, ship, post or business, a
 * figure, a named thing. It tells what it did not find, with the words; it never blocks, gives no mark and is shown to
 * those who write and those who review alone. A rule of our own: guides to branch brands warn of 千人一面 and 空喊口号,
 * none says how to see it.
 */
export const reasonKinds = [
  /** Nothing in the texts is the branch's own: words of its name (quoted), a named place, ship, document. */
  'no-own-word',
  /** Neither a figure nor a named record stands behind it. */
  'no-figure',
  /** So many of a hundred sentences (the longest quoted) stay true when the branch's name in them is another's. */
  'would-fit-others',
  /** Phrases of every report (quoted). */
  'set-phrases',
  /** A clause of its meaning (quoted) of which so many themes have a part word by word. */
  'shared-passage',
  /** A word of its name (quoted) that many themes have. */
  'common-word',
] as const

export interface AnyBranchReason {
  kind: (typeof reasonKinds)[number]
  quoted: string[]
  themes: number | null
  of: number | null
  percent: number | null
}

function reason(
  kind: AnyBranchReason['kind'],
  quoted: string[],
  numbers: Partial<AnyBranchReason> = {},
): AnyBranchReason {
  return { kind, quoted, themes: null, of: null, percent: null, ...numbers }
}

/** What is looked at. */
export type Written = Pick<Texts, 'name' | 'meaning' | 'strengths' | 'tie' | 'lasting' | 'goals'>

/** A word that stands in more than so many of a hundred themes is common; house default. */
const COMMON_PERCENT = 5
/** With fewer themes no word is common yet. */
const ENOUGH_THEMES = 40
/** So many themes have a passage before it is worth a word. */
const SHARED_BY = 3
/** Shorter drafts are unfinished, not general. */
const ENOUGH_LETTERS = 40
/** From so many of a hundred sentences on the whole would fit others. */
const FITS_PERCENT = 75

/** Who has so many figures need not name a place. */
const MANY_FIGURES = 3

const setPhrases = (
  '战斗堡垒作用 先锋模范作用 深度融合 高质量发展 走在前列 当好表率 争创一流 勇当先锋 服务大局 围绕中心 保驾护航 再上新台阶 凝心聚力 ' +
  '凝聚力和战斗力 坚强保证 坚强保障 组织保证 初心使命 责任担当 强化责任 狠抓落实 不断提高 不断提升 不断增强 持续提升 全面提升 新篇章 新标杆 ' +
  '作风过硬 作风扎实 素质过硬 素质高 能打硬仗 团结有力 团结和谐 以党建促业务 党建引领 贡献力量 中心工作 群众满意 有力保障 先进集体 时代先锋 ' +
  '看得见、靠得住 冲锋在前 勇于担当 特别能战斗 爱岗敬业 任劳任怨 甘于奉献 公道正派 职责使命 人民服务 新时代'
).split(' ')

/** What is left out of an organisation's name: what many others are called too. */
const usualInNames =
  /海事局|海事处|海事|党支部|党总支|党委|党组|支部|联合|第[一二三四五六七八九十\d]+|机关|中心|政务|办公室|综合|管理|工作|系统|处|科|队|室|局|船舶|窗口|执法|示例/gu
/** A place, a ship, a document, a saying: something with a name of its own. */
const named =
  /海巡\d{1,6}|《[^《》]{1,40}》|[A-Z]{2,9}|[\p{Script=Han}]{2}(?:水道|海峡|大桥|群岛|列岛|渔港|渡口|新港|石化区|锚地|航道|水域)/gu
/** Such places have no name: 辖区航道, 沿岸渡口. */
const unnamed =
  /^(?:辖区|沿岸|所有|每个|一处|处处|各个|全部|重点|附近|有的|个个|这些|那些|熟悉|守着|守护|每处|一个|下渔|一处处|水上|海上|江上)/u
/** A figure that counts something; “一” alone counts nothing, and digits always do. */
const figure =
  /\d+|[二三四五六七八九十百千万两](?:多|余)?(?:名|人|位|艘|条|次|起|场|航次|班|年|月|个月|天|小时|分钟|处|件|项|家|户|成|米|公里|海里|吨|岁|块|张|份|部|座|级|里|点|元|只|套|晚|夜)/gu

/** Figures in such clauses every branch can give. */
const routine =
  /现有党员|党员占|平均年龄|主题党日|志愿服务|学习\d|满意度|台账|制度上墙|三会一课|示范岗|参与率|办实事|服务群众|先进基层党组织|示范党支部/u

/** The sentences of a text, without blanks around. */
function sentencesOf(text: string): string[] {
  return text
    .split(/[。！？；\n]/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => lettersOf(sentence).length >= 6)
}

/** Words by which one knows the branch: parts of its name and of those above it. */
export function ownWords(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => name.replace(usualInNames, ' ').split(/[\s·、“”]+|与|和/u))
  return [...new Set(parts.map((part) => part.trim()).filter((part) => lettersOf(part).length >= 2))]
}

function namedIn(text: string): string[] {
  return (text.match(named) ?? []).filter((word) => !unnamed.test(word))
}

/** Whether only this branch could have written the sentence, were its own name in it another's. */
function tells(sentence: string): boolean {
  return figuresIn(sentence).length > 0 || namedIn(sentence).length > 0
}

/** The figures of a text, without those that any branch has. */
function figuresIn(text: string): string[] {
  return text
    .split(/[，。；！？\n]/u)
    .filter((clause) => !routine.test(clause))
    .flatMap((clause) => clause.match(figure) ?? [])
}

/** What is general about a theme, in the order in which it is worth mending; empty where nothing is, or it is unfinished. */
export function couldAnyBranchSay(texts: Written, branchNames: readonly string[], counts: Counts): AnyBranchReason[] {
  const written = [texts.meaning, texts.strengths, texts.tie, texts.lasting, texts.goals].join('\n')
  if (lettersOf(written).length < ENOUGH_LETTERS) return commonWords(texts.name, counts)
  const own = ownWords(branchNames)
  return [
    ...ownWordMissing(texts, written, own),
    ...figureMissing(written),
    ...fitsOthers([texts.meaning, texts.strengths, texts.tie]),
    ...phrases(written),
    ...sharedPassages(texts.meaning, counts),
    ...commonWords(texts.name, counts),
  ]
}

/** Whether the reasons together say that any branch could say this: the last two alone do not. */
export function saysNothingOfItsOwn(reasons: readonly AnyBranchReason[]): boolean {
  return reasons.filter(({ kind }) => kind !== 'common-word' && kind !== 'shared-passage').length >= 2
}

function ownWordMissing({ name }: Written, written: string, own: readonly string[]): AnyBranchReason[] {
  const there = own.some((word) => name.includes(word) || written.includes(word)) || namedIn(written).length > 0
  return there || figuresIn(written).length >= MANY_FIGURES ? [] : [reason('no-own-word', own.slice(0, 4))]
}

function figureMissing(written: string): AnyBranchReason[] {
  return figuresIn(written).length > 0 || /《[^《》]{1,40}》/u.test(written) ? [] : [reason('no-figure', [])]
}

function fitsOthers(texts: readonly string[]): AnyBranchReason[] {
  const sentences = texts.flatMap(sentencesOf)
  const general = sentences.filter((sentence) => !tells(sentence))
  if (sentences.length === 0 || general.length * 100 < sentences.length * FITS_PERCENT) return []
  const longest = [...general].sort((a, b) => b.length - a.length)[0]!
  return [reason('would-fit-others', [longest], { percent: Math.floor((general.length * 100) / sentences.length) })]
}

function phrases(written: string): AnyBranchReason[] {
  const there = setPhrases.filter((phrase) => written.includes(phrase))
  return there.length < 3 ? [] : [reason('set-phrases', there.slice(0, 5))]
}

function sharedPassages(meaning: string, { of }: Counts): AnyBranchReason[] {
  const shared = markedRuns(meaning)
    .map(({ mark, passage }) => ({ passage, themes: of.get(mark) ?? 1 }))
    .filter(({ themes }) => themes >= SHARED_BY)
    .sort((a, b) => b.themes - a.themes)[0]
  return shared ? [reason('shared-passage', [shared.passage], { themes: shared.themes })] : []
}

function commonWords(name: string, { themes, of }: Counts): AnyBranchReason[] {
  if (themes < ENOUGH_THEMES) return []
  const { trade, runs } = nameKeys(name)
  return [...trade, ...runs]
    .map((word) => ({ word, having: of.get(word) ?? 1 }))
    .filter(({ having }) => having * 100 > COMMON_PERCENT * themes)
    .sort((a, b) => b.having - a.having)
    .map(({ word, having }) => reason('common-word', [word], { themes: having, of: themes }))
}
