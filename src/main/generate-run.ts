import { join } from 'node:path'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { testServer } from '#platform/postgres/test-server.ts'
import { generate } from './generate.ts'

const server = await testServer()
try {
  await migrate(server.owner, server.app.user, migrationFiles(join(import.meta.dirname, '..')))
  await generate(server.app)
} finally {
  await server.stop()
}
