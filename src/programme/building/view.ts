import type { OutputOf } from '#basics/contract.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import type { buildingContract } from './contract.ts'
import { type RecordRow, recordById } from './reads.ts'
import { versionsOf } from './reads-facts.ts'
import { allowed } from './rules/permissions.ts'
import type { Content } from './rules/record.ts'
import { contentOf, recordOf } from './store.ts'

/** One record with its versions, as the contract shows it. */
export async function view(context: Context, id: string): Promise<OutputOf<typeof buildingContract.readRecord>> {
  const row = found(await recordById(context, id))
  const versions = await versionsOf(context, id)
  return {
    ...rowView(context, row),
    withdrawal:
      row.state === 'withdrawn'
        ? { by: row.withdrawnByName!, at: row.withdrawn_at!, reason: row.withdrawn_reason! }
        : null,
    versions: versions.map((version) => ({
      version: version.version,
      ...contentView(contentOf(version), version),
      confirmation: version.confirmed_at ? { by: version.confirmedByName!, at: version.confirmed_at } : null,
      replacedAt: version.replaced_at,
      replacedBy: version.replacedByName,
      reason: version.reason,
    })),
  }
}

/** A record as lists show it. */
export function rowView({ actor }: Context, row: RecordRow) {
  const record = recordOf(row)
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisationName },
    organisationNow: row.organisationNow === row.organisationName ? null : row.organisationNow,
    state: record.state,
    ...contentView(record.content, row),
    enteredAt: row.entered_at,
    enteredBy: row.enteredByName,
    beforeTerm: row.termFrom !== null && row.happened_on < row.termFrom,
    confirmation: record.confirmation ? { by: row.confirmedByName!, at: record.confirmation.at } : null,
    allowed: allowed(actor, record, row.organisationPath),
  }
}

interface Names {
  evidenceName: string | null
  learntFromName: string | null
  taskName: string | null
}

function contentView(content: Content, names: Names) {
  const { evidence, learntFrom, task, ...rest } = content
  return {
    ...rest,
    evidence: evidence ? { id: evidence, name: names.evidenceName! } : null,
    learntFrom: learntFrom ? { id: learntFrom as OrganisationId, name: names.learntFromName! } : null,
    task: task ? { id: task, name: names.taskName! } : null,
  }
}
