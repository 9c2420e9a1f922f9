import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Capability } from '#platform/capability.ts'
import { nobody } from '#platform/context.ts'
import type { Dispatcher } from '#platform/dispatch.ts'

/** What happens by the calendar, in Shanghai time; each line names a job. */
const calendar: { task: string; match: string }[] = [
  { task: 'reorganisation.take-effect', match: '0 * * * *' },
  { task: 'duty.write-down', match: '1 * * * *' },
  { task: 'theme.open-duties', match: '3 * * * *' },
  { task: 'building.open-duties', match: '5 * * * *' },
  { task: 'theme.compare-recent', match: '7 * * * *' },
  { task: 'theme.count-words', match: '40 2 * * *' },
  { task: 'questionnaire.destroy-keys', match: '13 * * * *' },
  { task: 'account.sweep', match: '17 * * * *' },
  { task: 'organisation.resume-imports', match: '* * * * *' },
]

export interface Working {
  /** Lets the jobs under way come to their end, starts no more, and closes the connections. */
  stop(): Promise<void>
}

/**
 * Runs the jobs of all capabilities, also after the database was away for as long as it may be. Each job is one
 * transaction and safe to run twice.
 */
export function startWorker(
  connection: pg.PoolConfig,
  dispatcher: Dispatcher,
  capabilities: Capability[],
  every = 2000,
): Working {
  const taskList = tasksOf(dispatcher, capabilities)
  const pgPool = new pg.Pool({ ...connection, max: 4, options: '-c TimeZone=Asia/Shanghai' })
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  const ending = new AbortController()
  let runner: Runner | undefined
  const keepRunning = async () => {
    while (!ending.signal.aborted) {
      try {
        runner = await run({
          pgPool,
          taskList,
          concurrency: 2,
          pollInterval: every,
          noHandleSignals: true,
          logger: new Logger(() => () => {}),
          parsedCronItems: parseCronItems(
            calendar.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } })),
          ),
        })
        if (ending.signal.aborted) await runner.stop()
        await runner.promise
      } catch {
        // the database went away: the jobs wait in it, and so do we
      }
      runner = undefined
      await pause(every, undefined, { signal: ending.signal }).catch(() => {})
    }
  }
  const ended = keepRunning()
  return {
    async stop() {
      ending.abort()
      await runner?.stop().catch(() => {})
      await ended
      await pgPool.end().catch(() => {})
    },
  }
}

function tasksOf(dispatcher: Dispatcher, capabilities: Capability[]): TaskList {
  const taskList: TaskList = {}
  for (const { jobs } of capabilities)
    for (const [name, job] of Object.entries(jobs))
      taskList[name] = async (payload) => {
        await dispatcher.act(nobody, (context) => job(context, (payload ?? {}) as Record<string, unknown>))
      }
  return taskList
}
