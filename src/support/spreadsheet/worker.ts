import net from 'node:net'
import { buildWorkbook, rebuildWithMarks } from './build.ts'
import { markArchive } from './mark-archive.ts'
import { readArchive } from './read-archive.ts'
import { lookAt, readTables, type TablesTask } from './read-tables.ts'
import { RefusedFile } from './refused-file.ts'
import type { Limits } from './rules/limits.ts'
import type { Mark, WorkbookSpec } from './rules/spec.ts'
import type { WireLine } from './wire.ts'

// The process that touches strangers' files: it reads one task from standard input, answers on standard output and ends.

/** What is asked of this process: one line of JSON; the bytes of the file follow it. */
export type Task =
  | { job: 'read'; limits: Limits }
  | TablesTask
  | { job: 'write'; spec: WorkbookSpec }
  | { job: 'mark' | 'rebuild'; limits: Limits; marks: readonly Mark[] }

net.Socket.prototype.connect = () => {
  throw new Error('Reading a spreadsheet needs no network.')
}

let pending: string[] = []
let pendingSize = 0

function tell(line: WireLine): void {
  const text = JSON.stringify(line)
  pending.push(text)
  pendingSize += text.length
  if (pendingSize > 200_000) flush()
}

// Writing to a pipe waits until there is room in it, so that nothing piles up here.
function flush(): void {
  if (pending.length > 0) process.stdout.write(`${pending.join('\n')}\n`)
  pending = []
  pendingSize = 0
}

async function answer(task: Task, bytes: Uint8Array): Promise<void> {
  if (task.job === 'read') return readArchive(bytes, task.limits, tell)
  if ('tables' in task) return task.job === 'look' ? lookAt(bytes, task) : readTables(bytes, task, tell)
  tell({ file: Buffer.from(await fileFor(task, bytes)).toString('base64') })
}

function fileFor(task: Exclude<Task, { job: 'read' } | TablesTask>, bytes: Uint8Array): Promise<Uint8Array> {
  if (task.job === 'write') return buildWorkbook(task.spec)
  const answerWith = task.job === 'mark' ? markArchive : rebuildWithMarks
  return answerWith(bytes, task.limits, task.marks)
}

async function main(): Promise<void> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  const all = Buffer.concat(pieces)
  const line = all.indexOf(10)
  try {
    await answer(JSON.parse(all.toString('utf8', 0, line)) as Task, all.subarray(line + 1))
    tell({ done: true })
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    tell({ refused: error.reason, ...(error.details && { details: error.details }) })
  }
  flush()
}

await main()
