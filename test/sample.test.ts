import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleWorld } from './sample-world.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openSampleWorld()
})
afterAll(() => world.close())

test('the sample has 267 branches', async () => {
  const { rows } = {
    rows: await world.db.selectFrom('organisation').select('id').where('kind', '=', 'branch').execute(),
  }
  expect(rows).toHaveLength(267)
})
