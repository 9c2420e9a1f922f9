import { deflateSync } from 'node:zlib'
import { packedRepeat } from '#support/spreadsheet/archive-maker.ts'
import { both, type Hostile, MB, program, zip, zlibOf } from './hostile-parts.ts'
import { pdfOf, pdfStream } from './making.ts'

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
