// The memory of a server and of the process that reads or writes spreadsheets for it, as the kernel counts it; PostgreSQL
// is not among them.
import { readFileSync } from 'node:fs'

export interface Peaks {
  server: number
  reader: number
  both: number
}

/** In megabytes, now. */
export function memoryOf(pid: number): Peaks {
  const server = residentOf(pid)
  const reader = childrenOf(pid)
    .filter((child) => read(`/proc/${child}/cmdline`).includes('spreadsheet'))
    .reduce((sum, child) => sum + residentOf(child), 0)
  return { server, reader, both: server + reader }
}

/** Looks every 20 ms until it is ended, and says the most of each. */
export function peaksOf(pid: number): { end(): Peaks } {
  const most = memoryOf(pid)
  const look = () => {
    const now = memoryOf(pid)
    for (const what of ['server', 'reader', 'both'] as const) most[what] = Math.max(most[what], now[what])
  }
  const timer = setInterval(look, 20)
  return {
    end() {
      clearInterval(timer)
      look()
      return most
    },
  }
}

function residentOf(pid: number): number {
  return (Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024) / 1e6
}

function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number)
}

/** Nothing when the process has ended since. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
