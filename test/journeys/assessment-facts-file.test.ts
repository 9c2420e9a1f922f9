import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { readWorkbook, writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { Browser } from '../world.ts'
import { type AssessedYear, openAssessed, supplyAll } from './assessment-year.ts'

type Person = keyof AssessedYear['stage']['people']
const person = (year: AssessedYear, name: Person) => year.world.as(year.stage.people[name])

describe('facts from Excel', () => {
  let year: AssessedYear
  let office: Browser
  beforeAll(async () => {
    year = await openAssessed()
    office = await person(year, 'rootOffice')
  })
  afterAll(() => year.world.close())

  async function grid(): Promise<string[][]> {
    const { bytes } = await office.get(assessmentContract.downloadFactsFile, { assessment: year.assessment })
    const read = await readWorkbook(bytes)
    if (!read.ok) throw new Error(read.reason)
    return read.value.sheets[0]!.rows.map((cells) => {
      const line: string[] = []
      for (const { column, value } of cells)
        line[column - 1] = 'text' in value ? value.text : String(Object.values(value)[1])
      return Array.from(line, (text) => text ?? '')
    })
  }
  async function upload(headings: string[], rows: string[][]) {
    const columns = headings.map((heading, at) => ({ key: `c${at}`, heading, kind: 'text' as const }))
    const bytes = new Uint8Array(await writeWorkbook({ sheets: [{ name: '事实', columns, rows }] }))
    return office.get(assessmentContract.uploadFactsFile, {
      assessment: year.assessment,
      file: { name: '事实.xlsx', bytes },
    })
  }

  test('what is supplied comes down, goes up again and changes nothing', async () => {
    await supplyAll(year, 'huangpu')
    const { bytes } = await office.get(assessmentContract.downloadFactsFile, { assessment: year.assessment })
    const again = await office.get(assessmentContract.uploadFactsFile, {
      assessment: year.assessment,
      file: { name: '事实.xlsx', bytes },
    })
    expect(again).toEqual({ taken: 0, unchanged: 10, errors: [] })
    expect((await grid())[0]![0]).toMatch(/支部/)
  })

  test('one wrong cell keeps the whole file out, each error with row and column', async () => {
    const headings = ['支部', '片区', '未按期换届', '未按期换届·依据', '党员培训覆盖率', '党员培训覆盖率·依据']
    const rows = [
      ['广州海事局南沙海事处党支部', '', '否', '粤海示组〔2025〕44号', '19/20', '粤海示培〔2025〕3号'],
      ['海巡0931船党支部', '', '否', '', '21/20', '粤海示培〔2025〕3号'],
      ['不存在的党支部', '', '否', '粤海示组〔2025〕44号', '', ''],
      ['海巡0931船党支部', '', '', '', '', ''],
    ]
    const { taken, errors } = await upload(headings, rows)
    expect(taken).toBe(0)
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '未按期换届·依据'],
      [3, '党员培训覆盖率'],
      [4, '支部'],
      [5, '支部'],
    ])
    expect(errors[2]!.message).toBe('“不存在的党支部”不在参评支部名册里，请核对名称。')
    const { rows: kept } =
      await sql`select 1 from supplied_fact where assessed_id = ${year.assessed.nansha}::uuid`.execute(year.world.owner)
    expect(kept).toEqual([])
    expect((await upload(headings, rows.slice(0, 1))).taken).toBe(2)
  })
})
