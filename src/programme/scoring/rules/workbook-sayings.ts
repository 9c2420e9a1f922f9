import { fill, type Said } from '#basics/messages.ts'
import type { CellError, CellReason } from './workbook-cells.ts'

const sentences: Record<CellReason, Said> = {
  'sheet-missing': { zh: '缺少工作表“{sheet}”，请用模板。', en: 'The sheet “{sheet}” is missing: use the template.' },
  'heading-missing': { zh: '缺少“{column}”，请用模板。', en: '“{column}” is missing: use the template.' },
  'heading-unknown': {
    zh: '不认识“{column}”，请删去或用模板中的名称。',
    en: '“{column}” is unknown: remove it, or use the name in the template.',
  },
  'heading-twice': { zh: '“{column}”出现两次，请保留一个。', en: '“{column}” stands twice: keep one.' },
  'cell-empty': { zh: '请填写“{column}”。', en: 'Fill in “{column}”.' },
  'cell-not-used': {
    zh: '这一类型用不到“{column}”，请清空。',
    en: 'This type does not use “{column}”: clear the cell.',
  },
  'not-a-text': {
    zh: '“{column}”含有不可见的控制字符，请重新输入。',
    en: '“{column}” holds invisible control characters: type it again.',
  },
  'not-a-code': {
    zh: '“{value}”不能作编号：只用文字、数字、点和短横，最多40个字符。',
    en: '“{value}” cannot be a code: use letters, digits, dots and dashes, at most 40.',
  },
  'not-a-number': {
    zh: '“{value}”不是分值：请填数字，最多四位小数。',
    en: '“{value}” is no number of points: use digits, at most four decimals.',
  },
  'not-a-whole-number': { zh: '“{value}”应为整数。', en: '“{value}” must be a whole number.' },
  'not-a-day': { zh: '“{value}”不是日期，请按 2025-12-31 填写。', en: '“{value}” is no date: write it as 2025-12-31.' },
  'not-in-the-list': {
    zh: '“{value}”不在可选范围之内。{allowed}',
    en: '“{value}” is not among those to choose from. {allowed}',
  },
  twice: { zh: '“{value}”重复，请改正。', en: '“{value}” stands twice: correct it.' },
  'rows-missing': { zh: '这一类型须在“档次”表中列出各档。', en: 'This type needs its rows in the sheet 档次.' },
  'not-a-pair': {
    zh: '“{value}”应写成两个数，中间一条斜线，如 18/20。',
    en: '“{value}” must be two numbers with a stroke between them, like 18/20.',
  },
  'none-but-rows': {
    zh: '“{column}”写的是“无”，工作表“{table}”里却有它的行，请改其中一处。',
    en: '“{column}” says 无, but the sheet “{table}” has rows for it: correct one of them.',
  },
  'rows-but-none': {
    zh: '“{column}”写的是“见表”，工作表“{table}”里却没有它的行；没有的填“无”。',
    en: '“{column}” says 见表, but the sheet “{table}” has no row for it; where there is none say 无.',
  },
  'periods-differ': {
    zh: '“{column}”应有 {due} 期的值，填了 {given} 期。',
    en: '“{column}” needs a value for each of {due} periods; {given} are given.',
  },
  'not-a-sheet': { zh: '内容有误：{path}（{reason}）。', en: 'Something is wrong: {path} ({reason}).' },
}

/** An error in words: where, and what to do. */
export function sayCellError({ sheet, row, column, reason, details }: CellError): Said {
  const allowed = (lead: string) => (details.allowed ? `${lead}${details.allowed}` : '')
  const said = sentences[reason]
  const where = {
    zh: `工作表“${sheet}”${row > 0 ? `第${row}行` : ''}`,
    en: `Sheet “${sheet}”${row > 0 ? `, row ${row}` : ''}`,
  }
  return {
    zh: `${where.zh}：${fill(said.zh, { ...details, sheet, column, allowed: allowed('可选：') })}`,
    en: `${where.en}: ${fill(said.en, { ...details, sheet, column, allowed: allowed('Choose: ') }).trim()}`,
  }
}
