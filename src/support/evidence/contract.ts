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
}
