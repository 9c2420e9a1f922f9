import type { Messages } from '#basics/messages.ts'
import { questionnaireLabels } from './messages-labels.ts'
import type { AnswerRefusal } from './rules/answer.ts'
import type { QuestionnairePermission } from './rules/permissions.ts'
import type { QuestionnaireRefusal } from './rules/questionnaire.ts'

export const questionnaireMessages: Messages<
  QuestionnaireRefusal | AnswerRefusal | QuestionnairePermission | 'questionnaire.not-a-code',
  keyof typeof questionnaireLabels
> = {
  refusals: {
    'questionnaire.not-draft': { zh: '问卷已经不是草稿', en: 'It is no longer a draft' },
    'questionnaire.not-open': { zh: '问卷不在进行中', en: 'The questionnaire is not open' },
    'questionnaire.too-few-options': {
      zh: '第 {place} 题至少要有两个选项',
      en: 'Question {place} needs two options or more',
    },
    'questionnaire.text-has-no-options': {
      zh: '第 {place} 题是填写题，不要选项',
      en: 'Question {place} is answered in words: it has no options',
    },
    'questionnaire.option-twice': { zh: '第 {place} 题有重复的选项', en: 'Question {place} has an option twice' },
    'questionnaire.about-self-is-one': {
      zh: '第 {place} 题问本人情况，只能单选',
      en: 'Question {place} asks who somebody is: one choice only',
    },
    'questionnaire.asked-twice-here': { zh: '第 {place} 题与前面的题目相同', en: 'Question {place} is asked before' },
    'questionnaire.group-within-group': {
      zh: '发放范围里有上下级：同一个人会被问两次，请只留一个',
      en: 'One organisation is within another: its people would be asked twice; keep one of them',
    },
    'questionnaire.is-over': { zh: '问卷已过截止日', en: 'The last day of the questionnaire is over' },
    'questionnaire.not-over': {
      zh: '截止日过后才能结束：不能挑时候看结果',
      en: 'It can be closed after its last day only, so that nobody picks the moment',
    },
    'questionnaire.already-asked': {
      zh: '“{question}”已在问卷《{title}》里问过同一批人，请直接用那里的结果：{link}',
      en: '“{question}” is asked of the same people in “{title}”: please use its result: {link}',
    },
    'questionnaire.approved-by-its-author': {
      zh: '草拟人不能同意自己的问卷',
      en: 'Whoever drafted it cannot agree to it',
    },
    'questionnaire.no-such-group': { zh: '这个组织不在发放范围里', en: 'This organisation is not asked' },
    'questionnaire.unknown-code': {
      zh: '没有这张凭证：请核对凭证号；重印过的，旧凭证已作废',
      en: 'There is no such slip: check the code; slips printed earlier are void after a reprint',
    },
    'questionnaire.slip-used': {
      zh: '这张凭证已经用过：答卷已收下，不必再填',
      en: 'This slip has been used: its answer was taken, nothing more to do',
    },
    'questionnaire.key-lost': {
      zh: '答卷的密钥已不在这台机器上（恢复过备份或换过机器），答卷打不开；请作废这份问卷，重新发放',
      en: 'The key of the answers is no longer on this machine (a backup was restored, or it moved): give this one up and ask again',
    },
    'questionnaire.online-by-office-and-document': {
      zh: '网上作答须同时写明法制部门和依据文号',
      en: 'Answers online need both the legal office and its document',
    },
    'questionnaire.too-few-asked': {
      zh: '只问 {asked} 人，不足 {least} 人，答卷会指向个人；请扩大范围',
      en: 'Only {asked} people are asked, fewer than {least}: answers would point at them; ask more',
    },
    'questionnaire.isolates': {
      zh: '本人情况的题目有 {combinations} 种组合，最小的组只有 {smallest} 人，平均不到 {least} 人一种，会认出个人；请减少这类题目或合并小组',
      en: 'Questions about oneself have {combinations} combinations and the smallest group {smallest} people, fewer than {least} to each: people would stand alone; ask fewer of them or merge groups',
    },
    'questionnaire.no-such-question': { zh: '没有第 {place} 题', en: 'There is no question {place}' },
    'questionnaire.no-such-option': { zh: '第 {place} 题没有这个选项', en: 'Question {place} has no such option' },
    'questionnaire.one-only': { zh: '第 {place} 题只能选一个', en: 'Question {place} takes one choice' },
    'questionnaire.answered-otherwise': {
      zh: '第 {place} 题的作答方式不对',
      en: 'Question {place} is answered otherwise',
    },
    'questionnaire.answered-twice': { zh: '第 {place} 题答了两次', en: 'Question {place} is answered twice' },
    'questionnaire.nothing-answered': {
      zh: '一题也没有答，请至少答一题',
      en: 'Nothing is answered: please answer one question at least',
    },
    'questionnaire.from-above-only': {
      zh: '问卷由发起组织的书记或党建工作部门办理',
      en: 'Questionnaires are handled by the secretary or the office of the organisation that asks',
    },
    'questionnaire.approved-by-a-secretary': {
      zh: '超出预算由本级或上级书记署名同意',
      en: 'Going above the budget is agreed to by a secretary',
    },
    'questionnaire.only-below-oneself': { zh: '只能问本组织和下级', en: 'Only oneself and those below can be asked' },
    'questionnaire.on-paper-only': {
      zh: '这份问卷只在纸上作答：请写在纸质问卷上，投入收集箱',
      en: 'This one is answered on paper: please write on the sheet and put it into the box',
    },
    'questionnaire.not-a-code': { zh: '凭证号是十六位字母和数字', en: 'A code is sixteen letters and digits' },
  },
  labels: questionnaireLabels,
}
