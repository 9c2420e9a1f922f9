import { diff, differs, type Run } from '#basics/diff.ts'
import type { Passage } from './wording.ts'

/** A passage in both its texts, the words that changed marked. */
export interface Compared {
  label: string
  runs: Run[]
  changed: boolean
}

/** What is disclosed instead of something that stands, why, and the notice by which that was disclosed itself. */
export interface Replaced {
  reason: string
  body: Passage[]
  notice: string
}

/** Passage by passage, in the order of the text after; what it no longer has stands at the end. */
export function compared(before: readonly Passage[], after: readonly Passage[]): Compared[] {
  const textIn = (body: readonly Passage[], label: string) => body.find((each) => each.label === label)?.text ?? ''
  const labels = new Set([...after, ...before].map(({ label }) => label))
  return [...labels].map((label) => {
    const runs = diff(textIn(before, label), textIn(after, label))
    return { label, runs, changed: differs(runs) }
  })
}
