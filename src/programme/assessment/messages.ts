import type { Messages } from '#basics/messages.ts'
import type { ScoreRulingRefusal } from '#programme/scoring/rules/open-questions.ts'
import { type AssessmentLabel, assessmentLabels } from './messages-labels.ts'
import type { StageRefusal } from './rules/assessment.ts'
import type { ValueRefusal } from './rules/fits.ts'
import type { MarkRefusal } from './rules/mark.ts'
import type { AssessmentPermissionRefusal } from './rules/permissions.ts'
import type { SelfScoreRefusal } from './rules/self-score.ts'
import type { KindsRefusal } from './rules/try-out-kinds.ts'
import type { VotesRefusal } from './rules/votes.ts'

export type AssessmentRefusal =
  | StageRefusal
  | AssessmentPermissionRefusal
  | SelfScoreRefusal
  | ValueRefusal
  | MarkRefusal
  | 'assessment.cycle-not-open'
  | 'assessment.sheet-not-issued'
  | 'assessment.sheet-of-another-year'
  | 'assessment.questions-open'
  | 'assessment.nothing-to-rule'
  | 'assessment.sheet-of-another'
  | KindsRefusal
  | ScoreRulingRefusal
  | VotesRefusal
  | 'assessment.opened-already'
  | 'assessment.fact-unknown'
  | 'assessment.fact-held-already'
  | 'assessment.not-rated'
  | 'assessment.not-ones-own'
  | 'assessment.second-person'
  | 'assessment.honour-settled'
  | 'assessment.voters-unknown'
  | 'assessment.survey-not-entered'
  | 'assessment.survey-confirmed'
  | 'assessment.survey-differs'
  | 'assessment.incomplete'
  | 'assessment.branch-incomplete'
  | 'assessment.correction-open'
  | 'assessment.correction-decided'
  | 'assessment.correction-leaves-open'
  | 'assessment.branch-not-on-roster'
  | 'assessment.branch-twice'
  | 'assessment.document-needed'
  | 'assessment.cell-not-read'

export const assessmentMessages: Messages<AssessmentRefusal, AssessmentLabel> = {
  labels: assessmentLabels,
  refusals: {
    'assessment.frozen-already': {
      zh: '考核已经冻结，不能再改；发现有误请按更正办理。',
      en: 'The assessment is frozen and can no longer change; what was wrong is corrected.',
    },
    'assessment.not-frozen': {
      zh: '考核尚未冻结，还没有得分。',
      en: 'The assessment is not frozen yet: there is no score.',
    },
    'assessment.self-scoring-closed': {
      zh: '自评时间为 {from} 至 {to}，现在不能填报或修改。',
      en: 'Branches score themselves from {from} to {to}; it cannot be entered or changed now.',
    },
    'assessment.self-scoring-not-over': {
      zh: '自评到 {to} 截止，截止后才能评分和冻结。',
      en: 'Self-scoring ends on {to}; marks and the freeze come after it.',
    },
    'assessment.year-not-over': {
      zh: '细则的认定日是 {asOf}，过了这一天才能冻结。',
      en: 'The sheet looks at the state of {asOf}; it can be frozen after that day.',
    },
    'assessment.self-scoring-backwards': {
      zh: '自评的截止日早于开始日，请改正。',
      en: 'Self-scoring would end before it begins: please mend the days.',
    },
    'assessment.only-the-office': {
      zh: '由组织考核的党建工作部门办理。',
      en: 'This is done by the Party-building office that runs the assessment.',
    },
    'assessment.only-those-above': {
      zh: '由支部的上级党建工作部门或书记办理。',
      en: 'This is done by an office or secretary above the branch.',
    },
    'assessment.only-the-secretary': { zh: '由本支部书记办理。', en: 'This is done by the secretary of the branch.' },
    'assessment.only-those-concerned': {
      zh: '只有本支部党员和上级党建工作部门可以查看。',
      en: 'Only the branch’s members and those above it can see this.',
    },
    'assessment.not-an-assessor': {
      zh: '{name}现在不是考核组成员，请先办理任职。',
      en: '{name} is not an assessor today: the post must be granted first.',
    },
    'assessment.not-assigned': { zh: '这个支部没有分配给您评分。', en: 'This branch was not given to you to score.' },
    'assessment.own-unit': {
      zh: '本单位人员回避：{name}与该支部同属一个单位，请换人评分。',
      en: '{name} belongs to the same unit as this branch and stands aside; give it to somebody else.',
    },
    'assessment.not-an-indicator': {
      zh: '细则里没有可评分的指标“{indicator}”。',
      en: 'The sheet has no indicator “{indicator}” to score.',
    },
    'assessment.indicator-twice': {
      zh: '指标“{indicator}”填了两次，请保留一个。',
      en: 'The indicator “{indicator}” stands twice: keep one.',
    },
    'assessment.points-out-of-range': {
      zh: '“{indicator}”应在 {least} 至 {most} 分之间。',
      en: '“{indicator}” lies between {least} and {most}.',
    },
    'assessment.fact-of-another-shape': {
      zh: '“{fact}”的值类型不对。',
      en: 'This is not the kind of value that “{fact}” has.',
    },
    'assessment.grade-unlisted': { zh: '“{fact}”只能是：{grades}。', en: '“{fact}” is one of: {grades}.' },
    'assessment.level-unlisted': {
      zh: '表彰级别只能是：{levels}。',
      en: 'The level of an honour is one of: {levels}.',
    },
    'assessment.part-above-whole': {
      zh: '“{fact}”的部分大于总数，请核对。',
      en: 'The part of “{fact}” is greater than the whole.',
    },
    'assessment.name-unlisted': { zh: '“{fact}”只能填：{names}。', en: '“{fact}” takes only: {names}.' },
    'assessment.rank-above-ranked': {
      zh: '“{fact}”的名次大于参加排名的总数，请核对。',
      en: 'The place of “{fact}” is beyond the number ranked.',
    },
    'assessment.thing-incomplete': {
      zh: '“{fact}”有一项没有填全：由考评人定值的要有分值和理由，分享的要有人数。',
      en: 'A thing of “{fact}” is not complete: what is judged needs points and a reason, what is shared the number of people.',
    },
    'assessment.thing-out-of-range': {
      zh: '“{fact}”每项应在 {least} 至 {most} 分之间。',
      en: 'Each thing of “{fact}” lies between {least} and {most}.',
    },
    'assessment.group-unlisted': {
      zh: '评分组只能是：{groups}。细则没有分组的，不要填。',
      en: 'The group of raters is one of: {groups}. Leave it empty where the sheet has none.',
    },
    'assessment.ballot-twice': { zh: '同一票号出现两次，请核对。', en: 'A ballot number stands twice: check it.' },
    'assessment.range-not-known': {
      zh: '评分范围取决于本支部的数据，数据尚未填报，请先请党建工作部门填报。',
      en: 'The range depends on figures of this branch that have not been entered yet: ask the office to enter them first.',
    },
    'assessment.option-unlisted': {
      zh: '票数要逐项填写，各项是：{options}。没有得票的填 0。',
      en: 'Give the votes for each option: {options}. Enter 0 where nobody chose it.',
    },
    'assessment.questions-open': {
      zh: '还有 {count} 个支部的得分须先裁定。可以先核对评分；要先冻结、再裁定的，请确认。',
      en: 'The scores of {count} branches need a ruling. Look at the marks first, or confirm to freeze now and rule afterwards.',
    },
    'assessment.sheet-of-another': {
      zh: '只能试算本组织或上级的细则。',
      en: 'Only a sheet of the organisation or of one above can be tried.',
    },
    'assessment.kinds-unreadable': {
      zh: '看不懂“{part}”。请为每类单位选一个细则中的支部类别。',
      en: '“{part}” cannot be read. Choose a kind of branch of the sheet for each kind of unit.',
    },
    'assessment.nothing-to-rule': {
      zh: '这一项细则已有规定，不用裁定。',
      en: 'The sheet decides this: there is nothing to rule on.',
    },
    'scoring.points-needed': {
      zh: '裁定条款请填写分值，如 7.5。',
      en: 'A ruling on a clause gives its points, such as 7.5.',
    },
    'scoring.name-needed': { zh: '请从这些中选一个：{names}。', en: 'Choose one of: {names}.' },
    'assessment.periods-differ': { zh: '“{fact}”应有 {count} 期。', en: '“{fact}” has {count} periods.' },
    'assessment.not-a-judged-clause': { zh: '这一项不由考评人评分。', en: 'This is not given by assessors.' },
    'assessment.mark-out-of-range': {
      zh: '评分应在 {least} 至 {most} 分之间。',
      en: 'The mark lies between {least} and {most}.',
    },
    'assessment.comparison-needed': { zh: '请写明与哪些支部比较。', en: 'Say which branches it was compared with.' },
    'assessment.cycle-not-open': {
      zh: '这一年度没有开启，或已过批准的有效期，不能组织考核。',
      en: 'The programme year is not open, or its approved term is over.',
    },
    'assessment.sheet-not-issued': {
      zh: '请选用本组织或上级已发布、未被取代的细则。',
      en: 'Choose a sheet issued by the organisation or one above, and not superseded.',
    },
    'assessment.sheet-of-another-year': {
      zh: '细则的年度与创建年度不同。',
      en: 'The sheet is of another year than the programme year.',
    },
    'assessment.opened-already': {
      zh: '这一年度已按这份细则组织考核。',
      en: 'The year is already assessed by this sheet.',
    },
    'assessment.fact-unknown': { zh: '细则里没有这项事实：{fact}。', en: 'The sheet reads no such fact: {fact}.' },
    'assessment.fact-held-already': {
      zh: '“{fact}”由系统已有的记录、主题、评分、测评或表彰得出，不用再报。',
      en: '“{fact}” comes from records, themes, marks, surveys or honours that are held already: no need to supply it.',
    },
    'assessment.not-rated': {
      zh: '该支部成立时间短，按细则不参评。',
      en: 'By the sheet this branch is too young to be rated.',
    },
    'assessment.not-ones-own': {
      zh: '自己填报的，由他人确认。',
      en: 'What you entered is confirmed by somebody else.',
    },
    'assessment.second-person': { zh: '须由另一人办理。', en: 'A second person must do this.' },
    'assessment.honour-settled': {
      zh: '这项表彰已确认或撤回。',
      en: 'This honour was confirmed or withdrawn already.',
    },
    'assessment.voters-unknown': { zh: '参加测评的人群只能是：{voters}。', en: 'The voters are one of: {voters}.' },
    'assessment.votes-do-not-add-up': {
      zh: '票数不合：满意票不多于有效票，收回的票不多于发放数。',
      en: 'The count does not add up: satisfied ≤ valid, and no more came back than were handed out.',
    },
    'assessment.survey-not-entered': { zh: '还没有人录入这次测评。', en: 'Nobody has entered this survey yet.' },
    'assessment.survey-confirmed': { zh: '这次测评已由两人核对。', en: 'Two people have counted this survey already.' },
    'assessment.survey-differs': {
      zh: '与第一次录入的票数不同，请两人一起对照原票。',
      en: 'This differs from the first count: look at the ballots together.',
    },
    'assessment.incomplete': {
      zh: '还有 {count} 个支部的材料不全，不能冻结：{first}等。',
      en: '{count} branches still want something, so it cannot be frozen: {first} …',
    },
    'assessment.branch-incomplete': { zh: '{branch}：{missing}', en: '{branch}: {missing}' },
    'assessment.correction-open': {
      zh: '这项事实已有待批的更正。',
      en: 'A correction of this fact is waiting already.',
    },
    'assessment.correction-decided': { zh: '这项更正已经处理。', en: 'This correction was decided already.' },
    'assessment.correction-leaves-open': {
      zh: '按更正后的事实无法算出总分，请核对更正的内容。',
      en: 'With this correction there would be no total: check what it says.',
    },
    'assessment.branch-not-on-roster': {
      zh: '“{value}”不在参评支部名册里，请核对名称。',
      en: '“{value}” is not a rated branch of the roster.',
    },
    'assessment.branch-twice': { zh: '“{value}”出现两行，请保留一行。', en: '“{value}” stands in two rows: keep one.' },
    'assessment.document-needed': { zh: '请填写依据的文件或文号。', en: 'Say which document it is taken from.' },
    'assessment.cell-not-read': {
      zh: '“{value}”不是这一列的写法，请看表头的说明。',
      en: '“{value}” is not how this column is written: see the note at its heading.',
    },
  },
}
