import { deflateRawSync, gzipSync } from 'node:zlib'
import { both, type Hostile, ole, program, zip } from './hostile-parts.ts'
import { docx, pdfOf, png } from './making.ts'

export { documents } from './hostile-documents.ts'
export { offices } from './hostile-offices.ts'
export { pictures } from './hostile-pictures.ts'

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
