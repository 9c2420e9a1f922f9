/** SHA-256 as the caller has it: rules have no cryptography of their own. */
export interface Hashing {
  /** SHA-256 of the text's UTF-8, 64 small hexadecimal digits. */
  text: (text: string) => string
  bytes: (bytes: Uint8Array) => Uint8Array
}

/**
 * The root of a Merkle tree (RFC 9162, section 2.1.1): leaves are hashed behind 0x00, pairs behind 0x01, so that no pair
 * can pass for a leaf; a list is split at the largest power of two below its length.
 */
export function merkleRoot(leaves: readonly Uint8Array[], hashing: Hashing): Uint8Array {
  if (leaves.length === 0) return hashing.bytes(new Uint8Array(0))
  return rootOf(
    leaves.map((leaf) => hashing.bytes(joined(0, leaf))),
    hashing,
  )
}

/** The bytes that hexadecimal digits stand for. */
export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function rootOf(hashes: Uint8Array[], hashing: Hashing): Uint8Array {
  if (hashes.length === 1) return hashes[0]!
  let half = 1
  while (half * 2 < hashes.length) half *= 2
  return hashing.bytes(joined(1, rootOf(hashes.slice(0, half), hashing), rootOf(hashes.slice(half), hashing)))
}

function joined(prefix: number, ...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from([prefix, ...parts.flatMap((part) => [...part])])
}
