import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Decision, refuse } from '#basics/decision.ts'
import type { SpreadsheetRefusal } from './rules/limits.ts'
import type { WireLine } from './wire.ts'
import type { Task } from './worker.ts'

const HEAP_MB = 256
// What is read is short-lived: a small space for what is new keeps the child at three quarters of the memory, and as fast.
const NEW_MB = 2
const CPU_SECONDS = 20
const MOST_AT_ONCE = 2
const MOST_ANSWER = 250_000_000

// Where the kernel allows it, the child gets a network of its own with nothing in it; no core dumps, no more CPU than this
// even when we are gone. exec keeps the process id, so that killing it kills the reader.
const confined = (cpuSeconds: number) => `ulimit -c 0 -t ${cpuSeconds} 2>/dev/null
if unshare --user --net true 2>/dev/null; then exec unshare --user --net "$@"; fi
exec "$@"`

type Take = (line: WireLine) => void | Promise<void>
type Input = Uint8Array | AsyncIterable<string>

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs one task in a process of its own, which is killed when it takes longer than `milliseconds`, needs more than
 * 256 MB of heap or answers without end. At most two run at once; others wait in the order they came. What follows the task
 * is given as bytes, or as lines that come while the child is at work: no more is asked for than it takes.
 * Every line of the answer but the last is told to `take`; the child waits while that is at work.
 */
export async function runInChild(
  task: Task,
  input: Input,
  milliseconds: number,
  take: Take,
): Promise<Decision<null, SpreadsheetRefusal>> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await runNow(task, input, milliseconds, take)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

async function runNow(
  task: Task,
  input: Input,
  milliseconds: number,
  take: Take,
): Promise<Decision<null, SpreadsheetRefusal>> {
  const child = start(milliseconds)
  const closed = new Promise<[code: number | null, signal: string | null]>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve([code, signal]))
  })
  closed.catch(() => {})
  let refusal: Decision<null, SpreadsheetRefusal> | undefined
  let ended: Decision<null, SpreadsheetRefusal> | undefined
  const stop = (decision: Decision<null, SpreadsheetRefusal>) => {
    refusal ??= decision
    child.kill('SIGKILL')
  }
  const clock = setTimeout(() => stop(refuse('spreadsheet.too-slow')), milliseconds)
  let complaints = ''
  child.stderr!.on('data', (data: Buffer) => {
    complaints = (complaints + data.toString()).slice(-4000)
  })
  // The child may refuse and leave before it has read everything.
  child.stdin!.on('error', () => {})
  child.stdin!.write(`${JSON.stringify(task)}\n`)
  let failed: unknown
  const sent = send(child, input).catch((error: unknown) => {
    failed = error
    child.kill('SIGKILL')
  })
  try {
    for await (const line of linesOf(child.stdout!, () => stop(refuse('spreadsheet.too-large', { most: '250 MB' })))) {
      if (refusal) break
      if ('refused' in line) ended = refusedBy(line)
      else if ('done' in line) ended = { ok: true, value: null }
      else await take(line)
    }
    const [code, signal] = await closed
    await sent
    if (failed) throw failed
    const decision = refusal ?? ended ?? crashed(code, signal, complaints)
    if (!decision) throw new Error(`The spreadsheet process failed (${code ?? signal}): ${complaints}`)
    return decision
  } finally {
    clearTimeout(clock)
    child.kill('SIGKILL')
  }
}

async function send({ stdin }: ChildProcess, input: Input): Promise<void> {
  if (input instanceof Uint8Array) {
    stdin!.end(Buffer.from(input.buffer, input.byteOffset, input.byteLength))
    return
  }
  for await (const line of input) {
    if (stdin!.destroyed) return
    if (!stdin!.write(`${line}\n`)) await Promise.race([once(stdin!, 'drain'), once(stdin!, 'close')]).catch(() => {})
  }
  stdin!.end()
}

function refusedBy({ refused, details }: Extract<WireLine, { refused: string }>): Decision<null, SpreadsheetRefusal> {
  return { ok: false, reason: refused as SpreadsheetRefusal, ...(details && { details }) }
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
function start(milliseconds: number): ChildProcess {
  const source = import.meta.url.endsWith('.ts')
  const entry = fileURLToPath(new URL(source ? './worker.ts' : './spreadsheet-worker.mjs', import.meta.url))
  const loader = source ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []
  const command = [
    process.execPath,
    `--max-old-space-size=${HEAP_MB}`,
    `--max-semi-space-size=${NEW_MB}`,
    '--no-warnings',
    ...loader,
    entry,
  ]
  const options = { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' }, stdio: 'pipe' as const }
  // No task needs the processor for longer than it may take; those that ask for more time get more.
  const cpuSeconds = Math.max(CPU_SECONDS, Math.ceil(milliseconds / 1000))
  if (process.platform === 'win32') return spawn(command[0]!, command.slice(1), options)
  return spawn('/bin/sh', ['-c', confined(cpuSeconds), 'sh', ...command], options)
}

async function* linesOf(output: AsyncIterable<Buffer>, tooMuch: () => void): AsyncGenerator<WireLine> {
  let rest: Buffer[] = []
  let size = 0
  for await (const data of output) {
    size += data.length
    if (size > MOST_ANSWER) return tooMuch()
    let from = 0
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, from)) {
      const line = Buffer.concat([...rest, data.subarray(from, end)]).toString()
      rest = []
      from = end + 1
      yield JSON.parse(line) as WireLine
    }
    if (from < data.length) rest.push(data.subarray(from))
  }
}
