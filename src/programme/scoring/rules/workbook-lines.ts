import { asCode, asCodes, asDay, asNames, asOneOf, asPoints, asSums, asText, asWhole } from './workbook-cells.ts'
import { asRounding, asWithin, asYes, extra, field } from './workbook-columns.ts'
import type { Table } from './workbook-outcomes.ts'
import { fact, group, need, orBlank, orLacks, orList, orNull } from './workbook-parts.ts'

const optional = { empty: null } as const
const rounding = group('rounding', 'lacks', [need('roundTo', 'places'), need('roundMode', 'mode')])

/** 说明, 评选 and 届期 have one line for each field: its heading, then its value. */
export const headLines: Table = {
  name: '说明',
  columns: [
    field('code', '细则编号', asCode),
    field('title', '细则名称', asText),
    field('year', '年度', asWhole),
    field('asOf', '认定日', asDay),
    field('note', '说明', asText, { empty: '' }),
    field('full', '满分', asPoints),
    field('basic', '基本分指标', asCodes, optional),
    field('bonus', '加分指标', asCodes, optional),
    field('floor', '总分下限', asPoints, optional),
    field('cap', '总分上限', asPoints, optional),
    field('places', '显示小数位', asWhole),
    field('least', '考评人至少（人）', asWhole),
    field('trimFrom', '去最高最低分自（人）', asWhole, optional),
    extra('fold', '评分合并', asOneOf({ 中位数: 'median' })),
    extra('severity', '考评人宽严', asOneOf({ 只说明: 'shown', 校正: 'corrected' })),
    extra('formula', '基本分算式', asText),
    extra('grade', '评等次不含加分', asOneOf({ 是: 'without-bonus' })),
    extra('roundTo', '总分取舍小数位', asWhole),
    extra('roundMode', '总分取舍方式', asRounding),
    extra('variant', '类别事实', asText),
    extra('kinds', '支部类别', asNames),
  ],
  parts: [
    need('code'),
    need('title'),
    need('year'),
    need('asOf'),
    orBlank('note'),
    group('total', 'needed', [
      need('full'),
      orList('basic'),
      orList('bonus'),
      orNull('floor'),
      orNull('cap'),
      need('places'),
      orLacks('formula'),
      orLacks('grade'),
      rounding,
    ]),
    group('panel', 'needed', [need('least'), orNull('trimFrom'), orLacks('fold'), orLacks('severity')]),
    group('variants', 'lacks', [fact('variant', 'fact'), need('kinds')]),
  ],
}

export const namingLines: Table = {
  name: '评选',
  columns: [
    field('level', '命名等次', asText, optional),
    extra('atLeast', '命名总分（含加分）', asPoints),
    field('percent', '名额比例（%）', asPoints),
    field('within', '名额范围', asOneOf({ 各片区: 'region', 全部: 'all' })),
    field('ties', '同分办法', asSums, optional),
    field('months', '新成立不满（月）不参评', asWhole, optional),
    extra('ratio', '差额提名比例', asPoints),
    extra('below', '一级未过的等次', asText),
    extra('rankWithin', '排名范围', asWithin),
    extra('rankTies', '排名并列', asOneOf({ 并列同名: 'shared', 裁定: 'ruling' })),
    extra('rankLeast', '参加排名至少（个）', asWhole),
    extra('top', '列出前几名', asWhole),
    extra('bottom', '列出后几名', asWhole),
  ],
  parts: [
    group('naming', 'needed', [orNull('level'), orLacks('atLeast'), need('percent'), need('within'), orList('ties')]),
    group('exemption', 'null', [need('months')]),
    group('nomination', 'lacks', [need('ratio')]),
    group('ladder', 'lacks', [need('below')]),
    group('ranking', 'lacks', [
      need('rankWithin', 'within'),
      need('rankTies', 'ties'),
      need('rankLeast', 'least'),
      need('top'),
      need('bottom'),
    ]),
  ],
}

export const termLines: Table = {
  name: '届期',
  columns: [
    field('stages', '评审层级', asNames),
    field('noticeDays', '公示天数', asWhole, optional),
    field('noticeCount', '公示天数按', asOneOf({ 工作日: 'working-days', 天: 'days' }), optional),
    field('cultivationDays', '培育至少（天）', asWhole, optional),
    field('declared', '申报年份', asOneOf({ 每年: 'every-year', 双年: 'even-years', 单年: 'odd-years' })),
    field('acceptance', '验收分数', asPoints, optional),
    field('lowerTitle', '须有下一级称号', asYes),
    field('years', '称号年限', asWhole, optional),
    field('renewalPercent', '届满续评比例（%）', asPoints, optional),
    field('renewalCount', '届满续评个数', asWhole, optional),
    field('renewalRounding', '续评取整', asOneOf({ 向下: 'down', 向上: 'up', 四舍五入: 'nearest' }), optional),
    field('renewalWithin', '续评范围', asWithin, optional),
    field('secondTry', '退出后次年可再评', asYes),
    field('yearBegins', '考核年度起始月', asWhole),
    field('lateHonours', '迟到的表彰', asOneOf({ 计入下一年: 'next-year', 不计: 'lost' })),
  ],
  parts: [
    need('stages'),
    group('notice', 'null', [need('noticeDays', 'days'), need('noticeCount', 'count')]),
    orNull('cultivationDays'),
    need('declared'),
    orNull('acceptance'),
    need('lowerTitle'),
    orNull('years'),
    group('renewal', 'null', [
      orNull('renewalPercent', 'percent'),
      orNull('renewalCount', 'count'),
      need('renewalRounding', 'rounding'),
      need('renewalWithin', 'within'),
    ]),
    need('secondTry'),
    need('yearBegins'),
    need('lateHonours'),
  ],
}

/** The headings of a table of lines. */
export const lineColumns = ['项目', '内容'] as const
