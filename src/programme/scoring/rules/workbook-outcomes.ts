import { asCode, asDay, asNames, asOneOf, asPoints, asSums, asText, asWhole } from './workbook-cells.ts'
import { effectForms } from './workbook-clauses.ts'
import { asWithin, conditionColumns, extra, type Field, field } from './workbook-columns.ts'
import { fact, need, orLacks, orList, orNull, type Part, whole } from './workbook-parts.ts'
import { ballotKinds, effectWords, quotaKinds, titleStateWords } from './workbook-words.ts'

/** A table of the workbook: its columns, and how a row makes a thing. */
export interface Table {
  name: string
  columns: Field[]
  parts: Part[]
}

const optional = { empty: null } as const
const ranged = [orNull('atLeast'), orNull('below')]
const unique = { unique: true } as const

/** What a condition is made of, by its kind. */
const conditionForms: Record<string, Part[]> = {
  holds: [fact()],
  'fact-between': [fact(), need('measure'), ...ranged],
  'points-between': [need('indicators'), need('of'), ...ranged],
  'total-between': ranged,
  honoured: [fact(), need('honours', 'levels')],
  'days-in-force': [fact(), whole('value', 'days')],
  'indicator-above': [need('indicators'), need('value', 'above')],
  'satisfied-share': [fact(), need('value', 'percent'), need('least')],
}
const when: Part = {
  kind: 'chosen',
  column: 'kind',
  tag: 'kind',
  field: 'when',
  fallback: 'holds',
  forms: conditionForms,
}

export const levelTable: Table = {
  name: '等次',
  columns: [
    field('name', '名称', asText, unique),
    field('atLeast', '起（含）', asPoints, optional),
    field('below', '止（不含）', asPoints, optional),
    extra('byEffect', '仅由规定给出', asOneOf({ 是: true })),
  ],
  parts: [need('name'), ...ranged, orLacks('byEffect')],
}

export const gateTable: Table = {
  name: '前置条件',
  columns: [field('code', '编号', asCode, unique), field('text', '条件', asText), ...conditionColumns],
  parts: [
    need('code'),
    need('text'),
    { kind: 'chosen', column: 'kind', tag: 'kind', field: null, forms: conditionForms },
  ],
}

export const vetoTable: Table = {
  name: '一票否决',
  columns: [
    field('code', '编号', asCode, unique),
    field('text', '情形', asText),
    ...conditionColumns,
    field('effect', '后果', asOneOf(effectWords)),
    extra('level', '后果等次', asText),
  ],
  parts: [
    need('code'),
    need('text'),
    when,
    { kind: 'chosen', column: 'effect', tag: 'effect', field: 'effect', forms: effectForms },
  ],
}

export const promotionTable: Table = {
  name: '直接定级',
  columns: [
    field('code', '编号', asCode, unique),
    field('text', '情形', asText),
    ...conditionColumns,
    field('level', '定为', asText),
  ],
  parts: [need('code'), need('text'), when, need('level')],
}

export const requirementTable: Table = {
  name: '等次条件',
  columns: [
    field('name', '等次', asText),
    field('text', '条件', asText),
    ...conditionColumns,
    field('otherwise', '不符合时', asOneOf({ 待裁定: 'ruling', 降一等: 'next-lower' })),
  ],
  parts: [need('name'), need('text'), when, need('otherwise')],
}

export const quotaTable: Table = {
  name: '名额',
  columns: [
    field('code', '编号', asCode, unique),
    field('levels', '等次', asNames),
    field('kind', '要求', asOneOf(quotaKinds)),
    extra('percent', '比例（%）', asPoints),
    extra('count', '个数', asWhole),
    field('rounding', '取整', asOneOf({ 向下: 'down', 向上: 'up', 四舍五入: 'nearest' })),
    field('within', '范围', asWithin),
    field('cut', '超出的', asOneOf({ 降一等: 'next-lower', 保留等次: 'keeps-level', 待裁定: 'ruling' })),
    extra('ties', '同分办法', asSums),
  ],
  parts: [
    need('code'),
    need('levels'),
    need('kind'),
    orNull('percent'),
    orNull('count'),
    need('rounding'),
    need('within'),
    need('cut'),
    orList('ties'),
  ],
}

export const rungTable: Table = {
  name: '晋级',
  columns: [field('level', '等次', asText), field('indicator', '指标编号', asCode), field('atLeast', '达到', asPoints)],
  parts: [need('level'), need('indicator'), need('atLeast')],
}

export const starTable: Table = {
  name: '星项',
  columns: [
    field('name', '名称', asText, unique),
    field('indicator', '指标编号', asCode),
    field('atLeast', '达到', asPoints),
    extra('total', '总分达到', asPoints),
  ],
  parts: [need('name'), need('indicator'), need('atLeast'), orLacks('total')],
}

export const groupTable: Table = {
  name: '等次归类',
  columns: [field('name', '类', asText, unique), field('levels', '等次', asNames, optional)],
  parts: [need('name'), orList('levels')],
}

/** Rows with the same code make one link. */
export const linkTable: Table = {
  name: '挂钩',
  columns: [
    field('code', '编号', asCode),
    field('name', '名称', asText),
    field('places', '显示小数位', asWhole),
    field('atLeast', '总分起（含）', asPoints, optional),
    field('below', '总分止（不含）', asPoints, optional),
    field('formula', '算式', asText),
  ],
  parts: [need('code'), need('name'), need('places'), ...ranged, need('formula')],
}

export const raterTable: Table = {
  name: '评分组',
  columns: [
    field('name', '名称', asText, unique),
    field('weight', '权重', asPoints),
    field('least', '至少（人）', asWhole),
    field('trimFrom', '去最高最低分自（人）', asWhole, optional),
    extra('fold', '合并', asOneOf({ 中位数: 'median' })),
  ],
  parts: [need('name'), need('weight'), need('least'), orNull('trimFrom'), orLacks('fold')],
}

export const ballotTable: Table = {
  name: '评分规则',
  columns: [
    field('scope', '看什么', asOneOf({ 一人对一个支部的各项评分: 'marks', 一人对各支部的同项评分: 'ballot' })),
    field('kind', '规则', asOneOf(ballotKinds)),
    extra('points', '分值', asPoints),
    extra('most', '至', asPoints),
    extra('count', '个数', asWhole),
  ],
  parts: [
    need('scope'),
    {
      kind: 'chosen',
      column: 'kind',
      tag: 'kind',
      field: 'rule',
      forms: {
        decimals: [need('count', 'most')],
        'each-between': [need('points', 'least'), need('most')],
        'sum-at-least': [need('points')],
        'most-at-or-above': [need('count'), need('points')],
        'least-below': [need('count'), need('points')],
        'not-all-equal': [],
      },
    },
  ],
}

export const eventTable: Table = {
  name: '届期事件',
  columns: [
    field('event', '情形', asText),
    field('from', '原状态', asOneOf(titleStateWords)),
    field('to', '改为', asOneOf(titleStateWords)),
  ],
  parts: [need('event'), need('from'), need('to')],
}

export const dayTable: Table = {
  name: '休息日',
  columns: [field('day', '日期', asDay, unique), field('kind', '安排', asOneOf({ 休息: 'off', 上班: 'on' }))],
  parts: [need('day'), need('kind')],
}
