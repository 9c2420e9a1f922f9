import type { FactNeed, Indicator, Sheet } from './sheet.ts'
import type { Clause } from './sheet-clauses.ts'

/** The sample programme's rule sheet: 100 points and a bonus of up to 5, our own, in the manner of real ones. */
export function sampleSheet(year: number): Sheet {
  return {
    format: 'hangbiao-sheet/1',
    code: `XZ-${year}`,
    title: `${year}年度品牌党支部考核细则（示例）`,
    year,
    asOf: `${year}-12-31`,
    note: '示例细则。满分100分，另设加分不超过5分；计算中不取舍，总分显示两位小数，按未取舍的数值比较。自评分与考评分并列，只计考评分。',
    facts,
    indicators,
    clauses,
    panel: { least: 2, trimFrom: 6 },
    total: { basic: ['1', '2', '3', '4', '5'], bonus: ['B'], full: '100', floor: '0', cap: '105', places: 2 },
    levels: [
      { name: '优秀', atLeast: '90', below: null },
      { name: '良好', atLeast: '80', below: '90' },
      { name: '达标', atLeast: '60', below: '80' },
      { name: '未达标', atLeast: null, below: '60' },
    ],
    gates: [
      { code: 'Q1', text: '现行主题生效满365天', kind: 'days-in-force', fact: 'theme.in-force-since', days: 365 },
      {
        code: 'Q2',
        text: '先进性、持久性、示范性各项得分均大于0',
        kind: 'indicator-above',
        indicators: ['5.1', '5.2', '5.3'],
        above: '0',
      },
      {
        code: 'Q3',
        text: '满意票占有效票80%以上（有效票5张及以上；不足5张的待裁定）',
        kind: 'satisfied-share',
        fact: 'survey.satisfaction',
        percent: '80',
        least: 5,
      },
    ],
    vetoes: [
      {
        code: 'F1',
        text: '年度内党员受党纪重处分',
        when: { kind: 'holds', fact: 'veto.discipline' },
        effect: { effect: 'not-named' },
      },
      {
        code: 'F2',
        text: '年度内发生责任事故',
        when: { kind: 'holds', fact: 'veto.accident' },
        effect: { effect: 'not-named' },
      },
    ],
    naming: { level: '优秀', percent: '20', within: 'region', ties: [['2', '3'], ['1']] },
    exemption: { months: 6 },
  }
}

const facts: FactNeed[] = [
  { key: 'meeting.members-held', name: '各季度召开支部党员大会次数', shape: 'periods', from: 'record' },
  { key: 'meeting.committee-held', name: '各月召开支委会次数', shape: 'periods', from: 'record' },
  { key: 'branch.election-late', name: '未按期换届', shape: 'flag', from: 'supplied' },
  { key: 'branch.extension-approved', name: '换届延期经批准', shape: 'flag', from: 'supplied' },
  { key: 'branch.team-incomplete', name: '班子不健全', shape: 'flag', from: 'supplied' },
  { key: 'branch.secretary-untrained', name: '书记当年未受培训', shape: 'flag', from: 'supplied' },
  { key: 'training.coverage', name: '党员培训覆盖率', shape: 'ratio', from: 'supplied' },
  { key: 'inspection.overdue', name: '逾期未销号的问题数', shape: 'count', from: 'supplied' },
  { key: 'inspection.repeated', name: '次年再现的同一问题数', shape: 'count', from: 'supplied' },
  { key: 'rating.core-task', name: '中心任务中的作用评分', shape: 'ratings', from: 'rating' },
  { key: 'building.problems-solved', name: '解决并经确认的短板问题数', shape: 'count', from: 'record' },
  { key: 'supplied.benchmark', name: '业务指标对标等次', shape: 'grade', from: 'supplied' },
  { key: 'building.activities', name: '有记录的主题活动数', shape: 'count', from: 'record' },
  { key: 'survey.satisfaction', name: '满意度测评', shape: 'survey', from: 'survey' },
  { key: 'rating.advanced', name: '先进性评分', shape: 'ratings', from: 'rating' },
  { key: 'theme.in-force-since', name: '现行主题生效日', shape: 'since', from: 'theme' },
  { key: 'building.adopted', name: '被其他支部借鉴次数', shape: 'count', from: 'record' },
  { key: 'outcome.honours', name: '获得的表彰', shape: 'honours', from: 'supplied' },
  { key: 'veto.discipline', name: '党员受党纪重处分', shape: 'flag', from: 'supplied' },
  { key: 'veto.accident', name: '责任事故', shape: 'flag', from: 'supplied' },
]

const indicators: Indicator[] = [
  section('1', '支部坚强有力', '25', '支部坚强有力'),
  deducted('1.1', '组织生活', '10'),
  deducted('1.2', '班子与队伍', '8'),
  deducted('1.3', '问题整改', '7'),
  section('2', '党员作用明显', '20', '党员作用明显'),
  earned('2.1', '中心任务中的作用', '12'),
  earned('2.2', '攻坚破难', '8'),
  section('3', '工作得到促进', '25', '工作得到促进'),
  earned('3.1', '业务指标对标', '15'),
  earned('3.2', '主题活动', '10'),
  section('4', '党员群众满意', '15', '党员群众满意'),
  section('5', '品牌建设', '15', ''),
  earned('5.1', '先进性', '5'),
  earned('5.2', '持久性', '5'),
  earned('5.3', '示范性', '5'),
  section('B', '加分', '5', ''),
]

const clauses: Clause[] = [
  {
    code: '1.1-1',
    indicator: '1.1',
    text: '支部党员大会每季度应开1次，每少1次扣1.5分',
    fact: 'meeting.members-held',
    type: 'A2',
    per: '1.5',
    unit: '次',
    due: { every: 'quarter', times: 1 },
    cap: null,
    exemptIf: null,
  },
  {
    code: '1.1-2',
    indicator: '1.1',
    text: '支委会每月1次，每少1次扣0.5分',
    fact: 'meeting.committee-held',
    type: 'A2',
    per: '0.5',
    unit: '次',
    due: { every: 'month', times: 1 },
    cap: null,
    exemptIf: null,
  },
  {
    code: '1.1-3',
    indicator: '1.1',
    text: '未按期换届扣4分，经批准延期的不扣',
    fact: 'branch.election-late',
    type: 'A3',
    points: '4',
    exemptIf: 'branch.extension-approved',
  },
  named('1.2-1', '1.2', '班子不健全扣4分', 'branch.team-incomplete', '4'),
  named('1.2-2', '1.2', '书记当年未受培训扣2分', 'branch.secretary-untrained', '2'),
  {
    code: '1.2-3',
    indicator: '1.2',
    text: '党员培训覆盖率95%及以上不扣分，80%及以上不足95%扣1分，不足80%扣3分',
    fact: 'training.coverage',
    type: 'A6',
    measure: 'percent',
    bands: [band('95', null, '0'), band('80', '95', '-1'), band(null, '80', '-3')],
  },
  faults('1.3-1', '1.3', '督查发现的问题逾期未销号，每项扣1分，最多扣5分', 'inspection.overdue', '1', '5'),
  faults('1.3-2', '1.3', '同一问题次年再现，每项扣2分', 'inspection.repeated', '2', null),
  marks('2.1-1', '2.1', '在中心任务中发挥的作用，由考评人在0至12分内评定并写明理由', 'rating.core-task', '12', false),
  {
    code: '2.2-1',
    indicator: '2.2',
    text: '解决并经确认的短板问题：1项4分，2项6分，3项及以上8分',
    fact: 'building.problems-solved',
    type: 'A6',
    measure: 'number',
    bands: [band(null, '1', '0'), band('1', '2', '4'), band('2', '3', '6'), band('3', null, '8')],
  },
  {
    code: '3.1-1',
    indicator: '3.1',
    text: '业务指标对标：好15分，较好12分，一般8分，差3分',
    fact: 'supplied.benchmark',
    type: 'A5',
    options: [option('好', '15'), option('较好', '12'), option('一般', '8'), option('差', '3')],
  },
  occurrences('3.2-1', '3.2', '每项有记录的主题活动2分，最多10分', 'building.activities', '2', '项', '10'),
  {
    code: '4-1',
    indicator: '4',
    text: '满意票占有效票的比例乘以15；有效票不足5张的不计本项，其余按比例折算',
    fact: 'survey.satisfaction',
    type: 'B6',
    points: '15',
    least: 5,
    groups: [{ name: '党员群众', weight: '1' }],
  },
  marks('5.1-1', '5.1', '先进性，由考评人在0至5分内评定，写明理由和比较对象', 'rating.advanced', '5', true),
  {
    code: '5.2-1',
    indicator: '5.2',
    text: '主题自生效起满1年2分，满2年4分，满3年5分',
    fact: 'theme.in-force-since',
    type: 'A6',
    measure: 'full-years',
    bands: [band(null, '1', '0'), band('1', '2', '2'), band('2', '3', '4'), band('3', null, '5')],
  },
  occurrences('5.3-1', '5.3', '被其他支部借鉴并有对方记录，每次2.5分，最多5分', 'building.adopted', '2.5', '次', '5'),
  {
    code: 'B-1',
    indicator: 'B',
    text: '表彰（有文号）：国家级5分，省部级3分，厅局级2分；同一事项就高不重复，合计最多5分',
    fact: 'outcome.honours',
    type: 'A12',
    levels: [option('国家级', '5'), option('省部级', '3'), option('厅局级', '2')],
    fold: 'highest-per-matter',
    cap: '5',
  },
]

function section(code: string, name: string, max: string, aim: string): Indicator {
  return { code, parent: null, name, aim, max, starts: 'zero', floor: '0', cap: max }
}

function deducted(code: string, name: string, max: string): Indicator {
  return { code, parent: code.slice(0, 1), name, aim: '', max, starts: 'full', floor: '0', cap: max }
}

function earned(code: string, name: string, max: string): Indicator {
  return { code, parent: code.slice(0, 1), name, aim: '', max, starts: 'zero', floor: '0', cap: max }
}

function named(code: string, indicator: string, text: string, fact: string, points: string): Clause {
  return { code, indicator, text, fact, type: 'A3', points, exemptIf: null }
}

function faults(code: string, indicator: string, text: string, fact: string, per: string, cap: string | null): Clause {
  return { code, indicator, text, fact, type: 'A2', per, unit: '项', due: null, cap, exemptIf: null }
}

function marks(code: string, indicator: string, text: string, fact: string, max: string, comparison: boolean): Clause {
  return { code, indicator, text, fact, type: 'A4', effect: 'add', min: '0', max, comparison, spread: null }
}

function occurrences(
  code: string,
  indicator: string,
  text: string,
  fact: string,
  per: string,
  unit: string,
  cap: string,
): Clause {
  return { code, indicator, text, fact, type: 'A10', per, unit, cap }
}

function band(atLeast: string | null, below: string | null, points: string) {
  return { atLeast, below, points }
}

function option(name: string, points: string) {
  return { name, points }
}
