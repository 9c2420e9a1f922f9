import type { Messages, Said } from '#basics/messages.ts'
import { reorganisationLabels } from './messages-labels.ts'
import type { ActRefusal } from './rules/act.ts'
import type { OutcomeRefusal } from './rules/outcome.ts'
import type { ReorganisationPermission } from './rules/permissions.ts'

type Refusal = Extract<ActRefusal | OutcomeRefusal | ReorganisationPermission, `reorganisation.${string}`>

const refusals: Record<Refusal, Said> = {
  'reorganisation.wrong-kind': {
    zh: '请为“{name}”选择合适的类别：党组织选党委、党组、党总支或党支部，单位选单位类别',
    en: 'Choose a fitting kind for "{name}": one of organisations, or one of units',
  },
  'reorganisation.needs-one-above': {
    zh: '请选择上级组织：除顶层组织外，每个党组织都要有上级',
    en: 'Choose the organisation above: every one but the topmost has one',
  },
  'reorganisation.units-have-no-people': {
    zh: '单位的调整不涉及党组织的人员和对应关系，请去掉这些内容',
    en: 'People and ties belong to organisations; leave them out of an act about units',
  },
  'reorganisation.not-waiting': {
    zh: '这件调整已经办过了，请刷新后再看',
    en: 'This act has been decided already; reload the page',
  },
  'reorganisation.not-to-be-withdrawn': {
    zh: '已经生效或已经办结的调整不能撤回。要改回去，请凭新的文件再登记一件',
    en: 'What is in effect or settled cannot be withdrawn. To undo it, enter another act with its own document',
  },
  'reorganisation.reason-needed': { zh: '请写明原因', en: 'Give the reason' },
  'reorganisation.too-far-ahead': {
    zh: '生效日期最晚到 {day}。更晚的调整，请临近时再登记',
    en: 'The day may lie no later than {day}. Enter it when its day comes nearer',
  },
  'reorganisation.effect-changed': {
    zh: '看过之后情况有变化，这件调整的影响已经不同。请看新的影响，再确认',
    en: 'Things have changed since it was shown; it would do something else now. Look at it again, then confirm',
  },
  'reorganisation.runs-a-programme': {
    zh: '{name}正在组织“{runs}”，还没有办结。请先办结，再调整这个组织',
    en: '{name} runs "{runs}", which is not settled. Settle it first',
  },
  'reorganisation.not-of-this-one': {
    zh: '名单里有人不属于要拆分的组织，请核对名单',
    en: 'Somebody on the list does not belong to the organisation that is split; check the list',
  },
  'reorganisation.your-own-post-ends': {
    zh: '这件调整会结束您本人的岗位，请由另一名管理员办理',
    en: 'This would end a post of your own; another administrator has to deal with it',
  },
  'reorganisation.two-at-least': {
    zh: '合并至少要有两个组织；撤销后分设至少要有两个新组织。请补全',
    en: 'A merger is of two at least, and so is what something is split into',
  },
  'reorganisation.into-itself': {
    zh: '承接组织不能同时是被合并的组织，请改选',
    en: 'What is merged cannot also be what it is merged into',
  },
  'reorganisation.kinds-differ': {
    zh: '{name}和{other}一个是支部、一个不是，不能合并。撤销支部、由上级承接，请选“撤销”',
    en: '{name} and {other} cannot be merged: one is a branch, the other is not. To let one above take over, dissolve it',
  },
  'reorganisation.no-heir': {
    zh: '请选择承接组织：它在那一天要存在，现在也没有撤销，并且不是被撤并的组织',
    en: 'Choose a successor that exists on that day, still stands, and does not end itself',
  },
  'reorganisation.twice': {
    zh: '同一个组织或同一个人写了两次，请保留一处',
    en: 'An organisation or a person is named twice; keep one',
  },
  'reorganisation.bequest-missing': {
    zh: '请写明{name}的主题怎么办：由承接支部延续、转为草稿，还是终止',
    en: 'Say what becomes of the themes of {name}: they go on, become a draft, or end',
  },
  'reorganisation.only-the-system-admin-enters': {
    zh: '机构调整由所涉组织共同上级的系统管理员登记和撤回',
    en: 'The system administrator above all that is named enters and withdraws reorganisations',
  },
  'reorganisation.only-the-security-admin-confirms': {
    zh: '机构调整由所涉组织共同上级的安全保密管理员确认',
    en: 'The security administrator above all that is named confirms reorganisations',
  },
  'reorganisation.not-your-own-entry': {
    zh: '这件调整是您登记的，请由另一名管理员确认',
    en: 'You entered this one; another administrator has to confirm it',
  },
}

export const reorganisationMessages: Messages<Refusal, keyof typeof reorganisationLabels> = {
  refusals,
  labels: reorganisationLabels,
}
