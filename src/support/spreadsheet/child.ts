import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Decision, refuse } from '#basics/decision.ts'
import type { SpreadsheetRefusal } from './rules/limits.ts'
import type { WireLine } from './wire.ts'
import type { Task } from './worker.ts'

const HEAP_MB = 256
const CPU_SECONDS = 20
const MOST_AT_ONCE = 2
const MOST_ANSWER = 250_000_000

// Where the kernel allows it, the child gets a network of its own with nothing in it; no core dumps, no more CPU than this
// even when we are gone. exec keeps the process id, so that killing it kills the reader.
const CONFINED = `ulimit -c 0 -t ${CPU_SECONDS} 2>/dev/null
if unshare --user --net true 2>/dev/null; then exec unshare --user --net "$@"; fi
exec "$@"`

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs one task in a process of its own, which is killed when it takes longer than `milliseconds`, needs more than
 * 256 MB of heap or answers without end. At most two run at once; others wait in the order they came.
 * Every line of the answer but the last is told to `take`.
 */
export async function runInChild(
  task: Task,
  bytes: Uint8Array,
  milliseconds: number,
  take: (line: WireLine) => void,
): Promise<Decision<null, SpreadsheetRefusal>> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await runNow(task, bytes, milliseconds, take)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function runNow(
  task: Task,
  bytes: Uint8Array,
  milliseconds: number,
  take: (line: WireLine) => void,
): Promise<Decision<null, SpreadsheetRefusal>> {
  const child = start()
  return new Promise((resolve, reject) => {
    let refusal: Decision<null, SpreadsheetRefusal> | undefined
    const stop = (decision: Decision<null, SpreadsheetRefusal>) => {
      refusal ??= decision
      child.kill('SIGKILL')
    }
    const clock = setTimeout(() => stop(refuse('spreadsheet.too-slow')), milliseconds)
    let ended: Decision<null, SpreadsheetRefusal> | undefined
    const lines = lineReader(
      (line) => {
        if ('refused' in line)
          ended = {
            ok: false,
            reason: line.refused as SpreadsheetRefusal,
            ...(line.details && { details: line.details }),
          }
        else if ('done' in line) ended = { ok: true, value: null }
        else take(line)
      },
      () => stop(refuse('spreadsheet.too-large', { most: '250 MB' })),
    )
    let complaints = ''
    child.stdout!.on('data', lines)
    child.stderr!.on('data', (data: Buffer) => {
      complaints = (complaints + data.toString()).slice(-4000)
    })
    child.on('error', (error) => {
      clearTimeout(clock)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(clock)
      const decision = refusal ?? ended ?? crashed(code, signal, complaints)
      if (decision) resolve(decision)
      else reject(new Error(`The spreadsheet process failed (${code ?? signal}): ${complaints}`))
    })
    // The child may refuse and leave before it has read everything.
    child.stdin!.on('error', () => {})
    child.stdin!.write(`${JSON.stringify(task)}\n`)
    child.stdin!.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}

// A heap that is full ends the process with SIGABRT (134), the CPU limit with SIGXCPU or SIGKILL. All else is our own fault.
function crashed(
  code: number | null,
  signal: string | null,
  complaints: string,
): Decision<null, SpreadsheetRefusal> | undefined {
  if (/heap out of memory|Allocation failed|Array buffer allocation/.test(complaints))
    return refuse('spreadsheet.too-large', { most: `${HEAP_MB} MB` })
  if (signal === 'SIGXCPU' || signal === 'SIGKILL' || code === 137 || code === 152)
    return refuse('spreadsheet.too-slow')
  return undefined
}

/**
 * In source the child runs `worker.ts` through tsx; built, it runs `spreadsheet-worker.mjs`, a bundle of `worker.ts` that
 * lies beside the bundle this is in. It gets no environment but a path, and no working directory of ours.
 */
function start(): ChildProcess {
  const source = import.meta.url.endsWith('.ts')
  const entry = fileURLToPath(new URL(source ? './worker.ts' : './spreadsheet-worker.mjs', import.meta.url))
  const loader = source ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []
  const command = [process.execPath, `--max-old-space-size=${HEAP_MB}`, '--no-warnings', ...loader, entry]
  const options = { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' }, stdio: 'pipe' as const }
  if (process.platform === 'win32') return spawn(command[0]!, command.slice(1), options)
  return spawn('/bin/sh', ['-c', CONFINED, 'sh', ...command], options)
}

function lineReader(take: (line: WireLine) => void, tooMuch: () => void): (data: Buffer) => void {
  let rest: Buffer[] = []
  let size = 0
  return (data) => {
    size += data.length
    if (size > MOST_ANSWER) return tooMuch()
    let from = 0
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, from)) {
      const line = Buffer.concat([...rest, data.subarray(from, end)]).toString()
      take(JSON.parse(line) as WireLine)
      rest = []
      from = end + 1
    }
    if (from < data.length) rest.push(data.subarray(from))
  }
}
