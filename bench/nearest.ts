/**
 * How fast the themes nearest to a name are found among five million.
 *
 *     node --import tsx bench/nearest.ts [themes] [folder] [compare]
 *
 * With a folder the database stays there and is used again. `compare` compares some names with every theme, one by one, and
 * says how many of the five nearest the index found. Beside it in the same run: pg_trgm on names, and counting shared keys
 * in every theme.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { assemble } from '#main/assemble.ts'
import { capabilities } from '#main/capabilities.ts'
import { type Context, nobody } from '#platform/context.ts'
import { connect } from '#platform/database.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { keyIn } from '#platform/seal.ts'
import { themeJobs } from '#programme/theme/jobs.ts'
import { compareWith } from '#programme/theme/reads-near.ts'
import { type Counts, findingKeys } from '#programme/theme/rules/near-keys.ts'
import { NEAR_PERCENT, nearnessTo, percent, SHOWN_PERCENT, type Words } from '#programme/theme/rules/nearness.ts'
import { setStage } from '../test/stage.ts'
import type { World } from '../test/world.ts'
import { diceOf, meaningOf, nameOf } from './near-names.ts'

const THEMES = Number(process.argv[2] ?? 5_000_000)
const comparing = process.argv.includes('compare')
const kept = process.argv[3] === 'compare' ? undefined : process.argv[3]
const folder = kept ?? mkdtempSync(join(tmpdir(), 'hangbiao-bench-'))
const there = existsSync(join(folder, 'pg'))
const NOWHERE = '00000000-0000-4000-8000-000000000000'
const server = await startPostgres({
  dataDir: folder,
  log: () => {},
  settings: { maintenance_work_mem: '1GB', max_wal_size: '8GB', max_parallel_maintenance_workers: '1' },
})
const owner = connect({ ...server.owner, max: 1, statement_timeout: 0 })
const { dispatcher, close } = assemble(server.app, keyIn(folder), capabilities)
try {
  await sql`set statement_timeout = 0`.execute(owner)
  if (!there) await fill()
  await prepare()
  const queries = [...real(), ...made(THEMES + 7, 100)]
  await measure('nearest by keys', queries, (context, words) => compareWith(context, words, NOWHERE))
  await trigrams(queries)
  await everyKey(queries.slice(0, 3))
  if (comparing) await agreement(queries.filter((_, at) => at % 10 === 0))
} finally {
  await close()
  await owner.destroy()
  await server.stop()
  if (!kept) rmSync(folder, { recursive: true, force: true })
}

/** The names of the labelled pairs, real ones among them. */
function real(): Words[] {
  const lines = readFileSync(join(import.meta.dirname, '../test/near-themes/pairs.jsonl'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line).a as Words).slice(0, 100)
}

function made(seed: number, count: number): Words[] {
  const dice = diceOf(seed)
  return Array.from({ length: count }, () => {
    const name = nameOf(dice)
    return { name, meaning: meaningOf(dice, name) }
  })
}

function said(what: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)
  console.log(`${what} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)}`)
}

async function measure(what: string, queries: Words[], work: (context: Context, words: Words) => Promise<unknown>) {
  console.log(`${THEMES} themes | look-ups | p50 ms | p95 ms | slowest ms`)
  for (const round of ['first time', 'again']) {
    const times: number[] = []
    for (const words of queries)
      await dispatcher.act(nobody, async (context) => {
        const from = performance.now()
        await work(context, words)
        times.push(performance.now() - from)
      })
    said(`${what}, ${round}`, times)
  }
}

async function trigrams(queries: Words[]): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(owner).catch(async () => {
    const admin = connect({ ...server.admin, database: 'hangbiao', max: 1 })
    await sql`create extension if not exists pg_trgm`.execute(admin)
    await admin.destroy()
  })
  const from = performance.now()
  await sql`create index if not exists theme_by_trigram on theme using gin (name gin_trgm_ops)`.execute(owner)
  console.log(`index of trigrams: ${((performance.now() - from) / 1000).toFixed(0)} s`)
  const times: number[] = []
  let none = 0
  for (const { name } of queries.filter((_, at) => at % 4 === 0)) {
    const begun = performance.now()
    const { rows } =
      await sql`select id from theme where name % ${name} order by similarity(name, ${name}) desc limit 5`.execute(
        owner,
      )
    times.push(performance.now() - begun)
    if (rows.length === 0) none++
  }
  said(`pg_trgm, five most similar names (${none} of ${times.length} found none)`, times)
}

async function everyKey(queries: Words[]): Promise<void> {
  const times: number[] = []
  for (const words of queries) {
    const from = performance.now()
    await sql`select id from theme
      order by (select count(*) from unnest(keys) key where key = any(${findingKeys(words)}::text[])) desc limit 5`.execute(
      owner,
    )
    times.push(performance.now() - from)
  }
  said('shared keys counted in every theme', times)
}

/** Every theme compared with some names by the same rule. */
async function agreement(queries: Words[]): Promise<void> {
  const counted = await owner.selectFrom('theme_key').selectAll().execute()
  const of = new Map(counted.map(({ key, themes }) => [key, themes]))
  const counts: Counts = { themes: of.get('') ?? 0, of }
  const nearnessOf = queries.map((words) => nearnessTo(words, counts))
  const best = queries.map((): number[] => [])
  for (let after = NOWHERE.replace('4', '0').replace('8', '0'); ; ) {
    const { rows } = await sql<Words & { id: string }>`select id, name, meaning from theme where id > ${after}::uuid
      order by id limit 50000`.execute(owner)
    for (const row of rows)
      for (const at of queries.keys()) {
        const is = percent(nearnessOf[at]!(row))
        const list = best[at]!
        if (is >= SHOWN_PERCENT && (list.length < 5 || is > list[4]!)) {
          list.push(is)
          list.sort((a, b) => b - a).splice(5)
        }
      }
    if (rows.length < 50_000) break
    after = rows.at(-1)!.id
  }
  const all = { there: 0, found: 0, near: 0, nearFound: 0 }
  for (const [at, words] of queries.entries()) {
    const ours = await dispatcher.act(nobody, (context) => compareWith(context, words, NOWHERE))
    for (const [place, is] of best[at]!.entries()) {
      // as near as the one in this place of all
      const found = (ours[place]?.percent ?? 0) >= is ? 1 : 0
      all.there += 1
      all.found += found
      if (is < NEAR_PERCENT) continue
      all.near += 1
      all.nearFound += found
    }
  }
  console.log(
    `the five nearest to ${queries.length} names, by comparing every theme: ${all.found} of ${all.there} found;`,
  )
  console.log(`of those that count as near ${all.nearFound} of ${all.near}`)
}

async function fill(): Promise<void> {
  const from = performance.now()
  const seconds = () => ((performance.now() - from) / 1000).toFixed(0)
  await migrate(server.owner, server.app.user ?? 'app', migrationFiles(join(import.meta.dirname, '../src')))
  const { people } = await setStage({ dispatcher } as World)
  const { rows: loose } = await sql<{ what: string }>`
    select format('alter table theme drop constraint %I', conname) as what from pg_constraint
    where conrelid = 'theme'::regclass and contype = 'f'
    union all select format('drop index %I', indexrelid::regclass::text) from pg_index
    where indrelid = 'theme'::regclass and not indisprimary`.execute(owner)
  for (const { what } of loose) await sql.raw(what).execute(owner)
  const { rows: branches } = await sql<{ id: string }>`select id from organisation where kind = 'branch'`.execute(owner)
  const dice = diceOf(1)
  for (let done = 0; done < THEMES; ) {
    const part = Array.from({ length: Math.min(10_000, THEMES - done) }, () => {
      const name = nameOf(dice)
      const meaning = meaningOf(dice, name)
      return { name, meaning, keys: findingKeys({ name, meaning }).join(' ') }
    })
    await sql`insert into theme (id, organisation_id, cycle_id, steward_id, state, name, meaning, strengths, tie, lasting, goals,
        slogan, pinyin, initials, keys, drafted_by, drafted_at, round, submitted_by, submitted_at, checked_by, checked_at,
        notice_id, scope, effective_on, since)
      select lpad(to_hex(${done} + at), 32, '0')::uuid, (${branches.map(({ id }) => id)}::uuid[])[1 + at % ${branches.length}],
        ${NOWHERE}::uuid, ${NOWHERE}::uuid, 'in-force', name, meaning, '', '', '', '', '', '', '', string_to_array(keys, ' '),
        ${people.huangpuSecretary}::uuid, now(), 1, ${people.huangpuSecretary}::uuid, now(), ${people.confidentiality}::uuid, now(),
        ${NOWHERE}::uuid, 'party', '2026-01-01', now()
      from unnest(${part.map(({ name }) => name)}::text[], ${part.map(({ meaning }) => meaning)}::text[],
        ${part.map(({ keys }) => keys)}::text[]) with ordinality as made (name, meaning, keys, at)`.execute(owner)
    done += part.length
  }
  console.log(`${THEMES} themes written in ${seconds()} s`)
}

/** What is left to do where themes lie: the index, the counts. */
async function prepare(): Promise<void> {
  const from = performance.now()
  const seconds = () => ((performance.now() - from) / 1000).toFixed(0)
  const { rows: done } = await sql`select 1 from theme_key limit 1`.execute(owner)
  if (done.length > 0) return
  const migration = join(import.meta.dirname, '../src/programme/theme/migrations/20261127T1100-near.sql')
  const [index] = /create index theme_by_key[^;]+/.exec(readFileSync(migration, 'utf8'))!
  await sql.raw(index.replace('index', 'index if not exists')).execute(owner)
  console.log(`indexed by keys in ${seconds()} s`)
  await sql`vacuum analyze theme`.execute(owner)
  const counting = performance.now()
  await dispatcher.act(nobody, (context) => themeJobs['theme.count-words']!(context, {}))
  console.log(`words counted in ${((performance.now() - counting) / 1000).toFixed(0)} s`)
  await sql`analyze theme_key`.execute(owner)
  const { rows } = await sql<{ table: string; index: string; keys: number }>`select
    pg_size_pretty(pg_table_size('theme')) as table, pg_size_pretty(pg_relation_size('theme_by_key')) as index,
    (select count(*)::integer from theme_key) as keys`.execute(owner)
  console.log(`table ${rows[0]!.table}, index ${rows[0]!.index}, ${rows[0]!.keys} keys counted`)
}
