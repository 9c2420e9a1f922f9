import type { Messages } from '#basics/messages.ts'
import { spreadsheetMessages } from '#support/spreadsheet/messages.ts'
import type { ImportRefusal } from './rules/import.ts'
import type { ImportReason, ImportWarning } from './rules/import-lines.ts'
import type { PostRefusal } from './rules/posts.ts'

type OwnReason = Exclude<ImportReason | ImportWarning | ImportRefusal, PostRefusal>

type Label =
  | 'templateTitle'
  | 'peopleTitle'
  | 'noteStars'
  | 'noteExample'
  | 'noteBlank'
  | 'notePeople'
  | 'noteSecret'
  | 'templateName'
  | 'exportName'
  | 'marked'
  | 'listed'
  | 'warning'
  | 'none'
  | 'wholeFile'

const own: Record<OwnReason, { zh: string; en: string }> = {
  'organisation.import-nothing-in-it': {
    zh: '两张表里都没有可导入的行。请在模板中填写后再上传。',
    en: 'There is no row to import in either sheet. Fill in the template and upload it.',
  },
  'organisation.import-row-differs': {
    zh: '与第 {row} 行是同一个组织或同一个人，但内容不一样。请改成一致，或只保留一行。',
    en: 'Row {row} is about the same organisation or person and says something else. Make them agree, or keep one.',
  },
  'organisation.import-parent-missing': {
    zh: '请填上级组织全称。只有顶层组织（{root}）可以空着。',
    en: 'Name the organisation above. Only the topmost one ({root}) has none.',
  },
  'organisation.import-parent-unknown': {
    zh: '本表和系统里都没有这个上级组织。请核对全称，或先补上它的一行。',
    en: 'This organisation is neither in the sheet nor on record. Check its full name, or add a row for it.',
  },
  'organisation.import-below-itself': {
    zh: '上级组织绕成了圈：沿着上级往上，会回到它自己。请改正上级组织。',
    en: 'The organisations above form a ring that leads back to this one. Correct the one above.',
  },
  'organisation.import-stands-under': {
    zh: '{name}：{kind}不能设在{parent}之下。请核对类别和上级组织。',
    en: '{name}: the kind "{kind}" cannot stand under "{parent}". Check the kind and the organisation above.',
  },
  'organisation.import-dissolved': {
    zh: '这个组织已经撤销，不能再使用。请改成现有的组织。',
    en: 'This organisation was dissolved. Name one that exists.',
  },
  'organisation.import-former-name': {
    zh: '这是“{now}”的曾用名（{day} 起改用现名）。请改成现在的名称。要新设一个同名组织，请在“机构调整”办理。',
    en: '"{now}" was called so until {day}. Use its present name. To set up another of that name, use reorganisation.',
  },
  'organisation.import-sort-number': {
    zh: '排序号应在 0 到 {most} 之间。',
    en: 'The order is a number from 0 to {most}.',
  },
  'organisation.import-organisation-unknown': {
    zh: '“组织”表和系统里都没有这个党组织。请核对全称。',
    en: 'This organisation is neither in the sheet of organisations nor on record. Check its full name.',
  },
  'organisation.import-number-needed': {
    zh: '同一组织里有同名人员，分不清是谁。请为他们各自填写工号。',
    en: 'Two people of this organisation have one name. Give each their staff number.',
  },
  'organisation.import-identity-number': {
    zh: '这是身份证号。本系统不收集身份证号，请改填工号，或空着。',
    en: 'This is an identity-card number, which is not collected here. Use the staff number, or leave it empty.',
  },
  'organisation.import-post-unknown': {
    zh: '没有“{unknown}”这个职务。可填：{words}；几个职务用“、”隔开。',
    en: 'There is no post "{unknown}". These are: {words}; several are joined by 、.',
  },
  'organisation.import-post-missing': {
    zh: '填了任职组织或任职日期，却没有填职务。请补上职务，或清空这一格。',
    en: 'There is an organisation or a day of a post, but no post. Name it, or empty this cell.',
  },
  'organisation.import-two-secretaries': {
    zh: '{organisation}已在第 {row} 行写了一名书记。一个组织同时只有一名书记。',
    en: 'Row {row} names a secretary of {organisation} already. An organisation has one at a time.',
  },
  'organisation.import-secretary-waits': {
    zh: '{name}已被提名为这个组织的书记，正等待安全保密管理员确认。请先办结。',
    en: '{name} waits to be confirmed as secretary of this organisation. Have that decided first.',
  },
  'organisation.import-secretary-before': {
    zh: '现任书记{name}自 {day} 起任职，接任的日期应在其后。请核对任职日期。',
    en: '{name} has been secretary since {day}; whoever follows begins later. Check the day.',
  },
  'organisation.import-secretary-no-member': {
    zh: '书记必须是党员。请核对身份或职务。',
    en: 'A secretary is a Party member. Check the standing or the post.',
  },
  'organisation.import-row-doubled': {
    zh: '与第 {row} 行完全相同，只按一行处理。',
    en: 'The same as row {row}; counted once.',
  },
  'organisation.import-row-hidden': {
    zh: '这一行在表格里是隐藏的，同样会导入。',
    en: 'This row is hidden in the file and is imported all the same.',
  },
  'organisation.import-name-changes': {
    zh: '这个工号现在登记的是{before}。如果不是改名，请核对工号。',
    en: 'This number belongs to {before} now. Unless the name was changed, check the number.',
  },
  'organisation.import-post-stays': {
    zh: '现任职务“{post}”（{organisation}）没有写在文件里。导入不会免职，需要免职的请到“岗位”办理。',
    en: 'The post "{post}" ({organisation}) is held now and not in the file. An import ends no post; do that under Posts.',
  },
  'organisation.import-post-day-stays': {
    zh: '现有记录的任职日期是 {day}，导入不作修改。',
    en: 'On record the post began on {day}; the import does not change that.',
  },
  'organisation.only-the-topmost-system-admin-imports': {
    zh: '只有顶层组织的系统管理员可以导入、导出组织与人员',
    en: 'Only the system administrator of the topmost organisation imports and exports organisations and people',
  },
  'organisation.only-the-topmost-security-admin-confirms': {
    zh: '导入的职务由顶层组织的安全保密管理员确认',
    en: 'Imported posts are confirmed by the security administrator of the topmost organisation',
  },
  'organisation.import-seen-by-administrators': {
    zh: '导入记录只有顶层组织的三员可以查看',
    en: 'Only the three administrators of the topmost organisation see the imports',
  },
  'organisation.import-one-at-a-time': {
    zh: '上一次上传的文件（{file}）还没有处理，请先生效或放弃',
    en: 'The last file ({file}) is still open; apply or discard it first',
  },
  'organisation.import-is-faulty': {
    zh: '文件里还有错误，不能生效。请改正后重新上传',
    en: 'The file has errors and cannot take effect. Correct it and upload it again',
  },
  'organisation.import-is-being-read': {
    zh: '文件还在读取和核对，请等完成后再生效',
    en: 'The file is still being read and checked; wait until that is done',
  },
  'organisation.import-is-not-open': {
    zh: '这份文件已经处理过了，请刷新后查看',
    en: 'This file has been dealt with already; reload to see how',
  },
  'organisation.import-outdated': {
    zh: '预览之后组织或人员又有变动，结果会和预览不一样。请先“重新预览”，看过后再生效',
    en: 'Organisations or people have changed since the preview. Preview it again and look before it takes effect',
  },
  'organisation.import-gives-no-posts': {
    zh: '这份文件没有等待确认的职务',
    en: 'This file gives no post that waits to be confirmed',
  },
  'organisation.import-was-brought-by-you': {
    zh: '文件是您本人上传的，须由另一名安全保密管理员确认',
    en: 'You brought this file yourself; another security administrator decides on it',
  },
  'organisation.import-gives-you-a-post': {
    zh: '文件里有给您本人的职务，须由另一名安全保密管理员确认；也可以退回，删去这一行后重新导入',
    en: 'The file gives you a post: another security administrator confirms it, or refuse it and have the row taken out',
  },
  'organisation.import-is-not-in-effect': {
    zh: '这次导入没有生效，或已经撤回，没有可以撤回的内容',
    en: 'This file is not in effect, or was taken back already: there is nothing to take back',
  },
  'organisation.import-is-depended-on': {
    zh: '已有事项以这次导入为依据（例：{name}）。请打开“撤回导入”，逐项处理后再撤回',
    en: 'Something depends on what the file brought (such as {name}). Open "Take the import back" and deal with each first',
  },
  'organisation.import-kept-no-former': {
    zh: '这次导入生效时，系统还没有保存导入前的情形，不能整份撤回。请导入改正后的文件，或在“机构调整”办理',
    en: 'When this file took effect its former state was not kept yet, so it cannot be taken back. Bring a corrected file, or use reorganisation',
  },
}

/** What the import of organisations and people says; reasons of spreadsheets are said in their own words. */
export const importMessages: Messages<OwnReason | keyof typeof spreadsheetMessages.refusals, Label> = {
  refusals: { ...spreadsheetMessages.refusals, ...own },
  labels: {
    templateTitle: { zh: '党组织', en: 'Party organisations' },
    peopleTitle: { zh: '人员与职务', en: 'People and their posts' },
    noteStars: {
      zh: '带 * 的列必填。不要改表名和列名；列的先后可以调整。日期写成 2026-03-01、2026.3.1、2026年3月1日都可以。',
      en: 'Columns with a star are required. Keep the names of sheets and columns; their order is free. Days as 2026-03-01.',
    },
    noteExample: {
      zh: '以“（示例）”开头的行只作示范，不会导入。',
      en: 'A row that begins with (Example) shows how it is done and is not imported.',
    },
    noteBlank: {
      zh: '已在系统里的组织，空着的单元格不改原有内容；文件里没有的组织和人员不会被删除。',
      en: 'For what is on record an empty cell changes nothing; what is not in the file is not removed.',
    },
    notePeople: {
      zh: '按工号认人；没有工号的按所在党组织加姓名。职务经安全保密管理员确认后才起作用。不要填身份证号、电话。',
      en: 'People are known by staff number, else by organisation and name. Posts count once the security administrator has confirmed them.',
    },
    noteSecret: {
      zh: '不得填报涉密信息和工作秘密。',
      en: 'Nothing classified may be entered.',
    },
    templateName: { zh: '组织与人员导入模板', en: 'organisations-and-people-template' },
    exportName: { zh: '组织与人员', en: 'organisations-and-people' },
    marked: { zh: '标注', en: 'marked' },
    listed: { zh: '错误清单', en: 'errors in' },
    warning: { zh: '提醒：', en: 'Note: ' },
    none: { zh: '顶层', en: 'nothing' },
    wholeFile: { zh: '整个文件', en: 'The whole file' },
  },
}
