import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Capability } from '#platform/capability.ts'
import { nobody } from '#platform/context.ts'
import type { Dispatcher } from '#platform/dispatch.ts'

/** What happens by the calendar, in Shanghai time; each line names a job. */
const calendar: { task: string; match: string }[] = [{ task: 'account.sweep', match: '17 * * * *' }]

export interface Working {
  runner: Runner
  pool: pg.Pool
}

/** Runs the jobs of all capabilities. Each job is one transaction and safe to run twice. */
export async function startWorker(
  connection: pg.PoolConfig,
  dispatcher: Dispatcher,
  capabilities: Capability[],
): Promise<Working> {
  const taskList: TaskList = {}
  for (const { jobs } of capabilities)
    for (const [name, job] of Object.entries(jobs))
      taskList[name] = async (payload) => {
        await dispatcher.act(nobody, (context) => job(context, (payload ?? {}) as Record<string, unknown>))
      }
  const pgPool = new pg.Pool({ ...connection, max: 4, options: '-c TimeZone=Asia/Shanghai' })
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  const runner: Runner = await run({
    pgPool,
    taskList,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    parsedCronItems: parseCronItems(
      calendar.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } })),
    ),
  })
  return { runner, pool: pgPool }
}
