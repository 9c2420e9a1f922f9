import type { EmbeddedPostgres } from './launcher.ts'

/** Looks after the database while the program lives; `end` waits for a start that is under way. */
export type Watch = { end(): Promise<void> }

/**
 * Starts the database again when it has ended without being asked to: killed by the system, or stopped by another
 * program that was in charge of it. Requests in between are answered with 503.
 */
export function watchPostgres(server: EmbeddedPostgres, say: (line: string) => void, every = 250): Watch {
  let ended = false
  let under: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const look = async () => {
    try {
      if (await server.revive())
        say(`数据库意外停止，已重新启动 / the database had stopped and was started again (${server.pid})`)
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  const next = () => {
    timer = setTimeout(() => {
      under = look().then(() => {
        if (!ended) next()
      })
    }, every)
    timer.unref()
  }
  next()
  return {
    async end() {
      ended = true
      clearTimeout(timer)
      await under
    },
  }
}
