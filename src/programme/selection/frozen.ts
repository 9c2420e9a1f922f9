import type { Context } from '#platform/context.ts'
import { frozenAssessment as readFrozen, frozenInputs as readInputs } from '#programme/assessment/reads.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { BranchInput } from './rules/candidate.ts'

/** All that a selection needs to know of an assessment: whose it is, by which sheet, and that nothing in it moves any more. */
export interface FrozenAssessment {
  id: string
  cycle: string
  organisation: string
  sheet: Sheet
}

/** The assessment, if it is there and frozen. */
export function frozenAssessment(context: Pick<Context, 'tx'>, id: string): Promise<FrozenAssessment | undefined> {
  return readFrozen(context, id)
}

/** Every branch with its frozen facts, self-score and what was ruled about its score, corrections included. */
export async function frozenBranches(context: Pick<Context, 'tx'>, id: string): Promise<BranchInput[]> {
  return readInputs(context, id)
}
