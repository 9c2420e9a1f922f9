import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'

export type Lock = { release(): Promise<void> }

/**
 * Takes a lock that ends with its process, however that ends: a listening socket. On Linux its name stands outside the
 * file system, so nothing can be left behind; elsewhere it is a file in `folder`, dropped when nobody answers on it.
 * Gives undefined when somebody else holds it.
 */
export async function takeLock(name: string, folder: string): Promise<Lock | undefined> {
  if (platform() === 'linux') return listen(`\0${name}`)
  const file = join(folder, `${name}.lock`)
  const lock = await listen(file)
  if (lock || (await answers(file))) return lock
  rmSync(file, { force: true })
  return listen(file)
}

/** Waits for a lock at most `patience` milliseconds. */
export async function waitForLock(name: string, folder: string, patience: number): Promise<Lock | undefined> {
  const end = performance.now() + patience
  for (;;) {
    const lock = await takeLock(name, folder)
    if (lock || performance.now() > end) return lock
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function listen(path: string): Promise<Lock | undefined> {
  return new Promise((resolve, reject) => {
    const server: Server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen({ path }, () => {
      server.unref()
      resolve({ release: () => new Promise((done) => server.close(() => done())) })
    })
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket.destroy() !== undefined))
    socket.once('error', () => resolve(false))
  })
}
