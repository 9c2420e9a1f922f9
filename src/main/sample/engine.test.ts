import { expect, test } from 'vitest'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import type { BranchInput } from '#programme/selection/rules/candidate.ts'
import { select } from '#programme/selection/rules/select.ts'
import { factsByHand } from '../../../test/sample-facts.ts'
import { sampleProgramme } from './programme.ts'

const year = 2025
const sample = sampleProgramme({ anchor: '2026-11-22' })
const branches = sample.organisations.filter(({ kind }) => kind === 'branch')
const sheet = sampleSheet(year)

const inputs: BranchInput[] = branches.map((branch) => ({
  id: branch.code,
  name: branch.name,
  region: branch.region,
  kind: branch.unitKind!,
  setUpOn: branch.setUpOn,
  facts: factsByHand(sample, branch.code, year),
  selfScore: {},
  rulings: [],
}))
const result = select(sheet, inputs)
const titled = (title: string) => result.branches.filter((branch) => branch.title === title)

test('the engine finds in the sample every fact that its sheet reads', () => {
  for (const { facts } of inputs) expect(() => scoreBranch(sheet, facts)).not.toThrow()
  expect(result.branches.filter(({ total, title }) => total === null && title !== 'not-rated')).toEqual([])
})

test('the levels of last year are spread as a real year would spread them', () => {
  const counts = new Map<string | null, number>()
  for (const { level } of result.branches) counts.set(level, (counts.get(level) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({ 优秀: 49, 良好: 159, 达标: 52, 未达标: 5, null: 2 })
})

test('44 branches are named, two are not rated, one waits for a ruling', () => {
  expect(titled('named')).toHaveLength(44)
  expect(titled('not-rated')).toHaveLength(2)
  expect(titled('needs-ruling')).toHaveLength(1)
})

test('in eastern Guangdong a tie at the line is parted by sections 2 and 3', () => {
  const east = result.quotas.find(({ region }) => region === '粤东')!
  expect(east.named).toBe(east.places)
  const [tie] = result.ties.filter(({ region }) => region === '粤东')
  expect(tie!.by).not.toBeNull()
  const twins = result.branches.filter(({ branch }) => tie!.branches.includes(branch))
  expect(twins.map(({ total }) => total)).toEqual(['90.5', '90.5'])
  expect(twins.map(({ title }) => title).sort()).toEqual(['named', 'not-named'])
})

test('the named secretary leads a branch that the engine names', () => {
  const { organisation } = sample.namedPeople.find(({ key }) => key === 'namedSecretary')!
  expect(titled('named').map(({ branch }) => branch)).toContain(organisation)
})
