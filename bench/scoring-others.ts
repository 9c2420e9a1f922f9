import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Facts } from '#programme/scoring/rules/facts.ts'

/** Scores the bench's sheet by something else; answers the total in hundredths. */
export type Other = (facts: Facts) => Promise<number> | number

/**
 * Other people's engines, from a folder where somebody installed them (`npm install --prefix DIR json-rules-engine
 * hyperformula`); null where they are not. HyperFormula is GPL-3.0-only: it is no dependency of this repository, nothing here
 * contains or ships it, and it is run only by who installed it to measure.
 */
export async function installed(name: string, named: string, folder: string | undefined): Promise<unknown> {
  if (folder === undefined) return null
  try {
    const path = createRequire(join(folder, 'none.js')).resolve(name)
    const module: Record<string, unknown> = await import(pathToFileURL(path).href)
    const inside = module.default as Record<string, unknown> | undefined
    return module[named] ?? inside?.[named] ?? null
  } catch {
    return null
  }
}

const value = (facts: Facts, item: number, at: number) =>
  facts[`f.i${item}.${at}`]!.value as unknown as {
    count: number
    holds: boolean
    part: number
    whole: number
    grade: string
  }

/** json-rules-engine: a rule for each outcome of each clause, its points in the event; items are added up and held by hand. */
export function byRulesEngine(Engine: new () => RulesEngine, items: number): Other {
  const engine = new Engine()
  const rule = (
    item: number,
    fact: string,
    operator: string,
    bound: unknown,
    points: number,
    and?: [string, unknown],
  ) => {
    const all = [{ fact, operator, value: bound }, ...(and ? [{ fact, operator: and[0], value: and[1] }] : [])]
    engine.addRule({ conditions: { all }, event: { type: 'points', params: { item, points } } })
  }
  for (let item = 0; item < items; item++) {
    const fact = (at: number) => `f.i${item}.${at}`
    for (let count = 1; count < 5; count++) {
      rule(item, fact(0), 'equal', count, -Math.min(count * 50, 300))
      rule(item, fact(3), 'equal', count, Math.min(count * 25, 100))
    }
    rule(item, fact(1), 'equal', true, -200)
    rule(item, fact(2), 'lessThan', 95, -100, ['greaterThanInclusive', 80])
    rule(item, fact(2), 'lessThan', 80, -250)
    rule(item, fact(4), 'equal', '较好', -75)
    rule(item, fact(4), 'equal', '差', -200)
    rule(item, fact(5), 'equal', true, 50)
  }
  return async (facts) => {
    const given: Record<string, unknown> = {}
    for (let item = 0; item < items; item++) {
      given[`f.i${item}.0`] = value(facts, item, 0).count
      given[`f.i${item}.1`] = value(facts, item, 1).holds
      given[`f.i${item}.2`] = (value(facts, item, 2).part * 100) / value(facts, item, 2).whole
      given[`f.i${item}.3`] = value(facts, item, 3).count
      given[`f.i${item}.4`] = value(facts, item, 4).grade
      given[`f.i${item}.5`] = value(facts, item, 5).holds
    }
    const sums = Array<number>(items).fill(1000)
    for (const { params } of (await engine.run(given)).events) sums[params.item]! += params.points
    return held(sums)
  }
}
export interface RulesEngine {
  addRule: (rule: object) => void
  run: (facts: object) => Promise<{ events: { params: { item: number; points: number } }[] }>
}

/** HyperFormula: a row for each item, its six facts in cells, its points and the total as formulas of a spreadsheet. */
export function byFormulas(HyperFormula: Spreadsheets, items: number): Other {
  const points = (row: number) =>
    `=MIN(MAX(1000-MIN(A${row}*50,300)-IF(B${row},200,0)-IF(C${row}*100>=95*20,0,IF(C${row}*100>=80*20,100,250))+MIN(D${row}*25,100)-IF(E${row}="好",0,IF(E${row}="较好",75,200))+IF(F${row},50,0),0),1000)`
  const rows = Array.from({ length: items }, (_, at) => [0, false, 20, 0, '好', false, points(at + 1)])
  const book = HyperFormula.buildFromArray([...rows, [`=MIN(MAX(SUM(G1:G${items}),0),10500)`]], {
    licenseKey: 'gpl-v3',
  })
  return (facts) => {
    const cells = Array.from({ length: items }, (_, item) => {
      const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((at) => value(facts, item, at))
      return [a!.count, b!.holds, c!.part, d!.count, e!.grade, f!.holds]
    })
    book.setCellContents({ sheet: 0, row: 0, col: 0 }, cells)
    return book.getCellValue({ sheet: 0, row: items, col: 0 }) as number
  }
}
interface Spreadsheet {
  setCellContents: (at: object, cells: unknown[][]) => void
  getCellValue: (at: object) => unknown
}

function held(sums: readonly number[]): number {
  const total = sums.reduce((all, sum) => all + Math.min(Math.max(sum, 0), 1000), 0)
  return Math.min(Math.max(total, 0), 10500)
}

export interface Spreadsheets {
  buildFromArray: (rows: unknown[][], options: object) => Spreadsheet
}
