import { sql } from 'kysely'
import type { Actor } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { askedSeen } from '#programme/burden/reads-asking.ts'
import type { Addition } from './rules/measure.ts'
import type { Asked, CoreTask, TaskContent, TaskStanding } from './rules/task.ts'
import { taskLists, taskOf } from './store-task.ts'

function tasks({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('core_task')
    .innerJoin('organisation', 'organisation.id', 'core_task.organisation_id')
    .innerJoin('person as author', 'author.id', 'core_task.set_up_by')
    .leftJoin('person as approver', 'approver.id', 'core_task.approved_by')
    .leftJoin('person as issuer', 'issuer.id', 'core_task.issued_by')
    .leftJoin('person as withdrawer', 'withdrawer.id', 'core_task.withdrawn_by')
    .selectAll('core_task')
    .select([
      'organisation.name as organisationName',
      'organisation.path as organisationPath',
      'author.name as authorName',
      'approver.name as approverName',
      'issuer.name as issuerName',
      'withdrawer.name as withdrawerName',
    ])
}
export type TaskRow = Awaited<ReturnType<ReturnType<typeof tasks>['execute']>>[number]

/** One task with its names, its lists, and where it goes. */
export async function taskById(context: Pick<Context, 'tx'>, id: string) {
  const row = await tasks(context).where('core_task.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const [lists, addressees, measures] = await Promise.all([
    taskLists(context, id),
    addresseesOf(context, id),
    wantedOf(context, [id]),
  ])
  return { row, task: taskOf(row, lists), addressees, measures: measures.get(id) ?? [] }
}

export interface Addressee {
  id: string
  name: string
  path: string
}

export async function addresseesOf({ tx }: Pick<Context, 'tx'>, task: string): Promise<Addressee[]> {
  return tx
    .selectFrom('core_task_addressee')
    .innerJoin('organisation', 'organisation.id', 'core_task_addressee.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.path'])
    .where('task_id', '=', task)
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .execute()
}

export interface Wanted {
  id: string
  name: string
  unit: string
  addition: Addition
}

/** The figures that tasks want, in the order in which they ask for them. */
export async function wantedOf({ tx }: Pick<Context, 'tx'>, tasks: string[]): Promise<Map<string, Wanted[]>> {
  const rows = await tx
    .selectFrom('core_task_measure')
    .innerJoin('measure', 'measure.id', 'core_task_measure.measure_id')
    .select([
      'task_id as task',
      sql<Wanted[]>`jsonb_agg(jsonb_build_object('id', measure.id, 'name', measure.name, 'unit', measure.unit,
        'addition', measure.addition) order by place)`.as('wanted'),
    ])
    .where(sql<boolean>`task_id = any(${tasks}::uuid[])`)
    .groupBy('task_id')
    .execute()
  return new Map(rows.map(({ task, wanted }) => [task, wanted]))
}

export interface TaskFilter {
  standing?: TaskStanding | undefined
  kind?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the tasks the actor sees (the rule `seesTask`, in SQL), the latest to end first. */
export async function tasksSeen(
  context: Context,
  filter: TaskFilter,
): Promise<{ rows: TaskRow[]; next: string | null }> {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const rows = await tasks(context)
    .where(seen(context.actor))
    .$if(filter.kind !== undefined, (query) => query.where('core_task.kind', '=', filter.kind!))
    .$if(filter.search !== undefined, (query) => query.where('core_task.name', 'like', containing(filter.search!)))
    .$if(filter.standing !== undefined, (query) => query.where(stands(filter.standing!, context.today)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(core_task.to_on, core_task.id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('core_task.to_on', 'desc')
    .orderBy('core_task.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.to_on, last.id]) : null }
}

function seen(actor: Actor) {
  return askedSeen(actor, {
    path: sql`organisation.path`,
    draft: sql`core_task.state = 'draft'`,
    addressees: sql`select addressed.path from core_task_addressee asked
      join organisation addressed on addressed.id = asked.organisation_id where asked.task_id = core_task.id`,
  })
}

function stands(standing: TaskStanding, today: Day) {
  if (standing === 'draft' || standing === 'withdrawn') return sql<boolean>`core_task.state = ${standing}`
  const days = {
    ahead: sql`from_on > ${today}`,
    running: sql`from_on <= ${today} and to_on >= ${today}`,
    over: sql`to_on < ${today}`,
  }[standing]
  return sql<boolean>`(core_task.state = 'issued' and ${days})`
}

/** The issued tasks that an organisation can record something for on that day: the ones that end soonest first. */
export async function tasksFor({ tx }: Pick<Context, 'tx'>, path: string, day: Day, limit = 20) {
  const rows = await tx
    .selectFrom('core_task')
    .select(['id', 'name'])
    .where('state', '=', 'issued')
    .where('from_on', '<=', day)
    .where('to_on', '>=', day)
    .where((where) =>
      where.exists(
        where
          .selectFrom('core_task_addressee')
          .select('task_id')
          .whereRef('task_id', '=', 'core_task.id')
          .where('organisation_id', 'in', path.split('/').filter(Boolean)),
      ),
    )
    .orderBy('to_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows
}

/** Issued tasks that want one of these figures of some of the same branches in some of the same days. */
export async function askedAlready(
  { tx }: Pick<Context, 'tx'>,
  task: Pick<CoreTask, 'id'> & { content: Pick<TaskContent, 'measures' | 'addressees' | 'from' | 'to'> },
): Promise<Asked[]> {
  const { measures, addressees, from, to } = task.content
  const { rows } = await sql<Asked>`
    select distinct on (measure.id) other.id as task, other.name, measure.id as measure, measure.name as "measureName"
    from core_task other
      join core_task_measure wanted on wanted.task_id = other.id and wanted.measure_id = any(${measures}::uuid[])
      join measure on measure.id = wanted.measure_id
      join core_task_addressee asked on asked.task_id = other.id
      join organisation theirs on theirs.id = asked.organisation_id
      join organisation ours on ours.id = any(${addressees}::uuid[])
        and (ours.path like theirs.path || '%' or theirs.path like ours.path || '%')
    where other.state = 'issued' and other.id <> ${task.id} and other.from_on <= ${to} and other.to_on >= ${from}
    order by measure.id, other.issued_at`.execute(tx)
  return rows
}

/** Whether any standing record serves the task. */
export async function isServed({ tx }: Pick<Context, 'tx'>, task: string): Promise<boolean> {
  const row = await tx
    .selectFrom('building_record')
    .select('id')
    .where('task_id', '=', task)
    .where('state', '=', 'standing')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
