// How long freezing takes, and a correction after it. Run: node --import tsx bench/freezing.ts [branches ...]
import { sql } from 'kysely'
import { assessmentActions } from '#programme/assessment/actions.ts'
import { frozenInputs } from '#programme/assessment/reads.ts'
import { cycleActions } from '#programme/cycle/actions.ts'
import { insertOrganisation } from '#programme/organisation/store.ts'
import { keepSheet, scoringActions } from '#programme/scoring/actions.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause } from '#programme/scoring/rules/sheet-clauses.ts'
import type { LevelQuota } from '#programme/scoring/rules/sheet-outcomes.ts'
import { setStage } from '../test/stage.ts'
import type { World } from '../test/world.ts'
import { type Act, onStand } from './stand.ts'

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [267, 2_000, 5_000]
const ITEMS = 20
const YEAR = 2025

const quota: LevelQuota = {
  code: 'M',
  levels: ['优秀'],
  kind: 'most',
  percent: '30',
  count: null,
  rounding: 'down',
  within: 'all',
  cut: 'next-lower',
  ties: [],
}

/** Twenty supplied counts; with `relative` the last of them is ranked among all, and there is a quota. */
function sheetOf(relative: boolean): Sheet {
  const base = sampleSheet(YEAR)
  const codes = Array.from({ length: ITEMS }, (_, at) => `${at + 1}`)
  const clause = (code: string): Clause => {
    const own = { code: `${code}-1`, indicator: code, text: `每少一项扣0.5分（${code}）`, fact: `f.${code}` }
    if (!relative || code !== String(ITEMS))
      return { ...own, type: 'A2', per: '0.5', unit: '项', due: null, cap: null, exemptIf: null }
    return {
      ...own,
      type: 'A7',
      by: 'place',
      from: 'top',
      better: 'high',
      within: 'all',
      ties: 'mean',
      places: [{ upTo: '10', points: '0' }],
      after: { points: '-1' },
    }
  }
  return {
    ...base,
    code: relative ? 'BENCH-R' : 'BENCH',
    facts: codes.map((code) => ({ key: `f.${code}`, name: `事实${code}`, shape: 'count', from: 'supplied' })),
    indicators: codes.map((code) => {
      return { code, parent: null, name: `项${code}`, aim: '', max: '5', starts: 'full', floor: '0', cap: '5' }
    }),
    clauses: codes.map(clause),
    total: { ...base.total, basic: codes, bonus: [] },
    gates: [],
    vetoes: [],
    naming: { ...base.naming, ties: [] },
    ...(relative && { quotas: [quota] }),
  }
}

console.log('branches | sheet | what | seconds | times the engine alone')
for (const branches of SIZES) for (const relative of [false, true]) await measureAll(branches, relative)

async function measureAll(count: number, relative: boolean): Promise<void> {
  await onStand(async ({ dispatcher, owner, act }) => {
    const moveTo = (day: string) =>
      sql`update clock set fixed_at = null, shift = ${`${day}T12:00:00+08:00`}::timestamptz - now()`.execute(owner)
    await moveTo('2025-12-10')
    const { people, organisations } = await setStage({ dispatcher } as World)
    await branchesBelow(act, people.rootOffice, organisations.root, count)
    const assessment = await open(act, people.rootOffice, organisations.root, sheetOf(relative))
    await sql`insert into supplied_fact (assessed_id, fact, value, document, supplied_by, supplied_at)
      select assessed_branch.id, 'f.' || n, jsonb_build_object('shape', 'count', 'count', (abs(hashtext(branch_id::text || n)) % 6)),
        '粤海示〔2025〕1号', ${people.rootOffice}, app_now()
      from assessed_branch cross join generate_series(1, ${ITEMS}) n`.execute(owner)
    await sql`analyze`.execute(owner)
    await moveTo('2026-01-20')
    const inputs = () => act(people.rootOffice, (context) => frozenInputs(context, assessment))
    const name = relative ? 'with a ranking and a quota' : 'every branch alone'
    const freeze = await timed(() =>
      act(people.rootOffice, (context) =>
        assessmentActions.freezeAssessment(context, { assessment, leaveOpen: false }),
      ),
    )
    const members = (await inputs()).map(({ id, region, facts, rulings }) => ({ id, region, facts, rulings }))
    const engine = await timed(async () => scorePopulation(sheetOf(relative), members))
    const say = (what: string, seconds: number) =>
      console.log(`${members.length} | ${name} | ${what} | ${seconds.toFixed(2)} | ${(seconds / engine).toFixed(1)}`)
    say('the engine alone', engine)
    say('freezing', freeze)
    const assessed = await owner.selectFrom('assessed_branch').select('id').orderBy('id').executeTakeFirstOrThrow()
    const value = { shape: 'count', count: 9 }
    const { id: correction } = await act(people.rootOffice, (context) =>
      assessmentActions.proposeCorrection(context, {
        assessed: assessed.id,
        fact: 'f.1',
        value,
        document: '粤海示〔2026〕2号',
        reason: '台账统计口径有误',
      } as never),
    )
    say(
      'a correction',
      await timed(() =>
        act(people.rootSecretary, (context) => assessmentActions.approveCorrection(context, { correction })),
      ),
    )
  })
}

async function open(act: Act, office: string, root: string, sheet: Sheet): Promise<string> {
  return act(office, async (context) => {
    const { id: cycle } = await cycleActions.draftCycle(context, {
      organisation: root,
      year: YEAR,
      title: '年度',
      overallGoal: '目标',
      purpose: null,
      meeting: null,
      aims: ['支部坚强有力', '党员作用明显', '工作得到促进', '党员群众满意'],
      principles: ['实事求是', '促进中心', '提升形象', '群众公认'],
      ideas: [],
      calendar: [{ kind: 'self-score', title: '自评', from: '2025-12-05', to: '2025-12-25', region: null }],
      approvingBody: '党委',
      documentNumber: '示海党〔2025〕1号',
      termFrom: '2025-01-01',
      termTo: '2026-06-30',
      scope: 'party',
      noticeDays: 5,
    } as never)
    await cycleActions.openCycle(context, { cycle })
    const id = await keepSheet(context, root, sheet, { name: 'bench.xlsx', hash: 'a'.repeat(64) })
    await scoringActions.issueSheet(context, { sheet: id })
    const dates = { selfScoreFrom: '2025-12-05', selfScoreTo: '2025-12-25' }
    return (await assessmentActions.openAssessment(context, { cycle, sheet: id, ...dates })).id
  })
}

/** So many branches below the root. */
async function branchesBelow(act: Act, office: string, root: string, count: number): Promise<void> {
  await act(office, async (context) => {
    for (let n = 1; n <= count; n++)
      await insertOrganisation(context, {
        kind: 'branch',
        name: `第${n}党支部`,
        shortName: `第${n}`,
        parent: { id: root, path: `${root}/` },
        sortNo: 100 + n,
        region: '珠三角',
        unitId: null,
        setUpOn: '2020-01-01',
      })
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}
