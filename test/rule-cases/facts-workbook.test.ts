import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { plainCells, sheetFile } from '#programme/scoring/cells.ts'
import { factsFile } from '#programme/scoring/facts-workbook.ts'
import { faultlessFacts } from '#programme/scoring/rules/example-facts.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import type { BranchFacts } from '#programme/scoring/rules/facts-file.ts'
import { factsFromCells } from '#programme/scoring/rules/facts-read.ts'
import { cellsOfFacts } from '#programme/scoring/rules/facts-write.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Cell, Workbook } from '#programme/scoring/rules/workbook-cells.ts'
import { sayCellError } from '#programme/scoring/rules/workbook-sayings.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { anySheet } from './any-sheet.ts'
import { factsWith, flag, marks, number, sheetWith } from './plain-sheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'hangbiao 事实 '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const branch = (facts: BranchFacts['facts'], more: Partial<BranchFacts> = {}): BranchFacts => {
  return { id: 'b1', name: '第一党支部', region: '粤西', facts, rulings: [], ...more }
}

/** An empty cell stands for no names and no words of a thing: the same as none. */
function withoutEmpty(this: object, key: string, value: unknown): unknown {
  const empty = value === '' || (Array.isArray(value) && value.length === 0)
  return 'item' in this && empty && ['names', 'document', 'reason'].includes(key) ? undefined : value
}

test('the facts of any sheet are read from their workbook as they were written', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet, facts }) => {
      const all = [branch(facts), branch(facts, { id: 'b2', region: null })]
      const back = factsFromCells(cellsOfFacts(sheet, all), sheet)
      expect(back.ok ? back.value : back.errors).toEqual(JSON.parse(JSON.stringify(all), withoutEmpty))
    }),
    { numRuns: 300 },
  )
})

test('through a real Excel file as well, with sources and every kind of ruling', async () => {
  const sheet = sampleSheet(2025)
  const facts = faultlessFacts(2025)
  const gate = sheet.gates[0]!.code
  const all = [
    branch(facts, {
      rulings: [
        { about: 'clause', clause: sheet.clauses[0]!.code, points: '1.5', ground: '党委会研究' },
        { about: 'gate', gate, passes: false, ground: '党委会研究' },
        { about: 'naming', named: true, ground: '党委会研究' },
        { about: 'level', level: '优秀', ground: '党委会研究' },
        { about: 'kind', kind: '机关', ground: '党委会研究' },
      ],
    }),
  ]
  const opened = await readWorkbook(await factsFile(sheet, all))
  if (!opened.ok) throw new Error(opened.reason)
  const { workbook, errors } = plainCells(opened.value, 'zh')
  expect(errors).toEqual([])
  const back = factsFromCells(workbook, sheet)
  const plain = (list: BranchFacts[]) =>
    list.map((each) => ({
      ...each,
      facts: Object.fromEntries(
        Object.entries(each.facts).map(([key, { value, sources }]) => [
          key,
          { value, texts: sources.map(({ text }) => text) },
        ]),
      ),
    }))
  expect(back.ok ? plain(back.value) : back.errors).toEqual(plain(all))
})

describe('what is wrong is told by its cell', () => {
  const sheet: Sheet = {
    ...sheetWith(
      [
        { type: 'A3', points: '2', exemptIf: null },
        { type: 'A6', measure: 'percent', bands: [{ atLeast: null, below: null, points: '1' }] },
        {
          type: 'A5',
          options: [
            { name: '好', points: '2' },
            { name: '差', points: '0' },
          ],
        },
        { type: 'A14', stages: [{ name: '采纳', points: '2' }], cap: null },
        { type: 'A18', effect: 'add', outOf: '100', points: '100', least: null, periods: { count: 4, fold: 'mean' } },
        { type: 'B6', points: '10', least: 5, groups: [{ name: '群众', weight: '1' }] },
        { type: 'A4', effect: 'add', min: '0', max: '10', comparison: false, spread: null },
      ],
      { a: 'flag', b: 'ratio', c: 'grade', d: 'things', e: 'series', f: 'survey', g: 'ratings' },
    ),
  }
  const good: Workbook = cellsOfFacts(sheet, [
    branch(
      factsWith({
        a: flag(false),
        b: { shape: 'ratio', part: 18, whole: 20 },
        c: { shape: 'grade', grade: '好' },
        d: { shape: 'things', things: [{ item: '建议一', names: ['采纳'] }] },
        e: { shape: 'series', values: [number(90), number(92), number(79), number(95)] } as FactValue,
        f: { shape: 'survey', groups: [{ name: '群众', state: 'too-few' }] },
        g: marks([8, 9]),
      }),
    ),
  ])
  const withCell = (table: string, row: number, heading: string, cell: Cell): Workbook => ({
    sheets: good.sheets.map(({ name, rows }) => {
      if (name !== table) return { name, rows }
      const at = rows[0]!.indexOf(heading)
      expect(at, heading).toBeGreaterThanOrEqual(0)
      return { name, rows: rows.map((cells, index) => (index === row - 1 ? cells.with(at, cell) : cells)) }
    }),
  })

  test('as it stands it can be read', () => {
    expect(factsFromCells(good, sheet).ok).toBe(true)
  })

  test.each<[string, number, string, Cell, string]>([
    ['支部', 2, '事实a', null, '工作表“支部”第2行：请填写“事实a”。'],
    ['支部', 2, '事实a', '有', '工作表“支部”第2行：“有”不在可选范围之内。可选：是、否'],
    ['支部', 2, '事实b', '90%', '工作表“支部”第2行：“90%”应写成两个数，中间一条斜线，如 18/20。'],
    ['支部', 2, '事实c', '很好', '工作表“支部”第2行：“很好”不在可选范围之内。可选：好、差'],
    ['支部', 2, '事实d', '无', '工作表“支部”第2行：“事实d”写的是“无”，工作表“清单”里却有它的行，请改其中一处。'],
    ['支部', 2, '事实e', '90；92；79', '工作表“支部”第2行：“事实e”应有 4 期的值，填了 3 期。'],
    ['支部', 2, '事实e', '90；92；79；x', '工作表“支部”第2行：“90；92；79；x”不是分值：请填数字，最多四位小数。'],
    ['清单', 2, '事实', '别的', '工作表“清单”第2行：“别的”不在可选范围之内。可选：事实d'],
    ['清单', 2, '支部编号', 'b9', '工作表“清单”第2行：“b9”不在可选范围之内。'],
    ['清单', 2, '期', '1', '工作表“清单”第2行：这一类型用不到“期”，请清空。'],
    ['满意度测评', 2, '满意票', 3, '工作表“满意度测评”第2行：这一类型用不到“满意票”，请清空。'],
    ['满意度测评', 2, '有效票', 9, '工作表“满意度测评”第2行：请填写“满意票”。'],
    ['评分', 3, '评分', '九', '工作表“评分”第3行：“九”不是分值：请填数字，最多四位小数。'],
  ])('%s, row %i, %s: %s', (table, row, heading, cell, said) => {
    const read = factsFromCells(withCell(table, row, heading, cell), sheet)
    expect(read.ok ? [] : read.errors.map((error) => sayCellError(error).zh)).toContain(said)
  })

  test('a list said to be there without a row, and a column that was cut off, are no “nothing happened”', () => {
    const emptied = {
      sheets: good.sheets.map((grid) => (grid.name === '清单' ? { ...grid, rows: [grid.rows[0]!] } : grid)),
    }
    const read = factsFromCells(emptied, sheet)
    expect(read.ok ? [] : read.errors.map(({ reason }) => reason)).toEqual(['rows-but-none'])
    const cut = {
      sheets: good.sheets.map(({ name, rows }) => ({
        name,
        rows: name === '支部' ? rows.map((row) => row.slice(0, -1)) : rows,
      })),
    }
    const lacking = factsFromCells(cut, sheet)
    expect(lacking.ok ? [] : lacking.errors.map(({ reason }) => reason)).toEqual(['heading-missing'])
  })

  test('two facts that would have the same heading are told apart by their keys', () => {
    const twins: Sheet = {
      ...sheet,
      facts: sheet.facts.map((need) => (need.key === 'a' ? { ...need, name: '片区' } : need)),
    }
    const heading = cellsOfFacts(twins, []).sheets.find(({ name }) => name === '支部')!.rows[0]
    expect(heading).toContain('片区（a）')
    expect(heading).toContain('片区')
  })
})

describe('hangbiao score --facts-template', () => {
  const run = (...words: string[]) => {
    const cli = ['--import', 'tsx', 'src/main/cli.ts', ...words]
    try {
      return { code: 0, out: execFileSync(process.execPath, cli, { encoding: 'utf8', stdio: 'pipe' }) }
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
      return { code: status, out: stdout + stderr }
    }
  }

  test('writes a template from the sheet; what is filled in is scored, and an empty one says what is missing', async () => {
    const sheet = sampleSheet(2025)
    const rules = join(folder, '细则.xlsx')
    writeFileSync(rules, await sheetFile(sheet))
    const template = join(folder, '模板.xlsx')
    expect(run('score', '--rules', rules, '--facts-template', '--out', template)).toMatchObject({ code: 0 })
    expect(run('score', '--rules', rules, '--facts-template', '--out', template).code).toBe(2)
    expect(run('score', '--rules', rules, '--facts', template)).toEqual({ code: 0, out: '' })
    const filled = join(folder, '事实.xlsx')
    writeFileSync(filled, await factsFile(sheet, [branch(faultlessFacts(2025))]))
    const { code, out } = run('score', '--rules', rules, '--facts', filled)
    expect(code).toBe(0)
    expect(out).toMatch(/^b1\t第一党支部\t\d+\.\d\d\t/)
    const broken = join(folder, '缺.xlsx')
    const { 'rating.core-task': _, ...rest } = faultlessFacts(2025)
    const key = Object.keys(rest)[0]!
    const { [key]: _gone, ...others } = rest
    writeFileSync(broken, await factsFile(sheet, [branch(others)]))
    const told = run('score', '--rules', rules, '--facts', broken)
    expect(told.code).toBe(2)
    expect(told.out).toMatch(/^✗ 支部 · 2 · .*请填写/)
    expect(run('score', '--rules', rules, '--facts', filled, '--facts-template').code).toBe(2)
  })

  test('rules template writes the nine tables that must be there', async () => {
    const out = join(folder, '空白.xlsx')
    expect(run('rules', 'template', '--out', out).code).toBe(0)
    expect(existsSync(out)).toBe(true)
    const read = await readWorkbook(new Uint8Array(readFileSync(out)))
    const names = read.ok ? read.value.sheets.map(({ name }) => name) : []
    for (const name of ['说明', '事实', '指标', '条款', '档次', '等次', '前置条件', '一票否决', '评选'])
      expect(names).toContain(name)
  })
})
