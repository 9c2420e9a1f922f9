import { defineConfig } from 'vitest/config'

/** `npm run look`: a close look at every page that links lead to, as ten kinds of visitor at two widths; takes a while. */
export default defineConfig({
  test: {
    globals: false,
    testTimeout: 600_000,
    hookTimeout: 300_000,
    include: ['test/looks/**/*.test.ts'],
    env: { LOOK_BY: 'everybody' },
    globalSetup: ['test/postgres.setup.ts'],
    fileParallelism: false,
  },
})
