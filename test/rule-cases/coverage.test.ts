import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { ClauseType } from '#programme/scoring/rules/sheet-clauses.ts'
import type { Effect } from '#programme/scoring/rules/sheet-outcomes.ts'
import { ruleCases, sheetOf } from './adapter.ts'
import { newcomers } from './newcomers.ts'

// Every type of clause and every combination that real sheets have, each with what exercises it, so that none is forgotten.
// A sheet must have it (N: newcomers.md, C: sheets.jsonl; both run with exact answers); a worked example or a test must be there.

type Has = (sheet: Sheet) => boolean
type Row = [code: string, what: string, where: { sheet: string; has: Has } | { worked: string } | { test: string }]

const of = (sheet: string, has: Has) => ({ sheet, has })
const clause = (sheet: string, type: ClauseType, more: (clause: Record<string, unknown>) => boolean = () => true) =>
  of(sheet, ({ clauses }) => clauses.some((each) => each.type === type && more(each as never)))
const effect = (name: Effect['effect']) => (sheet: Sheet) => sheet.vetoes.some((each) => each.effect.effect === name)

const types: Row[] = [
  ['A1', '达标得分', clause('N2', 'A1')],
  ['A2', '满分起扣', clause('N3', 'A2', ({ due }) => due !== null)],
  ['A3', '一次性扣分', clause('C08', 'A3')],
  ['A4', '酌情', clause('N5', 'A4')],
  ['A5', '分等', clause('N10', 'A5')],
  ['A6', '分档', clause('C25', 'A6')],
  ['A7', '名次、百分比', clause('N7', 'A7', ({ by }) => by === 'percent')],
  ['A8', '比例', clause('N8', 'A8')],
  ['A9', '逐档', clause('N7', 'A9')],
  ['A10', '逐次加分封顶', clause('C26', 'A10', ({ cap }) => cap !== null)],
  ['A11', '不封顶', clause('N2', 'A2', ({ cap }) => cap === null)],
  ['A12', '表彰级别', clause('N6', 'A12', ({ unlisted }) => unlisted === 'ruling')],
  ['A13', '就高、只计一次', clause('N6', 'A10', ({ once }) => once === true)],
  ['A14', '再加', clause('N2', 'A14')],
  ['A15', '或', { test: '2 either the growth or the sum: the better counts' }],
  ['A16', '免考、代替值', clause('N8', 'A16', ({ as }) => as === 'mean-of-others')],
  ['A17', '署名平均', clause('N6', 'A17')],
  ['A18', '引用', clause('N1', 'A18')],
  ['A19', '时限', clause('N3', 'A19')],
  ['A20', '影响总评', clause('N7', 'A20')],
  ['A21', '按情形', clause('C14', 'A21')],
  ['A22', '凭据', clause('N6', 'A12', ({ evidence }) => evidence !== undefined)],
  ['B1', '部分权重', of('N9', ({ indicators }) => indicators.some(({ weight }) => weight !== undefined))],
  [
    'B2',
    '公式',
    of('C03', ({ total, indicators }) => total.formula !== undefined || indicators.some(({ formula }) => formula)),
  ],
  ['B3', '总分不是 100', of('N2', ({ total }) => total.full === '60' && total.bonus.length === 2)],
  ['B4', '封顶封底', of('N5', ({ total }) => total.floor === '0' && total.cap === '100')],
  ['B5', '自评并列', { test: 'the secretary scores the branch on one screen, with what is on record counted already' }],
  ['B6', '几组人加权', of('N5', ({ panel }) => panel.groups?.length === 2)],
  ['B7', '票与评分规则', of('N5', ({ panel }) => panel.marks !== undefined && panel.ballot !== undefined)],
  ['B8', '各期合并', clause('N1', 'A18', ({ periods }) => periods !== undefined)],
  ['B9', '加分不进等次', of('N1', ({ total }) => total.grade === 'without-bonus')],
  [
    'B10',
    '加分组封顶',
    of('N6', ({ indicators, total }) =>
      total.bonus.every((code) => indicators.find((each) => each.code === code)!.cap),
    ),
  ],
  ['B11', '分类', of('N10', ({ variants }) => variants?.kinds.length === 2)],
  ['C1', '分数段', of('N4', ({ levels }) => levels.length === 5)],
  ['C2', '名额', of('N5', ({ quotas }) => quotas?.some(({ kind }) => kind === 'most') ?? false)],
  ['C3', '末位名额', of('N10', ({ quotas }) => quotas?.some(({ kind }) => kind === 'least') ?? false)],
  ['C4', '等次条件', of('N10', ({ levels }) => levels.some(({ requires }) => requires))],
  ['C5', '等次上限', of('N4', effect('at-most'))],
  ['C6', '一票否决', of('N4', effect('zero'))],
  ['C7', '直接定级', of('N10', ({ promotions }) => promotions !== undefined)],
  ['C8', '单项星', of('N9', ({ stars }) => stars?.length === 2)],
  ['C9', '逐级', of('N9', ({ ladder }) => ladder?.rungs.length === 3)],
  ['C10', '资格', { worked: 'C29-3' }],
  ['C11', '归类', of('N4', ({ groups }) => groups?.length === 3)],
  ['C12', '排名', { test: 'places in a category: equals share one, too small a category is not ranked' }],
  ['C13', '挂钩', of('N1', ({ links }) => links?.[0]?.bands.length === 2)],
  ['C14', '差额提名', { test: '9 three titles, 差额 1:1.2: four are nominated' }],
  ['D1', '评审层级', { worked: 'C31-1' }],
  ['D2', '公示天数', { test: 'D2 a public notice posted on Friday 4 December 2026' }],
  ['D3', '培育期', { worked: 'C29-2' }],
  ['D4', '届期', { worked: 'C29-1' }],
  ['D5', '抽查、整改、撤销', { worked: 'C31-2' }],
  ['D6', '年度升降', { worked: 'C31-3' }],
  ['D7', '退出名额', { worked: 'C37-2' }],
  ['D8', '迟到的表彰、考核年度', { worked: 'C13-3' }],
]

const combinations: Row[] = [
  ['1', '本项超过满分', of('N3', ({ indicators }) => indicators.some(({ max, cap }) => max === '10' && cap === null))],
  ['2', '封顶的次序', { test: '2 caps come in the order clause, item, group of bonuses, total' }],
  ['3', '加分只为一用', of('N1', ({ total, naming }) => total.grade !== undefined && naming.atLeast === '90')],
  ['4', '两个总分一个公式', { worked: 'C03-1' }],
  ['5', '等次不只看分', { test: '5 a level is no function of the score alone' }],
  ['6', '上限不是定级', { worked: 'C04-3' }],
  ['7', '分数段的空与叠', { worked: 'C11-2' }],
  ['8', '没有规定', { worked: 'C01-2' }],
  ['9', '名额与分数段', { test: '9 and 10 quotas against cut-offs: the level first, then the quota' }],
  ['10', '先后次序', { test: 'where the sheet does not say what becomes of those cut, they wait for a ruling' }],
  ['11', '看别的支部', { test: '11 scores that depend on other branches' }],
  ['12', '逐档的零头', { test: '12 steps: full, begun or in proportion is a setting' }],
  ['13', '清单不是次数', { worked: 'C32-3' }],
  ['14', '表彰清单', { test: '14 honours' }],
  ['15', '酌情范围', { test: '15 a judged range that a band opens, by income or by growth' }],
  ['16', '抄错的分值', { worked: 'C02-4' }],
  ['17', '票', { worked: 'C24-3' }],
  ['18', '群体分开', { test: '24 for members and 16 for the masses is not the other way round' }],
  ['19', '几个周期', { test: '19 several clocks' }],
  ['20', '逐级与单项星', of('N9', ({ ladder, stars }) => ladder !== undefined && stars !== undefined)],
  ['21', '分类细则', { test: '21 variants by kind of branch' }],
  ['22', '免考', { test: '22 exempt is neither full marks nor zero' }],
  ['23', '退出', { worked: 'C37-1' }],
]

const sheets = new Map([
  ...newcomers().map(({ title, sheet }) => [title.split(' ')[0]!, sheet] as const),
  ...ruleCases.map((rule) => [rule.id, sheetOf(rule)] as const),
])
const worked = ruleCases.flatMap((rule) => rule.worked.map(({ id }) => id))
const folders = ['test/rule-cases', 'test/journeys', 'src/programme/scoring', 'src/programme/scoring/rules']
const tests = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.test.ts') && !path.endsWith('coverage.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))

test('the list is the whole list: 55 types and 23 combinations, each once', () => {
  const counted = { A: 22, B: 11, C: 14, D: 8 }
  const due = Object.entries(counted).flatMap(([letter, most]) =>
    Array.from({ length: most }, (_, at) => `${letter}${at + 1}`),
  )
  expect(types.map(([code]) => code)).toEqual(due)
  expect(due).toHaveLength(55)
  expect(combinations.map(([code]) => code)).toEqual(Array.from({ length: 23 }, (_, at) => String(at + 1)))
})

describe('is exercised by what it names', () => {
  test.each([...types, ...combinations])('%s %s', (_, __, where) => {
    if ('sheet' in where) {
      const sheet = sheets.get(where.sheet)
      expect(sheet, where.sheet).toBeDefined()
      expect(where.has(sheet!)).toBe(true)
    } else if ('worked' in where) expect(worked).toContain(where.worked)
    else
      expect(
        tests.filter((text) => text.includes(where.test) && !/\.(skip|only|todo)\(/.test(text)).length,
      ).toBeGreaterThan(0)
  })
})
