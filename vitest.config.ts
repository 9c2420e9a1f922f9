import { defineConfig } from 'vitest/config'

const browser = ['test/**/*.browser.test.ts']
const looks = ['test/looks/**/*.test.ts']
const kill = ['test/kill/**/*.test.ts']

/** `quick` shares one PostgreSQL; `kill`, `browser` and `looks` run one file after the other: they kill servers, or measure. */
export default defineConfig({
  test: {
    globals: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: [...browser, ...kill, ...looks],
          globalSetup: ['test/postgres.setup.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'kill',
          include: kill,
          globalSetup: ['test/postgres.setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['test/postgres.setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'looks',
          include: looks,
          globalSetup: ['test/postgres.setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
