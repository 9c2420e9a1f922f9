import { sql } from 'kysely'
import type pg from 'pg'
import { type Day, dayOf } from '#basics/calendar.ts'
import { capability } from '#platform/capability.ts'
import { nobody } from '#platform/context.ts'
import { connect } from '#platform/database.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { isEmpty } from '#programme/organisation/reads.ts'
import { loadSample } from '../sample/load.ts'
import { sampleProgramme } from '../sample/programme.ts'
import { demoActions } from './actions.ts'
import { demoContract } from './contract.ts'
import { demoMessages } from './messages.ts'
import { heldSample } from './reads.ts'

export const demoCapability = capability({ contract: demoContract, actions: demoActions, messages: demoMessages })

/**
 * Sees to it that the database holds the sample programme: made for today, or for the given anchor, to which the clock
 * is then moved. A database with anything else in it is refused.
 */
export async function prepareDemo(
  ownerConnection: pg.PoolConfig,
  dispatcher: Dispatcher,
  anchor: Day | null,
  say: (line: string) => void,
): Promise<void> {
  const { held, empty } = await dispatcher.act(nobody, async (context) => ({
    held: await heldSample(context),
    empty: await isEmpty(context),
  }))
  if (held) return
  if (!empty)
    throw new Error(
      '此数据库中已有其他数据，不能用于演示 / this database holds something else and cannot serve the demo',
    )
  const owner = connect({ ...ownerConnection, max: 2 })
  try {
    if (anchor) {
      const noon = `${anchor}T12:00:00+08:00`
      await sql`update clock set fixed_at = null, shift = ${noon}::timestamptz - now()`.execute(owner)
    }
    const today = await dispatcher.act(nobody, async ({ now }) => dayOf(now))
    await loadSample({ dispatcher, owner }, sampleProgramme({ anchor: today }), say)
  } finally {
    await owner.destroy()
  }
}
