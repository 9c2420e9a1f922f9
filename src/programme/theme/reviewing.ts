import type { Decision } from '#basics/decision.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { followDuties } from './duties.ts'
import { themeById } from './reads.ts'
import { may, seatAt, seatsOf, type ThemePermissionRefusal } from './rules/permissions.ts'
import { review, type ThemeRefusal, type Verdict } from './rules/theme.ts'
import { takeStep } from './steps.ts'
import { loadTheme, saveTheme } from './store.ts'

const stepOf = { pass: 'passed', return: 'returned', reject: 'rejected' } as const

/** Takes the actor's verdict on a submitted theme, with its step and its line of history, or says why not. */
export async function giveVerdict(
  context: Context,
  theme: Awaited<ReturnType<typeof loadTheme>>,
  verdict: Omit<Verdict, 'seats'>,
): Promise<Decision<true, ThemeRefusal>> {
  const seats = seatsOf(context.actor, theme)
  const reviewed = review(theme, { ...verdict, seats })
  if (!reviewed.ok) return reviewed
  const { post, organisation } = seatAt(theme, seats)
  const comment = 'reasons' in reviewed.value ? reviewed.value.reasons : verdict.comment
  await takeStep(context, theme.id, stepOf[verdict.result], post, organisation, comment, { answers: verdict.answers })
  await saveTheme(context, reviewed.value)
  await followDuties(context, theme.id)
  return { ok: true, value: true }
}

/** What a browser was handed when it opened a theme: only this session can make it, for this batch, round and stage. */
export function lookAt(
  { seal, actor, session }: Pick<Context, 'seal' | 'actor' | 'session'>,
  batch: string,
  { theme, round, stage }: { theme: string; round: number; stage: number },
): string {
  return seal.mark(['look', actor.person, session?.id ?? '', batch, theme, round, stage].join(' '))
}

export interface Item {
  theme: string
  round: number
  stage: number
  answers: Verdict['answers']
  comment: string
}

/** Passes one theme of a batch, unless somebody was faster or it was submitted anew. */
export async function passOne(
  context: Context,
  { theme: id, round, ...item }: Item,
): Promise<Decision<true, ThemeRefusal | ThemePermissionRefusal> & { name: string }> {
  const theme = await loadTheme(context, id)
  const { name } = theme.texts
  const permitted = may(context.actor, 'review', theme)
  if (!permitted.ok) return { ...permitted, name }
  if (theme.round !== round) return { ok: false, reason: 'theme.not-awaiting-review', name }
  return { ...(await giveVerdict(context, theme, { ...item, result: 'pass' })), name }
}

export async function rowOf(context: Context, id: string) {
  return found(await themeById(context, id))
}
