// How long files of organisations and people take, over HTTP on the built server with a database of its own.
// Run: node --import tsx bench/import.ts [rows ...]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { PersonId } from '#basics/id.ts'
import { assemble } from '#main/assemble.ts'
import { type Cookie, nobody } from '#platform/context.ts'
import { connect } from '#platform/database.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { keyIn } from '#platform/seal.ts'
import { openFor } from '#support/account/actions.ts'
import { buildIfNeeded } from '../bin/build.mjs'
import { startProgram } from '../test/hardening/program.ts'
import { setStage } from '../test/stage.ts'
import type { World } from '../test/world.ts'
import { memoryOf, type Peaks, peaksOf } from './memory.ts'

const root = join(import.meta.dirname, '..')
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000]

await buildIfNeeded()
console.log('| rows | step | seconds | MB: server, before and most | its reader | both | p95 ms of another request |')
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const rows of SIZES) await measureAll(rows)

async function measureAll(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hangbiao-bench-'))
  const server = await startPostgres({ dataDir: folder, log: () => {} })
  let stop = async () => {}
  try {
    const cookie = await makeOffice()
    const bytes = madeElsewhere(rows)
    const program = await startProgram({ DATA_DIR: folder })
    stop = async () => void (await program.stop())
    await steps(rows, program, client(program.url, cookie), bytes)
    reference(rows, bytes)
  } finally {
    await stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }

  /** A small authority, and its administrator signed in. */
  async function makeOffice(): Promise<string> {
    await migrate(server.owner, server.app.user ?? 'app', migrationFiles(join(root, 'src')))
    const { dispatcher, close } = assemble(server.app, keyIn(folder))
    const { people } = await setStage({ dispatcher } as World)
    const cookies: string[] = []
    await dispatcher.act(nobody, async (context) => {
      await sql`insert into account (person_id, login) values (${people.systemAdmin}, 'admin')`.execute(context.tx)
      const keep = { read: () => undefined, set: ({ name, value }: Cookie) => void cookies.push(`${name}=${value}`) }
      await openFor({ ...context, cookies: keep }, people.systemAdmin as PersonId)
    })
    await close()
    const owner = connect({ ...server.owner, max: 1 })
    await sql`analyze`.execute(owner)
    await owner.destroy()
    return cookies.join('; ')
  }
}

async function steps(rows: number, { pid }: { pid: number }, ask: Client, bytes: Uint8Array<ArrayBuffer>) {
  const other = () => ask('GET', '/organisations?limit=50')
  const measured = (what: string, work: () => Promise<unknown>) => measure(`${rows} | ${what}`, pid, other, work)
  const bring = async () => {
    const form = new FormData()
    form.set('file', new File([bytes], '各单位汇总.xlsx'))
    const { id } = await ask('POST', '/imports', form)
    for (;;) {
      const { state } = await ask('GET', `/imports/${id}`)
      if (state === 'previewed') return id as string
      if (state !== 'reading')
        throw new Error(JSON.stringify(await ask('GET', `/imports/${id}/problems?kind=problems&limit=5`)))
      await pause(250)
    }
  }
  for (let at = 0; at < 20; at++) await other()
  const first = await measured('upload to preview', bring)
  await measured('putting into effect', () => ask('POST', `/imports/${first}/effect`, {}))
  const second = await measured('the same file again', bring)
  const { counts } = await ask('GET', `/imports/${second}`)
  if (counts.people.new + counts.people.changed > 0) throw new Error(`the same file is not the same: ${counts}`)
  await ask('DELETE', `/imports/${second}`)
  await measured('workbook out', () => ask('GET', '/organisation-export'))
  await measured('CSV out, UTF-8', () => ask('GET', '/organisation-export?as=people'))
  await measured('CSV out, GB18030', () => ask('GET', '/organisation-export?as=people&encoding=gb18030'))
  const undone = (await measured('what taking back would undo', () => ask('GET', `/imports/${first}/taking-back`))) as {
    counts: { people: { new: number } }
  }
  if (undone.counts.people.new !== rows) throw new Error(`taking back would undo ${JSON.stringify(undone)}`)
  await measured('taking back', () => ask('POST', `/imports/${first}/taking-back`, { reason: '误将草稿名册导入' }))
}

// biome-ignore lint/suspicious/noExplicitAny: what the server answers is looked at in a line or two
type Client = (method: string, path: string, body?: FormData | object) => Promise<any>

function client(url: string, cookie: string): Client {
  return async (method, path, body) => {
    const isForm = body instanceof FormData
    const headers = { cookie, origin: url, ...(body && !isForm && { 'content-type': 'application/json' }) }
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers,
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    return answer.headers.get('content-type')?.includes('json') ? answer.json() : answer.arrayBuffer()
  }
}

/** A file of that many people, made in a process of its own, so that its making is not counted. */
function madeElsewhere(people: number): Uint8Array<ArrayBuffer> {
  const program = `import { messyWorkbook } from './test/messy-workbook.ts'
    process.stdout.write(messyWorkbook({ people: ${people}, parent: '广州海事局党委' }))`
  const command = ['--import', 'tsx', '--input-type=module', '-e', program]
  return new Uint8Array(execFileSync(process.execPath, command, { cwd: root, maxBuffer: 1e9 }))
}

/** Works, while another request is asked again and again and the memory of the server and its reader is looked at. */
async function measure<T>(
  what: string,
  pid: number,
  other: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  const before = memoryOf(pid).server
  const peaks = peaksOf(pid)
  const times: number[] = []
  let working = true
  const asking = (async () => {
    while (working) {
      const from = performance.now()
      await other()
      times.push(performance.now() - from)
      await pause(50)
    }
  })()
  const from = performance.now()
  try {
    const done = await work()
    return done
  } finally {
    const seconds = (performance.now() - from) / 1000
    working = false
    await asking
    say(what, { before, seconds, most: peaks.end(), times })
  }
}

function say(what: string, { before, seconds, most, times }: Said): void {
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  const [standing, server, reader, both] = [before, most.server, most.reader, most.both].map(Math.round)
  console.log(
    `| ${what} | ${seconds.toFixed(1)} | ${standing} → ${server} | ${reader || '–'} | ${both} | ${p95.toFixed(0)} |`,
  )
}

interface Said {
  before: number
  seconds: number
  most: Peaks
  times: number[]
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** exceljs alone, in a process of its own, reading the same bytes and doing nothing with them. */
function reference(rows: number, bytes: Uint8Array): void {
  const program = `import ExcelJS from 'exceljs'
    const pieces = []; for await (const piece of process.stdin) pieces.push(piece)
    const from = performance.now()
    await new ExcelJS.Workbook().xlsx.load(Buffer.concat(pieces))
    console.log(((performance.now() - from) / 1000).toFixed(1) + ' | – | ' + Math.round(process.resourceUsage().maxRSS / 1000) + ' | – | – |')`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { input: bytes, cwd: root })
  console.log(`| ${rows} | exceljs alone, reading it | ${said.toString().trim()}`)
}
