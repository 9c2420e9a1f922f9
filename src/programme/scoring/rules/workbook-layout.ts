import type { ClauseType, FactOrigin, FactShape, Gate } from './sheet.ts'
import {
  asCode,
  asCodes,
  asDay,
  asOneOf,
  asPoints,
  asSums,
  asText,
  asWhole,
  type Codec,
  type Column,
} from './workbook-cells.ts'

/** The layout of a rule sheet's workbook: its sheets, their columns, and the Chinese words of its lists. */
export const sheetNames = ['说明', '事实', '指标', '条款', '档次', '等次', '前置条件', '一票否决', '评选'] as const

const shapes: Record<string, FactShape> = {
  次数: 'count',
  各期次数: 'periods',
  是否: 'flag',
  数值: 'number',
  比例: 'ratio',
  等次: 'grade',
  考评评分: 'ratings',
  表彰: 'honours',
  满意度测评: 'survey',
  起始日: 'since',
}
const origins: Record<string, FactOrigin> = {
  创建记录: 'record',
  部门提供: 'supplied',
  考评人: 'rating',
  主题: 'theme',
  测评: 'survey',
}
const types: Record<string, ClauseType> = {
  'A2 逐次扣分': 'A2',
  'A3 一次性扣分': 'A3',
  'A4 酌情评分': 'A4',
  'A5 分等计分': 'A5',
  'A6 分档计分': 'A6',
  'A10 逐次加分': 'A10',
  'A12 表彰加分': 'A12',
  'B6 满意度': 'B6',
}
const gateKinds: Record<string, Gate['kind']> = {
  主题生效满天数: 'days-in-force',
  指标得分高于: 'indicator-above',
  满意比例不低于: 'satisfied-share',
}
const asType: Codec = {
  ...asOneOf(types),
  read: (text) => types[Object.keys(types).find((each) => each === text || each.split(' ')[0] === text) ?? ''],
}
const asYes = asOneOf({ 是: true, 否: false })

/** A field of the sheet and the column that holds it. */
export interface Field extends Column {
  field: string
}

function field(name: string, heading: string, codec: Codec, rest: Pick<Column, 'empty' | 'unique'> = {}): Field {
  return { field: name, heading, codec, ...rest }
}
const optional = { empty: null } as const

export const factFields = [
  field('key', '代码', asCode, { unique: true }),
  field('name', '名称', asText, { unique: true }),
  field('shape', '类型', asOneOf(shapes)),
  field('from', '来源', asOneOf(origins)),
]
export const indicatorFields = [
  field('code', '编号', asCode, { unique: true }),
  field('parent', '上级编号', asCode, optional),
  field('name', '名称', asText),
  field('aim', '对应任务', asText, { empty: '' }),
  field('max', '分值', asPoints),
  field('starts', '起算', asOneOf({ 满分: 'full', 零分: 'zero' })),
  field('floor', '下限', asPoints, optional),
  field('cap', '上限', asPoints, optional),
]
export const levelFields = [
  field('name', '名称', asText, { unique: true }),
  field('atLeast', '起（含）', asPoints, optional),
  field('below', '止（不含）', asPoints, optional),
]
/** Bands, options, honour levels and groups of voters, each belonging to a clause. */
export const bandFields = [
  field('clause', '条款编号', asCode),
  field('name', '名称', asText, optional),
  field('atLeast', '起（含）', asPoints, optional),
  field('below', '止（不含）', asPoints, optional),
  field('points', '分值（权重）', asPoints),
]
export const clauseFields = [
  field('code', '编号', asCode, { unique: true }),
  field('indicator', '指标编号', asCode),
  field('type', '类型', asType),
  field('text', '条款原文', asText),
  field('fact', '事实', asText),
]
/** The columns that only some types use. */
export const parameterFields = [
  field('points', '分值', asPoints, optional),
  field('unit', '单位', asText, optional),
  field('every', '周期', asOneOf({ 每季度: 'quarter', 每月: 'month' }), optional),
  field('times', '每期应做次数', asWhole, optional),
  field('cap', '最多', asPoints, optional),
  field('exemptIf', '免扣事实', asText, optional),
  field('effect', '增减', asOneOf({ 加分: 'add', 扣分: 'deduct' }), optional),
  field('min', '最低分', asPoints, optional),
  field('max', '最高分', asPoints, optional),
  field('comparison', '须写比较对象', asYes, optional),
  field('spread', '评分相差限度', asPoints, optional),
  field('measure', '量度', asOneOf({ 数量: 'number', 百分比: 'percent', 满年数: 'full-years' }), optional),
  field('least', '有效票下限', asWhole, optional),
  field('fold', '同一事项', asOneOf({ 就高不重复: 'highest-per-matter', 逐项累计: 'sum' }), optional),
]

/** Which parameters a type needs, which it may have, and what it calls its rows in 档次. */
export const parametersOf: Record<
  ClauseType,
  { needs: string[]; may: string[]; rows: 'options' | 'bands' | 'levels' | 'groups' | null }
> = {
  A2: { needs: ['points', 'unit'], may: ['every', 'times', 'cap', 'exemptIf'], rows: null },
  A3: { needs: ['points'], may: ['exemptIf'], rows: null },
  A4: { needs: ['effect', 'min', 'max', 'comparison'], may: ['spread'], rows: null },
  A5: { needs: [], may: [], rows: 'options' },
  A6: { needs: ['measure'], may: [], rows: 'bands' },
  A10: { needs: ['points', 'unit'], may: ['cap'], rows: null },
  A12: { needs: ['fold'], may: ['cap'], rows: 'levels' },
  B6: { needs: ['points', 'least'], may: [], rows: 'groups' },
}

export const gateFields = [
  field('code', '编号', asCode, { unique: true }),
  field('text', '条件', asText),
  field('kind', '类型', asOneOf(gateKinds)),
  field('fact', '事实', asText, optional),
  field('indicators', '指标编号', asCodes, optional),
  field('value', '数值', asPoints),
  field('least', '有效票下限', asWhole, optional),
]
export const vetoFields = [
  field('code', '编号', asCode, { unique: true }),
  field('text', '情形', asText),
  field('fact', '事实', asText),
  field('effect', '后果', asOneOf({ 不予命名: 'not-named' })),
]
/** 说明 and 评选 have one line for each field: its heading, then its value. */
export const headFields = [
  field('code', '细则编号', asCode),
  field('title', '细则名称', asText),
  field('year', '年度', asWhole),
  field('asOf', '认定日', asDay),
  field('note', '说明', asText, { empty: '' }),
  field('full', '满分', asPoints),
  field('basic', '基本分指标', asCodes),
  field('bonus', '加分指标', asCodes, optional),
  field('floor', '总分下限', asPoints, optional),
  field('cap', '总分上限', asPoints, optional),
  field('places', '显示小数位', asWhole),
  field('least', '考评人至少（人）', asWhole),
  field('trimFrom', '去最高最低分自（人）', asWhole, optional),
]
export const namingFields = [
  field('level', '命名等次', asText),
  field('percent', '名额比例（%）', asPoints),
  field('within', '名额范围', asOneOf({ 各片区: 'region', 全部: 'all' })),
  field('ties', '同分办法', asSums, optional),
  field('months', '新成立不满（月）不参评', asWhole, optional),
]
export const lineColumns = ['项目', '内容'] as const
