// Soft hyphen, zero-width blanks and joiners, direction marks, byte-order mark: nobody sees them, and they make equal names differ.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
// Printable ASCII and the common Chinese characters: nothing in it could be tidied or folded.
const PLAIN = /^[\u0021-\u007e\u4e00-\u9fa5]*$/
// `trim` and `\s` know U+3000, the blank of Chinese typing, and U+00A0.
const BLANKS_IN_LINE = /[^\S\n]+/g

const UNKEEPABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text with `\ufffd` for what no database keeps: NUL, and halves of character pairs. */
export function keepableText(text: string): string {
  return text.replace(UNKEEPABLE, '\ufffd')
}

/**
 * A name or a sentence as its writer meant it: composed (NFC), without invisible and control characters, each run of
 * blanks one blank, trimmed. Line ends stay; full-width punctuation stays, since Chinese sentences are written with it.
 */
export function tidyText(text: string): string {
  if (PLAIN.test(text)) return text
  return keepableText(text.normalize('NFC').replaceAll('\0', ''))
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(BLANKS_IN_LINE, ' ')
    .trim()
}

/**
 * A code, a number or a word to be compared: as `tidyText`, and full-width digits, letters and signs become ordinary ones
 * (NFKC), on one line. `ＧＤ－０１　` becomes `GD-01`.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text
  return tidyText(text.normalize('NFKC')).replace(/\s+/g, ' ')
}

/** A heading for comparison: without stars, blanks, colons and a trailing remark in brackets, in lower case. */
export function foldHeading(text: string): string {
  return foldText(text)
    .replace(/[*\s:]/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase()
}

/**
 * Whether a spreadsheet program that opens the text in a CSV could take it for a formula: it starts, after blanks, quotes
 * and invisible characters, with = + - @ or their full-width forms, or with a tab or carriage return. A plain number may
 * carry its sign.
 */
export function looksLikeFormula(text: string): boolean {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return false
  if (/^[\t\r\n]/.test(text)) return true
  return /^["'`\s]*[=+\-@＝＋－＠﹢﹣﹫⁺⁻−]/.test(text.replace(INVISIBLE, '').replace(CONTROL, ''))
}
