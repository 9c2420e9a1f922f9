import type { Messages } from '#basics/messages.ts'
import type { PhraseRefusal } from './rules/phrase.ts'

/** What the screen and the page of common phrases say. */
const labels = {
  phrases: { zh: '常用语', en: 'Common phrases' },
  lead: {
    zh: '审核时点一下就填进意见。共用的本组织审核人都能用、都能改；自用的只有自己看得到。',
    en: 'One press puts them into the comment. Shared ones belong to all who review here; your own are seen by you alone.',
  },
  organisation: { zh: '组织', en: 'Organisation' },
  text: { zh: '常用语', en: 'Phrase' },
  kind: { zh: '谁用', en: 'For whom' },
  shared: { zh: '共用', en: 'Shared' },
  own: { zh: '自用', en: 'My own' },
  sharedHint: { zh: '本组织其他审核人也能用', en: 'Others who review here can use it' },
  by: { zh: '添加人', en: 'Added by' },
  add: { zh: '添加常用语', en: 'Add a phrase' },
  save: { zh: '保存', en: 'Save' },
  change: { zh: '修改', en: 'Change' },
  remove: { zh: '删除', en: 'Remove' },
  removeSure: {
    zh: '删除后审核时不再提供；已经写进意见的文字不变。',
    en: 'It is no longer offered; reviews in which it was used keep their words.',
  },
  empty: { zh: '还没有常用语。', en: 'No phrases yet.' },
  usual: { zh: '还没有共用的常用语，审核时先提供这几句：', en: 'Until there are shared ones, these are offered:' },
  takeOver: { zh: '收为共用', en: 'Take over' },
  choose: { zh: '不用常用语', en: 'None' },
  chosen: { zh: '常用语（会写在意见前面）', en: 'Phrase (stands before the comment)' },
  keep: { zh: '管理常用语', en: 'Keep phrases' },
} as const

export const phraseMessages: Messages<PhraseRefusal, keyof typeof labels> = {
  refusals: {
    'theme.phrase-there': { zh: '这句常用语已经有了', en: 'This phrase is there already' },
    'theme.phrases-full': {
      zh: '常用语最多 {most} 句，请先删去不用的',
      en: 'At most {most} phrases; remove one that is not used',
    },
    'theme.only-own-phrases': { zh: '只能改自己的常用语', en: 'Only your own phrases can be changed' },
  },
  labels,
}
