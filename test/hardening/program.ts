import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The built product as a process of its own. */
export interface Program {
  url: string
  port: number
  pid: number
  child: ChildProcess
  /** Everything it has said so far. */
  said(): string
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL, and the end of the process. */
  kill(): Promise<void>
}

/** Starts it with these settings and nothing else of ours in its environment. */
export function spawnProgram(settings: Record<string, string>, words: string[] = []): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  return spawn(process.execPath, [...words, join(root, 'dist', 'server.mjs')], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Starts it and waits until it says where it is. */
export function startProgram(settings: Record<string, string>, words: string[] = []): Promise<Program> {
  const child = spawnProgram(settings, words)
  let said = ''
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
  })
  return new Promise((resolve, reject) => {
    const read = (part: Buffer) => {
      said += part
      const port = Number(/up: http:\/\/[^/]*:(\d+)\//.exec(said)?.[1] ?? 0)
      if (port === 0) return
      resolve({
        url: `http://127.0.0.1:${port}`,
        port,
        pid: child.pid!,
        child,
        said: () => said,
        stop() {
          child.kill('SIGTERM')
          return ended
        },
        async kill() {
          child.kill('SIGKILL')
          await ended
        },
      })
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    void ended.then((code) => reject(new Error(`the program ended with ${code}: ${said}`)))
  })
}

/** Starts it with settings that it should refuse: its exit code and what it said. */
export function refusedStart(
  settings: Record<string, string>,
  words: string[] = [],
): Promise<{ code: number | null; said: string }> {
  const child = spawnProgram(settings, words)
  let said = ''
  const read = (part: Buffer) => {
    said += part
    // it was not refused: let the test fail soon
    if (/up: http/.test(said)) child.kill('SIGTERM')
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, said }))
  })
}
