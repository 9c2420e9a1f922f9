import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause } from '#programme/scoring/rules/sheet-clauses.ts'
import type { LevelQuota } from '#programme/scoring/rules/sheet-outcomes.ts'

const OFFICES = '机关支部'
const BRANCHES = '基层支部'

/** What both quotas do with those above them. */
const cut: Pick<LevelQuota, 'cut' | 'ties'> = { cut: 'next-lower', ties: [['2', '3'], ['1']] }

/**
 * The sheet of the running year: offices and branches at the waterside with rules of their own, and quotas on levels. Its
 * items are those of the year before, so that it can be tried on that year.
 */
export function nextSheet(year: number): Sheet {
  const before = sampleSheet(year)
  const apart = new Set(['2.2-1', '3.2-1'])
  return {
    ...before,
    code: `XZ-${year}-F`,
    title: `${year}年度品牌党支部考核细则（示例，分类考核）`,
    note: `${before.note}机关支部和基层支部分类考核：共用条款之外，攻坚破难、主题活动各有条款。优秀等次在同类支部中不超过30%，优秀和良好合计不超过全部支部的85%；超过的按总分从低到高改为下一等次，同分的先比第二、三部分，再比第一部分。`,
    variants: { fact: 'branch.kind', kinds: [OFFICES, BRANCHES] },
    facts: [
      { key: 'branch.kind', name: '支部类别', shape: 'kinds', from: 'supplied' },
      ...before.facts,
      { key: 'building.passed-on', name: '做法由上级发文推广的件数', shape: 'count', from: 'supplied' },
    ],
    clauses: [
      ...before.clauses.flatMap((clause): Clause[] =>
        apart.has(clause.code) ? [{ ...clause, kinds: [BRANCHES] }] : [clause],
      ),
      {
        code: '2.2-2',
        indicator: '2.2',
        text: '机关支部：解决并经确认的短板问题1项6分，2项及以上8分',
        fact: 'building.problems-solved',
        kinds: [OFFICES],
        type: 'A6',
        measure: 'number',
        bands: [
          { atLeast: null, below: '1', points: '0' },
          { atLeast: '1', below: '2', points: '6' },
          { atLeast: '2', below: null, points: '8' },
        ],
      },
      {
        code: '3.2-2',
        indicator: '3.2',
        text: '机关支部：每项有记录的主题活动2.5分，最多10分',
        fact: 'building.activities',
        kinds: [OFFICES],
        type: 'A10',
        per: '2.5',
        unit: '项',
        cap: '10',
      },
      {
        code: 'B-2',
        indicator: 'B',
        text: '做法由上级发文推广的，每件1分，最多2分',
        fact: 'building.passed-on',
        type: 'A10',
        per: '1',
        unit: '件',
        cap: '2',
      },
    ],
    quotas: [
      {
        code: 'M1',
        levels: ['优秀'],
        kind: 'most',
        percent: '30',
        count: null,
        rounding: 'down',
        within: 'kind',
        ...cut,
      },
      {
        code: 'M2',
        levels: ['优秀', '良好'],
        kind: 'most',
        percent: '85',
        count: null,
        rounding: 'down',
        within: 'all',
        ...cut,
      },
    ],
  }
}

/**
 * A later draft of it, as it came from a working group: a benchmark of less than good counts less. Two of its rows are for the
 * lint to tell: a count of news items is barred, and a deduction is larger than its item.
 */
export function draftSheet(year: number): Sheet {
  const sheet = nextSheet(year)
  return {
    ...sheet,
    facts: [...sheet.facts, { key: 'publicity.items', name: '被媒体报道的篇数', shape: 'count', from: 'supplied' }],
    clauses: [
      ...sheet.clauses.map((clause) => changes[clause.code]?.(clause) ?? clause),
      {
        code: 'B-3',
        indicator: 'B',
        text: '品牌事迹被媒体报道的，每篇0.5分，最多1分',
        fact: 'publicity.items',
        type: 'A10',
        per: '0.5',
        unit: '篇',
        cap: '1',
      },
    ],
  }
}

const changes: Record<string, (clause: Clause) => Clause> = {
  '1.2-1': (clause) => (clause.type === 'A3' ? { ...clause, text: '班子不健全扣10分', points: '10' } : clause),
  '3.1-1': (clause) => {
    if (clause.type !== 'A5') return clause
    const points: Record<string, string> = { 好: '15', 较好: '10', 一般: '6', 差: '0' }
    const options = clause.options.map(({ name }) => ({ name, points: points[name]! }))
    return { ...clause, text: '业务指标对标：好15分，较好10分，一般6分，差0分', options }
  },
}
