import { allow, type Decision, refuse } from '#basics/decision.ts'

export type PasswordRefusal =
  | 'account.password-too-short'
  | 'account.password-too-long'
  | 'account.password-too-common'
  | 'account.password-names-you'

/** NIST SP 800-63B and OWASP ASVS 5.0 §6.2: length counts, composition rules don't. */
export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 128

const COMMON = new Set(
  `password passw0rd p@ssw0rd 12345678 123456789 1234567890 87654321 11111111 00000000 88888888 66666666 12341234 11223344
  qwertyui qwerty123 1qaz2wsx 1q2w3e4r asdfghjk abcd1234 abc12345 a1234567 iloveyou admin123 admin888 administrator
  woaini520 woaini1314 5201314520 dangjian dangyuan zhibu123 haishi123 welcome1 letmein1 changeme test1234 qazwsxedc`.split(
    /\s+/,
  ),
)

/**
 * Whether a password will do: 8 to 128 characters counted as people count them, not a common one even with a year or a
 * sign behind it, and not made of the person's own name or number.
 */
export function passwordWillDo(password: string, own: string[]): Decision<true, PasswordRefusal> {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return refuse('account.password-too-short')
  if (length > LONGEST_PASSWORD) return refuse('account.password-too-long')
  const folded = password.toLowerCase()
  const core = folded.replace(/[^\p{L}\p{N}]+/gu, '').replace(/(19|20)\d\d$/, '')
  if (
    COMMON.has(folded) ||
    COMMON.has(core) ||
    /^(.)\1+$/u.test(password) ||
    /^(party|dj|dangjian|dangwei|zhibu)$/.test(core)
  )
    return refuse('account.password-too-common')
  if (
    own.some(
      (word) => [...word].length >= 2 && folded.includes(word.toLowerCase()) && length < 2 * [...word].length + 8,
    )
  )
    return refuse('account.password-names-you')
  return allow(true)
}
