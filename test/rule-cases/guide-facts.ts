import type { FactValue } from '#programme/scoring/rules/facts.ts'
import { count, flag, number } from './plain-sheet.ts'

type Branch = {
  id: string
  name: string
  region: null
  facts: Record<string, { value: FactValue }>
  rulings?: object[]
}
type Tables = Map<string, string[][]>

const names = ['第一', '第二', '第三', '第四', '第五', '第六']

/** The facts that the guide tells in words under each example, one entry for each console block that needs them. */
export const guideFacts: Record<string, { branches: Branch[]; change?: (tables: Tables) => void }[]> = {
  '2': [
    {
      branches: branches([
        { findings: count(1), team: grade('比较健全'), plan: grade('有计划无总结') },
        { findings: count(0), team: grade('健全'), plan: grade('落实到位') },
      ]),
    },
  ],
  '3': [
    {
      branches: branches([
        { stable: flag(true), posted: count(14), lost: count(0) },
        { stable: flag(true), posted: count(4), lost: count(3) },
      ]),
    },
  ],
  '4': [{ branches: honoured() }, { branches: honoured(), change: allCount }],
  '5': [
    {
      branches: branches([
        { marks: marksOf('92', '88', '95', '70', '85', '90') },
        { marks: marksOf('92', '88', '95', '70', '85') },
        { marks: marksOf('92', '88') },
      ]),
    },
  ],
  '6': [
    {
      branches: branches([
        { satisfied: survey(['党员', 20, 18], ['群众', 50, 40]), votes: votesOf(60, 30, 5, 25) },
        { satisfied: survey(['党员'], ['群众', 50, 40]), votes: votesOf(10) },
        {
          satisfied: survey(['党员', 20, 18], ['群众', 50, 40]),
          votes: { shape: 'votes', groups: [{ name: '代表', state: 'too-few' }] },
        },
      ]),
    },
  ],
  '7': [
    {
      branches: branches(
        [
          [66, 92],
          [68, 55],
          [40, 50],
          [62, 60],
          [66, 92],
          [66, 92],
        ].map(([work, share], at) => ({
          work: number(work!),
          share: number(share!),
          reverse: flag(at === 4),
          accident: flag(at === 5),
        })),
      ),
    },
  ],
  '9': [{ branches: judged(['47', '22', '22']) }, { branches: judged(['46', '23', '22']) }],
}

function branches(values: Record<string, FactValue>[]): Branch[] {
  return values.map((each, at) => ({
    id: `b${at + 1}`,
    name: `${names[at]}党支部`,
    region: null,
    facts: Object.fromEntries(Object.entries(each).map(([key, value]) => [key, { value }])),
  }))
}

function grade(name: string): FactValue {
  return { shape: 'grade', grade: name }
}

function marksOf(...points: string[]): FactValue {
  const labels = '甲乙丙丁戊己'
  const ratings = points.map((mark, at) => {
    return { assessor: `考评人${labels[at]}`, points: mark, reason: '查阅台账后评定', comparedWith: '' }
  })
  return { shape: 'ratings', ratings }
}

function honoured(): Branch[] {
  const honour = (level: string, matter: string, document: string) => {
    return { level, matter, document, issuer: '上级党委', on: '2026-07-01' }
  }
  const honours = [
    honour('省部级', '安全先进集体', '海党〔2026〕12号'),
    honour('集团公司级', '安全先进集体', '集党〔2026〕3号'),
    honour('集团公司级', '先进党支部', '集党〔2026〕5号'),
    honour('省部级', '抗台救灾', ''),
  ]
  const sanctions = [{ item: '违规接待一案', names: ['警告或记过', '撤职或降级'] }]
  return branches([
    { basic: number(92), honours: { shape: 'honours', honours }, sanctions: { shape: 'things', things: [] } },
    {
      basic: number(92),
      honours: { shape: 'honours', honours: [] },
      sanctions: { shape: 'things', things: sanctions },
    },
  ])
}

function allCount(tables: Tables): void {
  const rows = tables.get('条款')!
  const at = rows[0]!.indexOf('同一事项')
  tables.set(
    '条款',
    rows.map((row) => (row[at] === '就高不重复' ? row.with(at, '逐项累计') : row)),
  )
}

function survey(...groups: [string, number?, number?][]): FactValue {
  return {
    shape: 'survey',
    groups: groups.map(([name, valid, satisfied]) =>
      valid === undefined
        ? { name, state: 'too-few' as const }
        : { name, state: 'counted' as const, valid, satisfied: satisfied! },
    ),
  }
}

function votesOf(...counts: number[]): FactValue {
  const options = ['满意', '基本满意', '不满意', '不了解']
  const votes = counts.map((count, at) => ({ option: options[at]!, count }))
  return { shape: 'votes', groups: [{ name: '代表', state: 'counted', votes }] }
}

function judged(third: string[]): Branch[] {
  const all = [['48', '24', '23'], ['46', '23', '22'], third, ['40', '20', '19'], ['45', '22', '21']]
  return branches(all.map(([e, i, o]) => ({ e: marksOf(e!), i: marksOf(i!), o: marksOf(o!) })))
}
