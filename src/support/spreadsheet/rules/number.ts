/**
 * A number as spreadsheet files store it (`0.1`, `1.1000000000000001`, `3E-2`) as an exact decimal in plain digits: the
 * shortest that stands for the same stored number, which is what the person typed. `exact` is false when there are more
 * than 15 significant digits: spreadsheet programs keep no more and have already put zeros for the rest.
 * Nothing when the text is no number.
 */
export function plainDecimal(stored: string): { decimal: string; exact: boolean } | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(stored) || stored.length > 400) return undefined
  const whole = /^([+-]?)0*([1-9]\d{15,})$/.exec(stored)
  // Programs other than Excel may write all digits of a long number; they are kept, and marked all the same.
  if (whole) return { decimal: `${whole[1] === '-' ? '-' : ''}${whole[2]}`, exact: false }
  const value = Number(stored)
  if (!Number.isFinite(value)) return undefined
  return { decimal: inPlainDigits(String(value)), exact: Math.abs(value) < 1e15 }
}

/** `1.5e-7` as `0.00000015`, `1e21` as `1000000000000000000000`; minus zero is zero. */
export function inPlainDigits(shortest: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(shortest)
  if (!match) return shortest
  const [, sign = '', whole = '', part = '', power = '0'] = match
  const digits = whole + part
  const point = whole.length + Number(power)
  if (/^0*$/.test(digits)) return '0'
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
