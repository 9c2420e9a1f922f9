import type { Messages } from '#basics/messages.ts'
import type { Encoding } from '#support/spreadsheet/rules/encoding.ts'
import type { ImportState } from './rules/import.ts'
import type { Change } from './rules/import-plan.ts'

type Label =
  | Encoding
  | ImportState
  | Change
  | 'imports'
  | 'importsLead'
  | 'template'
  | 'export'
  | 'exportText'
  | 'table'
  | 'encodingHelp'
  | 'upload'
  | 'looking'
  | 'fileName'
  | 'state'
  | 'uploaded'
  | 'decided'
  | 'contents'
  | 'reason'
  | 'organisations'
  | 'people'
  | 'counts'
  | 'problems'
  | 'warnings'
  | 'plan'
  | 'posts'
  | 'view'
  | 'sheet'
  | 'place'
  | 'column'
  | 'value'
  | 'what'
  | 'row'
  | 'name'
  | 'staffNo'
  | 'belongs'
  | 'change'
  | 'changes'
  | 'post'
  | 'at'
  | 'fromOn'
  | 'fromEffect'
  | 'replaces'
  | 'returns'
  | 'empty'
  | 'marked'
  | 'apply'
  | 'applySure'
  | 'preview'
  | 'discard'
  | 'discardSure'
  | 'confirm'
  | 'confirmSure'
  | 'refuse'
  | 'summary'
  | 'nothingWrong'
  | 'noneYet'
  | 'waits'
  | 'progress'
  | 'problem'
  | 'remarkKind'
  | 'rowNumber'
  | 'cell'
  | 'rowsRead'
  | 'dissolve'
  | 'listNote'
  | 'rowsChecked'
  | 'rowsWritten'
  | 'readingNote'
  | 'encoding'
  | 'readAs'
  | 'sample'
  | 'sampleNote'
  | 'refused-post'
  | 'confirmed-post'
  | 'waiting-post'

/** The words of the screens on which files of organisations and people are brought and decided. */
export const importingMessages: Messages<never, Label> = {
  refusals: {},
  labels: {
    reading: { zh: '读取中', en: 'Being read' },
    faulty: { zh: '有错误', en: 'Has errors' },
    previewed: { zh: '待生效', en: 'Previewed' },
    applied: { zh: '已生效', en: 'In effect' },
    confirmed: { zh: '职务已确认', en: 'Posts confirmed' },
    refused: { zh: '职务已退回', en: 'Posts refused' },
    discarded: { zh: '已放弃', en: 'Given up' },
    'taken-back': { zh: '已撤回', en: 'Taken back' },
    new: { zh: '新增', en: 'New' },
    changed: { zh: '变更', en: 'Changed' },
    unchanged: { zh: '不变', en: 'Unchanged' },
    absent: { zh: '文件未列', en: 'Not in the file' },
    imports: { zh: '组织与人员导入', en: 'Import of organisations and people' },
    importsLead: {
      zh: '先下载模板填写，再上传（.xlsx；也可以是其中一张表另存的 .csv）。上传后只作检查和预览，点“生效”才写入；职务由安全保密管理员确认后起作用。',
      en: 'Fill in the template and upload it (.xlsx, or one of its sheets saved as .csv). It is checked and previewed; nothing is written before it takes effect, and posts count once the security administrator has confirmed them.',
    },
    template: { zh: '下载模板', en: 'Template' },
    export: { zh: '导出现有名册', en: 'Export what is on record' },
    exportText: { zh: '导出为 CSV', en: 'Export as CSV' },
    table: { zh: '哪张表', en: 'Which table' },
    encodingHelp: {
      zh: '新版 Excel、WPS 用 UTF-8；老系统打开是乱码时，改用 GB18030',
      en: 'UTF-8 for present spreadsheet programs; GB18030 for old Chinese systems',
    },
    upload: { zh: '上传文件', en: 'Upload a file' },
    looking: { zh: '正在检查文件，请稍候', en: 'Looking through the file' },
    fileName: { zh: '文件', en: 'File' },
    state: { zh: '状态', en: 'State' },
    uploaded: { zh: '上传', en: 'Brought' },
    decided: { zh: '办结', en: 'Decided' },
    contents: { zh: '内容', en: 'Contents' },
    reason: { zh: '退回原因', en: 'Reason' },
    organisations: { zh: '组织', en: 'Organisations' },
    people: { zh: '人员', en: 'People' },
    counts: { zh: '改动情况', en: 'What changes' },
    problems: { zh: '错误', en: 'Errors' },
    warnings: { zh: '提醒', en: 'Notes' },
    plan: { zh: '逐行预览', en: 'Row by row' },
    posts: { zh: '职务', en: 'Posts' },
    view: { zh: '查看', en: 'View' },
    sheet: { zh: '表', en: 'Sheet' },
    place: { zh: '位置', en: 'Place' },
    column: { zh: '列', en: 'Column' },
    value: { zh: '填写的内容', en: 'What stands there' },
    what: { zh: '原因', en: 'Reason' },
    row: { zh: '第 {row} 行', en: 'Row {row}' },
    name: { zh: '名称', en: 'Name' },
    staffNo: { zh: '工号', en: 'Staff number' },
    belongs: { zh: '上级或所在组织', en: 'Above, or belongs to' },
    change: { zh: '变化', en: 'Change' },
    changes: { zh: '改动', en: 'What changes' },
    post: { zh: '职务', en: 'Post' },
    at: { zh: '任职组织', en: 'In' },
    fromOn: { zh: '任职日期', en: 'From' },
    fromEffect: { zh: '生效之日', en: 'the day it takes effect' },
    replaces: { zh: '接替 {name}', en: 'follows {name}' },
    returns: { zh: '重新在册', en: 'is back' },
    empty: { zh: '空', en: 'empty' },
    marked: { zh: '下载标出错误的文件', en: 'Download what is wrong in the file' },
    apply: { zh: '生效', en: 'Put into effect' },
    applySure: {
      zh: '组织新增 {organisations} 个、变更 {organisationsChanged} 个，人员新增 {people} 名、变更 {peopleChanged} 名，{posts} 项职务等待确认。要么全部生效，要么全不生效。',
      en: '{organisations} new and {organisationsChanged} changed organisations, {people} new and {peopleChanged} changed people, {posts} posts to be confirmed: all of it, or none.',
    },
    preview: { zh: '重新预览', en: 'Preview again' },
    discard: { zh: '放弃', en: 'Give up' },
    discardSure: { zh: '文件不再保留，什么也不会写入。', en: 'The file is not kept, and nothing is written.' },
    confirm: { zh: '确认职务', en: 'Confirm the posts' },
    confirmSure: {
      zh: '{people} 人的职务立即起作用，接任书记的，前任同时结束。请先逐项看过。',
      en: 'The posts of {people} people take effect at once; secretaries who are followed end. Look at each of them first.',
    },
    refuse: { zh: '退回职务', en: 'Refuse the posts' },
    summary: {
      zh: '组织 {organisations}，人员 {people}，职务 {posts}',
      en: '{organisations} organisations, {people} people, {posts} posts',
    },
    noneYet: { zh: '还没有上传过文件', en: 'No file was brought yet' },
    nothingWrong: { zh: '没有错误', en: 'No errors' },
    waits: { zh: '{people} 人的职务等待确认', en: 'Posts of {people} people wait to be confirmed' },
    problem: { zh: '错误', en: 'Error' },
    remarkKind: { zh: '类型', en: 'Kind' },
    rowNumber: { zh: '行号', en: 'Row' },
    cell: { zh: '单元格', en: 'Cell' },
    progress: { zh: '进度', en: 'How far it has come' },
    listNote: {
      zh: '把本清单和“{file}”放在同一个文件夹里，点单元格地址就能打开那一格。',
      en: 'Keep this list in one folder with "{file}": a click on the address of a cell opens that cell.',
    },
    dissolve: { zh: '登记撤销', en: 'Dissolve it by an act' },
    rowsRead: { zh: '读取 {read} 行', en: '{read} rows read' },
    rowsChecked: { zh: '核对 {checked} 行', en: '{checked} rows checked' },
    rowsWritten: { zh: '写入 {written} 行', en: '{written} rows written' },
    readingNote: {
      zh: '文件较大，正在后台读取和核对，什么也没有写入。可以先离开本页，稍后再来看。',
      en: 'The file is long and is being read and checked; nothing is written. You can leave this page and come back.',
    },
    encoding: { zh: '文字编码', en: 'Character encoding' },
    'utf-8': { zh: 'UTF-8', en: 'UTF-8' },
    gb18030: { zh: 'GB18030（GBK）', en: 'GB18030 (GBK)' },
    'utf-16le': { zh: 'UTF-16', en: 'UTF-16' },
    'utf-16be': { zh: 'UTF-16（高位在前）', en: 'UTF-16 (big-endian)' },
    readAs: { zh: '按 {encoding} 重新读取', en: 'Read again as {encoding}' },
    sample: { zh: '文件的前几行', en: 'The first rows of the file' },
    sampleNote: {
      zh: '请看下面的前几行：如果是乱码，说明编码认错了，请换一种编码重新读取。',
      en: 'Look at the first rows: if they make no sense, the encoding is not the right one. Read the file again in another.',
    },
    'waiting-post': { zh: '待确认', en: 'Waits' },
    'confirmed-post': { zh: '已确认', en: 'Confirmed' },
    'refused-post': { zh: '已退回', en: 'Refused' },
  },
}
