import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { entryNames } from './entry-names.ts'
import { keptName, MOST_BYTES, QUOTA_BYTES, roomFor, typeOf } from './file-type.ts'

const bytes = (...start: number[]) => new Uint8Array([...start, ...Array(64).fill(0)])
const text = (content: string) => new TextEncoder().encode(content)

/** A ZIP archive of empty, stored entries with these names. */
function archive(...names: string[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const name of names) {
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50)
    header.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    local.push(header, Buffer.from(name))
    central.push(entry, Buffer.from(name))
    at += 30 + name.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...local, ...central, end]))
}

describe('what a file is', () => {
  test('is told by its content, not by its name', () => {
    expect(typeOf(bytes(0xff, 0xd8, 0xff, 0xe0))).toMatchObject({ value: 'jpg' })
    expect(typeOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toMatchObject({ value: 'png' })
    expect(typeOf(text('%PDF-1.7 ...'))).toMatchObject({ value: 'pdf' })
    expect(typeOf(archive('[Content_Types].xml', 'word/document.xml'))).toMatchObject({ value: 'docx' })
  })

  test('a workbook that we write ourselves is taken', async () => {
    expect(typeOf(await writeWorkbook({ sheets: [{ name: '台账', columns: [], rows: [] }] }))).toMatchObject({
      value: 'xlsx',
    })
  })

  test('macros and controls are refused, wherever they hide', () => {
    for (const hidden of ['word/vbaProject.bin', 'xl/macrosheets/sheet1.xml', 'xl/activeX/activeX1.bin'])
      expect(typeOf(archive('[Content_Types].xml', 'word/document.xml', hidden))).toMatchObject({
        reason: 'evidence.has-macros',
      })
  })

  test('everything else is refused: archives, pages, old and encrypted office files, programs, nothing', () => {
    const refused = [
      archive('a.txt'),
      text('<html><script>alert(1)</script>'),
      text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      bytes(0x4d, 0x5a),
      bytes(0x50, 0x4b, 0x03, 0x04),
    ]
    for (const each of refused) expect(typeOf(each)).toMatchObject({ reason: 'evidence.type-not-taken' })
    expect(typeOf(new Uint8Array())).toMatchObject({ reason: 'evidence.empty' })
  })

  test('ten megabytes is the most', () => {
    const large = new Uint8Array(MOST_BYTES + 1)
    large.set([0xff, 0xd8, 0xff])
    expect(typeOf(large)).toMatchObject({ reason: 'evidence.too-large' })
    expect(typeOf(large.subarray(0, MOST_BYTES))).toMatchObject({ value: 'jpg' })
  })
})

test('a directory that lies about its length is no archive', () => {
  const whole = archive('[Content_Types].xml', 'word/document.xml')
  expect(entryNames(whole)).toEqual(['[Content_Types].xml', 'word/document.xml'])
  for (let cut = 1; cut < whole.length; cut++) expect(() => entryNames(whole.subarray(cut))).not.toThrow()
  const lying = Uint8Array.from(whole)
  lying[whole.length - 12] = 9
  expect(entryNames(lying)).toBeNull()
})

test('an organisation has room for a gigabyte, to the byte', () => {
  expect(roomFor(QUOTA_BYTES - 5, 5)).toMatchObject({ ok: true })
  expect(roomFor(QUOTA_BYTES - 5, 6)).toMatchObject({ reason: 'evidence.quota-used-up' })
})

test('a name keeps its words and gets the ending of its content', () => {
  expect(keptName('C:\\资料\\巡航记录.JPG', 'jpg')).toBe('巡航记录.jpg')
  expect(keptName('记录.exe', 'pdf')).toBe('记录.pdf')
  expect(keptName('../../etc/passwd', 'png')).toBe('passwd.png')
  expect(keptName('‮gpj.exe', 'jpg')).toBe('gpj.jpg')
  expect(keptName('', 'docx')).toBe('file.docx')
})
