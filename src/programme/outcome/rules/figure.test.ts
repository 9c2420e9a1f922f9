import { expect, test } from 'vitest'
import { readFigureName, writeFigureName } from './figure.ts'

test.each([
  '检查客渡船@珠海海事局党委 2026-01-01..2026-03-31 #2026年春运水上安全保障',
  '检查客渡船@珠海海事局党委 2026-01-01..2026-03-31',
  '检查客渡船@珠海海事局党委 ..2026-03-31',
  '检查客渡船@珠海海事局党委 #春运 2026',
  '检查客渡船@海巡0931船党支部',
])('%s is read and written as it is', (name) => {
  const read = readFigureName(name)
  expect(read).not.toBeNull()
  expect(writeFigureName(read!)).toBe(name)
})

test.each(['', '@', '检查客渡船', '检查客渡船@', '@珠海海事局党委', '检查客渡船@珠海 2026-13-01..', 'x'.repeat(9000)])(
  '%s names no figure',
  (name) => expect(readFigureName(name)).toBeNull(),
)
