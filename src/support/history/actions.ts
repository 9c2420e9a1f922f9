import type { Actions } from '#platform/context.ts'
import { accept, permit } from '#platform/errors.ts'
import type { historyContract } from './contract.ts'
import { linesInSight } from './reads.ts'
import { sightOf } from './rules/sight.ts'

export const historyActions: Actions<typeof historyContract> = {
  async listHistory(context, filter) {
    const sight = sightOf(context.actor)
    permit(sight)
    const { rows, next } = await linesInSight(context, accept(sight), filter)
    return {
      rows: rows.map((row) => ({
        id: String(row.id),
        at: row.at,
        person: row.person,
        action: row.action,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        organisation: row.organisation,
        organisationNow: row.now === row.organisation ? null : row.now,
        detail: row.detail as Record<string, unknown>,
      })),
      next,
      total: null,
    }
  },
}
