import {
  asCode,
  asCodes,
  asDay,
  asMoment,
  asNames,
  asOneOf,
  asPoints,
  asText,
  asWhole,
  type Codec,
  type Column,
} from './workbook-cells.ts'
import { conditionKinds, effectWords, foldWords, origins, shapes, types } from './workbook-words.ts'

/** A column with the name that the parts of a row use for it. */
export interface Field extends Column {
  field: string
}

export const asYes = asOneOf({ 是: true, 否: false })
const asType: Codec = {
  ...asOneOf(types),
  read: (text) => types[Object.keys(types).find((each) => each === text || each.split(' ')[0] === text) ?? ''],
}

/** A column that must be there. */
export function field(
  field: string,
  heading: string,
  codec: Codec,
  rest: Pick<Column, 'empty' | 'unique'> = {},
): Field {
  return { field, heading, codec, ...rest }
}

/** A column that may be left out of the table; without it every cell is empty. */
export function extra(field: string, heading: string, codec: Codec): Field {
  return { field, heading, codec, empty: null, mayLack: true }
}

const optional = { empty: null } as const
export const asRounding = asOneOf({ 四舍五入: 'half-up', 四舍六入五成双: 'half-even', 舍去: 'down', 进一: 'up' })
export const asWithin = asOneOf({ 全部: 'all', 各片区: 'region', 各类别: 'kind' })

export const factColumns = [
  field('key', '代码', asCode, { unique: true }),
  field('name', '名称', asText, { unique: true }),
  field('shape', '类型', asOneOf(shapes)),
  field('from', '来源', asOneOf(origins)),
]

export const indicatorColumns = [
  field('code', '编号', asCode, { unique: true }),
  field('parent', '上级编号', asCode, optional),
  field('name', '名称', asText),
  field('aim', '对应任务', asText, { empty: '' }),
  field('max', '分值', asPoints),
  field('starts', '起算', asOneOf({ 满分: 'full', 零分: 'zero' })),
  field('floor', '下限', asPoints, optional),
  field('cap', '上限', asPoints, optional),
  extra('weight', '权重', asPoints),
  extra('fold', '各部分合并', asOneOf(foldWords)),
  extra('formula', '算式', asText),
  extra('roundTo', '取舍小数位', asWhole),
  extra('roundMode', '取舍方式', asRounding),
  extra('kinds', '适用类别', asNames),
]

/** Bands, options, places, groups of voters and the like, each belonging to a clause. */
export const rowColumns = [
  field('clause', '条款编号', asCode),
  extra('role', '用途', asOneOf({ 选项: 'options', 不计票: 'excluded', 投票组: 'groups' })),
  extra('fact', '事实', asText),
  extra('measure', '量度', asOneOf({ 数量: 'number', 百分比: 'percent', 满年数: 'full-years' })),
  extra('name', '名称', asText),
  extra('atLeast', '起（含）', asPoints),
  extra('below', '止（不含）', asPoints),
  extra('upTo', '至（含）', asPoints),
  extra('min', '最低分', asPoints),
  extra('points', '分值（权重）', asPoints),
]

export const clauseColumns = [
  field('code', '编号', asCode, { unique: true }),
  field('indicator', '指标编号', asCode),
  field('type', '类型', asType),
  field('text', '条款原文', asText),
  field('fact', '事实', asText),
  extra('points', '分值', asPoints),
  extra('unit', '单位', asText),
  extra('every', '周期', asOneOf({ 每季度: 'quarter', 每月: 'month' })),
  extra('times', '每期应做次数', asWhole),
  extra('cap', '最多', asPoints),
  extra('exemptIf', '免扣事实', asText),
  extra('effect', '增减', asOneOf({ 加分: 'add', 扣分: 'deduct' })),
  extra('min', '最低分', asPoints),
  extra('max', '最高分', asPoints),
  extra('comparison', '须写比较对象', asYes),
  extra('spread', '评分相差限度', asPoints),
  extra('measure', '量度', asOneOf({ 数量: 'number', 百分比: 'percent', 满年数: 'full-years' })),
  extra('least', '有效票下限', asWhole),
  extra(
    'fold',
    '同一事项',
    asOneOf({ 就高不重复: 'highest-per-matter', 逐项累计: 'sum', 只计最高: 'highest', 未写明: 'unsaid' }),
  ),
  extra('unlisted', '未列级别', asOneOf({ 裁定: 'ruling' })),
  extra('once', '同项只计一次', asOneOf({ 是: true })),
  extra('document', '须有文号', asYes),
  extra('from', '材料自', asDay),
  extra('until', '材料止（不含）', asDay),
  extra('base', '基础分', asPoints),
  extra('threshold', '基准', asPoints),
  extra('reached', '达到基准另加', asPoints),
  extra('step', '每档', asPoints),
  extra('above', '每高一档', asPoints),
  extra('lower', '每低一档', asPoints),
  extra('steps', '不满一档', asOneOf({ 不计: 'full', 按一档: 'begun', 按比例: 'fraction' })),
  extra('by', '名次按', asOneOf({ 名次: 'place', 百分比: 'percent' })),
  extra('end', '名次自', asOneOf({ 第一名: 'top', 末名: 'bottom' })),
  extra('better', '优者', asOneOf({ 高: 'high', 低: 'low' })),
  extra('within', '比较范围', asWithin),
  extra('ties', '并列', asOneOf({ 取较优: 'best', 取较差: 'worst', 取平均: 'mean', 裁定: 'ruling' })),
  extra('perAfter', '之后每名', asPoints),
  extra('leastAfter', '之后最低', asPoints),
  extra('allAfter', '之后一律', asPoints),
  extra('to', '参照', asOneOf({ 最优: 'best', 平均: 'mean', 目标: 'target' })),
  extra('target', '目标值', asPoints),
  extra(
    'as',
    '免考办法',
    asOneOf({ 计满分: 'full', 计零分: 'zero', 不计: 'left-out', 按其他支部平均: 'mean-of-others', 未写明: 'unsaid' }),
  ),
  extra('outOf', '原满分', asPoints),
  extra('dueAt', '截止时间', asMoment),
  extra('dueAfter', '起算事实', asText),
  extra('months', '起算后月数', asWhole),
  extra('days', '起算后天数', asWhole),
  extra('dayUnit', '逾期按', asOneOf({ 工作日: 'working-days', 天: 'days' })),
  extra('never', '更迟或未报', asPoints),
  extra('when', '触发', asOneOf({ 发生: 'holds', 次数达到: 'count-from', 比例低于: 'share-below' })),
  extra('trigger', '触发数值', asPoints),
  extra('of', '应有数', asWhole),
  extra('outcome', '后果', asOneOf(effectWords)),
  extra('level', '后果等次', asText),
  extra('event', '同一事件', asOneOf({ 逐项计: 'each', 从重: 'heaviest' })),
  extra('full', '满分票值', asPoints),
  extra('few', '有效票不足', asOneOf({ 不计: 'left-out', 裁定: 'ruling' })),
  extra('count', '期数', asWhole),
  extra('periodFold', '各期合并', asOneOf({ 相加: 'sum', ...foldWords })),
  extra('roundTo', '取舍小数位', asWhole),
  extra('roundMode', '取舍方式', asRounding),
  extra('kinds', '适用类别', asNames),
]

/** The columns of a condition, in whichever table it stands. */
export const conditionColumns = [
  extra('kind', '类型', asOneOf(conditionKinds)),
  extra('fact', '事实', asText),
  extra('indicators', '指标编号', asCodes),
  extra('of', '指标要求', asOneOf({ 各项均须: 'all', 任一项: 'any' })),
  extra('measure', '量度', asOneOf({ 数量: 'number', 百分比: 'percent', 满年数: 'full-years' })),
  extra('atLeast', '起（含）', asPoints),
  extra('below', '止（不含）', asPoints),
  extra('honours', '表彰级别', asNames),
  extra('value', '数值', asPoints),
  extra('least', '有效票下限', asWhole),
]
