import type { Messages } from '#basics/messages.ts'
import type { BoardStage } from './rules/board.ts'

const stages: Record<BoardStage, { zh: string; en: string }> = {
  none: { zh: '还没有主题', en: 'No theme' },
  drafting: { zh: '起草中', en: 'Drafting' },
  'in-review': { zh: '审核中', en: 'In review' },
  'sent-back': { zh: '已退回', en: 'Sent back' },
  'in-check': { zh: '保密审查中', en: 'In check' },
  'to-disclose': { zh: '待公示', en: 'To disclose' },
  'on-notice': { zh: '公示中', en: 'On notice' },
  building: { zh: '建设中', en: 'Building' },
  'made-known': { zh: '已打响', en: 'Made known' },
}

const labels = {
  ...stages,
  board: { zh: '品牌一览', en: 'Board of brands' },
  lead: {
    zh: '所管各支部的品牌走到了哪一步。不对外公开。',
    en: 'How far the brand of each branch you answer for has come. Not public.',
  },
  all: { zh: '全部支部', en: 'All branches' },
  branch: { zh: '党支部', en: 'Branch' },
  region: { zh: '片区', en: 'Region' },
  noRegion: { zh: '未定片区', en: 'No region' },
  unit: { zh: '单位', en: 'Unit' },
  stage: { zh: '进度', en: 'Stage' },
  theme: { zh: '主题', en: 'Theme' },
  detail: { zh: '现在', en: 'Now' },
  search: { zh: '支部或主题', en: 'Branch or theme' },
  export: { zh: '导出 Excel', en: 'Export to Excel' },
  nothing: { zh: '没有符合条件的支部', en: 'No branch fits' },
  since: { zh: '生效于', en: 'in force since' },
  known: { zh: '打响于', en: 'made known on' },
  until: { zh: '公示至', en: 'on notice until' },
  with: { zh: '在', en: 'with' },
  waited: { zh: '已', en: 'for' },
  days: { zh: '天', en: 'day(s)' },
  revision: { zh: '修订', en: 'revision' },
  byRegion: { zh: '各片区', en: 'By region' },
  count: { zh: '支部数', en: 'Branches' },
} as const

export const boardMessages: Messages<
  'theme.board-for-those-who-answer' | 'theme.too-many-to-export',
  keyof typeof labels
> = {
  refusals: {
    'theme.board-for-those-who-answer': {
      zh: '品牌一览供各级书记和党建工作部门使用',
      en: 'The board is for secretaries and Party-building offices',
    },
    'theme.too-many-to-export': {
      zh: '一次最多导出 {most} 个支部，请缩小筛选范围',
      en: 'At most {most} branches can be exported at once; please narrow the filter',
    },
  },
  labels,
}
