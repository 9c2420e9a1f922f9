import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** Where the bytes of evidence lie, by their SHA-256. */
export interface Storage {
  /** Keeps the bytes, durably before it answers; keeping them again changes nothing. */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or null when they are not there. */
  get(sha256: string): Promise<Uint8Array | null>
  /** The bytes in parts, or null when they are not there. */
  read(sha256: string): Promise<AsyncIterable<Uint8Array> | null>
  /** Where everything lies that lies there, strange and unfinished files included. */
  places(): AsyncIterable<string>
}

/** The place of a file within its store. */
export function nameInStore(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`
}

/** A folder on this machine: written aside, flushed to the disk, then renamed, so that a half-written file is never found. */
export function folderStorage(folder: string): Storage {
  const place = (sha256: string) => join(folder, nameInStore(sha256))
  return {
    async put(sha256, bytes) {
      const target = place(sha256)
      if (await stat(target).catch(() => null)) return
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      const aside = `${target}.${randomBytes(6).toString('hex')}`
      try {
        await writeDurably(aside, bytes)
        await rename(aside, target)
        await flushFolder(dirname(target))
      } catch (error) {
        await unlink(aside).catch(() => {})
        throw error
      }
    },
    async get(sha256) {
      return readFile(place(sha256)).catch(ifThere)
    },
    async read(sha256) {
      const there = await stat(place(sha256)).catch(ifThere)
      return there && createReadStream(place(sha256))
    },
    async *places() {
      const listed = await opendir(folder, { recursive: true }).catch(ifThere)
      if (!listed) return
      for await (const entry of listed)
        if (!entry.isDirectory()) yield relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    },
  }
}

function ifThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// Without this the rename itself may be forgotten in a power cut. Windows cannot open a folder.
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  if (!folder) return
  await folder.sync().catch(() => {})
  await folder.close()
}

let storage: Storage | null = null

/** Says where evidence is kept; called once at start. */
export function storeEvidenceIn(folder: string): void {
  storage = folderStorage(folder)
}

/** The storage that was named at start. */
export function evidenceStorage(): Storage {
  if (!storage) throw new Error('nobody has said where evidence is kept: call storeEvidenceIn')
  return storage
}
