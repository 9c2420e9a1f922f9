import type { Language, Messages, Said } from '#basics/messages.ts'
import type { Hindrance } from './rules/taking-back.ts'

type Label =
  | Hindrance
  | 'takeBack'
  | 'takingBack'
  | 'lead'
  | 'wouldCease'
  | 'wouldReturn'
  | 'units'
  | 'postsEnd'
  | 'secretariesReturn'
  | 'undone'
  | 'inTheWay'
  | 'inTheWayNote'
  | 'nothingInTheWay'
  | 'more'
  | 'whose'
  | 'why'
  | 'times'
  | 'reason'
  | 'reasonHelp'
  | 'sure'
  | 'takenBackBy'
  | 'backToFile'
  | 'working'

/** The words for taking a file back. */
export const takingBackMessages: Messages<never, Label> = {
  refusals: {},
  labels: {
    takeBack: { zh: '撤回导入', en: 'Take the import back' },
    takingBack: { zh: '撤回导入', en: 'Taking an import back' },
    lead: {
      zh: '整份文件一起撤回，不能只撤回一部分。新增的视为从未有过；变更的自今日起恢复原样，其间各日仍按当时的情形查得到。导入和撤回都留在操作记录里。',
      en: 'The file is taken back as a whole. What it made never was; what it changed is again as it was from today on, while the days between read as they were. Both acts stay in the history.',
    },
    undone: { zh: '撤回哪些内容', en: 'What is undone' },
    wouldCease: { zh: '不再存在', en: 'Cease to exist' },
    wouldReturn: { zh: '恢复原样', en: 'As before' },
    units: { zh: '单位', en: 'Units' },
    postsEnd: {
      zh: '{posts} 项职务今日结束，或不再等待确认。',
      en: '{posts} posts end today, or wait no longer.',
    },
    secretariesReturn: {
      zh: '{people} 名被接任的书记：今日才结束的继续任职，更早结束的重新提名、等待确认。',
      en: '{people} secretaries were followed: those who ended today go on, the others are proposed again and wait.',
    },
    inTheWay: { zh: '现在还不能撤回', en: 'It cannot be taken back yet' },
    inTheWayNote: {
      zh: '下列事项以这次导入为依据。请先逐项处理，再来撤回。',
      en: 'These depend on what the file brought. Deal with them first.',
    },
    nothingInTheWay: {
      zh: '没有其他事项以这次导入为依据，可以撤回。',
      en: 'Nothing depends on it: it can be taken back.',
    },
    more: { zh: '只列出前一百项，还有更多。', en: 'The first hundred are listed; there are more.' },
    whose: { zh: '组织、人员或单位', en: 'Organisation, person or unit' },
    why: { zh: '事项', en: 'What' },
    times: { zh: '{what} {count} 项', en: '{what}: {count}' },
    reason: { zh: '撤回原因', en: 'Why it is taken back' },
    reasonHelp: { zh: '例：文件选错，误将草稿名册导入', en: 'Such as: the wrong file, a draft of the register' },
    sure: {
      zh: '整份导入都会撤回，不能恢复；需要时请重新导入。',
      en: 'All of it is taken back for good; bring it anew if needed.',
    },
    takenBackBy: { zh: '撤回', en: 'Taken back' },
    backToFile: { zh: '返回导入', en: 'Back to the import' },
    working: { zh: '正在撤回：已处理 {rows} 人', en: 'Being taken back: {rows} people dealt with' },
    'in-use': { zh: '已被使用', en: 'In use' },
    'changed-later': { zh: '导入之后又有变更', en: 'Changed since' },
    'account-used': { zh: '已启用账号', en: 'The account is in use' },
    acted: { zh: '已凭导入的职务办理过事项', en: 'Has acted by a post that the file gave' },
    administrator: {
      zh: '担任管理员，请先由管理其账号的管理员结束职务',
      en: 'Is an administrator: have that post ended first by whoever keeps the account',
    },
    'own-post': {
      zh: '是您本人的职务，请由另一名管理员先结束',
      en: 'It is a post of your own: have another administrator end it first',
    },
    'former-gone': { zh: '原来所在的党组织已撤销', en: 'The organisation they came from has ended' },
    'number-taken': { zh: '原来的工号已给了别人', en: 'The former staff number is somebody else’s now' },
  },
}

/** What is kept in a table, as people call it. Whatever is not named here is a record of some kind. */
const tables: Record<string, Said> = {
  theme: { zh: '品牌主题', en: 'Themes' },
  theme_step: { zh: '主题的审核', en: 'Reviews of themes' },
  theme_call: { zh: '征集', en: 'Calls' },
  theme_prompt_answer: { zh: '年度确认', en: 'Yearly confirmations' },
  theme_phrase: { zh: '常用语', en: 'Common phrases' },
  theme_route_plan: { zh: '把关路线', en: 'Routes of review' },
  contribution: { zh: '征集意见', en: 'Contributions' },
  building_record: { zh: '建设记录', en: 'Records' },
  building_record_version: { zh: '建设记录的旧稿', en: 'Earlier wordings of records' },
  evidence: { zh: '材料', en: 'Evidence' },
  honour: { zh: '荣誉', en: 'Honours' },
  duty: { zh: '责任事项', en: 'Duties' },
  duty_holder: { zh: '到期时的责任人', en: 'Duties answered for' },
  notice: { zh: '公示', en: 'Notices' },
  opinion: { zh: '意见', en: 'Opinions' },
  cycle: { zh: '年度', en: 'Programme years' },
  sheet: { zh: '考核细则', en: 'Rule sheets' },
  assessment: { zh: '考核', en: 'Assessments' },
  assessed_branch: { zh: '考核名单', en: 'Places in an assessment' },
  assessor_assignment: { zh: '考核分工', en: 'Assignments of assessors' },
  rating: { zh: '评分', en: 'Ratings' },
  self_score: { zh: '自评', en: 'Self-scores' },
  selection: { zh: '评选', en: 'Selections' },
  selection_line: { zh: '评选结果', en: 'Results of selections' },
  title: { zh: '命名', en: 'Titles' },
  reorganisation: { zh: '机构调整', en: 'Reorganisations' },
  reorganisation_party: { zh: '机构调整', en: 'Reorganisations' },
  reorganisation_line: { zh: '机构调整', en: 'Reorganisations' },
  organisation: { zh: '下级或并入的党组织', en: 'Organisations below it or merged into it' },
  organisation_span: { zh: '下级党组织', en: 'Organisations below it' },
  organisation_unit: { zh: '对应的党组织', en: 'Organisations tied to it' },
  unit: { zh: '下级或并入的单位', en: 'Units below it or merged into it' },
  unit_span: { zh: '下级单位', en: 'Units below it' },
  person: { zh: '人员', en: 'People' },
  membership: { zh: '人员', en: 'People' },
  post: { zh: '岗位', en: 'Posts' },
  import: { zh: '导入', en: 'Imports' },
  history: { zh: '操作记录', en: 'Lines of the history' },
}

export function sayWhere(table: string, language: Language): string {
  return (tables[table] ?? { zh: '其他记录', en: 'Other records' })[language]
}
