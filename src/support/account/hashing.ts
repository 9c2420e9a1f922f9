import { hash, verify } from '@node-rs/argon2'
import { unavailable } from '#platform/errors.ts'

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2
const MAY_WAIT = 50

let running = 0
const waiting: (() => void)[] = []

/** At most two hashes run at once, so that a storm of sign-ins cannot starve everything else; too many waiting is 503. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAY_WAIT) throw unavailable(3)
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), strength))
}

let decoy: Promise<string> | undefined

/** Whether the password is right; without a stored hash the same work is done, so that time tells nothing. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const against = stored ?? (await decoy)
  const same = await inTurn(() => verify(against, password.normalize('NFKC')))
  return same && stored !== null
}
