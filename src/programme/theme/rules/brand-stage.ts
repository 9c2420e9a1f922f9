import type { Day } from '#basics/calendar.ts'
import type { Revision } from './revision.ts'

/** The life of a brand: distilled as long as no theme of it has taken effect, then built, then made known. */
export const brandStages = ['distil', 'build', 'make-known'] as const
export type BrandStage = (typeof brandStages)[number]

/** The stages of a theme that took effect. */
export type ReachedStage = Exclude<BrandStage, 'distil'>

export const stageGrounds = ['took-effect', 'carried-over', 'taken-over', 'published', 'publication-withdrawn'] as const
/**
 * Why a brand stands where it does: its theme took effect; a revision that keeps the brand took effect; another branch goes
 * on with it after a reorganisation; a publication was approved; the last one that stood was withdrawn.
 */
export type StageGround = (typeof stageGrounds)[number]

/** How a brand stands, and since when. */
export interface Standing {
  stage: ReachedStage
  since: Day
}
export type Reached = Standing & { ground: StageGround }

/**
 * How a brand stands when a theme takes effect. A correction or an adjustment keeps the brand, and what was made known stays
 * so; a first theme, and one that takes the place of another, is built anew.
 */
export function onEffect(revision: Pick<Revision, 'kind'> | null, before: Standing | null, today: Day): Reached {
  const keeps = revision !== null && revision.kind !== 'renewal'
  if (keeps && before?.stage === 'make-known') return { ...before, ground: 'carried-over' }
  return { stage: 'build', ground: 'took-effect', since: today }
}

/** Approving a publication makes a brand known that was not; one that was stays as it is, and no row is added. */
export function onPublication(now: ReachedStage, today: Day): Reached | null {
  return now === 'build' ? { stage: 'make-known', ground: 'published', since: today } : null
}

/** When the last publication of a brand that stood is withdrawn, the brand is being built again; else nothing changes. */
export function onWithdrawal(now: ReachedStage, standing: number, today: Day): Reached | null {
  if (now === 'build' || standing > 0) return null
  return { stage: 'build', ground: 'publication-withdrawn', since: today }
}
