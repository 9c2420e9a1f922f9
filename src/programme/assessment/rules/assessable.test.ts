import { expect, test } from 'vitest'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { assessable } from './assessable.ts'

const sheet = sampleSheet(2025)

test('a year can be assessed by the sample sheet', () => {
  expect(assessable(sheet)).toEqual({ ok: true, value: true })
})

test.each<[string, Partial<Sheet>, string]>([
  [
    'a list nobody can enter',
    { facts: [...sheet.facts, { key: 'p', name: '建议清单', shape: 'things', from: 'supplied' }] },
    '建议清单',
  ],
  ['kinds of branch', { variants: { fact: 'supplied.benchmark', kinds: ['机关', '船艇'] } }, '机关、船艇'],
  [
    'the mean of the others',
    {
      clauses: [
        ...sheet.clauses,
        { code: 'x', indicator: '2.2', text: '免考', fact: 'veto.accident', type: 'A16', as: 'mean-of-others' },
      ],
    },
    'x',
  ],
  [
    'a level that waits for a ruling',
    {
      levels: sheet.levels.map((level) =>
        level.name === '优秀'
          ? {
              ...level,
              requires: [{ text: '有创新', when: { kind: 'holds', fact: 'veto.accident' }, otherwise: 'ruling' }],
            }
          : level,
      ),
    },
    '优秀',
  ],
])('%s is beyond what is gathered here, and named', (_, more, rows) => {
  expect(assessable({ ...sheet, ...more })).toEqual({ ok: false, reason: 'assessment.sheet-beyond', details: { rows } })
})
