import type { Messages } from '#basics/messages.ts'
import type { DisclosureRefusal } from './rules/disclosure.ts'
import type { DraftRefusal } from './rules/draft.ts'
import type { HandOverRefusal } from './rules/hand-over.ts'
import { themeLabels } from './rules/labels.ts'
import type { ThemePermissionRefusal } from './rules/permissions.ts'
import type { ThemeRefusal } from './rules/theme.ts'

export type ThemeMessage = ThemeRefusal | ThemePermissionRefusal | DisclosureRefusal | DraftRefusal | HandOverRefusal

export const themeMessages: Messages<ThemeMessage, keyof typeof themeLabels> = {
  refusals: {
    'theme.successor-has-one-in-force': {
      zh: '{name}已有生效的主题，不能再承接一个。请改为“转为承接支部的草稿”或“终止”',
      en: '{name} has a theme in force and cannot go on with another. Let it become a draft there, or end it',
    },
    'theme.successor-has-one-under-way': {
      zh: '{name}已有一个正在办理的主题，不能再接一个。请改选其他处理方式，或等它办完再调整',
      en: '{name} has a theme under way already. Choose otherwise, or wait until that one is settled',
    },
    'theme.not-to-be-changed': {
      zh: '主题已提交，不能再改；要改请先撤回，或等审核退回',
      en: 'The theme has been submitted; take it back, or wait until it is returned',
    },
    'theme.not-to-be-submitted': { zh: '这个主题已经提交过了', en: 'This theme has been submitted already' },
    'theme.incomplete': { zh: '还有内容没有填写：{missing}', en: 'Still to be written: {missing}' },
    'theme.nobody-above': {
      zh: '本支部没有上级党组织，无法送审；请联系系统管理员核对组织机构',
      en: 'The branch has no organisation above it to review; ask the system administrator',
    },
    'theme.not-submitted': { zh: '主题不在审核中，不用撤回', en: 'The theme is not being reviewed' },
    'theme.already-reviewed': {
      zh: '上级已经开始审核，不能撤回；如需修改请联系审核部门退回',
      en: 'Somebody has reviewed it; ask them to return it instead',
    },
    'theme.not-awaiting-review': {
      zh: '这个主题已经由别人审核过，或不在审核中，请刷新后再看',
      en: 'Somebody has reviewed it, or it is not being reviewed; reload the page',
    },
    'theme.not-your-turn': {
      zh: '现在由另一级党组织审核，还没有轮到您所在的组织',
      en: 'Another organisation reviews it now; it is not your turn',
    },
    'theme.reasons-needed': { zh: '退回或不同意必须写明理由', en: 'Give the reasons for returning or rejecting it' },
    'theme.questions-open': {
      zh: '同意前请逐条核对，还没有作答：{open}',
      en: 'Before passing answer every question; still open: {open}',
    },
    'theme.no-cannot-pass': {
      zh: '“{no}”答了“否”，不能同意；请退回支部修改，或核对后改答',
      en: 'Answered no: {no}. Return the theme instead, or look again and change the answer',
    },
    'theme.only-to-be-returned': {
      zh: '按审核路线，这一级只能同意或退回，不能不同意；请改为退回并写明理由',
      en: 'By the route this stage passes or returns; return it with your reasons instead',
    },
    'theme.only-the-own-office': {
      zh: '审核路线只能由本组织的党建工作部门设置',
      en: "Only the organisation's own office sets the route",
    },
    'theme.not-passed': { zh: '只有审核通过的主题才做保密审查', en: 'Only a passed theme is checked for secrets' },
    'theme.not-checked': {
      zh: '尚未经具名保密审查，不能公示',
      en: 'No named person has checked it for secrets; it cannot be disclosed',
    },
    'theme.not-on-notice': { zh: '这个主题不在公示中', en: 'This theme is not on public notice' },
    'theme.only-the-secretary': {
      zh: '只有本支部书记可以办理本支部的主题',
      en: "Only the branch's secretary may do this",
    },
    'theme.only-reviewers': {
      zh: '只有上级党组织的书记或党建工作部门可以审核',
      en: 'Only secretaries and offices above the branch review themes',
    },
    'theme.own-theme': {
      zh: '不能审核自己提出的主题，也不能审核自己任书记的支部的主题，请由其他人办理',
      en: 'Nobody reviews what they proposed, or a theme of the branch they are secretary of',
    },
    'theme.only-the-confidentiality-reviewer': {
      zh: '只有保密审查员可以做保密审查',
      en: 'Only a confidentiality reviewer may do this',
    },
    'theme.only-the-office': {
      zh: '只有组织本年度创建活动的党建工作部门可以办理公示',
      en: 'Only the office that runs the cycle discloses themes',
    },
    'theme.checker-cannot-publicise': {
      zh: '您做了这个主题的保密审查，不能再由您办理公示，请换一人办理',
      en: 'You checked it for secrets; another person must disclose it',
    },
    'theme.only-those-concerned': {
      zh: '未公示的主题只有本支部书记和上级有关岗位能看',
      en: 'Only its secretary and those above see a theme that is not disclosed',
    },
    'theme.notice-too-short': {
      zh: '公示不得少于 {days} 个工作日',
      en: 'A notice lasts at least {days} working days',
    },
    'theme.scope-too-wide': {
      zh: '本年度创建活动只在党内公开，不能向社会公示',
      en: "The cycle's disclosure is inside the Party; it cannot go to society",
    },
    'theme.no-open-cycle': {
      zh: '目前没有已启动且在批准期限内的创建年度，请联系党建工作部门',
      en: 'No cycle is open and within its approved term; ask the Party-building office',
    },
    'theme.not-a-branch': { zh: '主题由党支部提出，请在本支部办理', en: 'A theme belongs to a branch' },
    'theme.one-under-way': {
      zh: '本支部已有一个正在办理的主题，请接着办那一个',
      en: 'The branch already has a theme under way; go on with that one',
    },
    'theme.revise-instead': {
      zh: '本支部已有生效的主题，请从它开始修订；更换主题也由修订办理',
      en: 'The branch has a theme in force: revise that one, also when another brand is to take its place',
    },
  },
  labels: themeLabels,
}
