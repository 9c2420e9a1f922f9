import type { PersonId } from '#basics/id.ts'
import type { Jobs } from '#platform/capability.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { takeEffect } from './actions.ts'
import { partiesOf } from './reads.ts'
import { attempt } from './rehearse.ts'
import type { Act } from './rules/act.ts'
import { loadDue, saveBlocked } from './store.ts'

export const reorganisationJobs: Jobs = {
  /** Every hour, from the first minutes of a day on: what was planned for today or a day missed takes effect, in its order. */
  async 'reorganisation.take-effect'(context) {
    for (const act of await loadDue(context)) await due(context, act)
  },
}

/** In the name of whoever confirmed it. What cannot be done any more is kept with the reason, for the administrators. */
async function due(context: Context, act: Act): Promise<void> {
  const confirmer = { ...context, actor: { person: act.decidedBy as PersonId, name: '', posts: [] } }
  const { hindrance } = await attempt(confirmer, () => takeEffect(confirmer, act))
  if (hindrance) await saveBlocked(context, act.id, hindrance)
  const [organisation = null] = (await partiesOf(context, act.id)).organisations
  const what = hindrance ? 'reorganisation.blocked' : 'reorganisation.in-effect'
  const detail = { document: act.document, effectiveOn: act.effectiveOn, ...(hindrance && { ...hindrance }) }
  await writeHistory(context, what, { kind: 'reorganisation', id: act.id, organisation }, detail)
}
