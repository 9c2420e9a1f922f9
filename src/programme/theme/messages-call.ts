import type { Messages } from '#basics/messages.ts'
import type { AdoptionRefusal } from './rules/adoption.ts'
import type { CallRefusal } from './rules/call.ts'
import { callLabels } from './rules/call-labels.ts'

type Refusal = CallRefusal | AdoptionRefusal | 'theme.only-those-of-the-branch'

export const callMessages: Messages<Refusal, keyof typeof callLabels> = {
  refusals: {
    'theme.call-already-open': {
      zh: '本支部已有一次征集没有办结，请先办结那一次',
      en: 'A call of the branch is not settled yet; settle that one first',
    },
    'theme.call-ends-before-it-begins': {
      zh: '截止日期不能早于今天',
      en: 'The last day cannot be before today',
    },
    'theme.call-too-long': { zh: '征集最长三个月，截止日期不晚于 {day}', en: 'A call ends on {day} at the latest' },
    'theme.call-over': { zh: '征集已经截止，不再收新的建议', en: 'The call is over; no more suggestions are taken' },
    'theme.call-still-open': {
      zh: '征集到 {day} 24:00 截止，之后才能登记党员大会',
      en: 'The call is open until 24:00 on {day}; the meeting is recorded after that',
    },
    'theme.call-settled': { zh: '这次征集已经办结，不能再改', en: 'This call is settled and cannot be changed' },
    'theme.contributions-left': {
      zh: '还有 {left} 条建议没有写明是否吸收，请先逐条或合并办理',
      en: '{left} suggestions are still to be settled; say what became of each',
    },
    'theme.words-needed': {
      zh: '吸收或部分吸收的，请写上主题里吸收后的文字',
      en: 'Give the words of the theme that came of it',
    },
    'theme.words-not-wanted': {
      zh: '没有吸收的不填“吸收后的文字”；吸收了一部分请选“部分吸收”',
      en: 'What is not taken up changes no words; choose partly if some of it was',
    },
    'theme.reason-needed': {
      zh: '部分吸收或没有吸收的，请写明为什么',
      en: 'Say why it was not taken up, or not all of it',
    },
    'theme.meeting-before-the-call': {
      zh: '党员大会日期不能早于征集开始的 {day}',
      en: 'The meeting cannot be before the call was opened on {day}',
    },
    'theme.meeting-to-come': { zh: '党员大会还没有开，开过以后再登记', en: 'Record the meeting after it was held' },
    'theme.more-in-favour-than-present': {
      zh: '赞成人数不能多于到会人数',
      en: 'No more can be in favour than were present',
    },
    'theme.not-adopted': {
      zh: '赞成人数没有超过到会人数的一半，不算通过；请修改主题后再提交党员大会',
      en: 'Not more than half of those present were in favour; change the theme and put it to the meeting again',
    },
    'theme.line-too-long': {
      zh: '第 {line} 行超过 {most} 字，请分成几行',
      en: 'Line {line} is longer than {most} characters; part it',
    },
    'theme.too-many-lines': { zh: '一次最多录 {most} 条，请分几次录', en: 'At most {most} lines at a time' },
    'theme.call-to-be-settled': {
      zh: '本支部的征集还没有办结：请先写明建议是否吸收，并登记党员大会，再提交主题',
      en: 'The call of the branch is not settled: say what became of the suggestions and record the meeting first',
    },
    'theme.adoption-known': {
      zh: '建议和党员大会的情况已在征集里登记，不用再填，直接提交即可',
      en: 'This is known from the call already; hand the theme in without it',
    },
    'theme.only-those-of-the-branch': {
      zh: '只有本支部的党员和职工可以提建议',
      en: 'Only members and staff of the branch make suggestions here',
    },
  },
  labels: callLabels,
}
