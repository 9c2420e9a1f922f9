import type { Said } from '#basics/messages.ts'
import type { Reading } from './trace.ts'
import type { Problem, Question } from './trace-words.ts'

/** What is wrong with a fact, and who has to do what about it. */
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
  'value-out-of-range': {
    zh: '所提供的 {value} 超出范围（{min} 至 {max}），请核对。',
    en: 'The value {value} is outside its range ({min} to {max}): check it.',
  },
  'name-unlisted': { zh: '“{name}”不在细则所列之内，请改正。', en: '“{name}” is not in the sheet: correct it.' },
  'nobody-shares': {
    zh: '“{item}”没有填署名人数，请补填。',
    en: '“{item}” says nothing of how many share it: enter it.',
  },
  'things-contradict': {
    zh: '“{item}”填了几行，人数不一致，请改正。',
    en: '“{item}” stands there more than once, with different numbers of people: correct it.',
  },
  'number-ranked-missing': {
    zh: '按比例计名次，须填参加排名的总数。',
    en: 'A place in percent needs the number ranked: enter it.',
  },
  'needs-the-others': {
    zh: '本条与其他支部比较，须在全部支部汇总后计算。',
    en: 'This clause compares branches: it is worked out when all are in.',
  },
  'others-incomplete': {
    zh: '还有 {count} 个支部缺少用来比较的数，暂不能计算。',
    en: '{count} branches still lack the number that is compared.',
  },
  'survey-shows-too-few': {
    zh: '“{name}”有效票过少，不得载明票数，请改为“过少”。',
    en: '“{name}” has too few valid votes to state any count: enter it as too few.',
  },
}

/** Why a sheet decides nothing. */
export const questions: Record<Question, Said> = {
  'too-few-assessors': { zh: '考评人数少于细则要求', en: 'fewer assessors than the sheet requires' },
  'marks-far-apart': { zh: '考评人评分相差超过细则限度', en: 'the marks are further apart than the sheet allows' },
  'nothing-to-divide-by': { zh: '总数为零，比例无从计算', en: 'the whole is zero, there is no share of it' },
  'no-band': { zh: '数值不在任何档次之内', en: 'no band holds the number' },
  'several-bands': { zh: '数值同时落在几个档次', en: 'several bands hold the number' },
  'sum-or-highest': {
    zh: '细则没有写明多项表彰累计还是只计最高一项',
    en: 'the sheet does not say whether honours add up or only the highest counts',
  },
  'exempt-but-how': {
    zh: '细则只说免予考核，没有写明本项如何计分',
    en: 'the sheet exempts, and does not say what the item counts then',
  },
  'no-place': { zh: '名次在细则所列之外', en: 'the place is beyond those the sheet lists' },
  'equal-places': {
    zh: '名次并列，细则没有写明如何计分',
    en: 'equal places, and the sheet does not say what they count',
  },
  'no-valid-votes': { zh: '没有足够的有效票', en: 'there are not enough valid votes' },
  'no-others': { zh: '没有可以比较的其他支部', en: 'there is no other branch to compare with' },
  'fault-or-none': {
    zh: '考评人对有无这一问题意见不一',
    en: 'the assessors do not agree whether there was a fault',
  },
  'too-thin-to-correct': {
    zh: '细则要求校正考评人的宽严，而同评的支部太少，不足以校正',
    en: 'the sheet corrects harsh and lenient assessors, and they share too few branches for that',
  },
  'honour-unlisted': {
    zh: '有的表彰级别细则没有写分值',
    en: 'the sheet gives no points for the level of an honour',
  },
  'kind-changed': {
    zh: '支部类别未定或年内有变，适用哪一类细则须先裁定',
    en: 'the kind of branch is not told or changed in the year: by which rules it is assessed comes first',
  },
}

/** How it may be read. */
export const readings: Record<Reading['word'], Said> = {
  'counts-as-given': { zh: '按现有评分计 {points} 分', en: 'count the marks there are: {points}' },
  'counts-as-full': { zh: '视为全部达到，计 {points} 分', en: 'treat as all reached: {points}' },
  'counts-as-none': { zh: '视为全未达到，计 {points} 分', en: 'treat as none reached: {points}' },
  'all-count': { zh: '各项累计，计 {points} 分', en: 'all of them add up: {points}' },
  'highest-counts': { zh: '只计最高一项，计 {points} 分', en: 'only the highest: {points}' },
  'this-place': { zh: '按其中一个名次计 {points} 分', en: 'by one of the places: {points}' },
  'without-it': { zh: '没有写明的不计，计 {points} 分', en: 'without what is not listed: {points}' },
  'this-band': { zh: '按其中一档计 {points} 分', en: 'by one of the bands: {points}' },
}
