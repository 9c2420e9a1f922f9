import { type Context, writeHistory } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { themeById } from './reads.ts'
import type { Answers } from './rules/questions.ts'
import { insertStep, themeFrom } from './store.ts'
import { waitedDays } from './views.ts'
import { oweAgain } from './yearly.ts'

/** Steps that the trail shows; others are in the history alone. */
const onTrail = [
  'drafted',
  'submitted',
  'withdrawn',
  'passed',
  'returned',
  'rejected',
  'checked',
  'check-returned',
  'noticed',
  'objection-returned',
  'in-force',
  'abandoned',
  'rerouted',
  'handed-over',
  'taken-over',
  'ended',
] as const
type OnTrail = (typeof onTrail)[number]

/** Puts a step on the theme's trail, as it stands before the change is saved, and writes its line of history. */
export async function takeStep(
  context: Context,
  id: string,
  step: OnTrail | 'changed' | 'explained',
  post: string,
  organisation: string,
  comment = '',
  { round, answers }: { round?: number; answers?: Answers } = {},
): Promise<void> {
  const row = found(await themeById(context, id))
  if (step !== 'changed' && step !== 'explained')
    await insertStep(context, {
      theme: id,
      round: round ?? row.round,
      step,
      post,
      organisation,
      comment,
      answers,
      waitedDays: waitedDays(context, row),
    })
  if ((step === 'rejected' || step === 'abandoned') && row.revises_id)
    await oweAgain(context, themeFrom(found(await themeById(context, row.revises_id))))
  const subject = { kind: 'theme', id, organisation: row.organisation_id }
  await writeHistory(context, `theme.${step}`, subject, comment ? { comment } : {})
}
