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
    stages: { zh: '提炼 · 建设 · 打响', en: 'Distilled, built, made known' },
    distil: { zh: '提炼', en: 'Distilled' },
    build: { zh: '建设', en: 'Built' },
    'make-known': { zh: '打响', en: 'Made known' },
    'ground.drafted': { zh: '开始起草', en: 'drafting began' },
    'ground.took-effect': { zh: '公示期满，主题生效', en: 'its theme took effect' },
    'ground.carried-over': { zh: '修订不换品牌，接着算', en: 'a revision that keeps the brand took effect' },
    'ground.taken-over': { zh: '机构调整，由本支部承接', en: 'taken over in a reorganisation' },
    'ground.published': { zh: '批准发布稿件', en: 'a publication was approved' },
    'ground.publication-withdrawn': { zh: '唯一的稿件撤下', en: 'its only publication was withdrawn' },
    see: { zh: '查看主题沿革', en: 'See the story of the theme' },
  },
} satisfies Messages
