import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { couldAnyBranchSay, saysNothingOfItsOwn } from '#programme/theme/rules/any-branch.ts'
import { noCounts } from '#programme/theme/rules/near-keys.ts'

/*
 * 42 themes of our own in the manner of real ones, each labelled when it was written: could any branch have written it?
 * Those that could are in the tone of reports, some with figures that every branch has; those that could not tell of one
 * place, ship, post or habit, three of them without a figure or a named place.
 */
interface Labelled {
  anyBranch: boolean
  branch: string
  name: string
  meaning: string
  strengths: string
  tie: string
  goals: string
}

const labelled = readFileSync(join(import.meta.dirname, 'any-branch.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled)

const called = labelled.filter((each) =>
  saysNothingOfItsOwn(couldAnyBranchSay({ ...each, lasting: '' }, [each.branch], noCounts)),
)

test('of 21 general texts and 21 special ones, these are called wrongly and no others', () => {
  expect([labelled.length, labelled.filter(({ anyBranch }) => anyBranch).length]).toEqual([42, 21])
  const wrongly = labelled.filter((each) => called.includes(each) !== each.anyBranch)
  expect(wrongly.map(({ name }) => name)).toEqual(['值班室的灯', '平安港湾', '水文站的老李', '管好一根缆绳'])
})
