// How fast 50,000 branches and 600,000 people are listed and searched, over HTTP on the started server and its embedded
// database. Run: node --import tsx bench/organisation.ts [branches] [pattern of names]
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { PersonId } from '#basics/id.ts'
import { assemble } from '#main/assemble.ts'
import { type Cookie, nobody } from '#platform/context.ts'
import { connect, type Database } from '#platform/database.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { keyIn } from '#platform/seal.ts'
import { openFor } from '#support/account/actions.ts'
import { measureActs } from './organisation-acts.ts'
import { askedFor, type Who } from './organisation-asked.ts'
import { makeProgramme } from './organisation-made.ts'

const BRANCHES = Number(process.argv[2] ?? 50_000)
const ONLY = new RegExp(process.argv[3] ?? '')
const RUNS = Number(process.env.RUNS ?? 20)
const root = join(import.meta.dirname, '..')
const folder = process.env.KEEP ?? mkdtempSync(join(tmpdir(), 'hangbiao-bench-'))
const server = await startPostgres({ dataDir: folder, log: () => {} })
let child: ChildProcess | undefined
try {
  const owner = connect({ ...server.owner, max: 1 })
  const made = await sql<{ there: string | null }>`select to_regclass('bench_organisation') as there`.execute(owner)
  await migrate(server.owner, server.app.user ?? 'app', migrationFiles(join(root, 'src')))
  if (made.rows[0]!.there === null) await makeProgramme(owner, { branches: BRANCHES, peopleEach: 12 })
  // a kept programme may have come by new indexes just now
  else await sql`vacuum analyze`.execute(owner)
  const { rows } = await sql<{ organisations: number; people: number; size: string }>`
    select (select count(*)::int from organisation) as organisations, (select count(*)::int from person) as people,
      pg_size_pretty(pg_database_size(current_database())) as size`.execute(owner)
  console.log(`${rows[0]!.organisations} organisations, ${rows[0]!.people} people, ${rows[0]!.size}`)
  child = spawn(process.execPath, ['--import', 'tsx', 'src/main/server.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production' },
  })
  const url = await addressOf(child)
  const people = await peopleOf(owner)
  await measureAll(owner, url, people)
  const cookieOf = (wanted: string) => people.find(({ who }) => who === wanted)!.cookie
  if (ONLY.test('acts'))
    await measureActs(owner, url, { enters: cookieOf('system admin'), confirms: cookieOf('security admin') })
  await owner.destroy()
} finally {
  if (child) {
    const ended = new Promise((resolve) => child!.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  await server.stop()
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
}

/** The offices at the top, of a province, of a county, a branch secretary, an administrator, signed in. */
async function peopleOf(owner: Database): Promise<Who[]> {
  const { rows } = await sql<Omit<Who, 'cookie'>>`
    select distinct on (who.who) who.who, post.person_id as person, bench.id as organisation, person.name,
      coalesce(below.id, bench.id) as below
    from (values ('top office', 0, 'office'), ('province office', 1, 'office'), ('city secretary', 2, 'secretary'),
        ('county secretary', 3, 'secretary'), ('branch secretary', 4, 'secretary'), ('security admin', 0, 'security-admin'), ('system admin', 0, 'system-admin'),
        ('audit admin', 0, 'audit-admin')) as who (who, level, post)
      join bench_organisation bench on bench.level = who.level
      left join bench_organisation below on below.parent = bench.at and below.at = bench.at + 1 join post on post.organisation_id = bench.id and post.post = who.post
        and post.until_on is null join person on person.id = post.person_id
    order by who.who, bench.nth`.execute(owner)
  const { dispatcher, close } = assemble(server.app, keyIn(folder))
  const signedIn: Who[] = []
  for (const row of rows)
    await dispatcher.act(nobody, async (context) => {
      await sql`insert into account (person_id, login) values (${row.person}, ${row.person}) on conflict do nothing`.execute(
        context.tx,
      )
      const cookies: string[] = []
      const keep = { read: () => undefined, set: ({ name, value }: Cookie) => void cookies.push(`${name}=${value}`) }
      await openFor({ ...context, cookies: keep }, row.person as PersonId)
      signedIn.push({ ...row, cookie: cookies.join('; ') })
    })
  await close()
  return signedIn
}

async function measureAll(owner: Database, url: string, people: Who[]) {
  const by = (who: string) => people.find((each) => each.who === who)!
  const simple = await timesOf(
    async () => void (await sql`select id, name from organisation order by sort_no, id limit 51`.execute(owner)),
  )
  console.log(
    `a simple query in this run (51 organisations by an index): p50 ${ms(simple, 50)}, p95 ${ms(simple, 95)} ms`,
  )
  const unit = at(simple, 50)
  console.log('| what | who | p50 ms | p95 ms | times the simple query | |')
  console.log('|---|---|---|---|---|---|')
  const half = await halfWay(owner)
  const themes = await sql<{
    id: string
    state: string
    notice_id: string
  }>`select distinct on (state) id, state, notice_id from theme order by state, id`.execute(owner)
  const inForce = themes.rows.find(({ state }) => state === 'in-force')!
  const noticed = themes.rows.find(({ state }) => state === 'noticed')!
  const asked = askedFor({ half, theme: inForce.id, notice: noticed.notice_id })
  for (const [what, whos, path] of asked)
    for (const who of whos) {
      if (!ONLY.test(`${what} ${who}`)) continue
      const one = who === 'nobody' ? { cookie: '', name: '' } : by(who)
      const address = encodeURI(`${url}${path(one as Who)}`)
      let rows = ''
      const times = await timesOf(async () => {
        const answer = await fetch(address, { headers: { cookie: one.cookie } })
        const body = await answer.text()
        if (!answer.ok) throw new Error(`${what} ${who}: ${answer.status} ${body.slice(0, 300)}`)
        rows = address.includes('/api/') ? countOf(JSON.parse(body)) : `${(body.length / 1024).toFixed(0)} KB`
      }).catch((error) => {
        console.log(`| ${what} | ${who} | ${error.message} |`)
        return null
      })
      if (times)
        console.log(
          `| ${what} | ${who} | ${ms(times, 50)} | ${ms(times, 95)} | ${(at(times, 50) / unit).toFixed(0)} | ${rows}${at(times, 95) > 100 ? ' **slow**' : ''} |`,
        )
    }
}

async function halfWay(owner: Database): Promise<string> {
  const { rows } = await sql<{
    sort_no: number
    id: string
  }>`select sort_no, id from organisation order by sort_no, id offset (select count(*) / 2 from organisation) limit 1`.execute(
    owner,
  )
  return Buffer.from(JSON.stringify([String(rows[0]!.sort_no), rows[0]!.id])).toString('base64url')
}

function countOf(body: { rows?: unknown[] }): string {
  return body.rows ? `${body.rows.length} rows` : ''
}

function at(times: number[], percent: number): number {
  return times[Math.ceil((times.length * percent) / 100) - 1]!
}

function ms(times: number[], percent: number): string {
  return at(times, percent).toFixed(1)
}

/** Sorted times in milliseconds, after one that is not counted; what is very slow is asked less often. */
async function timesOf(work: () => Promise<void>): Promise<number[]> {
  const once = async () => {
    const from = performance.now()
    await work()
    return performance.now() - from
  }
  const first = await once()
  const times: number[] = []
  for (let run = 0; run < (first > 1000 ? 3 : RUNS); run++) times.push(await once())
  return times.sort((a, b) => a - b)
}

function addressOf(process: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const read = (part: Buffer) => {
      said += part
      const [, port] = /up: http:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? []
      if (port) resolve(`http://127.0.0.1:${port}`)
    }
    process.stdout?.on('data', read)
    process.stderr?.on('data', read)
    process.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}
