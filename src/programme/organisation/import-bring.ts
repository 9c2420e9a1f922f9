import { allow, type Decision } from '#basics/decision.ts'
import type { Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import type { Encoding } from '#support/spreadsheet/rules/encoding.ts'
import type { SpreadsheetRefusal } from '#support/spreadsheet/rules/limits.ts'
import { type Looked, look } from './import-check.ts'
import { lookFirst, readRows, type SentRows } from './import-reading.ts'
import { saveProgress } from './store-import-parts.ts'

export interface BroughtFile {
  id: string
  name: string
  bytes: Uint8Array
  language: Language
  uploadedBy: string
  encoding?: Encoding | undefined
}

/** How far the work on a file has come. */
export interface Progress {
  read(rows: number): Promise<void>
  checked(rows: number): Promise<void>
  written(rows: number): Promise<void>
}

/** Whether a file could be read at all, before anything is promised. */
export function couldBeRead(file: BroughtFile): Promise<Decision<null, SpreadsheetRefusal>> {
  return lookFirst(file.bytes, sentRows(file))
}

function sentRows({ name, language, encoding }: BroughtFile): SentRows {
  return { language, encoding, anyText: /\.(csv|txt)$/i.test(name) }
}

/** Reads a file, looks through its rows, and says what was found. */
export async function readAndLook(
  context: Context,
  file: BroughtFile,
  progress: Progress,
): Promise<Decision<Looked, SpreadsheetRefusal>> {
  const { id, bytes, language, uploadedBy } = file
  const read = await readRows(context, id, bytes, sentRows(file), progress.read)
  if (!read.ok) return read
  const { tables } = read.value
  return allow(await look(context, { id, tables, language, uploadedBy }, read.value, progress.checked))
}

const EVERY = 500

/** Somebody gave the file up while it was worked on: what was done of it goes. */
export class GivenUp extends Error {}

/** Tells how far the work has come, now and then, so that others see it while it is not done; stops when nobody wants it. */
export function toldProgress({ apart }: Pick<Context, 'apart'>, id: string): Progress {
  const come = { read: 0, checked: 0, written: 0 }
  let toldAt = 0
  const tell = (what: keyof typeof come) => async (rows: number) => {
    come[what] = rows
    if (performance.now() - toldAt < EVERY) return
    toldAt = performance.now()
    if ((await apart((tx) => saveProgress({ tx }, id, come))) === 'discarded') throw new GivenUp(id)
  }
  return { read: tell('read'), checked: tell('checked'), written: tell('written') }
}

/** What is done while somebody waits for the answer needs no telling. */
export const untold: Progress = { read: async () => {}, checked: async () => {}, written: async () => {} }
