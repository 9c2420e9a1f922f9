import { expect, test } from 'vitest'
import { secretariesDuring } from './story.ts'

const terms = [
  { name: '黄志远', from: '2020-01-01', until: '2024-03-01' },
  { name: '李冬', from: '2024-03-01', until: null },
]

test('a theme names whoever was secretary while it stood', () => {
  expect(secretariesDuring(terms, { from: '2023-05-01', until: '2024-03-01' })).toEqual(['黄志远'])
  expect(secretariesDuring(terms, { from: '2023-05-01', until: '2024-03-02' })).toEqual(['黄志远', '李冬'])
  expect(secretariesDuring(terms, { from: '2024-03-01', until: null })).toEqual(['李冬'])
  expect(secretariesDuring(terms, { from: '2019-01-01', until: '2020-01-01' })).toEqual([])
})
