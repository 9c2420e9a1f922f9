import type { FactValue } from '#programme/scoring/rules/facts.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { cutByQuota, reference, standings } from '#programme/scoring/rules/quick-population.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'

/** A line of the table: processor and clock seconds, and the most memory so far. */
export function row(name: string, count: number, from: NodeJS.CpuUsage, began: number): void {
  const { user, system } = process.cpuUsage(from)
  const seconds = (user + system) / 1e6
  const wall = (performance.now() - began) / 1000
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0)
  console.log(
    `${name} | ${count} | ${seconds.toFixed(2)} | ${wall.toFixed(2)} | ${((seconds * 1e6) / count).toFixed(2)} | ${memory}`,
  )
}

/** The population step on columns: two rankings, the best and the mean, and a quota among all and in each of 20 regions. */
export function population(count: number): void {
  let seed = 20261126
  const below = (most: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed % most
  }
  const totals = Float64Array.from({ length: count }, () => below(10_500))
  const facts = Float64Array.from({ length: count }, () => below(1_000_000))
  const regions = Uint16Array.from({ length: count }, () => below(20))
  const holds = Uint8Array.from(totals, (points) => (points >= 9000 ? 1 : 0))
  const from = process.cpuUsage()
  const began = performance.now()
  standings(facts, { from: 'top', better: 'high', ties: 'mean' })
  standings(facts, { from: 'bottom', better: 'low', ties: 'best' }, regions)
  reference(facts, 'high')
  const places = (base: number) => Math.floor(base / 10)
  cutByQuota(totals, holds, places)
  cutByQuota(totals, holds, places, regions)
  row('population step, columns', count, from, began)
}

/** The same step as the engine does it, with every score, its trace and its reasons: what a year's selection runs. */
export function engineStep(sheet: Sheet, count: number): void {
  const clause = { type: 'A7', by: 'place', from: 'top', better: 'high', within: 'all', ties: 'mean' } as const
  const places = [{ upTo: '1', points: '10' }]
  const ranked: Sheet = {
    ...sheet,
    facts: [{ key: 'f', name: 'f', shape: 'number', from: 'supplied' }],
    indicators: [sheet.indicators[0]!],
    clauses: [{ code: 'c', indicator: 'i0', text: 'c', fact: 'f', ...clause, places, after: { points: '5' } }],
    total: { ...sheet.total, basic: ['i0'], full: '10' },
    quotas: [
      {
        code: 'N',
        levels: ['一般'],
        kind: 'most',
        percent: '10',
        count: null,
        rounding: 'down',
        within: 'all',
        cut: 'keeps-level',
        ties: [],
      },
    ],
  }
  const members = Array.from({ length: count }, (_, at) => {
    const value: FactValue = { shape: 'number', number: String((at * 7919) % 100_003) }
    return { id: String(at).padStart(7, '0'), region: null, facts: { f: { value, sources: [] } }, rulings: [] }
  })
  const from = process.cpuUsage()
  const began = performance.now()
  scorePopulation(ranked, members)
  row('population step, scorePopulation with every trace', count, from, began)
}
