import { describe, expect, test } from 'vitest'
import { sheetXml, workbookOf } from '../archive-maker.ts'
import { readWorkbook } from '../spreadsheet.ts'
import { attack, cell, MB, readers, row } from './attack.ts'
import { bombs } from './bombs.ts'
import { strangers } from './strangers.ts'

describe.each([
  ['a bomb is refused within three seconds, costs us little memory and leaves no process', bombs],
  ['a file that is something else is refused for what it is', strangers],
])('%s', (_, attacks) => {
  test.each(attacks)('%s', { retry: 1 }, async (_name, file, reason, limits) => {
    const watched = await attack(file(), limits)
    expect(watched.reason).toBe(reason)
    expect(watched.milliseconds).toBeLessThan(3000)
    expect(watched.growth).toBeLessThan(100 * MB)
    expect(readers()).toEqual([])
  })
})

test('a sheet that claims to be as large as can be, and is not, is simply read', async () => {
  const sheet = sheetXml(row(1, cell('A1')), '<dimension ref="A1:XFD1048576"/>')
  expect((await attack(workbookOf({ sheet }))).reason).toBe('read')
})

test('a formula in each of 100,000 cells is read as that, and never computed', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    row(index + 1, cell(`A${index + 1}`, '<f>HYPERLINK(B1)</f><v>9</v>')),
  )
  const sheet = sheetXml(rows.join(''))
  const read = await readWorkbook(workbookOf({ sheet }))
  if (!read.ok) throw new Error(read.reason)
  const kinds = new Set(read.value.sheets[0]!.rows.map((cells) => cells[0]!.value.kind))
  expect([read.value.sheets[0]!.rows.length, [...kinds]]).toEqual([100_000, ['formula']])
})
