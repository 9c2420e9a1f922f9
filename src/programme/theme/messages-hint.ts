import { fill, type Language, labelsIn, type Messages } from '#basics/messages.ts'
import type { AnyBranchReason } from './rules/any-branch.ts'

const labels = {
  anyBranch: { zh: '这些话，哪个支部都能说吗？', en: 'Could any branch say this?' },
  someWords: { zh: '还可以写得更像自己', en: 'It could sound more like your own' },
  hintOnly: {
    zh: '由文字比对得出，只作提示，不影响提交和审核，也不计分。',
    en: 'Found by comparing words. A hint only: it stops nothing and counts nowhere.',
  },
  mend: { zh: '怎么改', en: 'How to mend it' },
  'no-own-word': {
    zh: '没有找到只属于本支部的字词{quoted}，也没有具体的地名、船名或文件名。',
    en: 'Nothing in it is the branch’s own{quoted}: no named place, ship or document.',
  },
  'mend.no-own-word': {
    zh: '写出守的是哪个渡口、哪条船、哪个窗口、哪项业务。',
    en: 'Say which ferry, ship, counter or business it is about.',
  },
  'no-figure': {
    zh: '没有一个说明自己的数字，也没有一份有名字的记录；党员人数、学习次数、满意度这类数字哪个支部都有，不算。',
    en: 'No figure of its own and no named record; head counts and study hours, which every branch has, do not count.',
  },
  'mend.no-figure': {
    zh: '写一个做过的数：几条船、几年、几次，或者引一份有名字的办法。',
    en: 'Give one figure of what was done, or name a document.',
  },
  'would-fit-others': {
    zh: '{percent}% 的句子换成别的支部也说得通，例如{quoted}。',
    en: '{percent}% of the sentences would fit another branch as well, such as {quoted}.',
  },
  'mend.would-fit-others': {
    zh: '挑其中一句，换成本支部发生过的一件事。',
    en: 'Put something that happened here in the place of one of them.',
  },
  'set-phrases': { zh: '用了这些常见的话：{quoted}。', en: 'It uses these set phrases: {quoted}.' },
  'mend.set-phrases': {
    zh: '删掉这些话再读一遍，看还剩下什么。',
    en: 'Take them out and read what is left.',
  },
  'shared-passage': {
    zh: '{quoted}：至少有 {themes} 个主题的内涵里有同样的字句。',
    en: '{quoted}: at least {themes} themes say the same words.',
  },
  'mend.shared-passage': { zh: '换成自己的说法。', en: 'Say it in words of your own.' },
  'common-word': {
    zh: '名称里的{quoted}，{of} 个主题中有 {themes} 个在用。',
    en: '{quoted} in the name stands in {themes} of {of} themes.',
  },
  'mend.common-word': {
    zh: '留着也可以；另一半要用只有自己才有的词。',
    en: 'It may stay; the rest of the name should then be your own.',
  },
} as const

/** What is said of a theme that any branch could have written. */
export const hintMessages: Messages<never, keyof typeof labels> = { refusals: {}, labels }

/** A reason with its words in quotation marks, and how to mend it. */
export function sayReason(reason: AnyBranchReason, language: Language): { sentence: string; mend: string } {
  const say = labelsIn(hintMessages, language)
  const quoted = reason.quoted.map((words) => `“${words}”`).join(language === 'zh' ? '、' : ', ')
  const named =
    reason.kind === 'no-own-word' && quoted ? (language === 'zh' ? `（如${quoted}）` : ` (such as ${quoted})`) : quoted
  const { themes, of, percent } = reason
  return {
    sentence: fill(say[reason.kind], { quoted: named, themes: themes ?? 0, of: of ?? 0, percent: percent ?? 0 }),
    mend: say[`mend.${reason.kind}`],
  }
}
