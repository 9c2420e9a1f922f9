import { expect, test } from 'vitest'
import { compared } from './compared.ts'

test('both texts stand passage by passage, with what came and what went', () => {
  const before = [
    { label: '主题名称', text: '海盾' },
    { label: '创建目标', text: '走遍渡口' },
    { label: '宣传语', text: '勇当先锋' },
  ]
  const after = [
    { label: '主题名称', text: '海盾' },
    { label: '创建目标', text: '走遍渡口和锚地' },
    { label: '保障', text: '有人' },
  ]
  expect(compared(before, after)).toEqual([
    { label: '主题名称', changed: false, runs: [{ kind: 'kept', text: '海盾' }] },
    {
      label: '创建目标',
      changed: true,
      runs: [
        { kind: 'kept', text: '走遍渡口' },
        { kind: 'new', text: '和锚地' },
      ],
    },
    { label: '保障', changed: true, runs: [{ kind: 'new', text: '有人' }] },
    { label: '宣传语', changed: true, runs: [{ kind: 'gone', text: '勇当先锋' }] },
  ])
})
