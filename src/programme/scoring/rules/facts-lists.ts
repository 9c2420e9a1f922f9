import type { FactValue, Honour, Rating, Thing } from './facts.ts'
import type { ListShape } from './facts-cells.ts'
import type { Cell, CellReason } from './workbook-cells.ts'

/** A row of a list with its place in the table. */
export interface ListFact {
  row: number
  period: number | null
  values: Record<string, unknown>
}
type Tell = (row: number, column: string, reason: CellReason) => void

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
const given = <Key extends string>(key: Key, value: unknown) =>
  value === null || value === undefined ? {} : ({ [key]: value } as Record<Key, never>)

/** The value that rows make. */
export function listValue(shape: ListShape, rows: readonly ListFact[], tell: Tell): FactValue {
  switch (shape) {
    case 'things':
      return { shape, things: rows.map(({ values }) => thingOf(values)) }
    case 'honours':
      return { shape, honours: rows.map(({ values }) => honourOf(values)) }
    case 'ratings':
      return { shape, ratings: rows.map(({ values }) => ratingOf(values)) }
    case 'survey':
      return { shape, groups: rows.map((each) => surveyGroup(each, tell)) }
    case 'votes':
      return { shape, groups: voteGroups(rows, tell) }
  }
}

function thingOf(values: Record<string, unknown>): Thing {
  return {
    item: text(values.事项),
    ...given('names', values.情形),
    ...given('people', values.人数),
    ...given('points', values.分值),
    ...given('reason', values.理由),
    ...given('document', values.文号),
    ...given('on', values.日期),
  }
}

function honourOf(values: Record<string, unknown>): Honour {
  return {
    level: text(values.级别),
    matter: text(values.事项),
    document: text(values.文号),
    issuer: text(values.发文单位),
    on: text(values.日期),
    ...given('countedIn', values.已计年度),
  }
}

function ratingOf(values: Record<string, unknown>): Rating {
  return {
    assessor: text(values.考评人),
    points: text(values.评分),
    reason: text(values.理由),
    comparedWith: text(values.比较对象),
    ...given('group', values.评分组),
  }
}

type SurveyGroup = Extract<FactValue, { shape: 'survey' }>['groups'][number]
type VoteGroup = Extract<FactValue, { shape: 'votes' }>['groups'][number]

function surveyGroup({ row, values }: ListFact, tell: Tell): SurveyGroup {
  const [name, valid, satisfied] = [text(values.群体), values.有效票, values.满意票]
  const few = valid === '过少'
  if (few && typeof satisfied === 'number') tell(row, '满意票', 'cell-not-used')
  if (!few && valid !== undefined && satisfied === null) tell(row, '满意票', 'cell-empty')
  return few
    ? { name, state: 'too-few' }
    : { name, state: 'counted', valid: Number(valid), satisfied: Number(satisfied) }
}

function voteGroups(rows: readonly ListFact[], tell: Tell): VoteGroup[] {
  const names = [...new Set(rows.map(({ values }) => text(values.投票组)))]
  return names.map((name): VoteGroup => {
    const own = rows.filter(({ values }) => text(values.投票组) === name)
    const few = own.some(({ values }) => values.票数 === '过少')
    for (const { row, values } of own) {
      if (few && (own.length > 1 || values.选项 !== null)) tell(row, '票数', 'cell-not-used')
      if (!few && values.选项 === null) tell(row, '选项', 'cell-empty')
    }
    if (few) return { name, state: 'too-few' }
    return {
      name,
      state: 'counted',
      votes: own.map(({ values }) => ({ option: text(values.选项), count: Number(values.票数) })),
    }
  })
}

/** The rows of a value, by heading; what an empty cell says is left out. */
export function rowsOfList(value: FactValue): Record<string, Cell>[] {
  const names = (list: readonly string[] | undefined) => list?.join('、') ?? null
  switch (value.shape) {
    case 'things':
      return value.things.map(({ item, names: all, people, points, reason, document, on }) => ({
        事项: item,
        情形: names(all),
        人数: people ?? null,
        分值: points ?? null,
        理由: reason ?? null,
        文号: document ?? null,
        日期: on ?? null,
      }))
    case 'honours':
      return value.honours.map(({ level, matter, document, issuer, on, countedIn }) => {
        return { 事项: matter, 级别: level, 文号: document, 发文单位: issuer, 日期: on, 已计年度: countedIn ?? null }
      })
    case 'ratings':
      return value.ratings.map(({ assessor, points, reason, comparedWith, group }) => {
        return { 考评人: assessor, 评分: points, 理由: reason, 比较对象: comparedWith, 评分组: group ?? null }
      })
    case 'survey':
      return value.groups.map((group) =>
        group.state === 'counted'
          ? { 群体: group.name, 有效票: group.valid, 满意票: group.satisfied }
          : { 群体: group.name, 有效票: '过少' },
      )
    case 'votes':
      return value.groups.flatMap((group): Record<string, Cell>[] =>
        group.state === 'counted'
          ? group.votes.map(({ option, count }) => ({ 投票组: group.name, 选项: option, 票数: count }))
          : [{ 投票组: group.name, 票数: '过少' }],
      )
    default:
      return []
  }
}
