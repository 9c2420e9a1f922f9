import type { Messages } from '#basics/messages.ts'
import { spreadsheetMessages } from '#support/spreadsheet/messages.ts'
import type { LiftRefusal } from './rules/lifting.ts'
import type { LintTable } from './rules/lint-found.ts'
import type { SheetState } from './rules/permissions.ts'
import type { OutcomeList } from './rules/sayings-outcomes.ts'

export type ScoringRefusal =
  | 'scoring.only-the-office-of-the-organisation'
  | 'scoring.not-of-a-branch'
  | 'scoring.issued-already'
  | 'scoring.later-version-issued'
  | 'scoring.barred'
  | 'scoring.only-the-secretary-of-the-organisation'
  | LiftRefusal

type Label =
  | SheetState
  | LintTable
  | OutcomeList
  | 'sheets'
  | 'sheet'
  | 'worksheet'
  | 'code'
  | 'title'
  | 'year'
  | 'asOf'
  | 'number'
  | 'state'
  | 'organisation'
  | 'importedAt'
  | 'importedBy'
  | 'issuedAt'
  | 'file'
  | 'hash'
  | 'import'
  | 'chooseFile'
  | 'template'
  | 'example'
  | 'download'
  | 'issue'
  | 'issueSure'
  | 'issueRow'
  | 'errors'
  | 'errorsFound'
  | 'row'
  | 'column'
  | 'problem'
  | 'lints'
  | 'noLints'
  | 'error'
  | 'warning'
  | 'empty'
  | 'indicator'
  | 'max'
  | 'clause'
  | 'fact'
  | 'range'
  | 'percentOf'
  | 'all'
  | 'secret'
  | 'lift'
  | 'liftHint'
  | 'legalOffice'
  | 'liftDocument'
  | 'decidedOn'
  | 'liftReason'
  | 'liftedSaid'
  | 'version'
  | 'anyLevel'

export const scoringMessages: Messages<ScoringRefusal | keyof typeof spreadsheetMessages.refusals, Label> = {
  refusals: {
    ...spreadsheetMessages.refusals,
    'scoring.only-the-office-of-the-organisation': {
      zh: '考核细则由该组织的党建工作部门导入和发布。',
      en: 'The organisation’s own Party-building office imports and issues its rule sheets.',
    },
    'scoring.not-of-a-branch': {
      zh: '考核细则由组织开展创建活动的党委（党组、党总支）制定，不属于党支部。',
      en: 'A rule sheet belongs to the organisation that runs the programme, not to a branch.',
    },
    'scoring.issued-already': { zh: '这一版已经发布。', en: 'This version has been issued already.' },
    'scoring.later-version-issued': {
      zh: '同一细则已有更新的版本发布，请使用新版本。',
      en: 'A later version of this sheet has been issued: use that one.',
    },
    'scoring.only-the-secretary-of-the-organisation': {
      zh: '由本组织的书记办理：导入和发布细则的部门不能自己解除。',
      en: 'This is done by the secretary of the organisation: whoever imports and issues a sheet does not lift its bars.',
    },
    'scoring.row-not-barred': {
      zh: '这一行没有被禁止的内容；其他错误请改正后重新导入。',
      en: 'This row is not barred; other errors are mended in the file.',
    },
    'scoring.lifted-already': { zh: '这一行已经解除。', en: 'The bar on this row is lifted already.' },
    'scoring.lift-in-future': {
      zh: '法制部门的决定日期不能晚于今天。',
      en: 'The legal office cannot have decided on a day to come.',
    },
    'scoring.barred': {
      zh: '不能发布，有 {count} 处须先改正：\n{rows}',
      en: 'It cannot be issued; {count} rows must be mended first:\n{rows}',
    },
  },
  labels: {
    draft: { zh: '草稿', en: 'Draft' },
    issued: { zh: '已发布', en: 'Issued' },
    superseded: { zh: '已被新版取代', en: 'Superseded' },
    facts: { zh: '事实', en: 'Facts' },
    indicators: { zh: '指标', en: 'Indicators' },
    clauses: { zh: '条款', en: 'Clauses' },
    total: { zh: '总分', en: 'Total' },
    levels: { zh: '等次', en: 'Levels' },
    gates: { zh: '前置条件', en: 'Gates' },
    vetoes: { zh: '一票否决', en: 'Vetoes' },
    promotions: { zh: '直接定级', en: 'Direct promotion' },
    quotas: { zh: '名额', en: 'Quotas' },
    links: { zh: '挂钩', en: 'What follows from the score' },
    ladder: { zh: '晋级', en: 'Ladder' },
    stars: { zh: '星项', en: 'Stars' },
    panel: { zh: '考评人评分', en: 'Marks of assessors' },
    requirements: { zh: '等次条件', en: 'What a level requires' },
    groups: { zh: '等次归类', en: 'Groups of levels' },
    ranking: { zh: '排名（不公开）', en: 'Ranking (never public)' },
    naming: { zh: '评选', en: 'Naming' },
    sheets: { zh: '考核细则', en: 'Rule sheets' },
    sheet: { zh: '考核细则', en: 'Rule sheet' },
    worksheet: { zh: '工作表', en: 'Worksheet' },
    code: { zh: '编号', en: 'Code' },
    title: { zh: '名称', en: 'Title' },
    year: { zh: '年度', en: 'Year' },
    asOf: { zh: '认定日', en: 'As of' },
    number: { zh: '版本', en: 'Version' },
    state: { zh: '状态', en: 'State' },
    organisation: { zh: '制定组织', en: 'Organisation' },
    importedAt: { zh: '导入时间', en: 'Imported' },
    importedBy: { zh: '导入人', en: 'Imported by' },
    issuedAt: { zh: '发布时间', en: 'Issued' },
    file: { zh: '文件', en: 'File' },
    hash: { zh: '内容摘要（SHA-256）', en: 'Hash (SHA-256)' },
    import: { zh: '导入细则', en: 'Import a sheet' },
    chooseFile: { zh: '选择 Excel 文件', en: 'Choose an Excel file' },
    template: { zh: '下载空白模板', en: 'Empty template' },
    example: { zh: '下载示例细则', en: 'Filled example' },
    download: { zh: '下载', en: 'Download' },
    issue: { zh: '发布', en: 'Issue' },
    issueSure: {
      zh: '发布后这一版不能再改，考核按它计分。',
      en: 'Once issued this version cannot change; assessments score by it.',
    },
    issueRow: { zh: '须改正', en: 'To mend' },
    errors: { zh: '文件中的错误', en: 'Errors in the file' },
    errorsFound: {
      zh: '有 {count} 处错误，没有保存。请在 Excel 中改正后重新导入。',
      en: '{count} errors; nothing was kept. Mend them in Excel and import again.',
    },
    row: { zh: '行', en: 'Row' },
    column: { zh: '列', en: 'Column' },
    problem: { zh: '问题', en: 'Problem' },
    lints: { zh: '检查结果', en: 'Checks' },
    noLints: { zh: '没有发现问题。', en: 'Nothing was found.' },
    error: { zh: '不能发布', en: 'Bars issuing' },
    warning: { zh: '提示', en: 'Remark' },
    empty: {
      zh: '还没有考核细则。可先下载示例细则，在其上修改后导入。',
      en: 'There is no rule sheet yet. Download the filled example, change it and import it.',
    },
    indicator: { zh: '指标', en: 'Indicator' },
    max: { zh: '分值', en: 'Points' },
    clause: { zh: '条款', en: 'Clause' },
    fact: { zh: '依据的事实', en: 'Fact it reads' },
    range: { zh: '范围', en: 'Range' },
    percentOf: {
      zh: '“{level}”中命名，各片区不超过参评支部的 {percent}%',
      en: 'Named among “{level}”, at most {percent}% of the rated branches of each region',
    },
    all: { zh: '“{level}”中命名，不超过参评支部的 {percent}%', en: 'Named among “{level}”, at most {percent}% of all' },
    lift: { zh: '登记解除', en: 'Record that it was lifted' },
    liftHint: {
      zh: '只登记法制部门书面作出的决定。登记后细则可以发布，决定随细则公开。',
      en: 'Only what a legal office decided in writing. The sheet can then be issued, and the decision stands beside the row for all to read.',
    },
    legalOffice: { zh: '作出决定的法制部门', en: 'Legal office' },
    liftDocument: { zh: '文号', en: 'Document number' },
    decidedOn: { zh: '决定日期', en: 'Decided on' },
    liftReason: { zh: '理由', en: 'Reason' },
    liftedSaid: {
      zh: '已由{legalOffice}于 {decidedOn} 解除（{document}）：{reason}。{by}登记',
      en: 'Lifted by {legalOffice} on {decidedOn} ({document}): {reason}. Recorded by {by}',
    },
    secret: {
      zh: '不得上传涉密信息和工作秘密。',
      en: 'Do not upload classified information or work secrets.',
    },
    anyLevel: { zh: '各等次', en: 'any level' },
    version: { zh: '第 {number} 版', en: 'Version {number}' },
  },
}
