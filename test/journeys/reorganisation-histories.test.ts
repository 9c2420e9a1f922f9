import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addDays, type Day } from '#basics/calendar.ts'
import { nobody } from '#platform/context.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { dutyJobs } from '#programme/duty/jobs.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { structureContract } from '#programme/organisation/contract-structure.ts'
import { reorganisationContract } from '#programme/reorganisation/contract.ts'
import { reorganisationJobs } from '#programme/reorganisation/jobs.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { themeJobs } from '#programme/theme/jobs.ts'
import { type History, historyWorld, organisationsIn, peopleIn, START } from './history-world.ts'
import type { Terms } from './reorganising.ts'

/**
 * S01.1–S01.3: whatever is reorganised, in whatever order, with days before and after today, confirmed, refused or withdrawn,
 * through the product's own operations on PostgreSQL. `HISTORIES=500` tries more than the suite does; a failing history is
 * shrunk to the fewest steps that fail.
 */
const HISTORIES = Number(process.env.HISTORIES ?? 6)
const STEPS = 12

const step = fc.record({
  kind: fc.constantFrom(
    'set-up',
    'rename',
    'move',
    'move',
    'region',
    'merge',
    'merge-new',
    'split',
    'split-end',
    'dissolve',
    'tie',
  ),
  /** Days that pass before it. */
  pass: fc.nat({ max: 9 }),
  /** The document's day, counted from today. */
  from: fc.integer({ min: -40, max: 6 }),
  who: fc.nat({ max: 40 }),
  other: fc.nat({ max: 40 }),
  third: fc.nat({ max: 40 }),
  branch: fc.boolean(),
  inForce: fc.constantFrom('with-successor' as const, 'to-draft' as const, 'end' as const),
  underWay: fc.constantFrom('with-successor' as const, 'to-draft' as const, 'end' as const),
  end: fc.constantFrom('confirm', 'confirm', 'confirm', 'confirm', 'confirm', 'refuse', 'withdraw', 'confirm own'),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** How often each kind took effect over all histories: a test in which everything is refused proves nothing. */
const done = new Map<string, number>()

test('whatever is reorganised, every day holds, the past stays, and no right outlives its post', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS - 4, maxLength: STEPS }), async (steps) => {
      const history = await historyWorld()
      try {
        for (const [nth, each] of steps.entries()) await live(history, each, nth)
        await holds(history)
        await rightsHold(history)
      } finally {
        await history.world.close()
      }
    }),
    { seed: 4, numRuns: HISTORIES, endOnFailure: process.env.HISTORIES === undefined },
  )
  for (const kind of ['rename', 'move', 'region', 'merge', 'split', 'dissolve', 'set-up'])
    expect(done.get(kind) ?? 0, kind).toBeGreaterThan(0)
}, 1_800_000)

async function live(history: History, each: Step, nth: number): Promise<void> {
  const { world, stage } = history
  await history.pass(each.pass)
  await runJobs(history)
  const [system, security] = await world.asAll([stage.people.systemAdmin, stage.people.securityAdmin])
  const effectiveOn = addDays(history.today, each.from)
  const terms = await termsOf(history, each, nth)
  const entered = await system!.ask(reorganisationContract.enterReorganisation, {
    terms,
    effectiveOn,
    document: `示海党〔2026〕${nth + 1}号`,
    issuer: '示例海事局党委',
    reason: '机构改革',
  })
  expect([200, 404, 409, 422], JSON.stringify(entered)).toContain(entered.status)
  if (entered.status !== 200) return
  const reorganisation = entered.body!.id
  if (each.end === 'confirm own')
    expect((await system!.ask(reorganisationContract.confirmReorganisation, { reorganisation })).status).toBe(403)
  if (each.end === 'refuse' || each.end === 'withdraw') {
    const [by, operation] =
      each.end === 'refuse'
        ? ([security!, reorganisationContract.refuseReorganisation] as const)
        : ([system!, reorganisationContract.withdrawReorganisation] as const)
    expect((await by.ask(operation, { reorganisation, reason: '另行研究' })).status).toBe(200)
    return
  }
  const before = await pastOf(history, effectiveOn)
  const { seen } = entered.body!.effect ?? {}
  const confirmed = await security!.ask(reorganisationContract.confirmReorganisation, {
    reorganisation,
    ...(seen && { seen }),
  })
  // what was entered was possible a moment ago, and what was shown is what is done
  expect(confirmed.status, JSON.stringify(confirmed)).toBe(200)
  expect(await pastOf(history, effectiveOn)).toEqual(before)
  if (confirmed.body!.state === 'in-effect') count(terms)
  await holds(history)
}

function count({ kind }: Terms): void {
  done.set(kind, (done.get(kind) ?? 0) + 1)
}

/** What comes by the calendar: planned acts on their day, duties, and who answered for what is over. */
async function runJobs({ world }: History): Promise<void> {
  for (const job of [
    reorganisationJobs['reorganisation.take-effect']!,
    themeJobs['theme.open-duties']!,
    dutyJobs['duty.write-down']!,
  ])
    await world.dispatcher.act(nobody, (context) => job(context, {}))
}

async function termsOf(history: History, each: Step, nth: number): Promise<Terms> {
  const of = 'organisation' as const
  const all = await organisationsIn(history)
  const pick = (from: typeof all, at: number) => (from.length > 0 ? from : all)[at % (from.length || all.length)]!
  // mostly what makes sense, sometimes anything: what has ended, what is of another kind
  const wild = each.third % 6 === 0
  const subject = pick(
    wild ? all : all.filter(({ stands, branch }) => stands && (branch || each.who % 5 === 0)),
    each.who,
  )
  const { id } = subject
  const others = all.filter((one) => one.id !== id && one.stands)
  const { id: other } = pick(
    wild ? all : others.filter(({ branch }) => branch === (each.kind !== 'move' && subject.branch)),
    each.other,
  )
  const { id: third } = pick(wild ? all : others.filter(({ branch }) => !branch), each.third)
  const newcomer = (at: number) => ({
    name: `新${nth}-${at}${each.branch ? '党支部' : '党委'}`,
    shortName: `新${nth}-${at}`,
    kind: each.branch ? ('branch' as const) : ('committee' as const),
    parent: third,
    region: null,
  })
  const bequest = (organisation: string) => ({ organisation, inForce: each.inForce, underWay: each.underWay })
  const some = async () => (await peopleIn(history, id)).slice(0, 1)
  const part = async (at: number, people: string[]) => ({ newcomer: newcomer(at), people, below: [] })
  switch (each.kind) {
    case 'set-up':
      return { kind: 'set-up', of, newcomer: newcomer(0), units: [] }
    case 'rename':
      return { kind: 'rename', of, id, name: `改名${nth}党支部`, shortName: `改名${nth}` }
    case 'move':
      return { kind: 'move', of, id, parent: other }
    case 'region':
      return { kind: 'region', of, id, region: each.branch ? '粤东' : null }
    case 'merge':
      return { kind: 'merge', of, ids: [id], into: other, bequests: [bequest(id)] }
    case 'merge-new':
      return { kind: 'merge', of, ids: [id, other], into: newcomer(0), bequests: [bequest(id), bequest(other)] }
    case 'split':
      return { kind: 'split', of, id, parts: [await part(0, await some())], heir: null, bequests: [] }
    case 'split-end':
      return {
        kind: 'split',
        of,
        id,
        parts: [await part(0, await some()), await part(1, [])],
        heir: 1,
        bequests: [bequest(id)],
      }
    case 'tie':
      return { kind: 'tie', of, id, unit: history.unit }
    default:
      return { kind: 'dissolve', of, id, successor: other, bequests: [bequest(id)] }
  }
}

/** What the pages of a few days before the act's day say: they say the same after it. */
async function pastOf({ world, stage, today }: History, effectiveOn: Day) {
  const office = await world.as(stage.people.rootOffice)
  const days = [addDays(effectiveOn, -1), addDays(effectiveOn, -25), START].filter(
    (day) => day >= START && day <= today,
  )
  const told = []
  for (const on of new Set(days)) {
    const { rows: structure } = await office.get(structureContract.readStructure, { on })
    const { rows: holders } = await office.get(structureContract.listHolders, { on, limit: 100 })
    // until when a post was held is known later; that it was held that day does not change
    told.push([structure, holders.map(({ untilOn: _, ...holding }) => holding)])
  }
  const { rows: written } = await sql`select * from duty_holder order by duty_id, responsibility`.execute(world.owner)
  return { told, written }
}

/** On every day on which something changed: one place each, one parent that stands, no cycle, one theme in force at most. */
async function holds({ world, stage, today }: History): Promise<void> {
  const { rows: wrong } = await sql<{ what: string }>`
    with days as (select distinct day from (select from_on as day from organisation_span union select until_on from organisation_span
        union select ${today}::date) each where day is not null),
      standing as (select days.day, span.* from days join organisation_span span
        on span.from_on <= days.day and (span.until_on is null or span.until_on > days.day))
    select 'two places' as what from standing group by day, organisation_id having count(*) > 1
    union all select 'hangs on nothing' from standing below where parent_id is not null and not exists (
      select 1 from standing above where above.day = below.day and above.organisation_id = below.parent_id)
    union all select 'a branch under nothing' from standing where kind = 'branch' and parent_id is null
    union all select 'not in the tree: ' || days.day from days where (select count(*) from structure_on(days.day)) <>
      (select count(*) from standing where standing.day = days.day)
    union all select 'not one top' from standing where parent_id is null group by day having count(*) > 1
    union all select 'two themes on a day' from theme one join theme other on other.organisation_id = one.organisation_id
      and other.id <> one.id and one.effective_on < coalesce(other.ended_on, 'infinity') and other.effective_on < coalesce(one.ended_on, 'infinity')
      and one.effective_on < coalesce(one.ended_on, 'infinity') and other.effective_on < coalesce(other.ended_on, 'infinity')
    union all select 'a theme of one that ended' from theme join organisation on organisation.id = theme.organisation_id
      where dissolved_on is not null and state in ('draft', 'submitted', 'returned', 'passed', 'checked', 'noticed', 'in-force')
    union all select 'a post of one that ended' from post join organisation on organisation.id = post.organisation_id
      where dissolved_on is not null and (until_on is null or until_on > ${today}::date)
    union all select 'a duty of one that ended' from duty join organisation on organisation.id = duty.organisation_id
      where dissolved_on is not null and duty.state = 'open' and due_on >= ${today}::date
    union all select 'somebody belongs to one that ended' from person join organisation on organisation.id = person.organisation_id
      where dissolved_on is not null
    union all select 'a path that is not where it stands' from organisation join organisation_span span on span.organisation_id = organisation.id
      and span.until_on is null and span.parent_id is not null join organisation above on above.id = span.parent_id
      where organisation.path <> above.path || organisation.id || '/'
    union all select 'ended twice or into nothing' from organisation left join organisation heir on heir.id = organisation.successor_id
      where organisation.dissolved_on is not null and heir.id is null`.execute(world.owner)
  expect(wrong).toEqual([])
  const office = await world.as(stage.people.rootOffice)
  for (const standing of ['open', 'late'] as const) {
    const { rows } = await office.get(dutyContract.listDuties, { standing, limit: 100 })
    for (const { direct, primary, organisation } of rows) {
      expect(['held', 'vacant'], organisation.name).toContain(direct.state)
      expect(['held', 'vacant', 'none-above'], organisation.name).toContain(primary.state)
      if (primary.state === 'none-above') expect(organisation.id).toBe(stage.organisations.root)
    }
  }
}

/** Real sessions: who holds a post can do its work on its last day, and nothing of it the day after. */
async function rightsHold(history: History): Promise<void> {
  const { world, today } = history
  const { rows: posts } = await sql<{ person: string; organisation: string; held: boolean; dissolved: boolean }>`
    select person_id as person, organisation_id as organisation, dissolved_on is not null as dissolved,
      bool_or(until_on is null or until_on > ${today}::date) as held
    from post join organisation on organisation.id = post.organisation_id where post = 'secretary' and confirmed_at is not null
    group by 1, 2, 3`.execute(world.owner)
  const browsers = await world.asAll(posts.map(({ person }) => person))
  for (const [at, { organisation, held, dissolved }] of posts.entries()) {
    const me = await browsers[at]!.get(organisationContract.readMe, {})
    expect(me.posts.some((post) => post.post === 'secretary' && post.organisation === organisation)).toBe(held)
    expect(held && dissolved).toBe(false)
    if (held) continue
    const drafted = await browsers[at]!.ask(themeContract.draftTheme, { organisation, ...history.idea })
    expect([403, 404]).toContain(drafted.status)
    const { counts } = await browsers[at]!.get(dutyContract.listMyDuties, { list: 'mine', limit: 1 })
    if (!posts.some((other) => other.person === posts[at]!.person && other.held)) expect(counts.mine).toBe(0)
  }
}
