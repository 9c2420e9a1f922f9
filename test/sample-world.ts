import { loadSample } from '#main/sample/load.ts'
import { sampleProgramme } from '#main/sample/programme.ts'
import { thinned } from '#main/sample/thinned.ts'
import type { NamedKey } from '#main/sample/types.ts'
import { ANCHOR, people } from './people.ts'
import { openWorld, type World } from './world.ts'

/** A world that holds the thin sample, at noon of the anchor; loaded once for all test files of a run. */
export function openSampleWorld(): Promise<World> {
  return openWorld({
    today: ANCHOR,
    template: 'sample-thin',
    async prepare(bare) {
      await loadSample(bare, thinned(sampleProgramme({ anchor: ANCHOR })))
    },
  })
}

/** The id of somebody whom the sample names. */
export async function personOf(world: World, key: NamedKey): Promise<string> {
  const { staffNo } = people[key]
  const row = await world.db.selectFrom('person').select('id').where('staff_no', '=', staffNo).executeTakeFirstOrThrow()
  return row.id
}
