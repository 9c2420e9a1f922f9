import type { Messages } from '#basics/messages.ts'

export const storyMessages = {
  refusals: {},
  labels: {
    story: { zh: '主题沿革', en: 'Story of the theme' },
    lead: {
      zh: '历年的主题、修订和确认，新的在前。',
      en: 'Themes, revisions and confirmations over the years, the latest first.',
    },
    nothing: { zh: '还没有主题。', en: 'There is no theme yet.' },
    from: { zh: '生效', en: 'in force since' },
    until: { zh: '至', en: 'until' },
    drafted: { zh: '起草', en: 'drafted' },
    secretary: { zh: '当时的书记', en: 'Secretary then' },
    reason: { zh: '修订理由', en: 'Reason' },
    text: { zh: '主题全文', en: 'The whole text' },
    opinions: { zh: '公示收到意见', en: 'Opinions on its notice' },
    adopted: { zh: '采纳（含部分采纳）', en: 'adopted, in part or whole' },
    confirmations: { zh: '历年确认', en: 'Confirmations' },
    see: { zh: '查看主题沿革', en: 'See the story of the theme' },
  },
} satisfies Messages
