import type { Said } from '#basics/messages.ts'
import type { NoteWord, Problem, Question, Reading, StepWord } from './trace.ts'

/** What each step works out. */
export const words: Record<StepWord, Said> = {
  faults: { zh: '所缺次数', en: 'Times lacking' },
  deduction: { zh: '次数 × 每次扣分', en: 'Faults × points each' },
  capped: { zh: '不超过本条上限', en: 'At most the cap of the clause' },
  effect: { zh: '本条得失', en: 'Effect of the clause' },
  marks: { zh: '计入的评分之和', en: 'Sum of the marks that count' },
  mean: { zh: '平均分', en: 'Mean' },
  grade: { zh: '所定等次的分值', en: 'Points of the grade' },
  percent: { zh: '百分比', en: 'Percent' },
  share: { zh: '比例', en: 'Share' },
  weighted: { zh: '加权', en: 'Weighted' },
  weights: { zh: '权重之和', en: 'Sum of the weights' },
  'full-years': { zh: '满年数', en: 'Full years' },
  band: { zh: '所在档次的分值', en: 'Points of the band' },
  occurrences: { zh: '次数 × 每次得分', en: 'Occurrences × points each' },
  honour: { zh: '表彰级别的分值', en: 'Points of the honour' },
  honours: { zh: '各项表彰之和', en: 'Sum of the honours' },
  item: { zh: '本项合计', en: 'Item' },
  'raised-to-floor': { zh: '不低于下限', en: 'Not below the floor' },
  'held-to-cap': { zh: '不超过上限', en: 'Not above the cap' },
  basic: { zh: '基本分合计', en: 'Basic points' },
  rescaled: { zh: '按可计分值折算', en: 'Rescaled to what could be scored' },
  total: { zh: '总分', en: 'Total' },
}

export const notes: Record<NoteWord, Said> = {
  exempt: { zh: '符合免扣条件，不扣分。', en: 'Exempt: nothing is deducted.' },
  'did-not-happen': { zh: '未发生。', en: 'It did not happen.' },
  'highest-dropped': {
    zh: '去掉一个最高分 {points}（{assessor}）。',
    en: 'One highest mark dropped: {points} ({assessor}).',
  },
  'lowest-dropped': {
    zh: '去掉一个最低分 {points}（{assessor}）。',
    en: 'One lowest mark dropped: {points} ({assessor}).',
  },
  'honour-without-document': {
    zh: '“{matter}”没有文号，不计分。',
    en: '“{matter}” has no document number: it counts nothing.',
  },
  'honour-level-unlisted': {
    zh: '“{matter}”的级别“{level}”不在细则所列之内，不计分。',
    en: 'The level “{level}” of “{matter}” is not listed in the sheet: it counts nothing.',
  },
  'honour-counted-higher': {
    zh: '“{matter}”（{level}）已按更高级别计分，不重复计。',
    en: '“{matter}” ({level}) already counts at a higher level: it does not count twice.',
  },
  'group-too-few': {
    zh: '“{name}”有效票不足 {least} 张，不计也不显示。',
    en: '“{name}” has fewer than {least} valid votes: neither counted nor shown.',
  },
  ruled: { zh: '按裁定计 {points} 分，依据：{ground}。', en: 'Ruled: {points} points, on the ground: {ground}.' },
}

export const problems: Record<Problem, Said> = {
  'fact-missing': {
    zh: '缺少事实“{fact}”，请补录；没有发生的也要填 0 或“否”。',
    en: 'The fact “{fact}” is missing: enter it; what did not happen is entered as 0 or no.',
  },
  'fact-of-wrong-shape': {
    zh: '事实的类型与条款不符，请按细则重新填报。',
    en: 'The fact is not of the kind the clause reads: enter it again as the sheet asks.',
  },
  'no-marks': { zh: '尚无考评人评分，请安排考评。', en: 'No assessor has given a mark yet: have it assessed.' },
  'mark-out-of-range': {
    zh: '{assessor}评分 {points}，超出 {min} 至 {max} 的范围，请退回改正。',
    en: '{assessor} gave {points}, outside {min} to {max}: return it for correction.',
  },
  'mark-without-reason': {
    zh: '{assessor}评分没有写明理由，请退回补充。',
    en: '{assessor} gave no reason: return it to be completed.',
  },
  'mark-without-comparison': {
    zh: '{assessor}评分没有写明比较对象，请退回补充。',
    en: '{assessor} named nothing the branch was compared with: return it to be completed.',
  },
  'marked-twice': { zh: '同一考评人评了两次，请保留一次。', en: 'One assessor marked twice: keep one mark.' },
  'grade-unlisted': {
    zh: '等次“{grade}”不在细则所列之内，请改正。',
    en: 'The grade “{grade}” is not in the sheet: correct it.',
  },
  'part-above-whole': { zh: '部分数大于总数，请核对。', en: 'The part is greater than the whole: check the numbers.' },
  'periods-incomplete': {
    zh: '应填全年各期次数，现有 {given} 期，请补全。',
    en: 'Every period of the year is needed, {given} are given: complete them.',
  },
  'survey-group-missing': {
    zh: '缺少“{name}”的测评票数，请补录。',
    en: 'The votes of “{name}” are missing: enter them.',
  },
  'survey-shows-too-few': {
    zh: '“{name}”有效票过少，不得载明票数，请改为“过少”。',
    en: '“{name}” has too few valid votes to state any count: enter it as too few.',
  },
}

export const questions: Record<Question, Said> = {
  'too-few-assessors': { zh: '考评人数少于细则要求', en: 'fewer assessors than the sheet requires' },
  'marks-far-apart': { zh: '考评人评分相差超过细则限度', en: 'the marks are further apart than the sheet allows' },
  'nothing-to-divide-by': { zh: '总数为零，比例无从计算', en: 'the whole is zero, there is no share of it' },
  'no-band': { zh: '数值不在任何档次之内', en: 'no band holds the number' },
  'several-bands': { zh: '数值同时落在几个档次', en: 'several bands hold the number' },
}

export const readings: Record<Reading['word'], Said> = {
  'counts-as-given': { zh: '按现有评分计 {points} 分', en: 'count the marks there are: {points}' },
  'counts-as-full': { zh: '视为全部达到，计 {points} 分', en: 'treat as all reached: {points}' },
  'counts-as-none': { zh: '视为全未达到，计 {points} 分', en: 'treat as none reached: {points}' },
  'this-band': { zh: '按其中一档计 {points} 分', en: 'by one of the bands: {points}' },
}
