import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Answers are closed with a key whose other half lies in a folder of its own, beside the data directory: neither in the
 * database nor in its log, nor in a copy of either. It is destroyed when the questionnaire ends, and with it the last
 * thing that could tell which answer was given when.
 */

let folder: string | null = null

/** Says where the keys of open questionnaires lie; called once at start. The folder is no part of a backup. */
export function keepKeysIn(path: string): void {
  folder = path
}

function keys(): string {
  if (!folder) throw new Error('nobody has said where the keys of questionnaires are kept: call keepKeysIn')
  return folder
}

const fileOf = (questionnaire: string) => join(keys(), `${questionnaire}.key`)

/** A fresh pair for a questionnaire: the half that closes is answered, the half that opens is kept in its file. */
export function makeKey(questionnaire: string): Buffer {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  mkdirSync(keys(), { recursive: true, mode: 0o700 })
  // whole or not at all: a start cut off here must not leave half a key behind
  const unfinished = `${fileOf(questionnaire)}.new`
  rmSync(unfinished, { force: true })
  writeFileSync(unfinished, privateKey.export({ type: 'pkcs8', format: 'der' }), { mode: 0o600, flush: true })
  renameSync(unfinished, fileOf(questionnaire))
  return publicKey.export({ type: 'spki', format: 'der' })
}

/** The half that opens, or null when it is gone. */
export function openingKey(questionnaire: string): Buffer | null {
  try {
    return readFileSync(fileOf(questionnaire))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Destroys the keys of all questionnaires but these; how many there were. */
export function destroyKeys(but: ReadonlySet<string>): number {
  let names: string[]
  try {
    names = readdirSync(keys())
  } catch {
    return 0
  }
  const ended = names.filter((name) => !but.has(name.replace(/\.key(\.new)?$/, '')))
  for (const name of ended) rmSync(join(keys(), name), { force: true })
  return ended.length
}

const LABEL = 'hangbiao questionnaire answer'

/**
 * Closes a text so that only the other half opens it (X25519, HKDF-SHA256, AES-256-GCM, a fresh pair for each), padded
 * to `size` bytes so that its length says nothing.
 */
export function closeWith(publicKey: Uint8Array, text: string, size: number): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length > size) throw new Error(`an answer of ${bytes.length} bytes does not fit into ${size}`)
  const theirs = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  const own = generateKeyPairSync('x25519')
  const ownHalf = own.publicKey.export({ type: 'spki', format: 'der' })
  const key = derived(diffieHellman({ privateKey: own.privateKey, publicKey: theirs }), ownHalf)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([
    cipher.update(Buffer.concat([bytes, Buffer.alloc(size - bytes.length, 32)])),
    cipher.final(),
  ])
  return Buffer.concat([ownHalf, iv, cipher.getAuthTag(), body])
}

const HALF = 44

/** Opens what `closeWith` closed; throws where the key is another's or a byte was changed. */
export function openWith(privateKey: Buffer, closed: Uint8Array): string {
  const bytes = Buffer.from(closed)
  const half = bytes.subarray(0, HALF)
  const theirs = createPublicKey({ key: half, format: 'der', type: 'spki' })
  const own = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derived(diffieHellman({ privateKey: own, publicKey: theirs }), half),
    bytes.subarray(HALF, HALF + 12),
  )
  decipher.setAuthTag(bytes.subarray(HALF + 12, HALF + 28))
  return Buffer.concat([decipher.update(bytes.subarray(HALF + 28)), decipher.final()])
    .toString('utf8')
    .trimEnd()
}

function derived(secret: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, LABEL, 32))
}
