import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { file, nothing, sentFile, text } from '#basics/shapes.ts'
import { themeView } from './contract-views.ts'

export const markContract = {
  saveMark: operation({
    method: 'POST',
    path: '/themes/:theme/mark',
    summary:
      'Give a draft a picture as its mark: PNG, JPEG or WebP, at most 2 MB; it is drawn anew, without what came with it',
    kind: 'upload',
    input: z.strictObject({ file: sentFile, words: text(60, 2) }),
    output: themeView,
  }),
  removeMark: operation({
    method: 'POST',
    path: '/themes/:theme/mark-removal',
    summary: 'Take the mark off a draft again',
    input: nothing,
    output: themeView,
  }),
  downloadMark: operation({
    method: 'GET',
    path: '/themes/:theme/mark',
    summary: 'The picture that is the mark of a theme; disclosed ones stand at their notice',
    kind: 'download',
    input: nothing,
    output: file,
  }),
}
