import type { Messages } from '#basics/messages.ts'
import type { AnswerRefusal } from './rules/answer.ts'
import type { NoticeRefusal } from './rules/notice.ts'
import type { NoticePermissionRefusal } from './rules/permissions.ts'
import type { ScopeRefusal } from './rules/scope.ts'

export type NoticeMessage = NoticeRefusal | AnswerRefusal | NoticePermissionRefusal | ScopeRefusal

const labels = {
  notices: { zh: '公示', en: 'Public notices' },
  notice: { zh: '公示', en: 'Public notice' },
  open: { zh: '公示中', en: 'Open' },
  over: { zh: '公示期满，待办结', en: 'Period over, to be closed' },
  closed: { zh: '已办结', en: 'Closed' },
  'in-effect': { zh: '已生效', en: 'In effect' },
  'objection-upheld': { zh: '异议成立，已退回', en: 'Sent back: an objection was upheld' },
  party: { zh: '党内公开', en: 'Inside the Party' },
  society: { zh: '向社会公开', en: 'To society' },
  narrow: { zh: '改为党内公开', en: 'Take back inside the Party' },
  narrowSure: {
    zh: '改后社会公众立即看不到这次公示及其公开的内容，且不能再改回；理由在党内可见。',
    en: 'Society stops seeing the notice and what it disclosed at once, for good; those inside read the reason.',
  },
  narrowedOn: { zh: '已改为党内公开', en: 'Taken back inside the Party' },
  within: { zh: '党内公开范围', en: 'Inside means' },
  withinAll: { zh: '及所属党组织', en: 'and the organisations below it' },
  scope: { zh: '公开范围', en: 'Disclosed' },
  period: { zh: '公示期', en: 'Period' },
  lastDay: { zh: '截止日', en: 'Last day' },
  workingDays: { zh: '个工作日（公示当日不计）', en: 'working days (the day of posting does not count)' },
  until: { zh: '截至', en: 'until' },
  provisional: {
    zh: '待国务院通知公布后校正',
    en: 'to be corrected once the State Council has announced the days off',
  },
  office: { zh: '受理部门', en: 'Handled by' },
  concerns: { zh: '涉及组织', en: 'About' },
  checkedBy: { zh: '保密审查人', en: 'Checked for secrets by' },
  checked: { zh: '已经保密审查', en: 'Checked for secrets' },
  none: { zh: '目前没有公示。', en: 'There is no notice at present.' },
  noneClosed: { zh: '还没有办结的公示。', en: 'No notice has been closed yet.' },
  more: { zh: '下一页', en: 'Next page' },
  giveOpinion: { zh: '提意见', en: 'Give an opinion' },
  opinionHint: {
    zh: '意见送受理部门逐条答复，不公开展示。不署名的意见不记录提出人和时刻。',
    en: 'Opinions go to the handling office, which answers each; they are not shown. An unnamed one keeps neither person nor time.',
  },
  opinionText: { zh: '您的意见', en: 'Your opinion' },
  sendUnnamed: { zh: '不署名提交', en: 'Send without a name' },
  sendNamed: { zh: '署名提交', en: 'Send under my name' },
  raiseObjection: { zh: '提出异议', en: 'Object' },
  objectionHint: {
    zh: '异议须署名并留联系方式，姓名和联系方式只有受理部门能看到；转给有关支部的只是异议的内容。异议未答复前，公示不能办结。',
    en: 'An objection needs a name and a contact, which the handling office alone can read; only its substance is passed on. While it is open the notice cannot be closed.',
  },
  objectorName: { zh: '姓名', en: 'Name' },
  objectorContact: { zh: '联系方式（电话或邮箱）', en: 'Contact (telephone or e-mail)' },
  objectionText: { zh: '异议内容与依据', en: 'What you object to, and why' },
  sendObjection: { zh: '提交异议', en: 'Send the objection' },
  summary: { zh: '意见处理结果', en: 'What came of the opinions' },
  summaryCounts: { zh: '意见处理情况', en: 'Figures' },
  opinions: { zh: '意见', en: 'Opinions' },
  objections: { zh: '异议', en: 'Objections' },
  adopted: { zh: '采纳', en: 'Adopted' },
  partly: { zh: '部分采纳', en: 'Partly adopted' },
  declined: { zh: '未采纳', en: 'Not adopted' },
  groundless: { zh: '无实质内容', en: 'Groundless' },
  unanswered: { zh: '待答复', en: 'Still to be answered' },
  upheld: { zh: '成立', en: 'Upheld' },
  'not-upheld': { zh: '不成立', en: 'Not upheld' },
  why: { zh: '理由', en: 'Why' },
  changedWords: { zh: '改动的文字', en: 'Words that changed' },
  where: { zh: '所在栏目', en: 'In' },
  before: { zh: '原文字', en: 'Before' },
  after: { zh: '改为', en: 'After' },
  addWording: { zh: '再加一处改动', en: 'One more change' },
  removeWording: { zh: '去掉这一处', en: 'Leave this one out' },
  toSubject: { zh: '查看主题', en: 'To the theme' },
  reply: { zh: '答复', en: 'Reply' },
  disposition: { zh: '处理结果', en: 'What becomes of it' },
  answer: { zh: '答复', en: 'Answer' },
  givenOn: { zh: '提出日期', en: 'Given on' },
  by: { zh: '提出人', en: 'By' },
  unnamed: { zh: '未署名', en: 'Unnamed' },
  named: { zh: '署名（姓名仅受理部门可见）', en: 'Named (seen by the office alone)' },
  closeGroundless: { zh: '批量按无实质内容办结', en: 'Close as groundless' },
  chosen: { zh: '已选', en: 'Chosen' },
  substance: { zh: '异议要点（转有关支部，不含提出人信息）', en: 'Substance (passed on, without the person)' },
  passOn: { zh: '转有关支部', en: 'Pass on' },
  notPassedOn: { zh: '受理部门正在核实，尚未转达内容', en: 'Being looked into; not passed on yet' },
  result: { zh: '结论', en: 'Result' },
  readObjector: { zh: '查看异议人', en: 'Read who objected' },
  readObjectorWarning: {
    zh: '查看会留下记录。姓名和联系方式只用于核实与答复。',
    en: 'Reading leaves a line of history. Name and contact serve verification and reply only.',
  },
  all: { zh: '全部', en: 'All' },
  handledHere: { zh: '本部门受理', en: 'Handled by my office' },
  title: { zh: '标题', en: 'Title' },
  state: { zh: '状态', en: 'State' },
  signIn: { zh: '登录后可署名提意见', en: 'Sign in to give an opinion under your name' },
  wall: { zh: '品牌墙', en: 'Brand wall' },
} as const

export const noticeMessages: Messages<NoticeMessage, keyof typeof labels> = {
  refusals: {
    'notice.period-over': {
      zh: '公示期已过，不能再提交；如有情况可从页脚“投诉建议”反映',
      en: 'The period is over; use “Complaints and suggestions” at the foot of the page',
    },
    'notice.closed': { zh: '这次公示已经办结', en: 'This notice has been closed' },
    'notice.not-ripe': {
      zh: '公示期要到 {day} 24:00 才满，期满后才能办结',
      en: 'The period lasts until 24:00 on {day}; it can be closed after that',
    },
    'notice.objection-open': {
      zh: '还有 {open} 条异议没有答复，请先答复再办结',
      en: '{open} objection(s) are not answered; answer them first',
    },
    'notice.objection-upheld': {
      zh: '有异议成立，不能生效；请退回支部修改',
      en: 'An objection was upheld: it cannot take effect; send it back to the branch',
    },
    'notice.no-objection-upheld': {
      zh: '没有成立的异议，不能按异议退回',
      en: 'No objection was upheld, so it cannot be sent back for one',
    },
    'notice.not-checked': {
      zh: '尚未经具名保密审查，不能公示',
      en: 'No named person has checked it for secrets; it cannot be disclosed',
    },
    'notice.checker-cannot-disclose': {
      zh: '保密审查人不能同时办理公示，请换一人办理',
      en: 'Whoever checked it for secrets cannot disclose it; another person must',
    },
    'notice.already-answered': { zh: '这一条已经答复过了', en: 'This one has been answered already' },
    'notice.wordings-needed': {
      zh: '采纳时请写明改了哪些文字（所在栏目、原文字、改为）；没有改动文字的请选“部分采纳”或“未采纳”',
      en: 'Say which words change (where, before, after); if none do, choose partly or not adopted',
    },
    'notice.wordings-not-wanted': {
      zh: '未采纳或无实质内容的意见不能改动文字',
      en: 'An opinion that is not adopted changes no words',
    },
    'notice.no-more-wordings': {
      zh: '公示已办结，文字不能再改；请答复后走主题修订',
      en: 'The notice is closed and no words can change; answer it, and revise later',
    },
    'notice.substance-needed': {
      zh: '请写明异议要点，好让有关支部知道说的是什么（不写提出人）',
      en: 'Write the substance, so that those concerned know what it is about (not who)',
    },
    'notice.no-such-passage': { zh: '公示内容里没有“{where}”这一栏', en: 'The notice has no passage “{where}”' },
    'notice.words-not-found': {
      zh: '“{where}”里没有“{before}”这几个字，请照原文填写',
      en: '“{before}” does not stand in “{where}”; copy the words as they are',
    },
    'notice.words-found-twice': {
      zh: '“{before}”在“{where}”里不止一处，请多写几个字',
      en: '“{before}” stands in “{where}” more than once; write a few more words',
    },
    'notice.words-unchanged': { zh: '“{before}”改前改后一样', en: '“{before}” is the same before and after' },
    'notice.nothing-left': { zh: '这样改后“{where}”就空了', en: 'Nothing would be left of “{where}”' },
    'notice.already-inside': { zh: '这次公示本来就只在党内公开', en: 'This notice is inside the Party already' },
    'notice.only-those-who-disclose': {
      zh: '只有受理部门或上级保密审查员可以缩小公开范围',
      en: 'Only the handling office or a confidentiality reviewer above can take it back inside',
    },
    'notice.only-the-office': {
      zh: '只有受理这次公示的党建工作部门可以办理',
      en: 'Only the office that handles this notice may do this',
    },
    'notice.only-those-concerned': {
      zh: '意见和异议只有受理部门、有关支部书记和上级组织能看',
      en: 'Only the handling office and those concerned can read opinions and objections',
    },
  },
  labels,
}
