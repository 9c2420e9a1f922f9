import { allow, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { pathOf } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import { keepFile } from '#support/evidence/actions.ts'
import { contentFrom } from './content.ts'
import type { buildingContract } from './contract.ts'
import { followMeeting } from './duties.ts'
import { ledgerFile } from './ledger.ts'
import { buildingMessages } from './messages.ts'
import { countsByKind, recordById, recordsSeen } from './reads.ts'
import { may, sees } from './rules/permissions.ts'
import {
  attach,
  type BuildingRecord,
  confirm,
  correct,
  type RecordVerb,
  recordKinds,
  sound,
  withdraw,
} from './rules/record.ts'
import { insertRecord, keepVersion, loadRecord, saveRecord } from './store.ts'
import { rowView, view } from './view.ts'

export const buildingActions: Actions<typeof buildingContract> = {
  async listRecords(context, filter) {
    const { rows, next } = await recordsSeen(context, filter)
    return { rows: rows.map((row) => rowView(context, row)), next, total: null }
  },

  async exportRecords(context, filter) {
    return ledgerFile(context, filter)
  },

  async countRecords(context, filter) {
    const counted = new Map((await countsByKind(context, filter)).map(({ kind, count }) => [kind, count]))
    const kinds = recordKinds.map((kind) => ({ kind, count: counted.get(kind) ?? 0 }))
    return { total: kinds.reduce((sum, { count }) => sum + count, 0), kinds }
  },

  async readRecord(context, { record }) {
    return view(context, record)
  },

  async enterRecord(context, { organisation: id, ...input }) {
    const organisation = id as OrganisationId
    const path = found(await pathOf(context, id))
    permit(may(context.actor, 'enter', { organisation, path, enteredBy: null }))
    await mustStand(context, id)
    const cycle = await openCycleFor(context, path)
    const content = accept(
      sound(await contentFrom(context, { organisation, path }, input), organisation, context.today),
    )
    const record: BuildingRecord = {
      id: context.newId() as Id<'record'>,
      organisation,
      cycle: accept(cycle ? allow(cycle.id) : refuse('building.no-open-cycle')),
      content,
      enteredBy: context.actor.person,
      enteredAt: context.now,
      state: 'standing',
      confirmation: null,
    }
    await insertRecord(context, record)
    await followMeeting(context, id, { after: content })
    return noted(context, record, 'building.entered', {})
  },

  async correctRecord(context, { record: id, reason, ...input }) {
    const record = await loaded(context, id, 'correct')
    const path = found(await pathOf(context, record.organisation))
    const content = await contentFrom(
      context,
      { organisation: record.organisation, path, before: record.content },
      input,
    )
    const corrected = accept(correct(record, content, context.today))
    await keepVersion(context, record, reason)
    await saveRecord(context, corrected)
    await followMeeting(context, record.organisation, { before: record.content, after: content })
    return noted(context, record, 'building.corrected', { reason })
  },

  async attachFile(context, { record: id, file }) {
    const record = await loaded(context, id, 'attach')
    accept(attach(record, ''))
    const kept = await keepFile(context, record.organisation, file)
    if (record.content.evidence)
      await keepVersion(context, record, buildingMessages.labels.replaceFile[context.language])
    await saveRecord(context, accept(attach(record, kept.id)))
    return noted(context, record, 'building.file-attached', { evidence: kept.id })
  },

  async withdrawRecord(context, { record: id, reason }) {
    const record = await loaded(context, id, 'withdraw')
    await saveRecord(context, accept(withdraw(record, context.actor.person, context.now, reason)))
    await followMeeting(context, record.organisation, { before: record.content })
    return noted(context, record, 'building.withdrawn', { reason })
  },

  async confirmRecord(context, { record: id }) {
    const record = await loaded(context, id, 'confirm')
    await saveRecord(context, accept(confirm(record, context.actor.person, context.now)))
    return noted(context, record, 'building.confirmed', {})
  },
}

export const buildingReach = {
  async record(context: Context, id: string): Promise<boolean> {
    const row = await recordById(context, id)
    return row !== undefined && sees(context.actor, row.organisation_id as OrganisationId, row.organisationPath)
  },
}

/** The record, locked, once it is sure that the actor may do this with it. */
async function loaded(context: Context, id: string, verb: RecordVerb): Promise<BuildingRecord> {
  const record = found(await loadRecord(context, id))
  const path = found(await pathOf(context, record.organisation))
  permit(may(context.actor, verb, { organisation: record.organisation, path, enteredBy: record.enteredBy }))
  return record
}

async function noted(context: Context, record: BuildingRecord, action: string, detail: Record<string, unknown>) {
  await writeHistory(context, action, { kind: 'record', id: record.id, organisation: record.organisation }, detail)
  return view(context, record.id)
}
