import type { TestProject } from 'vitest/node'
import type { Ways } from '#platform/postgres/template.ts'
import { testServer } from '#platform/postgres/test-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `inject('postgres')`: the PostgreSQL 18 that all tests of this run share. */
    postgres: Ways
  }
}

/** One PostgreSQL for the whole run of tests. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const { admin, owner, app } = server
  project.provide('postgres', { admin, owner, app })
  return () => server.stop()
}
