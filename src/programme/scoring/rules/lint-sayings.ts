import type { Said } from '#basics/messages.ts'

/** What is said about each thing unwise, and what to do about it. */
export const lintSayings = {
  'fact-unread': { zh: '没有条款用到这一事实，可以删去。', en: 'No clause reads this fact: it can be removed.' },
  'fact-of-another-kind': {
    zh: '事实“{fact}”的类型与用处不符，请改选事实或其类型。',
    en: 'The fact “{fact}” is not of the kind needed here: choose another fact or kind.',
  },
  'floor-above-cap': { zh: '下限高于上限，请改正。', en: 'The floor is above the cap: correct one of them.' },
  'max-not-above-zero': { zh: '分值应大于0。', en: 'The points must be above 0.' },
  'parts-do-not-add-up': {
    zh: '各部分合计 {parts} 分，与所列 {max} 分不符，请核对。',
    en: 'The parts add up to {parts}, not to the {max} printed: check them.',
  },
  'indicator-without-clause': {
    zh: '本项没有条款，请补充条款或删去。',
    en: 'The item has no clause: add one or remove the item.',
  },
  'survey-not-alone': {
    zh: '满意度条款在有效票过少时整项不计，不能与其他条款同在一项，请分列。',
    en: 'A survey clause leaves out its whole item when too few vote: it cannot share the item with other clauses.',
  },
  'full-marks-out-of-reach': {
    zh: '各条最多合计 {parts} 分，达不到本项 {max} 分，请核对。',
    en: 'The clauses give {parts} at most, the item has {max}: full marks cannot be reached.',
  },
  'deduction-above-item': {
    zh: '所扣 {points} 分大于本项 {max} 分，疑为笔误，请改正。',
    en: 'It takes off {points} from an item of {max}: probably a slip, correct it.',
  },
  'points-not-above-zero': {
    zh: '分值应大于0，现为 {points}；扣分也填正数。',
    en: 'The points must be above 0, not {points}; deductions are written without a minus.',
  },
  'range-turned-round': {
    zh: '评分范围应从小到大，且不小于0。',
    en: 'The range must run from the lower to the higher, and not below 0.',
  },
  'band-hole': { zh: '档次有空档：{at} 不在任何一档，请补全。', en: 'There is a hole: no band holds {at}. Close it.' },
  'band-overlap': {
    zh: '档次有重叠：{at} 同时在几档之内，请改正。',
    en: 'Bands overlap: several hold {at}. Part them.',
  },
  'level-hole': {
    zh: '等次有空档：{at} 分不属于任何等次，请补全。',
    en: 'There is a hole: {at} points belong to no level. Close it.',
  },
  'level-overlap': {
    zh: '等次有重叠：{at} 分同时属于几个等次，请改正。',
    en: 'Levels overlap: {at} points belong to several. Part them.',
  },
  'too-few-votes-shown': {
    zh: '有效票下限不得少于 {least} 张，以免看出个人意见。',
    en: 'No fewer than {least} valid votes may be counted, or single answers could be seen.',
  },
  'name-twice': { zh: '名称“{name}”重复，请改正。', en: 'The name “{name}” stands twice: correct it.' },
  'section-not-counted': {
    zh: '本项未列入总分，请列为基本分或加分。',
    en: 'The section is not part of the total: list it as basic or bonus.',
  },
  'counted-inside-a-section': {
    zh: '总分只列一级指标，本项已在上级之内。',
    en: 'The total lists sections only; this item is already inside one.',
  },
  barred: {
    zh: '含“{words}”：{what}不得作为计分依据（{rule}）。请删去本条。',
    en: 'It speaks of “{words}”: {what} may not be an input of a score ({rule}). Remove it.',
  },
} satisfies Record<string, Said>

export type LintWord = keyof typeof lintSayings
