import { expect, test } from 'vitest'
import { keptName, mayBeNamed } from './file-type.ts'

test('an ending that tells another kind than the content is found, however it is written', () => {
  for (const name of ['a.exe', 'a.pdf.exe', 'a.EXE ', 'a.exe.', 'a.docx', 'a.svg'])
    expect(mayBeNamed(name, 'pdf')).toBe(false)
  for (const name of ['a.pdf', 'a.PDF', 'a', 'a.2026', '第1.2节', 'a.exe.pdf'])
    expect(mayBeNamed(name, 'pdf')).toBe(true)
})

test('a name keeps its words and gets the ending of its content', () => {
  expect(keptName('C:\\资料\\巡航记录.JPG', 'jpg')).toBe('巡航记录.jpg')
  expect(keptName('记录.v2', 'pdf')).toBe('记录.pdf')
  expect(keptName('../../etc/passwd', 'png')).toBe('passwd.png')
  expect(keptName('‮gpj.exe', 'jpg')).toBe('gpj.jpg')
  expect(keptName('', 'docx')).toBe('file.docx')
})
