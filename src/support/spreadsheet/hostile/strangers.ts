import { gzipSync } from 'node:zlib'
import { archiveOf, entriesOf, sheetXml, workbookOf } from '../archive-maker.ts'
import { type Attack, cell, good, noise, ole, part, row } from './attack.ts'

/** Files that are something else than a workbook, or a broken one. */
export const strangers: Attack[] = [
  ['nothing', () => Buffer.alloc(0), 'spreadsheet.empty-file'],
  ['.xls', () => ole('Root Entry', 'Workbook'), 'spreadsheet.old-format'],
  ['.xls of Excel 5', () => ole('Root Entry', 'Book'), 'spreadsheet.old-format'],
  ['.xls of Excel 3', () => Buffer.from([0x09, 0x02, 0x06, 0x00, 0, 0, 0x10, 0]), 'spreadsheet.old-format'],
  ['.et of WPS', () => ole('Root Entry', 'Workbook', 'ETExtData'), 'spreadsheet.old-format'],
  ['.xlsb', () => archiveOf([{ name: 'xl/workbook.bin', data: 'x' }]), 'spreadsheet.old-format'],
  ['.doc', () => ole('Root Entry', 'WordDocument'), 'spreadsheet.not-a-workbook'],
  [
    'a workbook with a password',
    () => ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    'spreadsheet.encrypted',
  ],
  [
    'an archive with a password',
    () => archiveOf([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]),
    'spreadsheet.encrypted',
  ],
  ['.xlsm', () => workbookOf(part('xl/vbaProject.bin', 'x')), 'spreadsheet.macros'],
  [
    'a workbook with a sheet of old macros',
    () => workbookOf(part('xl/macrosheets/sheet1.xml', '<a/>')),
    'spreadsheet.macros',
  ],
  [
    '.docm',
    () =>
      archiveOf([
        { name: 'word/document.xml', data: '<a/>' },
        { name: 'word/vbaProject.bin', data: 'x' },
      ]),
    'spreadsheet.macros',
  ],
  ['.docx', () => archiveOf([{ name: 'word/document.xml', data: '<a/>' }]), 'spreadsheet.not-a-workbook'],
  [
    '.ods',
    () => archiveOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }]),
    'spreadsheet.not-a-workbook',
  ],
  ['.exe', () => Buffer.from(`MZ${'\0'.repeat(200)}`), 'spreadsheet.not-a-workbook'],
  ['.png', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'spreadsheet.not-a-workbook'],
  ['.pdf', () => Buffer.from('%PDF-1.7\n'), 'spreadsheet.not-a-workbook'],
  [
    'a web page called .xls',
    () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
    'spreadsheet.not-a-workbook',
  ],
  ['gzip around a workbook', () => gzipSync(good), 'spreadsheet.not-a-workbook'],
  ['text', () => Buffer.from('编号,名称'), 'spreadsheet.not-a-workbook'],
  [
    'an image with a workbook behind it',
    () => Buffer.concat([Buffer.from('89504e47', 'hex'), good]),
    'spreadsheet.not-a-workbook',
  ],
  ['the first four bytes of an archive', () => Buffer.from('PK\x03\x04'), 'spreadsheet.unreadable'],
  [
    'packed in a way of its own',
    () => archiveOf([{ name: 'xl/workbook.xml', data: 'x', method: 12 }]),
    'spreadsheet.unreadable',
  ],
  [
    'packed bytes that are noise',
    () => workbookOf({ sheet: { data: '', packed: noise(5000), unpackedBytes: 9000 } }),
    'spreadsheet.unreadable',
  ],
  ['the same part twice', () => archiveOf([...entriesOf({}), ...entriesOf({})]), 'spreadsheet.unreadable'],
  [
    'a workbook without its relations',
    () => archiveOf(entriesOf({}).filter((one) => !one.name.endsWith('.rels'))),
    'spreadsheet.unreadable',
  ],
  [
    'a workbook without its sheet',
    () => archiveOf(entriesOf({}).filter((one) => !one.name.includes('sheet1'))),
    'spreadsheet.unreadable',
  ],
  [
    'a sheet that ends in the middle',
    () => workbookOf({ sheet: sheetXml(row(1, cell('A1'))).slice(0, -20) }),
    'spreadsheet.unreadable',
  ],
  [
    'a sheet with text behind its end',
    () => workbookOf({ sheet: `${sheetXml('')}<again/>` }),
    'spreadsheet.unreadable',
  ],
  [
    'a sheet that is not text',
    () => workbookOf({ sheet: { data: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xfd]) } }),
    'spreadsheet.unreadable',
  ],
  [
    'a directory that points nowhere',
    () => Buffer.concat([good.subarray(0, -6), Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0])]),
    'spreadsheet.unreadable',
  ],
]
