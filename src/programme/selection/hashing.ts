import { createHash } from 'node:crypto'
import { sha256 } from '#platform/sha256.ts'
import type { Hashing } from './rules/merkle.ts'

/** SHA-256 as Node has it. */
export const hashing: Hashing = {
  text: sha256,
  bytes: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
}
