import type { Messages } from '#basics/messages.ts'

type Refusal = 'suggestion.office-of-the-root-only' | 'suggestion.already-answered'
type Label =
  | 'title'
  | 'lead'
  | 'text'
  | 'contact'
  | 'contactHint'
  | 'give'
  | 'given'
  | 'keepAddress'
  | 'givenOn'
  | 'answer'
  | 'answeredOn'
  | 'noAnswer'
  | 'open'
  | 'answered'
  | 'state'
  | 'empty'
  | 'doing'

export const suggestionMessages: Messages<Refusal, Label> = {
  refusals: {
    'suggestion.office-of-the-root-only': {
      zh: '投诉建议由最上级党组织的党建工作部门办理',
      en: 'Complaints and suggestions are dealt with by the office of the topmost organisation',
    },
    'suggestion.already-answered': { zh: '已经答复过', en: 'It has been answered already' },
  },
  labels: {
    title: { zh: '投诉建议', en: 'Complaints and suggestions' },
    lead: {
      zh: '对系统和创建活动有意见、建议或投诉，请写在这里。不记录您的姓名；想要回复的，可以留联系方式，也可以凭回执地址查看答复。',
      en: 'Please write here what you complain of or suggest, about the system or the programme. Your name is not kept. You can leave a contact, or come back to the address of the receipt for the answer.',
    },
    text: { zh: '内容', en: 'What you want to say' },
    contact: { zh: '联系方式（选填）', en: 'Contact (optional)' },
    contactHint: { zh: '只有办理部门能看到', en: 'Seen by the handling office alone' },
    give: { zh: '提交', en: 'Send' },
    given: { zh: '已收到', en: 'Received' },
    keepAddress: {
      zh: '请收藏本页地址，以后凭它查看答复。',
      en: 'Please keep the address of this page: it shows the answer later.',
    },
    givenOn: { zh: '提交日期', en: 'Given on' },
    answer: { zh: '答复', en: 'Answer' },
    answeredOn: { zh: '答复日期', en: 'Answered on' },
    noAnswer: { zh: '还没有答复', en: 'Not answered yet' },
    open: { zh: '待答复', en: 'To be answered' },
    answered: { zh: '已答复', en: 'Answered' },
    state: { zh: '状态', en: 'State' },
    empty: { zh: '没有投诉建议', en: 'There are no complaints or suggestions' },
    doing: { zh: '操作', en: 'Actions' },
  },
}
