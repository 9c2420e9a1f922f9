import { expect, test } from 'vitest'
import { newcomers } from '../../../../test/rule-cases/newcomers.ts'
import { type OutcomeList, sayOutcomes } from './sayings-outcomes.ts'

const linesOf = (code: string, list: OutcomeList) => {
  const { sheet } = newcomers().find(({ title }) => title.startsWith(`${code} `))!
  return sayOutcomes(sheet)
    .find((each) => each.list === list)
    ?.lines.map(({ zh }) => zh)
}

test('what follows from a score stands there row by row, with what it does', () => {
  expect(linesOf('N4', 'vetoes')).toEqual([
    'V1 满意度得分不足18分，最高二星：最高为二星。',
    'V2 软弱涣散，归为不健康：归类改为不健康。',
    'V3 拒不整改，计零分：计零分。',
  ])
  expect(linesOf('N4', 'groups')).toEqual(['健康：五星、四星', '亚健康：三星', '不健康：二星、一星'])
  expect(linesOf('N5', 'quotas')).toEqual(['M1 优秀不超过 20%（全部支部，向下取整，超出的降一等）'])
  expect(linesOf('N5', 'panel')).toEqual([
    '领导（权重 24）：至少 1 人，取平均',
    '同级（权重 16）：至少 2 人，5 人起去一高一低，取平均',
  ])
  expect(linesOf('N10', 'levels')?.at(-1)).toBe('后进：仅由规定给出')
  expect(linesOf('N10', 'requirements')).toEqual(['优秀：须有创新项目；不符合时待裁定'])
  expect(linesOf('N9', 'ladder')?.at(-1)).toBe('一级未过：未达标')
  expect(linesOf('N9', 'stars')?.[0]).toBe('基础星：1 ≥ 90，总分 ≥ 88')
  expect(linesOf('N1', 'links')).toEqual(['总分 < 90：奖金扣减率 = 1.3×(1-[1]÷90)×50%', '总分 ≥ 90：奖金扣减率 = 0'])
})

test('in two languages, without a gap, and no list that is empty', () => {
  for (const { sheet } of newcomers())
    for (const { lines } of sayOutcomes(sheet)) {
      expect(lines.length).toBeGreaterThan(0)
      for (const { zh, en } of lines) expect(zh + en).not.toMatch(/undefined|null|\{/)
    }
})
