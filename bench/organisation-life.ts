// What 50,000 branches have done, for bench/organisation.ts: themes, notices, duties, titles, records.
import { type RawBuilder, sql } from 'kysely'
import { meetings } from '#programme/building/rules/duties.ts'
import { soundOf } from '#programme/organisation/pinyin.ts'
import { proposing, reviewing } from '#programme/theme/rules/duties.ts'
import { findingKeys } from '#programme/theme/rules/near-keys.ts'
import { CITY, TODAY } from './organisation-made.ts'

export type Run = (what: string, query: RawBuilder<unknown>) => Promise<void>

const SHIPS = ['海巡', '清风', '蓝盾', '灯塔', '先锋', '锚地', '守望', '碧波', '红船', '领航', '同舟', '初心']
const DOES = ['护航', '为民', '平安', '强基', '争先', '聚力', '清廉', '暖心', '智慧', '服务', '攻坚', '示范']

/** Four in five branches have a theme in force; of the rest some wait at their county, city and province, some are drafts or on notice. */
export async function makeThemes(run: Run) {
  const words = SHIPS.flatMap((one) => DOES.flatMap((two) => [...CITY].map((place) => `${place}岸${one}·${two}港航`)))
  const texts = (name: string) => ({
    name,
    meaning: `以${name}为名，把党员的先锋作用落到一线值守上`,
    strengths: '值守',
    tie: '监管',
    lasting: '常年',
    goals: '三年',
    slogan: name,
    aspect: '服务',
    comparison: '同类海事处',
  })
  const pool = JSON.stringify(
    words.map((name, at) => ({ at, ...texts(name), ...soundOf(name), keys: findingKeys(texts(name)) })),
  )
  await run(
    'cycle',
    sql`insert into cycle (id, organisation_id, year, title, state, aims, principles, ideas, calendar, approving_body, document_number,
      term_from, term_to, scope, notice_days, drafted_by, drafted_at, opened_by, opened_at, overall_goal)
    select gen_random_uuid(), bench.id, 2026, '2026年度创建', 'open', '["强", "明显", "促进", "满意"]', '["实事求是", "促进中心", "提升形象", "群众公认"]', '[]', ${JSON.stringify([{ kind: 'distil', title: '提炼', from: '2026-01-01', to: '2026-06-30', region: null }])}::jsonb,
      '示例局党委', '示例〔2026〕1号', '2026-01-01', '2026-12-31', 'party', 5, person_id, timestamptz '2026-01-01 12:00+08', person_id, timestamptz '2026-01-02 12:00+08', '争当排头兵'
    from bench_organisation bench join post on post.organisation_id = bench.id and post.post = 'office' where bench.level = 0`,
  )
  await run(
    'themes',
    sql`create table bench_theme as
    select bench.*, gen_random_uuid() as theme_id, gen_random_uuid() as notice_id, word.name as theme, word.meaning, word.keys, word.pinyin as sound, word.initials as letters,
      secretary.person_id as secretary, office.person_id as office, checker.person_id as checker, cycle.id as cycle_id, cycle.organisation_id as root,
      case when bench.nth % 20 < 16 then 'in-force' when bench.nth % 20 = 16 then 'submitted' when bench.nth % 20 = 17 then 'noticed' when bench.nth % 20 = 18 then 'draft' end as state
    from bench_organisation bench cross join cycle
      join jsonb_to_recordset(${pool}::jsonb) as word (at int, name text, meaning text, keys text[], pinyin text, initials text) on word.at = bench.nth * 7 % ${words.length}
      join post secretary on secretary.organisation_id = bench.id and secretary.post = 'secretary' and secretary.until_on is null
      join post office on office.organisation_id = cycle.organisation_id and office.post = 'office'
      join post checker on checker.organisation_id = cycle.organisation_id and checker.post = 'confidentiality'
    where bench.level = 4`,
  )
  await run(
    'notices',
    sql`insert into notice (id, subject_kind, subject_id, organisation_id, concerns_id, scope, title, body, days, checked_by, opened_by, opened_at, posted_on,
      last_day, provisional, closed_at, closed_by, outcome, within_id, first_last_day, counted_from, counted_days)
    select notice_id, 'theme', theme_id, root, id, case when nth % 4 = 0 then 'society' else 'party' end, name || '主题公示', '[]', 5, checker, office,
      timestamptz '2026-07-10 12:00+08' - age, date '2026-07-10' - age, date '2026-07-17' - age, false,
      case when state = 'in-force' then timestamptz '2026-07-10 12:00+08' - age + interval '10 days' end, case when state = 'in-force' then office end,
      case when state = 'in-force' then 'in-effect' end, root, date '2026-07-17' - age, date '2026-07-10' - age, 5
    from (select *, make_interval(days => case when state = 'in-force' then 30 + nth::int % 2000 else 0 end) as age from bench_theme) made where state in ('in-force', 'noticed')`,
  )
  await run(
    'themes',
    sql`insert into theme (id, organisation_id, cycle_id, steward_id, state, name, meaning, strengths, tie, lasting, goals, slogan, pinyin, initials, keys, aspect, comparison,
      drafted_by, drafted_at, submitted_by, submitted_at, route, route_terms, stage, stage_organisation_id, stage_posts, checked_by, checked_at, notice_id, scope, effective_on, since)
    select theme_id, id, cycle_id, root, state, theme, meaning, '值守', '监管', '常年', '三年', theme, sound, letters, keys, '服务', '同类海事处',
      secretary, timestamptz '2026-03-01 12:00+08' + make_interval(mins => nth::int), case when state <> 'draft' then secretary end, case when state <> 'draft' then timestamptz '2026-04-01 12:00+08' end,
      case when state <> 'draft' then array[parent_id] else '{}' end,
      case when state <> 'draft' then '[{"posts": ["secretary", "office"], "days": 5, "mayReject": true}]'::jsonb else '[]' end,
      case when state = 'submitted' then 0 end, case when state = 'submitted' then parent_id end, case when state = 'submitted' then array['secretary', 'office'] end,
      case when state in ('noticed', 'in-force') then checker end, case when state in ('noticed', 'in-force') then timestamptz '2026-05-01 12:00+08' end,
      case when state in ('noticed', 'in-force') then notice_id end, case when state in ('noticed', 'in-force') then case when nth % 4 = 0 then 'society' else 'party' end end,
      case when state = 'in-force' then date '2026-06-01' - (nth::int % 700) end, timestamptz '2026-05-01 12:00+08' + make_interval(mins => nth::int)
    from bench_theme where state is not null`,
  )
}

/** Six duties of each branch: four done, one late in every fifth branch, one to come; and reviews above. */
const recording = meetings[0]!.duty

export async function makeDuties(run: Run) {
  for (const { name, title, opens } of [proposing, reviewing, recording])
    await run(
      'kind',
      sql`insert into duty_kind (name, title_zh, title_en, portal, desk) values (${name}, ${title.zh}, ${title.en}, ${opens.portal}, ${opens.desk})
      on conflict do nothing`,
    )
  await run(
    'duties',
    sql`insert into duty (id, kind, subject_kind, subject_id, organisation_id, round, cycle_id, about, due_on, state, opened_at, fulfilled_by, fulfilled_at, done_on, late, written_at)
    select gen_random_uuid(), ${recording.name}, 'cycle', cycle_id, id, n, cycle_id, '', due_on, case when done then 'fulfilled' else 'open' end, timestamptz '2026-01-01 12:00+08',
      case when done then secretary end, case when done then due_on - interval '3 days' end, case when done then due_on - 3 end, case when done then false end,
      case when due_on < date ${sql.lit(TODAY)} then due_on + interval '1 day' end
    from (select *, date '2026-01-31' + n * 45 as due_on, (n < 3 or n = 3 and nth % 5 <> 0) as done
      from bench_theme cross join generate_series(0, 5) n) made`,
  )
  await run(
    'reviews',
    sql`insert into duty (id, kind, subject_kind, subject_id, organisation_id, round, cycle_id, about, due_on, state, opened_at, written_at)
    select gen_random_uuid(), ${reviewing.name}, 'theme', theme_id, parent_id, 0, cycle_id, name || ' · ' || theme, date '2026-07-10' + (nth::int / 20) % 10, 'open', timestamptz '2026-07-01 12:00+08',
      case when (nth / 20) % 10 < 5 then date '2026-07-10' + (nth::int / 20) % 10 + interval '1 day' end
    from bench_theme where state = 'submitted'`,
  )
  await run(
    'holders',
    sql`insert into duty_holder (duty_id, responsibility, state, organisation_id, person_id)
    select duty.id, which.responsibility, case when post.person_id is null then 'vacant' else 'held' end, which.organisation, post.person_id
    from duty join organisation on organisation.id = duty.organisation_id
      cross join lateral (values ('direct', organisation.id), ('primary', organisation.parent_id)) as which (responsibility, organisation)
      left join post on post.organisation_id = which.organisation and post.post = 'secretary' and post.until_on is null
    where duty.written_at is not null`,
  )
}

/** A selection of each of three years; every tenth branch holds a title. */
export async function makeTitles(run: Run) {
  await run(
    'titles',
    sql`with root as (select cycle_id, root, office, checker from bench_theme limit 1),
    sheet as (insert into sheet (id, organisation_id, code, number, title, year, as_of, data, hash, file_name, file_hash, imported_by, imported_at)
      select gen_random_uuid(), root, 'S' || year, 1, year || '年细则', year, make_date(year, 12, 31), '{}', repeat('0', 64), 'x.xlsx', repeat('0', 64), office, timestamptz '2024-01-01 12:00+08'
      from root cross join generate_series(2023, 2025) year returning id, year),
    assessment as (insert into assessment (id, cycle_id, organisation_id, sheet_id, self_score_from, self_score_to, opened_by, opened_at)
      select gen_random_uuid(), cycle_id, root, sheet.id, make_date(year, 11, 1), make_date(year, 11, 30), office, make_timestamptz(year, 11, 1, 12, 0, 0) from root cross join sheet
      returning id, cycle_id, sheet_id),
    selecting as (select gen_random_uuid() as id, gen_random_uuid() as run_id, gen_random_uuid() as notice_id, assessment.id as assessment_id, sheet.year from assessment join sheet on sheet.id = assessment.sheet_id),
    noticed as (insert into notice (id, subject_kind, subject_id, organisation_id, concerns_id, scope, title, body, days, checked_by, opened_by, opened_at, posted_on,
        last_day, provisional, closed_at, closed_by, outcome, within_id, first_last_day, counted_from, counted_days)
      select notice_id, 'selection', id, root, null, 'society', year || '年评选公示', '[]', 5, checker, office, make_timestamptz(year, 12, 1, 12, 0, 0), make_date(year, 12, 1),
        make_date(year, 12, 8), false, make_timestamptz(year, 12, 10, 12, 0, 0), office, 'in-effect', root, make_date(year, 12, 8), make_date(year, 12, 1), 5 from selecting cross join root),
    chosen as (insert into selection (id, assessment_id, cycle_id, organisation_id, title, year, state, prepared_by, prepared_at, checked_by, checked_at, notice_id, scope, concluded_by, concluded_on, run_id)
      select id, assessment_id, cycle_id, root, year || '年品牌党支部评选', year, 'final', office, make_timestamptz(year, 11, 20, 12, 0, 0), checker, make_timestamptz(year, 11, 30, 12, 0, 0), notice_id, 'society', office, make_date(year, 12, 10), run_id
      from selecting cross join root),
    ran as (insert into selection_run (id, selection_id, number, root, file, sheet_code, sheet_title, quotas, open_items, rated, named, run_by, run_at)
      select run_id, id, 1, repeat('0', 64), '{}', 'S' || year, year || '年细则', '[]', '[]', 50000, 2500, office, make_timestamptz(year, 11, 25, 12, 0, 0) from selecting cross join root)
    insert into title (id, branch_id, selection_id, run_id, cycle_id, year, state, named_on, scope, grounds)
    select gen_random_uuid(), bench.id, selecting.id, run_id, bench.cycle_id, year, 'named', make_date(year, 12, 10), 'society', '[{"zh": "得分居前", "en": "Among the highest scores"}]'
    from bench_theme bench join selecting on bench.nth % 20 = (year - 2023) * 3`,
  )
  await run(
    'records',
    sql`insert into building_record (id, organisation_id, cycle_id, happened_on, kind, sentence, figures, entered_by, entered_at, state)
    select gen_random_uuid(), id, cycle_id, date '2026-01-01' + (nth::int * 7 + n * 31) % 190, (array['members-meeting', 'core-task', 'activity', 'training'])[1 + n % 4],
      '召开支委会，研究台风季值守安排第' || nth || '号', '[]', secretary, timestamptz '2026-07-01 12:00+08', 'standing'
    from bench_theme cross join generate_series(0, 5) n`,
  )
}
