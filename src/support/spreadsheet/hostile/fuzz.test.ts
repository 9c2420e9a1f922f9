import fc from 'fast-check'
import { expect, test } from 'vitest'
import { archiveOf, entriesOf, sheetXml, stringsXml } from '../archive-maker.ts'
import { readArchive } from '../read-archive.ts'
import { RefusedFile } from '../refused-file.ts'
import { ordinaryLimits } from '../rules/limits.ts'
import { cell, row } from './attack.ts'

const sheet = sheetXml(
  row(1, cell('A1') + cell('B1', '<v>0</v>', ' t="s"')) + row(2, cell('C2', '<f>A1</f><v>1</v>', ' s="1"')),
  '<cols><col min="1" max="2" hidden="1"/></cols>',
  '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
)
const strings = stringsXml('<si><r><t>甲&amp;&#20057;</t></r></si>')

/** What happens to the bytes: read, refused, or an error of ours. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await readArchive(bytes, ordinaryLimits, () => {})
    return 'read'
  } catch (error) {
    return error instanceof RefusedFile ? 'refused' : `broken: ${String(error)}`
  }
}

const change = fc.record({ at: fc.nat(), byte: fc.nat(255) })

async function fuzz(bytes: Buffer): Promise<Set<string>> {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(bytes.length)),
      async (changes, cut) => {
        const broken = Buffer.from(bytes.subarray(0, cut ?? bytes.length))
        for (const { at, byte } of changes) if (broken.length > 0) broken[at % broken.length] = byte
        const happened = await outcome(broken)
        seen.add(happened)
        expect(happened).toMatch(/^(read|refused)$/)
      },
    ),
    { numRuns: 2000 },
  )
  return seen
}

test('a good file with bytes changed or cut off is read or refused, never an error of ours', async () => {
  expect(await fuzz(archiveOf(entriesOf({ sheet, strings })))).toEqual(new Set(['read', 'refused']))
})

test('the same holds when its parts are not packed, so that the changes reach the XML', async () => {
  const entries = entriesOf({ sheet, strings }).map((entry) => ({ ...entry, stored: true }))
  expect(await fuzz(archiveOf(entries))).toEqual(new Set(['read', 'refused']))
})
