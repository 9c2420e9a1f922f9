import { archiveOf, overlappingArchive, packedRepeat, sheetXml, stringsXml, workbookOf } from '../archive-maker.ts'
import { type Attack, cell, good, MB, noise, ole, part, row, sheetEnd, sheetStart } from './attack.ts'

/** Files that would take our time or our memory. */
export const bombs: Attack[] = [
  [
    'one cell of 700 MB',
    () =>
      workbookOf({
        sheet: packedRepeat(
          `${sheetStart}${row(1, '<c t="inlineStr"><is><t>').slice(0, -6)}`,
          'A'.repeat(MB),
          700,
          `</t></is></c></row>${sheetEnd}`,
        ),
      }),
    'spreadsheet.bomb',
  ],
  [
    '1 GB of rows',
    () => workbookOf({ sheet: packedRepeat(sheetStart, '<row><c><v>1</v></c></row>'.repeat(40_000), 1000, sheetEnd) }),
    'spreadsheet.too-large',
  ],
  [
    '1 GB of shared texts',
    () => workbookOf({ strings: packedRepeat('<sst>', '<si><t>a</t></si>'.repeat(60_000), 1000, '</sst>') }),
    'spreadsheet.too-large',
  ],
  [
    '1 GB of blanks in a part that nobody reads',
    () => workbookOf(part('xl/media/image1.png', '', packedRepeat('', ' '.repeat(MB), 1000, ''))),
    'spreadsheet.too-large',
  ],
  [
    '200 MB that hardly shrink',
    () =>
      workbookOf({
        more: Array.from({ length: 40 }, (_, index) => ({
          name: `xl/p${index}`,
          ...packedRepeat('', noise(50_000).toString(), 100, ''),
        })),
      }),
    'spreadsheet.too-large',
  ],
  [
    'ten million shared texts',
    () => workbookOf({ strings: packedRepeat('<sst>', '<si/>'.repeat(100_000), 100, '</sst>') }),
    'spreadsheet.too-many-cells',
    { ratio: 5000 },
  ],
  [
    'archives in archives',
    () =>
      workbookOf(
        part('xl/embeddings/a.xlsx', archiveOf([{ name: 'b.zip', data: archiveOf([{ name: 'c', data: 'x' }]) }])),
      ),
    'spreadsheet.embedded',
  ],
  [
    'an archive that holds itself in part',
    () => workbookOf(part('xl/r/r.zip', good, { stored: true })),
    'spreadsheet.embedded',
  ],
  [
    'an OLE document inside',
    () => workbookOf(part('xl/embeddings/oleObject1.bin', ole('Workbook'))),
    'spreadsheet.embedded',
  ],
  [
    'archives of archives, without a workbook',
    () => archiveOf([{ name: 'lib 0.zip', data: good }]),
    'spreadsheet.not-a-workbook',
  ],
  ['parts that lie over each other', () => overlappingArchive(400, 'x'.repeat(MB)), 'spreadsheet.bomb'],
  ['a million parts', () => overlappingArchive(1_000_000, 'x'), 'spreadsheet.too-large'],
  [
    'a million parts, were so large a file allowed',
    () => overlappingArchive(1_000_000, 'x'),
    'spreadsheet.too-many-parts',
    { bytes: 100 * MB },
  ],
  ['200,000 parts', () => overlappingArchive(200_000, 'x'), 'spreadsheet.too-many-parts'],
  [
    'a part that claims to be small and is not',
    () => workbookOf({ sheet: { data: `${sheetStart}${noise(3 * MB)}`, claims: 100 } }),
    'spreadsheet.unreadable',
  ],
  [
    'a part that claims to be larger than it is',
    () => workbookOf({ sheet: { data: sheetXml(''), claims: 5000 } }),
    'spreadsheet.unreadable',
  ],
  [
    'billion laughs in the shared texts',
    () =>
      workbookOf({
        strings: stringsXml(
          '<si><t>&l9;</t></si>',
          `<!DOCTYPE l [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`,
        ),
      }),
    'spreadsheet.unreadable',
  ],
  [
    'a document type from another place',
    () => workbookOf({ strings: stringsXml('<si><t>&x;</t></si>', '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">') }),
    'spreadsheet.unreadable',
  ],
  [
    'the text of a local file by an entity',
    () =>
      workbookOf({
        strings: stringsXml('<si><t>&x;</t></si>', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      }),
    'spreadsheet.unreadable',
  ],
  [
    'one long text in 100,000 cells',
    () =>
      workbookOf({
        strings: stringsXml(`<si><t>${'长'.repeat(30_000)}</t></si>`),
        sheet: sheetXml('<row><c t="s"><v>0</v></c></row>'.repeat(100_000)),
      }),
    'spreadsheet.too-large',
  ],
  [
    'a text longer than a cell may hold',
    () =>
      workbookOf({
        strings: stringsXml(`<si><t>${'长'.repeat(40_000)}</t></si>`),
        sheet: sheetXml(row(1, cell('A1', '<v>0</v>', ' t="s"'))),
      }),
    'spreadsheet.too-large',
  ],
  [
    'a value in the last cell there can be',
    () => workbookOf({ sheet: sheetXml(row(1_048_576, cell('XFD1048576'))) }),
    'spreadsheet.too-many-rows',
  ],
  [
    'a value far to the right',
    () => workbookOf({ sheet: sheetXml(row(1, cell('XFD1'))) }),
    'spreadsheet.too-many-columns',
  ],
  [
    'a row number out of the world',
    () => workbookOf({ sheet: sheetXml(row('9e99', '<c><v>1</v></c>')) }),
    'spreadsheet.too-many-rows',
  ],
  ['a column out of the world', () => workbookOf({ sheet: sheetXml(row(1, cell('ZZZZ1'))) }), 'spreadsheet.unreadable'],
  [
    '100,000 ranges merged over 100,000 rows',
    () =>
      workbookOf({
        sheet: sheetXml(
          `${row(1, cell('A1'))}${Array.from({ length: 99_999 }, (_, i) => row(i + 2, cell(`B${i + 2}`))).join('')}`,
          '',
          `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
        ),
      }),
    'spreadsheet.bomb',
  ],
  [
    'hidden columns from before the first, again and again',
    () =>
      workbookOf({
        sheet: sheetXml('', `<cols>${'<col min="-999999999" max="999999999" hidden="1"/>'.repeat(100_000)}</cols>`),
      }),
    'spreadsheet.bomb',
  ],
  [
    '100,000 elements inside each other',
    () => workbookOf({ sheet: sheetXml(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`) }),
    'spreadsheet.unreadable',
  ],
  [
    'a tag without an end',
    () => workbookOf({ sheet: `<worksheet ${'a'.repeat(20 * MB)}` }),
    'spreadsheet.unreadable',
    { ratio: 5000 },
  ],
  [
    'a quote without an end',
    () => workbookOf({ sheet: `<worksheet a="${'>'.repeat(20 * MB)}` }),
    'spreadsheet.unreadable',
    { ratio: 5000 },
  ],
  [
    'a comment without an end',
    () => workbookOf({ sheet: `<worksheet><!-- ${'-'.repeat(20 * MB)}` }),
    'spreadsheet.unreadable',
    { ratio: 5000 },
  ],
  [
    'unmarked text without an end',
    () => workbookOf({ sheet: `<worksheet><![CDATA[${']'.repeat(20 * MB)}` }),
    'spreadsheet.unreadable',
    { ratio: 5000 },
  ],
  [
    'a hundred sheets',
    () =>
      workbookOf({
        workbook: `<workbook xmlns:r="r"><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(100)}</sheets></workbook>`,
      }),
    'spreadsheet.too-many-sheets',
  ],
  [
    'two million cells',
    () => workbookOf({ sheet: sheetXml(`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(20_000)) }),
    'spreadsheet.too-many-cells',
    { ratio: 5000 },
  ],
]
