import { sql } from 'kysely'
import { addDays, type Day } from '#basics/calendar.ts'
import type { PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { cycleActions } from '#programme/cycle/actions.ts'
import { themeActions } from '#programme/theme/actions.ts'
import { allYes } from '#programme/theme/rules/questions.ts'
import { type Stage, setStage } from '../stage.ts'
import { noon, openWorld, type World } from '../world.ts'
import { idea } from './theme-year.ts'

/** A small authority with a year under way, themes in force and themes being reviewed, to be reorganised again and again. */
export interface History {
  world: World
  stage: Stage
  unit: string
  idea: typeof idea
  today: Day
  /** Lets days pass. */
  pass(days: number): Promise<void>
}

/** The first day of the structure. */
export const START: Day = '2020-01-01'
const TODAY = '2026-07-15'
let known: { stage: Stage; unit: string } | undefined

export async function historyWorld(): Promise<History> {
  const world = await openWorld({
    today: TODAY,
    template: 'histories',
    prepare: async (parts) => {
      known = await prepared(parts)
    },
  })
  const history: History = {
    world,
    stage: known!.stage,
    unit: known!.unit,
    idea,
    today: TODAY,
    async pass(days) {
      history.today = addDays(history.today, days)
      await world.setTime(noon(history.today))
    },
  }
  return history
}

async function prepared({ dispatcher, owner }: { dispatcher: Dispatcher; owner: World['owner'] }) {
  const stage = await setStage({ dispatcher } as World, START)
  const { organisations, people } = stage
  const as = <T>(person: PersonId, work: (context: Context) => Promise<T>): Promise<T> =>
    dispatcher.act({ person: '' as PersonId, name: '', posts: [] }, async (context) => {
      const actor = (await context.actorOf(person))!
      return work({ ...context, actor })
    })
  const at = (day: Day) => sql`update clock set fixed_at = ${noon(day)}::timestamptz`.execute(owner)
  await at('2026-05-11')
  await as(people.rootOffice, async (context) => {
    const { id } = await cycleActions.draftCycle(context, year(organisations.root))
    await cycleActions.openCycle(context, { cycle: id })
  })
  const submitted = (secretary: PersonId, branch: string, name: string) =>
    as(secretary, async (context) => {
      const texts = { ...idea, name, meaning: `${name}：${idea.meaning}` }
      const { id } = await themeActions.draftTheme(context, { organisation: branch, ...texts })
      await themeActions.submitTheme(context, { theme: id })
      return id
    })
  const pass = { result: 'pass' as const, comment: '', answers: allYes() }
  const noticed: string[] = []
  for (const [secretary, branch, reviewer, name] of [
    [people.huangpuSecretary, organisations.huangpu, people.guangzhouOffice, '守江人'],
    [people.nanshaSecretary, organisations.nansha, people.guangzhouOffice, '湾区先锋'],
    [people.xuwenSecretary, organisations.xuwen, people.zhanjiangOffice, '海峡摆渡'],
  ] as const) {
    const theme = await submitted(secretary, branch, name)
    await as(reviewer, (context) => themeActions.reviewTheme(context, { theme, ...pass }))
    await as(people.rootSecretary, (context) => themeActions.reviewTheme(context, { theme, ...pass }))
    await as(people.confidentiality, (context) =>
      themeActions.checkTheme(context, { theme, result: 'clear', comment: '' }),
    )
    await as(people.rootOffice, (context) => themeActions.publiciseTheme(context, { theme }))
    noticed.push(theme)
  }
  await at('2026-06-01')
  for (const theme of noticed) await as(people.rootOffice, (context) => themeActions.putInForce(context, { theme }))
  await at(TODAY)
  await submitted(people.patrolSecretary, organisations.patrol, '铁船丹心')
  await as(people.windowSecretary, (context) =>
    themeActions.draftTheme(context, { organisation: organisations.window, ...idea, name: '窗口有光' }),
  )
  const unit = crypto.randomUUID()
  await sql`insert into unit (id, name, sort_no, kind) values (${unit}, '值班室', 1, 'office')`.execute(owner)
  await sql`insert into unit_span (unit_id, from_on, name, kind, sort_no) values (${unit}, ${START}, '值班室', 'office', 1)`.execute(
    owner,
  )
  return { stage, unit }
}

type Year = Parameters<typeof cycleActions.draftCycle>[1]

function year(organisation: string): Year {
  return {
    organisation,
    year: 2026,
    title: '2026年度品牌党支部创建',
    overallGoal: '争当实现海事科学发展的排头兵',
    purpose: null,
    meeting: null,
    calendar: [{ kind: 'distil', title: '提炼主题', from: '2026-02-01', to: '2026-12-31', region: null }],
    approvingBody: '示例海事局党委',
    documentNumber: '示海党〔2026〕1号',
    termFrom: '2026-01-01',
    termTo: '2027-06-30',
    scope: 'society',
    noticeDays: 5,
  }
}

export interface There {
  id: string
  branch: boolean
  stands: boolean
}

/** Every organisation there is or was, those that stand first. */
export async function organisationsIn({ world }: History): Promise<There[]> {
  const { rows } = await sql<There>`
    select id, kind = 'branch' as branch, dissolved_on is null as stands from organisation
    order by dissolved_on is not null, sort_no, name`.execute(world.owner)
  return rows
}

export async function peopleIn({ world }: History, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where organisation_id = ${organisation} order by staff_no`.execute(world.owner)
  return rows.map(({ id }) => id)
}
