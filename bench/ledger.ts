// How fast the ledger of a million records answers. Run: node --import tsx bench/ledger.ts [records]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { PersonId } from '#basics/id.ts'
import { assemble } from '#main/assemble.ts'
import { capabilities } from '#main/capabilities.ts'
import type { Context } from '#platform/context.ts'
import { connect } from '#platform/database.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { keyIn } from '#platform/seal.ts'
import { buildingActions } from '#programme/building/actions.ts'
import { recordKinds } from '#programme/building/rules/record.ts'
import { cycleActions } from '#programme/cycle/actions.ts'
import { insertOrganisation } from '#programme/organisation/store.ts'
import { setStage } from '../test/stage.ts'
import type { World } from '../test/world.ts'

const RECORDS = Number(process.argv[2] ?? 1_000_000)
const ANCHOR = '2026-07-15'
const sentences = [
  '召开支委会，研究台风季值守安排，明确党员带班。',
  '汛期前排查港区渡口码头，发现隐患逐处登记、逐处销号。',
  '开展“水上交通安全进校园”主题活动，给学生上课。',
  '解决跨部门会签慢的问题，平均会签时间明显缩短。',
  '与港航企业党支部结对，共建平安辖区。',
]
const folder = mkdtempSync(join(tmpdir(), 'hangbiao-bench-'))
const server = await startPostgres({ dataDir: folder, log: () => {} })
try {
  await migrate(server.owner, server.app.user ?? 'app', migrationFiles(join(import.meta.dirname, '../src')))
  const { dispatcher, close } = assemble(server.app, keyIn(folder), capabilities)
  const owner = connect({ ...server.owner, max: 1, statement_timeout: 0 })
  await sql`update clock set fixed_at = ${`${ANCHOR}T12:00:00+08:00`}::timestamptz`.execute(owner)
  const { organisations, people } = await setStage({ dispatcher } as World)
  await moreBranches()
  await multiply()
  console.log('who | what | median ms | slowest of 9 ms')
  const list = (filter: object) => (context: Context) => buildingActions.listRecords(context, { limit: 50, ...filter })
  const deep = Buffer.from(JSON.stringify(['2018-06-30', '80000000-0000-4000-8000-000000000000'])).toString('base64url')
  for (const [who, person] of [
    ['root office', people.rootOffice],
    ['bureau secretary', people.guangzhouSecretary],
    ['branch secretary', people.huangpuSecretary],
  ] as const) {
    await measure(who, 'first page', person, list({}))
    await measure(who, 'a page half-way', person, list({ cursor: deep }))
    await measure(who, 'a common word (支委会)', person, list({ search: '支委会' }))
    await measure(who, 'a rare word (第777777号)', person, list({ search: '第777777号' }))
    await measure(who, 'no such word', person, list({ search: '鲲鹏展翅' }))
    await measure(
      who,
      'one kind in one year',
      person,
      list({ kind: 'good-deed', from: '2020-01-01', to: '2020-12-31' }),
    )
    await measure(who, 'counts of all years', person, (context) => buildingActions.countRecords(context, {}))
  }
  await owner.destroy()
  await close()

  async function measure(who: string, what: string, person: string, work: (context: Context) => Promise<unknown>) {
    const times: number[] = []
    for (let run = 0; run < 9; run++) {
      await dispatcher.act({ person: '' as PersonId, name: '', posts: [] }, async (context) => {
        const actor = (await context.actorOf(person as PersonId))!
        const from = performance.now()
        await work({ ...context, actor })
        times.push(performance.now() - from)
      })
    }
    times.sort((a, b) => a - b)
    console.log(`${who} | ${what} | ${times[4]!.toFixed(1)} | ${times[8]!.toFixed(1)}`)
  }

  /** 267 branches in all, 134 of them below one bureau, and an open year. */
  async function moreBranches() {
    await dispatcher.act({ person: '' as PersonId, name: '', posts: [] }, async (context) => {
      const actor = (await context.actorOf(people.rootOffice))!
      const own = { ...context, actor }
      const plan = { year: 2026, title: '年度', overallGoal: '目标', purpose: null, meeting: null, noticeDays: 5 }
      const approval = { approvingBody: '党委', documentNumber: '1号', termFrom: '2026-01-01', termTo: '2026-12-31' }
      const calendar = [{ kind: 'build' as const, title: '建设', from: '2026-01-01', to: '2026-12-31', region: null }]
      const input = { organisation: organisations.root, ...plan, ...approval, calendar, scope: 'party' as const }
      const { id } = await cycleActions.draftCycle(own, input)
      await cycleActions.openCycle(own, { cycle: id })
      for (let at = 0; at < 262; at++) {
        const bureau = at % 2 === 0 ? organisations.guangzhou : organisations.zhanjiang
        const name = `第${at}党支部`
        const parent = { id: bureau, path: `${organisations.root}/${bureau}/` }
        const rest = { sortNo: 100 + at, region: null, unitId: null, setUpOn: '2010-01-01' }
        await insertOrganisation(context, { kind: 'branch', name, shortName: name, parent, ...rest })
      }
    })
  }

  /** Records over ten years, evenly over branches, kinds and a few sentences, each with a number of its own. */
  async function multiply() {
    const from = performance.now()
    await sql`set statement_timeout = 0`.execute(owner)
    // Filling first and indexing the words afterwards is several times faster; the index is the migration's own.
    await sql`drop index building_record_by_words`.execute(owner)
    await sql`insert into building_record (id, organisation_id, cycle_id, happened_on, kind, sentence, force, figures,
        entered_by, entered_at, state)
      select gen_random_uuid(), branch.id, cycle.id, date '2016-07-15' + (n % 3652)::integer, kinds.kind,
        said.sentence || '第' || n || '号', null, '[]', ${people.huangpuSecretary}, now(), 'standing'
      from generate_series(1::bigint, ${RECORDS}::bigint) as n
      cross join cycle
      join unnest(${[...recordKinds]}::text[]) with ordinality as kinds (kind, at) on kinds.at = 1 + n / 7 % ${recordKinds.length}
      join unnest(${sentences}::text[]) with ordinality as said (sentence, at) on said.at = 1 + n / 3 % ${sentences.length}
      join (select id, row_number() over (order by id) - 1 as at, count(*) over () as many from organisation where kind = 'branch')
        as branch on branch.at = n * 7919 % branch.many`.execute(owner)
    await sql`create index building_record_by_words on building_record using gin (bigrams(sentence))`.execute(owner)
    await sql`analyze`.execute(owner)
    const size = await sql<{
      size: string
    }>`select pg_size_pretty(pg_total_relation_size('building_record')) as size`.execute(owner)
    console.log(
      `${RECORDS} records made in ${((performance.now() - from) / 1000).toFixed(0)} s, ${size.rows[0]!.size} with indexes`,
    )
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
