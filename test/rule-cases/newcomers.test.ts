import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explain } from '#programme/scoring/rules/explain.ts'
import type { BranchFacts } from '#programme/scoring/rules/facts-file.ts'
import { lint, sayLint } from '#programme/scoring/rules/lint.ts'
import type { Population } from '#programme/scoring/rules/population.ts'
import { reported } from '#programme/scoring/rules/score-report.ts'
import { read, rebuild, same } from '../calculator.ts'
import { type Expected, type Newcomer, newcomers, scoredTogether } from './newcomers.ts'
import { sound } from './tried.ts'

// What a newcomer would write from the guide, with the sum done by hand in newcomers.md.

const all = newcomers()

/** One expectation: only the columns that the table has. */
function compared({ sheet }: Newcomer, branch: BranchFacts, { scores }: Population, expected: Expected): void {
  const score = scores.get(branch.id)!
  const found = reported(sheet, branch, score, 'zh')
  const {
    支部: _,
    总分: total,
    等次: level,
    评等分: graded,
    挂钩: link,
    类: group,
    星项: stars,
    待处理: open,
    ...items
  } = expected
  const where = `${sheet.code} ${branch.id}`
  expect([where, found.total ?? '']).toEqual([where, total])
  expect([where, found.level ?? '']).toEqual([where, level])
  if (graded !== undefined) expect(found.graded).toBe(graded)
  if (link !== undefined) expect(found.links.map(({ value }) => value)).toEqual([link])
  if (group !== undefined) expect(found.group ?? '').toBe(group)
  if (stars !== undefined) expect(found.stars.join('、')).toBe(stars)
  if (open === '') expect(found.open).toEqual([])
  if (open) expect(found.open.join()).toContain(open)
  for (const [heading, points] of Object.entries(items)) {
    const code = heading.replace('指标 ', '')
    if (points !== '')
      expect([where, code, found.indicators.find((each) => each.code === code)!.points]).toEqual([where, code, points])
  }
  const total_ = rebuild(explain(sheet, branch.facts, score))
  if (score.total.state === 'scored') expect(same(total_!, read(score.total.points))).toBe(true)
}

describe('the sheets of newcomers, against the sum done by hand', () => {
  test.each(all.map((newcomer) => [newcomer.title, newcomer] as const))('%s', (_, newcomer) => {
    const { sheet, branches, ruled, expected, expectedRuled } = newcomer
    expect(sound(sheet)).toBe(sheet)
    expect(
      lint(sheet)
        .filter(({ severity }) => severity === 'error')
        .map((each) => sayLint(each).zh),
    ).toEqual([])
    const first = scoredTogether(newcomer, branches)
    for (const row of expected) compared(newcomer, branches.find(({ id }) => id === row.支部)!, first, row)
    expect(expected.length).toBeGreaterThan(0)
    if (!ruled) return
    const then = scoredTogether(newcomer, ruled)
    for (const row of expectedRuled) compared(newcomer, ruled.find(({ id }) => id === row.支部)!, then, row)
  })
})

test('whatever is open has readings or says what to mend, and every sum was done by hand', () => {
  const text = readFileSync(join(import.meta.dirname, 'newcomers.md'), 'utf8')
  expect(text.match(/^手算：/gm)).toHaveLength(all.length)
  for (const newcomer of all)
    for (const { clauses } of scoredTogether(newcomer, newcomer.branches).scores.values())
      for (const { clause, outcome } of clauses)
        if (outcome.state === 'needs-ruling' && outcome.question !== 'kind-changed')
          expect([newcomer.title, clause, outcome.readings.length > 0]).toEqual([newcomer.title, clause, true])
})
