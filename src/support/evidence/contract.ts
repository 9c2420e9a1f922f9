import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { file, id, instant, nothing, sentFile } from '#basics/shapes.ts'
import { fileTypes } from './rules/file-type.ts'

export const evidenceView = z.strictObject({
  id,
  name: z.string(),
  type: z.enum(fileTypes),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: instant,
})

const roomView = z.strictObject({
  megabytes: z.int(),
  usedBytes: z.int(),
  leftBytes: z.int(),
  allowed: z.array(z.enum(['set-room'])),
})

export const evidenceContract = {
  uploadEvidence: operation({
    method: 'POST',
    path: '/organisations/:organisation/evidence',
    summary:
      'Hand in a file as evidence: JPEG, PNG, PDF, Word or Excel without macros, at most 10 MB; nothing classified',
    kind: 'upload',
    input: z.strictObject({ file: sentFile }),
    output: evidenceView,
  }),
  readEvidence: operation({
    method: 'GET',
    path: '/evidence/:evidence',
    summary: 'What a file is called, its type, size and hash',
    input: nothing,
    output: evidenceView,
  }),
  downloadEvidence: operation({
    method: 'GET',
    path: '/evidence/:evidence/file',
    summary: 'The file itself: a picture to look at, everything else as an attachment',
    kind: 'download',
    input: nothing,
    output: file,
  }),
  readEvidenceRoom: operation({
    method: 'GET',
    path: '/organisations/:organisation/evidence-room',
    summary: 'How much an organisation may hand in as files, and how much of it is left',
    input: nothing,
    output: roomView,
  }),
  setEvidenceRoom: operation({
    method: 'PUT',
    path: '/organisations/:organisation/evidence-room',
    summary:
      'Say how much an organisation, and each one below it that has no room of its own, may hand in; nothing that was handed in is lost',
    input: z.strictObject({
      megabytes: z.int().check(z.gte(1), z.lte(1_048_576)),
      /** The room that was seen before: somebody else may have changed it meanwhile. */
      instead: z.int(),
    }),
    output: roomView,
  }),
}
