import { createHash } from 'node:crypto'
import type { KeptFile } from './reads.ts'
import { nameInStore, type Storage } from './storage.ts'

/** What does not agree: `place` is where the file lies in the store, `name` what the database calls it. */
export type Finding = { kind: 'missing' | 'altered' | 'unreadable' | 'unknown'; place: string; name: string }

export interface Checked {
  /** Files that are as the database says, and their bytes. */
  files: number
  bytes: number
  findings: Finding[]
}

/**
 * Compares what lies in the store with what the database says lies there, file by file by SHA-256. The store is listed
 * before the database is asked, so that a file handed in meanwhile is not taken for a left-over one.
 */
export async function checkEvidence(kept: AsyncIterable<KeptFile>, storage: Storage): Promise<Checked> {
  const unknown = new Set<string>()
  for await (const place of storage.places()) unknown.add(place)
  const checked: Checked = { files: 0, bytes: 0, findings: [] }
  for await (const file of kept) {
    const place = nameInStore(file.sha256)
    unknown.delete(place)
    const kind = await stateOf(file, storage)
    if (kind !== 'whole') checked.findings.push({ kind, place, name: file.name })
    else {
      checked.files++
      checked.bytes += file.bytes
    }
  }
  for (const place of [...unknown].sort()) checked.findings.push({ kind: 'unknown', place, name: '' })
  return checked
}

async function stateOf(
  { sha256 }: KeptFile,
  storage: Storage,
): Promise<'whole' | 'missing' | 'altered' | 'unreadable'> {
  try {
    const parts = await storage.read(sha256)
    if (!parts) return 'missing'
    const hash = createHash('sha256')
    for await (const part of parts) hash.update(part)
    return hash.digest('hex') === sha256 ? 'whole' : 'altered'
  } catch {
    // a broken disk, a folder in its place: the rest of the store is still to be looked at
    return 'unreadable'
  }
}
