import type { Messages } from '#basics/messages.ts'
import type { BatchRefusal } from './rules/batch.ts'

/** What the screen of reviewing one after another says. */
const labels = {
  batch: { zh: '逐个审核', en: 'Review one after another' },
  lead: {
    zh: '一个一个看，同意的先记下，看完一起提交；退回的当场提交。没有打开看过的不能一起同意。',
    en: 'Look at each; mark those to pass and send them together, return at once what has to be returned. Nothing is passed unopened.',
  },
  none: { zh: '没有等您审核的主题。', en: 'No theme waits for your review.' },
  previous: { zh: '上一个', en: 'Previous' },
  next: { zh: '下一个', en: 'Next' },
  position: { zh: '第 {at} 个，共 {all} 个；已记同意 {marked} 个', en: '{at} of {all}; {marked} marked to pass' },
  mark: { zh: '记下同意，看下一个', en: 'Mark to pass, next' },
  unmark: { zh: '取消同意', en: 'Unmark' },
  marked: { zh: '已记同意', en: 'Marked to pass' },
  sendAll: { zh: '一起提交 {marked} 个同意', en: 'Pass {marked} together' },
  sendSure: { zh: '以下主题将一起通过您这一级：{names}', en: 'These pass your stage together: {names}' },
  sent: { zh: '已同意 {passed} 个', en: '{passed} passed' },
  left: { zh: '没有办成：', en: 'Not done:' },
  answerAll: { zh: '五条要点都答“是”才能记同意。', en: 'Answer every question with yes to mark it.' },
  keys: { zh: '快捷键', en: 'Shortcut keys' },
  keysHint: {
    zh: 'J 下一个 · K 上一个 · 1–5 逐条答“是”，再按改“否” · P 记下同意',
    en: 'J next · K previous · 1–5 answer yes, once more no · P mark to pass',
  },
  waiting: { zh: '等我审核', en: 'Waiting for me' },
} as const

export const batchMessages: Messages<BatchRefusal, keyof typeof labels> = {
  refusals: {
    'theme.look-first': {
      zh: '有 {unseen} 个主题在这一批里还没有打开看过，请逐个打开核对后再一起提交',
      en: '{unseen} themes were not opened in this batch; open each of them first',
    },
    'theme.twice-in-batch': { zh: '同一个主题在一批里只能有一次', en: 'A theme stands once in a batch' },
  },
  labels,
}
