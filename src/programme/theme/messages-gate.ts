import { type Language, labelsIn, type Messages } from '#basics/messages.ts'
import { themeLabels } from './rules/labels.ts'
import { type Answer, type Question, questions } from './rules/questions.ts'

/** What the sheet of a review says. */
const labels = {
  sheet: { zh: '审核要点', en: 'What to look at' },
  sheetHint: {
    zh: '五条都答“是”才能同意；有一条答“否”，请退回。',
    en: 'Five times yes to pass; return it where the answer is no.',
  },
  'question.tie': { zh: '与中心工作结合紧密吗？', en: 'Closely tied to the core work?' },
  'question.strengths': { zh: '立足支部自身优势吗？', en: "Built on the branch's own strengths?" },
  'question.lasting': { zh: '能长期坚持吗？', en: 'Can it last?' },
  'question.aspect': { zh: '至少在一个方面优势明显吗？', en: 'Clearly ahead in at least one aspect?' },
  'question.comparison': { zh: '说清了和谁比吗？', en: 'Said of whom it is ahead?' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  allYes: { zh: '审核要点均为“是”', en: 'Every question answered with yes' },
  remark: { zh: '备注', en: 'Remark' },
  remarkHint: {
    zh: '答“否”时写明差在哪里，退回时可不再另写理由',
    en: 'Where it is no, say what is missing; it serves as the reason',
  },
  notWritten: { zh: '没有填写', en: 'Not written' },
  decision: { zh: '审核意见', en: 'Decision' },
  onlyReturn: { zh: '按审核路线，这一级只能同意或退回。', en: 'By the route this stage passes or returns only.' },
  passOrReturn: { zh: '只能同意或退回', en: 'Passes or returns only' },
  nobody: {
    zh: '这一环节现在没有人能审核，请联系组织创建活动的党建工作部门。',
    en: 'Nobody can review at this stage now; ask the office that runs the programme.',
  },
  nearNew: { zh: '与本支部主题相近的新主题', en: "New themes near to your branch's" },
  nearNewHint: { zh: '正在办理，只作提示，不用办理。', en: 'On their way; for your information only.' },
  nearTo: { zh: '相近主题 {themes} 个，最近的是“{nearest}”', en: '{themes} near, the nearest “{nearest}”' },
  sharedWords: { zh: '相同的字词', en: 'Shared words' },
  by: { zh: '期限', en: 'Due by' },
  late: { zh: '已超期，期限', en: 'Overdue since' },
  anyDay: { zh: '不限', en: 'No limit' },
  workingDays: { zh: '个工作日', en: 'working days' },
  reviewers: { zh: '由谁审', en: 'Reviewed by' },
} as const

export const gateMessages: Messages<never, keyof typeof labels> = { refusals: {}, labels }

/** What a reviewer answered, in one line; all yes without a remark is said as that. */
export function sayAnswers(answers: readonly ({ question: Question } & Answer)[], language: Language): string {
  const say = labelsIn(gateMessages, language)
  if (answers.length === questions.length && answers.every(({ answer, remark }) => answer === 'yes' && !remark))
    return say.allYes
  return answers
    .map(({ question, answer, remark }) => {
      return `${themeLabels[question][language]} ${say[answer]}${remark && `（${remark}）`}`
    })
    .join('；')
}
