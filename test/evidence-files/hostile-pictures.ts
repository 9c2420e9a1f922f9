import { deflateSync } from 'node:zlib'
import { archiveOf, packedRepeat } from '#support/spreadsheet/archive-maker.ts'
import { both, changed, end, type Hostile, MB, program, zip, zlibOf } from './hostile-parts.ts'
import { chunk, frame, jpeg, png, pngHeader, pngOf, segment } from './making.ts'

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
