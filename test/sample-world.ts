import { loadSample } from '#main/sample/load.ts'
import { sampleProgramme } from '#main/sample/programme.ts'
import { thinned } from '#main/sample/thinned.ts'
import { ANCHOR } from './people.ts'
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
