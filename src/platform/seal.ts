import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Turns text into bytes that only this installation's key opens (AES-256-GCM), and back. */
export interface Seal {
  close(text: string): Buffer
  open(sealed: Buffer): string
  /** The same text gives the same mark, which nobody without the key can try out. */
  mark(text: string): string
}

export function sealWith(key: Buffer): Seal {
  return {
    close(text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body])
    },
    mark: (text) => createHmac('sha256', key).update(text).digest('hex'),
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}

/** The installation's key, made on first use and readable by its owner alone. */
export function keyIn(dataDir: string): Buffer {
  const path = join(dataDir, 'secret.key')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    // whole or not at all: a start cut off here must not leave half a key behind
    const unfinished = `${path}.new`
    rmSync(unfinished, { force: true })
    writeFileSync(unfinished, randomBytes(32), { mode: 0o600, flush: true })
    renameSync(unfinished, path)
  }
  const key = readFileSync(path)
  if (key.length !== 32) throw new Error(`${path} 已损坏 / is damaged: 32 bytes expected, ${key.length} found`)
  return key
}
