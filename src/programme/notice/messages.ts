import type { Messages } from '#basics/messages.ts'
import { noticeLabels } from './messages-labels.ts'
import type { AnswerRefusal } from './rules/answer.ts'
import type { NoticeRefusal } from './rules/notice.ts'
import type { PaperRefusal } from './rules/paper.ts'
import type { PeriodRefusal } from './rules/period.ts'
import type { NoticePermissionRefusal } from './rules/permissions.ts'
import type { ScopeRefusal } from './rules/scope.ts'

type ContactRefusal = 'notice.no-private-number' | 'notice.only-own-contact'

export type NoticeMessage =
  | NoticeRefusal
  | AnswerRefusal
  | NoticePermissionRefusal
  | ScopeRefusal
  | PeriodRefusal
  | ContactRefusal
  | PaperRefusal

export const noticeMessages: Messages<NoticeMessage, keyof typeof noticeLabels> = {
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
    'notice.words-or-the-same': {
      zh: '要么写明改了哪些文字，要么写明与哪一条意见相同，不能两样都写',
      en: 'Name the words that change, or the opinion it is the same as, not both',
    },
    'notice.no-such-words': {
      zh: '意见{number}没有改动文字，请填写已采纳并改动了文字的意见的编号',
      en: 'Opinion {number} changed no words; give the number of an adopted one that did',
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
    'notice.too-late-to-extend': {
      zh: '公示期已于 {day} 24:00 届满，不能再延长；请办结公示',
      en: 'The period ended at 24:00 on {day} and cannot be extended; close the notice',
    },
    'notice.extended-meanwhile': {
      zh: '截止日已经变为 {day}（可能有人刚刚延长），请刷新后再看是否还要延长',
      en: 'The last day is {day} by now (somebody may just have extended it); reload and see whether more is needed',
    },
    'notice.no-private-number': {
      zh: '这里会印在公示上，请填写办公电话，不要填个人手机号码',
      en: 'This is printed on notices: give the office’s line, not a mobile number of somebody',
    },
    'notice.only-own-contact': {
      zh: '只有本组织的党建工作部门可以填写自己的受理方式',
      en: 'Only the office itself says how it is reached',
    },
    'notice.paper-waiting': {
      zh: '还有 {waiting} 条线下异议没有经第二人核对，请先核对（或写明理由作废）再办结',
      en: '{waiting} objection(s) on paper were not compared by a second person; compare or strike them first',
    },
    'notice.not-in-period': {
      zh: '提出日期应在公示期内（{from} 至 {to}）；来信按邮戳日期',
      en: 'It must have been given within the period ({from} to {to}); of a letter the postmark counts',
    },
    'notice.objector-needed': {
      zh: '异议须有姓名和联系方式；没有署名的请按意见录入',
      en: 'An objection needs a name and a contact; without them enter it as an opinion',
    },
    'notice.contact-without-name': {
      zh: '没有署名的意见不要录入联系方式',
      en: 'An unnamed opinion carries no contact',
    },
    'notice.another-person': {
      zh: '自己录入的要由另一位同事核对或作废',
      en: 'Another person must compare or strike what you typed in',
    },
    'notice.only-who-entered': {
      zh: '只有录入的人可以修改；有误的请核对人作废并写明理由',
      en: 'Only whoever typed it in can mend it; strike it with a reason instead',
    },
    'notice.paper-settled': { zh: '这一条已经核对或作废了，请刷新', en: 'It was compared or struck already; reload' },
    'notice.paper-differs': {
      zh: '与录入的不一致（类别、途径、日期或姓名），请对照原件；录入有误的请录入人修改',
      en: 'It differs from what was typed in (kind, way, day or name); look at the paper, and let whoever typed it in mend it',
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
  labels: noticeLabels,
}
