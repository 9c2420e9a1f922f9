import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import { assessmentLabels } from './messages-labels.ts'
import { inOneCell } from './rules/fact-cells.ts'
import { type FactField, formOf } from './rules/fact-form.ts'
import { isMarks, listedIn, singleShape, sourceOf, votersOf } from './rules/fact-source.ts'

/** The sheet with one row for each branch. */
export const MAIN = '事实'
/** In place of the first field: there was none. */
export const NONE = '无'

/** A sheet of the Excel file beside the first: a list, ballots to count, or honours. */
export interface ListSheet {
  name: string
  need: FactNeed
  of: 'rows' | 'survey' | 'votes' | 'honours'
  columns: Column[]
}

export const branchColumn: Column = { key: 'branch', heading: '支部', kind: 'text', required: true, width: 34 }

/** Facts that stand in one cell of the first sheet. */
export function cellFacts(sheet: Sheet): FactNeed[] {
  return sheet.facts.filter((need) => sourceOf(sheet, need) === 'supplied' && inOneCell(sheet, need))
}

/** The branch, then each fact with its document beside it. */
export function mainColumns(sheet: Sheet): Column[] {
  const facts = cellFacts(sheet).flatMap((need): Column[] => [
    { key: need.key, heading: need.name, width: 18, ...cellKind(sheet, need) },
    documentColumn(need),
  ])
  return [branchColumn, { key: 'region', heading: '片区', kind: 'text', width: 10 }, ...facts]
}

export function documentColumn({ key, name }: FactNeed): Column {
  return { key: `${key}#`, heading: `${name}·依据`, kind: 'text', most: 200, width: 26 }
}

function cellKind(sheet: Sheet, need: FactNeed): Pick<Column, 'kind' | 'choices' | 'note'> {
  const listed = listedIn(sheet, need, singleShape(sheet, need))
  switch (need.shape) {
    case 'count':
      return { kind: 'whole' }
    case 'flag':
      return { kind: 'yes-no' }
    case 'number':
      return { kind: 'decimal' }
    case 'grade':
      return listed.length > 0 ? choice(listed) : { kind: 'text' }
    case 'ratio':
      return { kind: 'text', note: '部分/总数，如 19/20' }
    case 'rank':
      return { kind: 'text', note: '名次，或名次/总数，如 3/21' }
    case 'kinds':
      return { kind: 'text', note: `年内的类别，有变动的用顿号分开：${listed.join('、')}` }
    case 'periods':
      return { kind: 'text', note: '各期次数，用顿号分开，如 1、1、0、2' }
    case 'moment':
      return { kind: 'text', note: '报送时间，如 2025-12-10 17:30；没有报送的写“无”' }
    case 'series':
      return { kind: 'text', note: '各期的值，用分号分开，如 3；4；0；2' }
    default:
      return { kind: 'text', note: '日期，如 2025-03-01；没有的写“无”' }
  }
}

function choice(names: string[]): Pick<Column, 'kind' | 'choices'> {
  return { kind: 'choice', choices: names.map((value) => ({ value, words: [value] })) }
}

/** Every sheet beside the first, in the order of the facts. */
export function listSheets(sheet: Sheet): ListSheet[] {
  const taken = new Set([MAIN])
  return sheet.facts.flatMap((need): ListSheet[] => {
    const by = sourceOf(sheet, need)
    if (by === 'records' || by === 'theme' || (by === 'supplied' && inOneCell(sheet, need))) return []
    const name = sheetName(need.name, taken)
    if (by === 'survey') return [ballots(sheet, need, name)]
    const columns = [branchColumn, ...rowColumns(sheet, need)]
    return [{ name, need, of: by === 'honours' ? 'honours' : 'rows', columns }]
  })
}

/** Excel takes 31 characters for the name of a sheet and none of `[]:*?/\`. */
function sheetName(name: string, taken: Set<string>): string {
  const clean =
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 27) || '清单'
  let free = clean
  for (let turn = 2; taken.has(free); turn++) free = `${clean}(${turn})`
  taken.add(free)
  return free
}

function ballots(sheet: Sheet, need: FactNeed, name: string): ListSheet {
  const label = (key: keyof typeof assessmentLabels) => assessmentLabels[key].zh
  const { slots } = votersOf(sheet, need)
  const number = (key: string, heading: string): Column => ({ key, heading, kind: 'whole', width: 12 })
  const of = singleShape(sheet, need) === 'votes' ? 'votes' : 'survey'
  const counts =
    of === 'survey'
      ? [number('valid', label('valid')), number('satisfied', label('satisfied'))]
      : listedIn(sheet, need, 'votes').map((option) => number(`option:${option}`, option))
  const voters: Column = {
    key: 'voters',
    heading: label('voters'),
    width: 20,
    ...choice(slots.map((slot) => slot.voters)),
  }
  const heldOn: Column = { key: 'heldOn', heading: label('heldOn'), kind: 'day', width: 14 }
  return { name, need, of, columns: [branchColumn, voters, number('eligible', label('eligible')), ...counts, heldOn] }
}

/** The columns of a list, from the same fields as the form on the screen, and the document it is taken from. */
function rowColumns(sheet: Sheet, need: FactNeed): Column[] {
  const fields = formOf(sheet, need).fields.map((field, at) => fieldColumn(field, at === 0))
  // an honour has the number of its document in its own row
  if (sourceOf(sheet, need) === 'honours') return fields.filter(({ key }) => key !== 'countedIn')
  const where = isMarks(sheet, need) ? '票据留存处或会议记录' : '文件或文号'
  return [...fields, { key: 'paper', heading: '依据', kind: 'text', most: 200, width: 26, note: where }]
}

function fieldColumn({ name, kind, choices }: FactField, first: boolean): Column {
  const heading = assessmentLabels[`field-${name}`].zh
  // the first field may say that there was none
  if (first) return { key: name, heading, kind: 'text', width: 26, note: `没有的写“${NONE}”` }
  switch (kind) {
    case 'whole':
    case 'decimal':
    case 'day':
    case 'yes-no':
      return { key: name, heading, kind, width: 14 }
    case 'choice':
      return { key: name, heading, width: 18, ...choice(choices) }
    case 'choices':
      return { key: name, heading, kind: 'text', width: 24, note: `可填几个，用顿号分开：${choices.join('、')}` }
    default:
      return { key: name, heading, kind: 'text', width: 24 }
  }
}
