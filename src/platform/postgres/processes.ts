import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { platform } from 'node:os'

/**
 * The PostgreSQL processes that work in a data directory, or undefined where the system cannot be asked (only Linux
 * can). This, not the number in postmaster.pid, says whether a server lives: the number may be a zombie's by now, or
 * another program's.
 */
export function postgresProcessesIn(directory: string): number[] | undefined {
  return processes((pid) => readlinkSync(`/proc/${pid}/cwd`) === directory && statusOf(pid)?.name === 'postgres')
}

/** The processes that were given `word` as an argument of their own, zombies left out. */
export function processesGiven(word: string): number[] | undefined {
  return processes((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(word))
}

/** Whether a process with this number lives (a zombie does not). */
export function lives(pid: number): boolean {
  if (platform() === 'linux') return (statusOf(pid)?.state ?? 'Z') !== 'Z'
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Ends a process at once; one that is gone already is what was wanted. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until `done` says yes; says no itself when that takes longer than `patience` milliseconds. */
export async function waitUntil(done: () => boolean, patience: number, step = 20): Promise<boolean> {
  const end = performance.now() + patience
  while (!done()) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, step))
  }
  return true
}

function processes(matches: (pid: number) => boolean): number[] | undefined {
  if (platform() !== 'linux') return undefined
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => {
    try {
      return pid !== process.pid && matches(pid) && lives(pid)
    } catch {
      // gone since we listed it, or somebody else's: neither can be ours
      return false
    }
  })
}

function statusOf(pid: number): { name: string; state: string } | undefined {
  try {
    const [, name = '', state = ''] = /^\d+ \((.*)\) (.)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { name, state }
  } catch {
    return undefined
  }
}
