// The programme that bench/organisation.ts measures: 50,000 branches and 600,000 people, made in bulk.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import { soundOf } from '#programme/organisation/pinyin.ts'
import { makeDuties, makeThemes, makeTitles, type Run } from './organisation-life.ts'

export const TODAY = '2026-07-15'
const REGIONS = ['珠三角', '粤西', '粤东', '环渤海', '长三角', '海峡西岸']
export const CITY = '东南西北中上下前后左'
const PLACE = '江湖海河港湾洲岛洋溪'
const POSTS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const SURNAMES = [...'陈李黄张梁林刘吴罗杨何叶郑谢周邓钟曾冯苏蔡赵王孙徐胡朱郭高马'].concat('欧阳', '司徒')
const FIRST = [...'嘉子志建伟晓俊泽海锦文永国家少德景润浩宇思雨雅丽秀']
const SECOND = [...'辉杰豪斌鸿轩航涛林权基生荣昌峰城钧彦霖舟帆波澜源泉']

interface Node {
  level: number
  at: number
  kind: string
  name: string
  short: string
  parent: number | null
  region: string | null
}

/** Root, 30 provinces, 12 cities each, 14 counties each, and the branches below, in the order of the structure. */
function tree(branches: number): Node[] {
  const nodes: Node[] = [
    { level: 0, at: 0, kind: 'committee', name: '示例海事局党委', short: '示例局', parent: null, region: null },
  ]
  const add = (node: Omit<Node, 'at'>) => nodes.push({ ...node, at: nodes.length }) - 1
  const counties: { at: number; name: string; region: string }[] = []
  const slots: Node[][] = []
  for (let p = 0; p < 30; p++) {
    const region = REGIONS[p % REGIONS.length]!
    const province = `${CITY[p % 10]}${PLACE[Math.floor(p / 3) % 10]}${POSTS[p % 3]}局`
    slots.push([{ level: 1, at: 0, kind: 'party-group', name: `${province}党组`, short: province, parent: 0, region }])
    for (let c = 0; c < 12; c++) {
      const city = `${province}${CITY[c % 10]}${PLACE[(c * 3 + p) % 10]}${c > 9 ? '新' : ''}市`
      slots
        .at(-1)!
        .push({ level: 2, at: 0, kind: 'committee', name: `${city}海事局党委`, short: city, parent: p, region })
      for (let k = 0; k < 14; k++)
        counties.push({
          at: p * 12 + c,
          name: `${city}${PLACE[k % 10]}${CITY[(k * 7) % 10]}${k > 9 ? '旗' : '县'}`,
          region,
        })
    }
  }
  // depth first, so that sort numbers follow the structure
  let given = 0
  const each = branches / counties.length
  for (const [province, ...cities] of slots) {
    const top = add(province!)
    for (const city of cities) {
      const middle = add({ ...city, parent: top })
      const own = counties.splice(0, 14)
      for (const county of own) {
        const low = add({
          level: 3,
          kind: 'general-branch',
          name: `${county.name}海事处党总支`,
          short: county.name,
          parent: middle,
          region: county.region,
        })
        const till = Math.round((5040 - counties.length - own.length + own.indexOf(county) + 1) * each)
        for (let b = 1; given < till; given++, b++)
          add({
            level: 4,
            kind: 'branch',
            name: `${county.name}第${b}党支部`,
            short: `${county.name}${b}支`,
            parent: low,
            region: county.region,
          })
      }
    }
  }
  return nodes
}

/** Everything at once, as the owner of the database. */
export async function makeProgramme(
  owner: Database,
  { branches, peopleEach }: { branches: number; peopleEach: number },
) {
  const run = async (what: string, query: RawBuilder<unknown>) => {
    const from = performance.now()
    await query.execute(owner)
    // what has grown much is planned anew; small programmes are analyzed once, at the end
    if (branches > 10_000) await sql`analyze`.execute(owner)
    if (branches > 10_000) console.log(`  ${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
  await sql`set statement_timeout = 0`.execute(owner)
  await sql`set synchronous_commit = off`.execute(owner)
  await sql`update clock set fixed_at = ${`${TODAY}T12:00:00+08:00`}::timestamptz`.execute(owner)
  const nodes = tree(branches)
  const told = JSON.stringify(nodes.map((node) => ({ ...node, ...soundOf(node.name) })))
  await run(
    'tree',
    sql`create table bench_node as
    select *, gen_random_uuid() as id from jsonb_to_recordset(${told}::jsonb)
      as node (at int, level int, kind text, name text, short text, parent int, region text, pinyin text, initials text)`,
  )
  await run(
    'paths',
    sql`create table bench_organisation as
    with recursive down as (
      select node.*, null::uuid as parent_id, node.id || '/' as path from bench_node node where parent is null
      union all
      select node.*, down.id, down.path || node.id || '/' from bench_node node join down on node.parent = down.at)
    select *, row_number() over (partition by level order by at) - 1 as nth from down`,
  )
  await sql`create unique index on bench_organisation (at)`.execute(owner)
  await run(
    'organisations',
    sql`insert into organisation (id, kind, name, short_name, parent_id, path, sort_no, region, set_up_on, pinyin, initials)
    select id, kind, name, short, parent_id, path, at, region, date '2004-01-01', pinyin, initials from bench_organisation order by level, at`,
  )
  // each was called otherwise before 2010, and every tenth branch stood elsewhere before 2015
  await run(
    'spans',
    sql`insert into organisation_span (organisation_id, from_on, until_on, after_on, name, short_name, kind, parent_id, region, sort_no)
    select bench.id, day.from_on, day.until_on, day.after_on, case when day.nth = 1 then '原' || bench.name else bench.name end, bench.short, bench.kind,
      case when day.nth < 3 and bench.kind = 'branch' and bench.nth % 10 = 0
        then other.id else bench.parent_id end, bench.region, bench.at
    from bench_organisation bench join bench_organisation other on other.level = 3 and other.nth = bench.nth * 31 % 5040 cross join (values (1, date '2004-01-01', date '2010-01-01', null::date),
      (2, date '2010-01-01', date '2015-01-01', date '2010-01-01'), (3, date '2015-01-01', null, date '2015-01-01')) as day (nth, from_on, until_on, after_on)`,
  )
  await run(
    'units',
    sql`with made as (
      insert into unit (id, name, sort_no, kind, region)
      select gen_random_uuid(), short || '处', at, 'office', region from bench_organisation where level = 3 returning id, name, sort_no, region),
    spans as (insert into unit_span (unit_id, from_on, name, kind, region, sort_no)
      select id, date '2004-01-01', name, 'office', region, sort_no from made)
    insert into organisation_unit (organisation_id, unit_id, from_on)
    select bench.id, made.id, date '2004-01-01' from bench_organisation bench join made on made.sort_no = bench.parent where bench.level = 4`,
  )
  await run(
    'unit of each branch',
    sql`update organisation set unit_id = tie.unit_id from organisation_unit tie where tie.organisation_id = organisation.id`,
  )
  await makePeople(owner, peopleEach, run)
  await makeThemes(run)
  await makeDuties(run)
  await makeTitles(run)
  await run(
    'trail',
    sql`insert into history (at, person_id, action, subject_kind, subject_id, organisation_id, detail, request_id)
    select timestamptz '2006-01-01 08:00+08' + make_interval(hours => ((at * 9) % 175000)::int), person.id, (array['theme.submitted', 'building.entered', 'theme.drafted', 'account.signed-in'])[1 + at % 4],
      'organisation', person.organisation_id::text, person.organisation_id, '{}', 'bench'
    from (select id, organisation_id, row_number() over () as at from person) person`,
  )
  await run('analyze', sql`vacuum analyze`)
}

async function makePeople(owner: Database, each: number, run: Run) {
  const names = SURNAMES.flatMap((surname) => FIRST.flatMap((one) => SECOND.map((two) => surname + one + two)))
  const pool = JSON.stringify(names.map((name, at) => ({ at, name, ...soundOf(name, true) })))
  await sql`create table bench_name as select * from jsonb_to_recordset(${pool}::jsonb) as name (at int, name text, pinyin text, initials text)`.execute(
    owner,
  )
  await run(
    'people',
    sql`insert into person (id, staff_no, name, pinyin, initials, kind, organisation_id)
    select gen_random_uuid(), 'N' || lpad(((bench.nth * ${each}) + n)::text, 7, '0'), name.name, name.pinyin, name.initials,
      case when n % 8 = 7 then 'staff' else 'member' end, bench.id
    from bench_organisation bench cross join generate_series(0, ${each - 1}) n
      join bench_name name on name.at = (bench.nth * 7919 + n * 104729) % ${names.length} where bench.level = 4`,
  )
  await run(
    'memberships',
    sql`insert into membership (person_id, organisation_id, kind, from_on) select id, organisation_id, kind, date '2004-01-01' from person`,
  )
  await run(
    'accounts',
    sql`insert into account (person_id, login, password_hash, activation_hash, activation_until)
    select id, staff_no, case when right(staff_no, 1) < '4' then 'none' end, case when right(staff_no, 1) >= '4' then 'none' end,
      case when right(staff_no, 1) >= '4' then timestamptz '2026-08-01 12:00+08' end from person where right(staff_no, 1) < '6'`,
  )
  await run(
    'posts',
    sql`insert into post (id, person_id, organisation_id, post, from_on, until_on, confirmed_by, confirmed_at)
    select gen_random_uuid(), person.id, bench.id, term.post, term.from_on, term.until_on, person.id, timestamptz '2020-01-01 12:00+08'
    from bench_organisation bench
      cross join (values (0, 4, 'secretary', date '2016-01-01', date '2020-01-01'), (1, 4, 'secretary', date '2020-01-01', null),
        (2, 3, 'secretary', date '2020-01-01', null), (3, 3, 'office', date '2020-01-01', null), (4, 0, 'confidentiality', date '2020-01-01', null),
        (5, 0, 'assessor', date '2020-01-01', null), (6, 0, 'system-admin', date '2020-01-01', null), (7, 0, 'security-admin', date '2020-01-01', null),
        (8, 0, 'audit-admin', date '2020-01-01', null)) as term (seat, lowest, post, from_on, until_on)
      join bench_organisation first on first.at = bench.at + 4 - bench.level
      join person on person.staff_no = 'N' || lpad((first.nth * ${each} + term.seat + case when bench.level < 4 then (4 - bench.level) * ${each} else 0 end)::text, 7, '0')
    where bench.level = 4 and term.lowest = 4 or bench.level between 0 and 3 and term.lowest = 3 or bench.level = 0 and term.lowest = 0`,
  )
}
