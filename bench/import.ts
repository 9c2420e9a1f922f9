// How long files of organisations and people take. Run: node --import tsx bench/import.ts [rows ...]
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { capabilities } from '#main/capabilities.ts'
import { startWorker } from '#main/worker.ts'
import type { Context } from '#platform/context.ts'
import { organisationActions } from '#programme/organisation/actions.ts'
import { importActions } from '#programme/organisation/actions-import.ts'
import { takingBackActions } from '#programme/organisation/actions-taking-back.ts'

import { setStage } from '../test/stage.ts'
import type { World } from '../test/world.ts'
import { onStand } from './stand.ts'

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000]

console.log('rows | what | seconds | peak MB (server + reader) | p95 ms of another request')
for (const rows of SIZES) await measureAll(rows)

async function measureAll(rows: number): Promise<void> {
  const bytes = await onStand(async ({ server, dispatcher, owner, act: actAs }) => {
    const { people } = await setStage({ dispatcher } as World)
    await sql`analyze`.execute(owner)
    const worker = startWorker(server.app, dispatcher, capabilities, 200)
    const act = <T>(work: (context: Context) => Promise<T>) => actAs(people.systemAdmin, work)
    const bytes = madeElsewhere(rows)
    const other = () => act((context) => organisationActions.listOrganisations(context, { limit: 50 } as never))
    console.log(`${rows} | before | | ${Math.round(memoryNow())} |`)
    let id = ''
    await measure(rows, 'upload to preview', other, async () => {
      id = (await act((context) => importActions.uploadImport(context, { file: { name: 'x.xlsx', bytes } }))).id
      await until(
        async () => (await act((context) => importActions.readImport(context, { import: id }))).state !== 'reading',
      )
    })
    const read = await act((context) => importActions.readImport(context, { import: id }))
    if (read.state !== 'previewed') {
      const { rows: wrong } = await act((context) =>
        importActions.listImportProblems(context, { import: id, kind: 'problems', limit: 5 }),
      )
      throw new Error(JSON.stringify([read, wrong]))
    }
    await measure(rows, 'putting into effect', other, () =>
      act((context) => importActions.applyImport(context, { import: id })),
    )
    const first = id
    await measure(rows, 'the same file again', other, async () => {
      id = (await act((context) => importActions.uploadImport(context, { file: { name: 'x.xlsx', bytes } }))).id
      await until(
        async () => (await act((context) => importActions.readImport(context, { import: id }))).state !== 'reading',
      )
    })
    await act((context) => importActions.discardImport(context, { import: id }))
    const out = (as: 'workbook' | 'people', encoding: 'utf-8' | 'gb18030') => () =>
      act((context) => importActions.exportOrganisations(context, { as, encoding }))
    await measure(rows, 'export', other, out('workbook', 'utf-8'))
    await measure(rows, 'export as text', other, out('people', 'utf-8'))
    await measure(rows, 'export as text in GB18030', other, out('people', 'gb18030'))
    const taken = { import: first, reason: '误将草稿名册导入' }
    await measure(rows, 'what taking back would undo', other, () =>
      act((context) => takingBackActions.readTakingBack(context, { import: first })),
    )
    await measure(rows, 'taking back', other, () => act((context) => takingBackActions.takeBackImport(context, taken)))
    await worker.stop()
    return bytes
  })
  await reference(rows, bytes)
}

/** A file of that many people, made in a process of its own, so that its making is not counted. */
function madeElsewhere(people: number): Uint8Array<ArrayBuffer> {
  const program = `import { messyWorkbook } from './test/messy-workbook.ts'
    process.stdout.write(messyWorkbook({ people: ${people}, parent: '广州海事局党委' }))`
  const command = ['--import', 'tsx', '--input-type=module', '-e', program]
  return new Uint8Array(
    execFileSync(process.execPath, command, { cwd: join(import.meta.dirname, '..'), maxBuffer: 1e9 }),
  )
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 250))
}

/** Works, while another request is asked again and again and our memory and that of the reader is looked at. */
async function measure(
  rows: number,
  what: string,
  other: () => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<void> {
  const times: number[] = []
  let most = 0
  let working = true
  const asking = (async () => {
    while (working) {
      const from = performance.now()
      await other()
      times.push(performance.now() - from)
      most = Math.max(most, memoryNow())
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const from = performance.now()
  const failed = await work().then(
    () => undefined,
    (error: unknown) => error,
  )
  const seconds = (performance.now() - from) / 1000
  working = false
  await asking
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  console.log(
    `${rows} | ${what}${failed ? ` FAILED: ${failed}` : ''} | ${seconds.toFixed(1)} | ${Math.round(most)} | ${p95.toFixed(0)}`,
  )
}

/** Of this process and of the one that reads spreadsheets for it; PostgreSQL is not counted. */
function memoryNow(): number {
  let megabytes = process.memoryUsage.rss() / 1e6
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
  for (const child of children) {
    try {
      if (!readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('spreadsheet')) continue
      megabytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))![1]) / 1000
    } catch {
      // it has ended since
    }
  }
  return megabytes
}

/** exceljs alone, in a process of its own, reading the same bytes and doing nothing with them. */
async function reference(rows: number, bytes: Uint8Array): Promise<void> {
  const program = `import ExcelJS from 'exceljs'
    const pieces = []; for await (const piece of process.stdin) pieces.push(piece)
    const from = performance.now()
    await new ExcelJS.Workbook().xlsx.load(Buffer.concat(pieces))
    console.log(((performance.now() - from) / 1000).toFixed(1) + ' | ' + Math.round(process.resourceUsage().maxRSS / 1000) + ' | ')`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    input: bytes,
    cwd: join(import.meta.dirname, '..'),
  })
  console.log(`${rows} | exceljs alone, reading it | ${said.toString().trim()}`)
}
