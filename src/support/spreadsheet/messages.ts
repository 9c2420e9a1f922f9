import type { Messages } from '#basics/messages.ts'
import type { SpreadsheetRefusal } from './rules/limits.ts'
import type { TableReason } from './rules/problem.ts'

export type SpreadsheetLabel = 'dictionary' | 'chooseFromList'

export const spreadsheetMessages: Messages<SpreadsheetRefusal | TableReason, SpreadsheetLabel> = {
  refusals: {
    'spreadsheet.empty-file': {
      zh: '文件是空的，请重新选择文件。',
      en: 'The file is empty. Please choose the file again.',
    },
    'spreadsheet.old-format': {
      zh: '这是旧格式的表格（.xls、.et 或 .xlsb）。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿（.xlsx）”后再上传。',
      en: 'This is a spreadsheet in an old format (.xls, .et or .xlsb). Open it, save it as an Excel workbook (.xlsx) and upload that.',
    },
    'spreadsheet.encrypted': {
      zh: '文件设有打开密码。请取消密码保护，另存后再上传。',
      en: 'The file is protected by a password. Remove the password, save the file and upload it again.',
    },
    'spreadsheet.macros': {
      zh: '文件带有宏，不能接收。请另存为不含宏的“Excel 工作簿（.xlsx）”后再上传。',
      en: 'The file contains macros and cannot be accepted. Save it as a workbook without macros (.xlsx) and upload that.',
    },
    'spreadsheet.not-a-workbook': {
      zh: '这不是 Excel 工作簿。文件类型按内容判断，改扩展名没有用；请下载模板，在模板里填写后上传。',
      en: 'This is not an Excel workbook. We look at the content, not at the name: please fill in the template and upload it.',
    },
    'spreadsheet.embedded': {
      zh: '文件里嵌有其他文档或压缩包（{part}）。请删除嵌入的对象后再上传。',
      en: 'Another document or archive is embedded in the file ({part}). Remove the embedded object and upload it again.',
    },
    'spreadsheet.too-large': {
      zh: '文件内容过大，超过上限（{most}）。请拆分成几个文件，或把数据复制到新下载的模板里再上传。',
      en: 'There is too much in the file: the most is {most}. Split it, or copy the data into a fresh template.',
    },
    'spreadsheet.bomb': {
      zh: '文件解开后异常庞大，已停止读取。请把数据复制到新下载的模板里再上传。',
      en: 'The file unpacks to an abnormal size, so reading was stopped. Copy the data into a fresh template and upload that.',
    },
    'spreadsheet.too-many-parts': {
      zh: '文件内部的组成部分过多（最多 {most} 个）。请把数据复制到新下载的模板里再上传。',
      en: 'The file is made of too many parts (at most {most}). Copy the data into a fresh template and upload that.',
    },
    'spreadsheet.too-many-sheets': {
      zh: '工作表过多（最多 {most} 张）。请删除用不到的工作表。',
      en: 'There are too many sheets (at most {most}). Delete those that are not needed.',
    },
    'spreadsheet.too-many-rows': {
      zh: '行数过多（最多到第 {most} 行）。请删除末尾多余的内容，或分几次上传。',
      en: 'There are too many rows (at most {most}). Delete what is left over at the end, or upload in parts.',
    },
    'spreadsheet.too-many-columns': {
      zh: '列数过多（最多 {most} 列）。请删除右侧多余的内容。',
      en: 'There are too many columns (at most {most}). Delete what is left over on the right.',
    },
    'spreadsheet.too-many-cells': {
      zh: '单元格过多（最多 {most} 个）。请分几次上传。',
      en: 'There are too many cells (at most {most}). Upload in parts.',
    },
    'spreadsheet.too-slow': {
      zh: '读取这个文件用时过长，已停止。请拆分成几个文件，或把数据复制到新下载的模板里再上传。',
      en: 'Reading the file took too long and was stopped. Split it, or copy the data into a fresh template.',
    },
    'spreadsheet.unreadable': {
      zh: '文件已损坏或不完整，读不出来。请在 WPS 或 Excel 中打开，另存一份后再上传。',
      en: 'The file is damaged or incomplete. Open it in a spreadsheet program, save it anew and upload it again.',
    },
    'spreadsheet.sheet-missing': {
      zh: '缺少工作表“{sheet}”。请使用下载的模板，不要改工作表的名称。',
      en: 'The sheet "{sheet}" is missing. Use the template and do not rename its sheets.',
    },
    'spreadsheet.headings-missing': {
      zh: '没有找到表头。表头应包含：{headings}。',
      en: 'No row of headings was found. The headings should be: {headings}.',
    },
    'spreadsheet.heading-missing': {
      zh: '缺少必填的列“{heading}”。请按模板补上这一列。',
      en: 'The required column "{heading}" is missing. Add it as in the template.',
    },
    'spreadsheet.heading-unknown': {
      zh: '模板里没有这一列。请改成模板里的列名，或删除整列。',
      en: 'The template has no such column. Use a heading of the template, or delete the column.',
    },
    'spreadsheet.heading-doubled': {
      zh: '这一列出现了两次。请只保留一列。',
      en: 'This column is there twice. Keep only one.',
    },
    'spreadsheet.value-without-heading': {
      zh: '这个单元格有内容，但所在的列没有表头。请删除，或移到对应的列。',
      en: 'There is something in this cell, but its column has no heading. Delete it or move it to its column.',
    },
    'spreadsheet.required': { zh: '必填，请补上。', en: 'Required: please fill it in.' },
    'spreadsheet.not-a-day': {
      zh: '不是有效的日期。请写成 2026-03-01 这样的形式。',
      en: 'Not a valid date. Write it like 2026-03-01.',
    },
    'spreadsheet.day-missing': {
      zh: '日期只写到月。请补上日，例如 2026-03-01。',
      en: 'The date has no day of the month. Add it, as in 2026-03-01.',
    },
    'spreadsheet.not-a-number': {
      zh: '不是数字。请只写数字，不要带单位。',
      en: 'Not a number. Write digits only, without a unit.',
    },
    'spreadsheet.not-whole': { zh: '应为整数，不能带小数。', en: 'This must be a whole number.' },
    'spreadsheet.not-yes-or-no': { zh: '请填“是”或“否”。', en: 'Write yes or no.' },
    'spreadsheet.not-in-list': {
      zh: '不在可选范围内。可填：{choices}。',
      en: 'Not one of the choices. These are: {choices}.',
    },
    'spreadsheet.too-long': { zh: '过长，最多 {most} 个字。', en: 'Too long: at most {most} characters.' },
    'spreadsheet.formula': {
      zh: '单元格里是公式，不能读取。请复制后“选择性粘贴为数值”再上传。',
      en: 'The cell holds a formula, which is not read. Copy it and paste it as a value.',
    },
    'spreadsheet.error-value': {
      zh: '单元格里是错误值。请改正后再上传。',
      en: 'The cell holds an error value. Correct it and upload again.',
    },
    'spreadsheet.digits-lost': {
      zh: '号码过长，存成数字后末尾几位已经丢失。请把单元格设为“文本”格式，重新输入完整号码。',
      en: 'The number is so long that its last digits were lost. Format the cell as text and type the whole number again.',
    },
    'spreadsheet.merged-across': {
      zh: '与 {from} 合并成了一个单元格，分不清各列的内容。请取消合并，逐列填写。',
      en: 'Merged with {from} across columns, so it is unclear what belongs here. Undo the merging and fill in each column.',
    },
    'spreadsheet.not-text': {
      zh: '应为文本编号，这里却是日期或逻辑值。请把单元格设为“文本”格式后重新输入。',
      en: 'A code is expected, but this is a date or a truth value. Format the cell as text and type it again.',
    },
  },
  labels: {
    dictionary: { zh: '字典', en: 'Lists' },
    chooseFromList: { zh: '请从下拉列表中选择', en: 'Please choose from the list' },
  },
}
