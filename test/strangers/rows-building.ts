import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildingContract } from '#programme/building/contract.ts'
import { evidenceActions } from '#support/evidence/actions.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { suggestionContract } from '#support/suggestion/contract.ts'
import { png } from '../evidence-files/making.ts'
import { as, openedCycle } from './acts.ts'
import type { Ground, Table, Who } from './table.ts'

storeEvidenceIn(mkdtempSync(join(tmpdir(), 'hangbiao-strangers-')))

const writers: Who[] = ['secretary@own', 'office@own']
/** Everyone of the branch, and those responsible, scoring or inspecting above. */
const readers: Who[] = [
  'member@own',
  'staff@own',
  'secretary@parent',
  'office@parent',
  'assessor@parent',
  'inspector@parent',
  'confidentiality@parent',
]
const organisationReach: Who[] = ['member@own', 'staff@own', 'member@parent', 'staff@parent']
const solved = { happenedOn: '2026-07-01', kind: 'problem-solved' as const, sentence: '解决锚地夜间监管盲区' }
const picture = { name: '现场.png', bytes: png('现场') }

async function record(ground: Ground): Promise<string> {
  await openedCycle(ground)
  const secretary = await as(ground, 'secretary@huangpu')
  const { rows } = await secretary.get(buildingContract.listRecords, { limit: 1 })
  if (rows[0]) return rows[0].id
  return (await secretary.get(buildingContract.enterRecord, { organisation: ground.organisations.huangpu, ...solved }))
    .id
}

async function evidence(ground: Ground): Promise<string> {
  const id = await record(ground)
  const secretary = await as(ground, 'secretary@huangpu')
  const known = await secretary.get(buildingContract.readRecord, { record: id })
  if (known.evidence) return known.evidence.id
  return (await secretary.get(buildingContract.attachFile, { record: id, file: picture })).evidence!.id
}

async function suggestion(ground: Ground): Promise<string> {
  const office = await as(ground, 'office@root')
  const { rows } = await office.get(suggestionContract.listSuggestions, { limit: 1 })
  if (rows[0]) return rows[0].id
  return (await ground.world.nobody.get(suggestionContract.giveSuggestion, { text: '希望字再大一些' })).id
}

const ofRecord = { at: 'huangpu', sees: readers } as const
export const buildingRows: Table = {
  listRecords: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  exportRecords: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  countRecords: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  readRecord: {
    at: 'huangpu',
    may: readers,
    sees: 'none',
    input: async (ground) => ({ record: await record(ground) }),
  },
  enterRecord: {
    at: 'huangpu',
    may: writers,
    sees: organisationReach,
    input: async (ground) => {
      await openedCycle(ground)
      return { organisation: ground.organisations.huangpu, ...solved }
    },
  },
  correctRecord: {
    ...ofRecord,
    may: writers,
    input: async (ground) => ({ record: await record(ground), ...solved, reason: '补充' }),
  },
  attachFile: { ...ofRecord, may: writers, input: async (ground) => ({ record: await record(ground), file: picture }) },
  withdrawRecord: {
    ...ofRecord,
    may: writers,
    input: async (ground) => ({ record: await record(ground), reason: '记错了' }),
  },
  confirmRecord: {
    ...ofRecord,
    may: ['secretary@parent', 'office@parent'],
    input: async (ground) => ({ record: await record(ground) }),
  },
}

export const evidenceRows: Table = {
  uploadEvidence: {
    at: 'huangpu',
    may: writers,
    sees: organisationReach,
    input: ({ organisations }) => ({ organisation: organisations.huangpu, file: picture }),
  },
  readEvidenceRoom: {
    at: 'huangpu',
    may: organisationReach,
    sees: 'none',
    input: ({ organisations }) => ({ organisation: organisations.huangpu }),
  },
  setEvidenceRoom: {
    at: 'huangpu',
    may: ['office@parent'],
    sees: organisationReach,
    input: async ({ organisations, act, people }) => ({
      organisation: organisations.huangpu,
      megabytes: 2048,
      instead: (
        await act(people['office@root']!, (context) =>
          evidenceActions.readEvidenceRoom(context, { organisation: organisations.huangpu }),
        )
      ).megabytes,
    }),
  },
  readEvidence: {
    at: 'huangpu',
    may: readers,
    sees: 'none',
    input: async (ground) => ({ evidence: await evidence(ground) }),
  },
  downloadEvidence: {
    at: 'huangpu',
    may: readers,
    sees: 'none',
    input: async (ground) => ({ evidence: await evidence(ground) }),
  },
}

export const suggestionRows: Table = {
  giveSuggestion: { at: 'root', may: 'everyone', sees: 'all', input: () => ({ text: '希望字再大一些' }) },
  readSuggestion: {
    at: 'root',
    may: 'everyone',
    sees: 'all',
    input: async (ground) => ({ suggestion: await suggestion(ground) }),
  },
  listSuggestions: { at: 'root', may: ['office@own'], sees: 'all', input: () => ({ limit: 5 }) },
  answerSuggestion: {
    at: 'root',
    may: ['office@own'],
    sees: 'all',
    input: async (ground) => ({ suggestion: await suggestion(ground), answer: '页脚有大字版' }),
  },
}
