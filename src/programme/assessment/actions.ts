import { holdsAbove, leadsAbove } from '#basics/actor.ts'
import type { Actions, Context } from '#platform/context.ts'
import { assessingActions } from './assessing.ts'
import type { assessmentContract } from './contract.ts'
import { correctingActions } from './corrections.ts'
import { countingActions } from './counting.ts'
import { factsFileActions } from './facts-file.ts'
import { freezingActions } from './freezing.ts'
import { suppliedActions } from './gathering.ts'
import { openingActions } from './opening.ts'
import { proofActions } from './proofs.ts'
import { assessmentById } from './reads.ts'
import { assessedById } from './reads-branches.ts'
import { branchOfHonour, correctionById, isAssigned } from './reads-scores.ts'
import { mayInspect, mayReadScore, seesAssessment } from './rules/permissions.ts'
import { rulingActions } from './rulings.ts'
import { scoreActions } from './scores.ts'
import { selfScoringActions } from './self-scoring.ts'
import { tryOutActions } from './try-out.ts'

export const assessmentActions: Actions<typeof assessmentContract> = {
  ...openingActions,
  ...suppliedActions,
  ...factsFileActions,
  ...proofActions,
  ...countingActions,
  ...selfScoringActions,
  ...assessingActions,
  ...freezingActions,
  ...scoreActions,
  ...rulingActions,
  ...tryOutActions,
  ...correctingActions,
}

/** A branch on a roster is reached by its members, by those above it, and by its assessors. */
export const assessmentReach = {
  async assessment(context: Context, id: string): Promise<boolean> {
    const row = await assessmentById(context, id)
    return row !== undefined && seesAssessment(context.actor, row)
  },

  async assessed(context: Context, id: string): Promise<boolean> {
    const row = await assessedById(context, id)
    if (!row) return false
    if (mayReadScore(context.actor, row).ok) return true
    const assessment = await assessmentById(context, row.assessment)
    const assessor = assessment !== undefined && holdsAbove(context.actor, 'assessor', assessment.path)
    return assessor && isAssigned(context, id, context.actor.person)
  },

  async honour(context: Context, id: string): Promise<boolean> {
    const assessed = await branchOfHonour(context, id)
    const row = assessed && (await assessedById(context, assessed))
    return row ? mayInspect(context.actor, row).ok : false
  },

  async correction(context: Context, id: string): Promise<boolean> {
    const row = await correctionById(context, id)
    const assessment = row && (await assessmentById(context, row.assessment_id))
    return assessment ? leadsAbove(context.actor, assessment.path) : false
  },
}
