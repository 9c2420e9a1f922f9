import type { OrganisationId } from '#basics/id.ts'
import type { SentFile } from '#platform/capability.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, Problem, permit } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import { typeOf } from './content/content.ts'
import { sourceOf } from './content/source.ts'
import type { evidenceContract } from './contract.ts'
import { type EvidenceFile, evidenceById, pathOfEvidence, roomOf } from './reads.ts'
import { type FileType, keptName, mediaTypes } from './rules/file-type.ts'
import { maySetRoom, mayUpload, seesEvidence } from './rules/permissions.ts'
import { leftOf, roomFor } from './rules/room.ts'
import { evidenceStorage } from './storage.ts'
import { insertEvidence, lockRoom, saveRoom } from './store.ts'

export const evidenceActions: Actions<typeof evidenceContract> = {
  async uploadEvidence(context, { organisation, file }) {
    permit(mayUpload(context.actor, organisation as OrganisationId))
    return view(await keepFile(context, organisation, file))
  },

  async readEvidence(context, { evidence }) {
    return view(found(await evidenceById(context, evidence)))
  },

  async downloadEvidence(context, { evidence }) {
    return sendEvidence(context, evidence)
  },

  async readEvidenceRoom(context, { organisation }) {
    return roomView(context, organisation)
  },

  async setEvidenceRoom(context, { organisation, megabytes, instead }) {
    await lockRoom(context, organisation)
    const before = await roomOf(context, organisation)
    permit(maySetRoom(context.actor, before.path))
    if (before.megabytes !== instead)
      throw new Problem(409, 'evidence.room-changed-meanwhile', { details: { megabytes: before.megabytes } })
    await saveRoom(context, organisation, megabytes)
    const subject = { kind: 'organisation', id: organisation, organisation }
    await writeHistory(context, 'evidence.room-set', subject, { before: before.megabytes, megabytes })
    return roomView(context, organisation)
  },
}

/** The file itself, to be sent; whoever calls this has asked whether the person may. */
export async function sendEvidence(context: Context, id: string) {
  const kept = found(await evidenceById(context, id))
  return {
    name: kept.name,
    type: mediaTypes[kept.type],
    bytes: new Uint8Array(found(await evidenceStorage().get(kept.sha256))),
  }
}

export const evidenceReach = {
  async evidence(context: Context, id: string): Promise<boolean> {
    const path = await pathOfEvidence(context, id)
    return path !== undefined && seesEvidence(context.actor, path)
  },
}

/** Keeps a file as evidence of an organisation; whoever calls this has asked whether the person may. */
export async function keepFile(context: Context, organisation: string, file: SentFile): Promise<EvidenceFile> {
  const type = mustBeTaken(await typeOf(sourceOf(file.bytes), file.name))
  await lockRoom(context, organisation)
  const { megabytes, used } = await roomOf(context, organisation)
  accept(roomFor(megabytes, used, file.bytes.length))
  const hash = sha256(file.bytes)
  // Before the row: a file that no row names does no harm, a row without its file would.
  await evidenceStorage().put(hash, file.bytes)
  const id = context.newId()
  const kept = { id, organisation, sha256: hash, name: keptName(file.name, type), type, bytes: file.bytes.length }
  await insertEvidence(context, kept)
  await writeHistory(
    context,
    'evidence.uploaded',
    { kind: 'evidence', id, organisation },
    { name: kept.name, sha256: hash },
  )
  return { ...kept, organisationId: organisation, uploadedAt: context.now }
}

/** The type of the file, or 413 and 415 as for any body that is too large or of the wrong type. */
function mustBeTaken(decision: Awaited<ReturnType<typeof typeOf>>): FileType {
  if (decision.ok) return decision.value
  const status = decision.reason === 'evidence.too-large' ? 413 : decision.reason === 'evidence.empty' ? 422 : 415
  throw new Problem(status, decision.reason, decision.details ? { details: decision.details } : {})
}

function view({ id, name, type, bytes, sha256, uploadedAt }: EvidenceFile) {
  return { id, name, type, bytes, sha256, uploadedAt }
}

async function roomView(context: Context, organisation: string) {
  const { path, megabytes, used } = await roomOf(context, organisation)
  const allowed = maySetRoom(context.actor, path).ok ? ['set-room' as const] : []
  return { megabytes, usedBytes: used, leftBytes: leftOf(megabytes, used), allowed }
}
