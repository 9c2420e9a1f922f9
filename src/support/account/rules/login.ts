/** A login is a staff number or name as typed: full-width folded, blanks dropped, case ignored. */
export function foldLogin(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
    .toLowerCase()
}

/** A one-time code as typed: without blanks and dashes, and with the letters that look like digits read as such. */
export function foldCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
