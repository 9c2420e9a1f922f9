import { createHash } from 'node:crypto'
import type { Hashing } from './rules/merkle.ts'

/** SHA-256 as Node has it. */
export const hashing: Hashing = {
  text: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  bytes: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
}
