import { ownShapes } from './clause-bounds.ts'
import { asTally, type CellShape, type FactCell, factCell, type ListShape, seriesCell } from './facts-cells.ts'
import type { FactNeed, FactShape, Sheet } from './sheet.ts'
import { asDay, asNames, asOneOf, asPoints, asText, asWhole, type Column } from './workbook-cells.ts'

/** A table of the facts workbook with a row for each thing of a list. */
export interface ListTable {
  name: string
  columns: Column[]
}

const person = '支部编号'
const empty = { empty: '' } as const
const lacks = { empty: null, mayLack: true } as const
const column = (heading: string, codec: Column['codec'], rest: Partial<Column> = {}): Column => {
  return { heading, codec, ...rest }
}
const head = [column(person, asText), column('事实', asText), column('期', asWhole, lacks)]

/** Counted votes; where too few voted the cell says 过少, and no number stands anywhere. */
const asVotes = {
  ...asTally,
  read: (text: string) => (text === '过少' ? '过少' : asTally.read(text)),
  write: (value: unknown) => (value === '过少' ? '过少' : Number(value)),
}

export const listTables: Record<ListShape, ListTable> = {
  things: {
    name: '清单',
    columns: [
      ...head,
      column('事项', asText),
      column('情形', asNames, lacks),
      column('人数', asWhole, lacks),
      column('分值', asPoints, lacks),
      column('理由', asText, lacks),
      column('文号', asText, lacks),
      column('日期', asDay, lacks),
    ],
  },
  honours: {
    name: '表彰',
    columns: [
      ...head,
      column('事项', asText),
      column('级别', asText),
      column('文号', asText, empty),
      column('发文单位', asText, empty),
      column('日期', asDay),
      column('已计年度', asWhole, lacks),
    ],
  },
  ratings: {
    name: '评分',
    columns: [
      ...head,
      column('考评人', asText),
      column('评分', asPoints),
      column('理由', asText, empty),
      column('比较对象', asText, { ...empty, mayLack: true }),
      column('评分组', asText, lacks),
    ],
  },
  survey: {
    name: '满意度测评',
    columns: [...head, column('群体', asText), column('有效票', asVotes), column('满意票', asTally, { empty: null })],
  },
  votes: {
    name: '分项票数',
    columns: [...head, column('投票组', asText), column('选项', asText, { empty: null }), column('票数', asVotes)],
  },
}

/** What was ruled, where a sheet decides nothing. */
export const rulingTable: ListTable = {
  name: '裁定',
  columns: [
    column(person, asText),
    column(
      '裁定什么',
      asOneOf({ 条款: 'clause', 前置条件或否决: 'gate', 命名: 'naming', 等次: 'level', 类别: 'kind' }),
    ),
    column('编号', asText, lacks),
    column('结果', asText),
    column('依据', asText),
  ],
}

/** Where a fact comes from: a document, a record. */
export const paperTable: ListTable = {
  name: '材料',
  columns: [column(person, asText), column('事实', asText), column('材料', asText)],
}

export const branchTable = '支部'
export const branchColumns: Column[] = [
  column(person, asText, { unique: true }),
  column('支部名称', asText),
  column('片区', asText, lacks),
]

/** A fact as it stands in the workbook: its column in 支部, and the table of its rows where it is a list. */
export interface FactPlace {
  need: FactNeed
  heading: string
  how: string
  /** Null for a list: the cell says whether there are rows. */
  cell: FactCell | null
  table: ListTable | null
  shape: CellShape | ListShape
  /** How many periods, where the fact is a series. */
  periods: number | null
}

/** What a cell says of a list; ratings, surveys and votes have no such cell, since without rows nothing is settled. */
export const listWords = { 无: 'none', 见表: 'rows' } as const
export const saysItself: readonly FactShape[] = ['things', 'honours']

/** Every fact of a sheet with its place. A heading that stands for something else already has the key behind it. */
export function factPlaces(sheet: Sheet): FactPlace[] {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s*]/g, '')
  const names = [...branchColumns.map(({ heading }) => heading), ...sheet.facts.map(({ name }) => name)].map(plain)
  return sheet.facts.map((need): FactPlace => {
    const twice = names.filter((each) => each === plain(need.name)).length > 1
    const { shape, periods } = shapeOf(sheet, need)
    const heading = twice ? `${need.name}（${need.key}）` : need.name
    const base = { need, heading, shape, periods }
    if (isList(shape)) return { ...base, cell: null, table: listTables[shape], how: howOfList(shape) }
    const one = factCell(shape, wordsOf(sheet, need.key))
    const cell = periods === null ? one : seriesCell(one, periods)
    return { ...base, cell, table: null, how: cell.how }
  })
}

export function isList(shape: FactShape): shape is ListShape {
  return Object.hasOwn(listTables, shape)
}

/** The shape of a fact, or that of each period of a series: the one in which the clause reads it. */
function shapeOf(sheet: Sheet, { key, shape }: FactNeed): { shape: CellShape | ListShape; periods: number | null } {
  if (shape !== 'series') return { shape, periods: null }
  const clause = sheet.clauses.find(({ fact, periods }) => fact === key && periods)
  const shapes = clause ? ownShapes(clause) : []
  const inner = shapes.includes('number') ? 'number' : (shapes[0] ?? 'number')
  return { shape: inner === 'series' ? 'number' : inner, periods: clause?.periods?.count ?? 1 }
}

function howOfList(shape: ListShape): string {
  const where = `一项一行，写在工作表“${listTables[shape].name}”`
  return saysItself.includes(shape) ? `${where}，这里填“见表”；没有填“无”` : where
}

/** The words a grade or a kind may have: those of the clauses that read it. */
function wordsOf({ clauses, variants }: Sheet, key: string): string[] {
  if (variants?.fact === key) return variants.kinds
  const reading = clauses.filter(({ fact }) => fact === key)
  return [...new Set(reading.flatMap((clause) => (clause.type === 'A5' ? clause.options.map(({ name }) => name) : [])))]
}
