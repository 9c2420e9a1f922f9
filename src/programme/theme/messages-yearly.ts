import type { Messages } from '#basics/messages.ts'
import type { YearlyPermissionRefusal, YearlyRefusal } from './rules/yearly.ts'

const labels = {
  confirmations: { zh: '年度主题确认', en: 'Yearly confirmation' },
  lead: {
    zh: '每年请有生效主题的支部确认主题仍然合适，或者启动修订。这里只列党组织。',
    en: 'Once a year every branch with a theme in force confirms it or revises it. Organisations are listed, not people.',
  },
  year: { zh: '年度', en: 'Year' },
  notAsked: { zh: '本年度还没有发起确认。', en: 'The branches have not been asked yet this year.' },
  ask: { zh: '发起确认', en: 'Ask the branches' },
  askWhat: {
    zh: '将请 {branches} 个支部各用约 {minutes} 分钟确认主题，合计约 {hours} 小时；逾期的第二天起本支部书记和上级书记可见。',
    en: '{branches} branches are asked for about {minutes} minutes each, {hours} hours in all; what is missed is seen by the secretary and the one above the day after.',
  },
  dueOn: { zh: '截止日', en: 'Due on' },
  openedOn: { zh: '发起日', en: 'Asked on' },
  openedBy: { zh: '发起人', en: 'Asked by' },
  standing: { zh: '情况', en: 'Answer' },
  missing: { zh: '没有答复', en: 'No answer' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  revising: { zh: '已启动修订', en: 'Revising' },
  late: { zh: '逾期', en: 'late' },
  branch: { zh: '党支部', en: 'Branch' },
  region: { zh: '片区', en: 'Region' },
  theme: { zh: '主题', en: 'Theme' },
  answeredOn: { zh: '确认日期', en: 'Confirmed on' },
  sentence: { zh: '为什么仍然合适', en: 'Why it still holds' },
  sentenceHint: { zh: '选填，一句话就够。', en: 'Optional, one sentence is enough.' },
  search: { zh: '支部或主题', en: 'Branch or theme' },
  nobody: { zh: '没有符合条件的支部', en: 'No branch fits' },
  thisYear: { zh: '本年度确认', en: 'Confirmation of this year' },
  question: {
    zh: '主题和今年的中心工作还合适吗？合适的请确认，不合适的请从下面启动修订。',
    en: 'Does the theme still fit this year’s core work? Confirm it, or begin a revision below.',
  },
  confirm: { zh: '确认主题仍然合适', en: 'Confirm the theme' },
  noCycle: { zh: '目前没有已启动的创建年度。', en: 'No programme year is open.' },
}

export const yearlyMessages: Messages<YearlyRefusal | YearlyPermissionRefusal, keyof typeof labels> = {
  refusals: {
    'theme.prompt-open-already': {
      zh: '本年度已经发起过确认，一年只发起一次',
      en: 'The branches have been asked this year; they are asked once',
    },
    'theme.prompt-due-in-the-past': { zh: '截止日不能早于今天', en: 'The due day cannot be before today' },
    'theme.prompt-after-the-term': {
      zh: '截止日不能晚于批准期限的最后一天 {day}',
      en: 'The due day cannot be after {day}, the last day of the approved term',
    },
    'theme.prompt-without-a-cycle': {
      zh: '年度没有启动或已过批准期限，不能发起确认',
      en: 'The programme year is not open, or its term is over',
    },
    'theme.nothing-to-confirm': {
      zh: '目前没有需要确认的主题：本年度还没有发起确认，或主题是发起之后才生效的',
      en: 'There is nothing to confirm: the branches have not been asked, or the theme took effect afterwards',
    },
    'theme.confirmed-already': { zh: '本年度已经确认过，不用再确认', en: 'It has been confirmed this year already' },
    'theme.being-revised': {
      zh: '主题正在修订，修订就是答复，不用再确认；不想修订了请先放弃办理',
      en: 'The theme is being revised, which is an answer; give the revision up first if it is to be confirmed',
    },
    'theme.only-the-office-asks': {
      zh: '只有组织本年度创建活动的党建工作部门可以发起确认',
      en: 'Only the office that runs the programme year asks the branches',
    },
    'theme.only-those-who-answer': {
      zh: '确认情况只有书记、党建工作部门和保密审查员能看',
      en: 'Secretaries, offices and confidentiality reviewers see this',
    },
  },
  labels,
}
