import { expect, test } from 'vitest'
import { encodeGb18030 } from './gb18030.ts'

test('every character of Unicode comes back as it was written, but nineteen of private use that the standard moved', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const wrong: string[] = []
  for (let from = 0; from < 0x110000; from += 0x1000) {
    const codes = Array.from({ length: 0x1000 }, (_, at) => from + at).filter((code) => code < 0xd800 || code > 0xdfff)
    const text = String.fromCodePoint(...codes)
    // the decoder takes a mark at the start for none of the text
    const back = decoder.decode(encodeGb18030(`甲${text}`)).slice(1)
    if (back !== text)
      wrong.push(
        ...codes
          .map((code) => String.fromCodePoint(code))
          .filter((sign) => decoder.decode(encodeGb18030(`甲${sign}`)) !== `甲${sign}`)
          .map((sign) => sign.codePointAt(0)!.toString(16)),
      )
  }
  expect(wrong).toHaveLength(19)
  for (const code of wrong) expect(code).toMatch(/^e[0-9a-f]{3}$/)
})

test('common characters take two bytes, half a pair is written as a replacement', () => {
  expect(Buffer.from(encodeGb18030('航标A')).toString('hex')).toBe('babdb1ea41')
  expect(new TextDecoder('gb18030').decode(encodeGb18030('甲\ud800乙'))).toBe('甲\ufffd乙')
})
