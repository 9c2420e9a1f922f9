import { defineConfig } from 'vitest/config'

const browser = ['test/**/*.browser.test.ts']
const kill = ['test/kill/**/*.test.ts']

/** `quick` shares one PostgreSQL; `alone` runs one file after the other: it kills servers, or measures in a browser. */
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
          exclude: [...browser, ...kill],
          globalSetup: ['test/postgres.setup.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [...browser, ...kill],
          globalSetup: ['test/postgres.setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
