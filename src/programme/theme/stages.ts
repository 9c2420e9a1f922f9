import { type Context, writeHistory } from '#platform/context.ts'
import { type Brand, brandOf, stageOf } from './reads-stage.ts'
import { onEffect, onPublication, onWithdrawal, type Reached, type Standing } from './rules/brand-stage.ts'
import type { Theme } from './rules/theme.ts'
import { holdInForce, insertStage } from './store-stage.ts'

/*
 * The stages of a brand (提炼 · 建设 · 打响). For the capability that publishes, in its transaction:
 *
 *   holdBrand        before it looks at anything: the brand in force stays as it is until the end
 *   makeKnown        a publication was approved
 *   noLongerKnown    a publication was withdrawn; it says how many others of the brand still stand
 *
 * A row that was written stays: what a brand had come to on a day is a fact of its history.
 */

/** The brand in force of a branch, locked. */
export async function holdBrand(context: Context, branch: string): Promise<Brand | null> {
  const theme = await holdInForce(context, branch)
  return theme === undefined ? null : brandOf(context, theme)
}

interface Publication {
  id: string
  /** Its title; for a withdrawal with the reason. */
  words: string
}

/** An approved publication makes the brand known, unless it is known already. */
export async function makeKnown(context: Context, brand: Brand, publication: Publication): Promise<void> {
  const { stage } = await standing(context, brand.theme)
  await reach(context, brand, onPublication(stage, context.today), publication)
}

/** With no publication left the brand is being built again. */
export async function noLongerKnown(
  context: Context,
  brand: Brand,
  { others, ...publication }: Publication & { others: number },
): Promise<void> {
  const now = await standing(context, brand.theme)
  await reach(context, brand, onWithdrawal(now.stage, others, context.today), publication)
}

/** A theme has taken effect. */
export async function beginStage(context: Context, { id, revision }: Theme): Promise<void> {
  const before = revision ? await stageOf(context, revision.of) : null
  await insertStage(context, id, onEffect(revision, before, context.today))
}

/** A branch goes on with another one's theme in force: the brand stands where it stood. */
export async function carryStage(context: Context, from: string, to: string): Promise<void> {
  await insertStage(context, to, { ...(await standing(context, from)), ground: 'taken-over' })
}

async function standing(context: Context, theme: string): Promise<Standing> {
  return (await stageOf(context, theme)) ?? { stage: 'build', since: context.today }
}

async function reach(context: Context, brand: Brand, reached: Reached | null, publication: Publication) {
  if (!reached) return
  await insertStage(context, brand.theme, reached, publication)
  const subject = { kind: 'theme', id: brand.theme, organisation: brand.branch }
  const action = reached.stage === 'build' ? 'theme.built-again' : 'theme.made-known'
  await writeHistory(context, action, subject, { publication: publication.id })
}
