// What benchmarks that make their own data stand on: an empty database of their own, thrown away afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '#main/assemble.ts'
import { capabilities } from '#main/capabilities.ts'
import type { Context } from '#platform/context.ts'
import { connect } from '#platform/database.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { keyIn } from '#platform/seal.ts'

/** Acts as a person, in a transaction of its own. */
export type Act = <T>(person: string, work: (context: Context) => Promise<T>) => Promise<T>

async function standOn(folder: string, server: Awaited<ReturnType<typeof startPostgres>>) {
  await migrate(server.owner, server.app.user ?? 'app', migrationFiles(join(import.meta.dirname, '../src')))
  const { dispatcher, close } = assemble(server.app, keyIn(folder), capabilities)
  const owner = connect({ ...server.owner, max: 1 })
  const act: Act = (person, work) =>
    dispatcher.act({ person: '' as never, name: '', posts: [] }, async (context) =>
      work({ ...context, actor: (await context.actorOf(person as never))! }),
    )
  return { server, dispatcher, owner, act, close }
}

/** Does the work on a database of its own. What is thrown is thrown on, once the database is gone. */
export async function onStand<T>(
  work: (stand: Omit<Awaited<ReturnType<typeof standOn>>, 'close'>) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hangbiao-bench-'))
  const server = await startPostgres({ dataDir: folder, log: () => {} })
  try {
    const { close, ...stand } = await standOn(folder, server)
    const result = await work(stand)
    await stand.owner.destroy()
    await close()
    return result
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
