import type { Lint } from './lint-found.ts'
import type { LintWord } from './lint-sayings.ts'
import { textOf, type Workbook } from './workbook-cells.ts'
import { placeOf } from './workbook-places.ts'

/** Where something unwise stands in the workbook of the sheet: table, row (1 is the headings; 0 the whole table) and column. */
export interface LintPlace {
  sheet: string
  row: number
  column: string
}

/** The place of a lint in a workbook; rows are found by their code or name. */
export function placeOfLint({ table, code, word }: Lint, { sheets }: Workbook): LintPlace {
  const sheet = placeOf(table)
  const rows = sheets.find(({ name }) => name.trim() === sheet)?.rows ?? []
  const headings = (rows[0] ?? []).map(textOf)
  const keys = headings.flatMap((heading, at) => (['编号', '代码', '名称'].includes(heading) ? [at] : []))
  const row = rows.findIndex((cells, at) => at > 0 && keys.some((key) => textOf(cells[key]) === code)) + 1
  const column = columnOf[word]?.find((each) => headings.includes(each)) ?? ''
  return { sheet, row, column }
}

const points = ['分值']
const columnOf: Partial<Record<LintWord, string[]>> = {
  'fact-unread': ['代码'],
  'fact-of-another-kind': ['事实'],
  'survey-without-rule': ['类型'],
  'floor-above-cap': ['下限', '最低分'],
  'max-not-above-zero': points,
  'parts-do-not-add-up': points,
  'parts-do-not-add-up-for': points,
  'full-marks-out-of-reach': points,
  'deduction-above-item': points,
  'deduction-below-nothing': points,
  'after-turns-round': ['之后每名'],
  'after-looks-turned': ['之后每名'],
  'least-never-felt': ['之后最低'],
  'after-is-each': ['之后一律'],
  'steps-look-unsigned': ['每低一档'],
  'steps-change-nothing': ['每高一档'],
  'points-not-above-zero': points,
  'range-turned-round': ['最低分'],
  'too-few-votes-shown': ['有效票下限'],
  'name-twice': ['名称', '条款原文'],
  'text-twice': ['条款原文'],
  'for-nobody': ['适用类别'],
  'never-felt': ['类型'],
  'fold-unsaid': ['同一事项'],
  'levels-without-points': ['未列级别'],
  'exemption-unsaid': ['免考办法'],
  'rows-not-ascending': ['类型'],
  'number-ranked-needed': ['事实'],
  'level-out-of-reach': ['起（含）'],
  'percent-or-count': ['比例（%）', '个数'],
  'no-ruling-on-cut': ['超出的', '并列'],
  'quota-against-cut-off': ['要求'],
  barred: ['条款原文', '条件', '情形', '名称'],
}
