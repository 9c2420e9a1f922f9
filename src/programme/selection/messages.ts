import type { Messages } from '#basics/messages.ts'
import { selectionLabels } from './messages-labels.ts'
import type { DisclosureRefusal } from './rules/disclosure.ts'
import type { TitleHandOverRefusal } from './rules/hand-over.ts'
import type { RulingRefusal } from './rules/open-items.ts'
import type { SelectionPermissionRefusal } from './rules/permissions.ts'
import type { SelectionRefusal } from './rules/selection.ts'

export type SelectionMessage =
  | SelectionRefusal
  | SelectionPermissionRefusal
  | RulingRefusal
  | DisclosureRefusal
  | TitleHandOverRefusal
  | 'selection.not-frozen'
  | 'selection.no-open-cycle'
  | 'selection.one-stands'
  | 'selection.not-verifiable'

export const selectionMessages: Messages<SelectionMessage, keyof typeof selectionLabels> = {
  refusals: {
    'selection.not-frozen': {
      zh: '考核尚未冻结，不能评选；请先完成考核并冻结得分',
      en: 'The assessment is not frozen; finish it and freeze the scores first',
    },
    'selection.no-open-cycle': {
      zh: '年度未开启、已结束或已过批准的有效期，不能评选或公示',
      en: 'The programme year is not open or past its approved term; nothing new is opened in it',
    },
    'selection.one-stands': {
      zh: '这次考核已有一个评选；只有异议成立、评选作废后才能另办',
      en: 'This assessment has a selection already; another is possible only after that one was set aside',
    },
    'selection.not-verifiable': {
      zh: '冻结的内容中有一处无法核验，请先更正再运行：{why}',
      en: 'Something frozen cannot be verified; correct it before running: {why}',
    },
    'selection.disclosed-already': {
      zh: '名单已经公示，不能再改；如异议成立，请作废后另办',
      en: 'The list has been disclosed and stands; if an objection is upheld, set it aside and prepare another',
    },
    'selection.nothing-changed': {
      zh: '输入和细则都没有变化，与上一次运行完全相同，不再另存',
      en: 'Neither inputs nor sheet changed: it is the very same run as before, and is not kept twice',
    },
    'selection.not-run': { zh: '评选还没有运行，请先运行', en: 'The selection has not been run yet; run it first' },
    'selection.needs-ruling': {
      zh: '还有 {count} 个支部待裁定，裁定后才能继续',
      en: '{count} cases still need a ruling first',
    },
    'selection.not-checked': {
      zh: '名单尚未经具名保密审查，不能公示',
      en: 'No named person has checked the list for secrets; it cannot be disclosed',
    },
    'selection.checked-already': {
      zh: '这次运行的名单已经过保密审查，请刷新后再看',
      en: 'The list of this run has been checked already; reload the page',
    },
    'selection.not-on-notice': { zh: '评选不在公示中', en: 'The selection is not on public notice' },
    'selection.nobody-named': {
      zh: '按细则没有支部可以命名，不需要公示',
      en: 'By the sheet no branch is to be named; there is nothing to disclose',
    },
    'selection.nothing-to-rule': {
      zh: '这一项细则已有规定，或不在待裁定之列，不能裁定',
      en: 'The sheet decides this, or it is not among the open cases; there is nothing to rule on',
    },
    'selection.yes-or-no-needed': {
      zh: '裁定前置条件或同分请选“是”或“否”',
      en: 'A ruling on a gate or a tie says yes or no',
    },
    'selection.notice-too-short': {
      zh: '公示不得少于年度方案规定的 {days} 个工作日',
      en: 'The programme year promises a notice of at least {days} working days',
    },
    'selection.scope-too-wide': {
      zh: '年度方案规定只在党内公开，不能向社会公示',
      en: 'The programme year discloses inside the Party only',
    },
    'selection.only-the-office': {
      zh: '评选由本级或上级党建工作部门办理',
      en: 'The Party-building office of the organisation, or one above, does this',
    },
    'selection.only-the-confidentiality-reviewer': {
      zh: '只有保密审查员可以做保密审查',
      en: 'Only a confidentiality reviewer checks the list',
    },
    'selection.own-run': {
      zh: '不能审查自己运行的评选，请由另一名保密审查员办理',
      en: 'Nobody checks a run of their own; ask another confidentiality reviewer',
    },
    'selection.own-check': {
      zh: '不能公示自己做过保密审查的名单，请由其他人办理',
      en: 'Nobody discloses a list that they checked; ask somebody else',
    },
    'selection.own-branch': {
      zh: '不能对自己所在的支部作裁定，请由其他人办理',
      en: 'Nobody rules on the branch they belong to; ask somebody else',
    },
    'selection.title-needs-saying': {
      zh: '{name}持有 {count} 个品牌党支部称号。请写明称号由承接支部承继，还是随支部终止',
      en: '{name} holds {count} titles of a brand branch. Say whether its successor goes on with them or they end with it',
    },
    'selection.only-those-entitled': {
      zh: '只有负责评选的党组织和参评党组织的书记、党建工作部门可以查看',
      en: 'Only those who answer for the programme or for a branch in it may see this',
    },
  },
  labels: selectionLabels,
}
