import net from 'node:net'
import { rebuildWithMarks } from './build.ts'
import { markArchive } from './mark-archive.ts'
import { readArchive } from './read-archive.ts'
import { lookAt, readTables, type TablesTask } from './read-tables.ts'
import { RefusedFile } from './refused-file.ts'
import type { Limits } from './rules/limits.ts'
import type { EmptySpec, Mark } from './rules/spec.ts'
import type { WireLine } from './wire.ts'
import { type SomeRows, writeWorkbook } from './write-workbook.ts'

// The process that touches strangers' files: it reads one task from standard input, answers on standard output and ends.

/** What is asked of this process: one line of JSON; the bytes of the file, or the rows to write, a line for some, follow it. */
export type Task =
  | { job: 'read'; limits: Limits }
  | TablesTask
  | { job: 'write'; spec: EmptySpec }
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

async function answer(task: Exclude<Task, { job: 'write' }>, bytes: Uint8Array): Promise<void> {
  if (task.job === 'read') return readArchive(bytes, task.limits, tell)
  if ('tables' in task) return task.job === 'look' ? lookAt(bytes, task) : readTables(bytes, task, tell)
  tellFile(await (task.job === 'mark' ? markArchive : rebuildWithMarks)(bytes, task.limits, task.marks))
}

function tellFile(file: Uint8Array): void {
  tell({ file: Buffer.from(file).toString('base64') })
}

/** What is to be written comes in while it is written; a file to be read comes as a whole. */
async function main(): Promise<void> {
  const input = new Input(process.stdin)
  const task = JSON.parse((await input.line())!) as Task
  try {
    if (task.job === 'write') tellFile(await writeWorkbook(task.spec, rowsFrom(input)))
    else await answer(task, await input.rest())
    tell({ done: true })
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    tell({ refused: error.reason, ...(error.details && { details: error.details }) })
  }
  flush()
}

async function* rowsFrom(input: Input): AsyncGenerator<SomeRows> {
  for (let line = await input.line(); line !== undefined; line = await input.line()) yield JSON.parse(line) as SomeRows
}

/** Standard input: lines, then perhaps bytes. */
class Input {
  private source: AsyncIterator<Buffer>
  private pieces: Buffer[] = []

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.pieces.at(-1)?.indexOf(10) ?? -1
      if (end >= 0) {
        const last = this.pieces.pop()!
        const line = Buffer.concat([...this.pieces, last.subarray(0, end)]).toString()
        this.pieces = [last.subarray(end + 1)]
        return line
      }
      const next = await this.source.next()
      if (next.done) return undefined
      this.pieces.push(next.value)
    }
  }

  async rest(): Promise<Uint8Array> {
    for (let next = await this.source.next(); !next.done; next = await this.source.next()) this.pieces.push(next.value)
    return Buffer.concat(this.pieces)
  }
}

await main()
