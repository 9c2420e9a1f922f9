import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Said } from '#basics/messages.ts'
import { type Ground, type GroundWord, sayGround } from './grounds.ts'
import type { Run } from './run-file.ts'

/** What society gets: who is named and why, how many there were, and the root. No score, no rank, nothing of the others. */
export interface Digest {
  title: string
  year: number
  sheet: { code: string; title: string }
  rated: number
  notRated: number
  quotas: { region: string | null; base: number; percent: string; places: number; named: number }[]
  named: { branch: string; name: string; region: string | null; grounds: Said[] }[]
  root: string
}
export type DigestRefusal = 'selection.needs-ruling'

/** Grounds that say something only about the branch itself; a tie would speak of another branch's total. */
const shown: GroundWord[] = ['level-reached', 'gate-passed', 'gate-passed-by-ruling', 'within-quota']

/** The public digest of a run; refused while a ruling is open, since the list would not be the final one. Named by id, never by score. */
export function digest(run: Run): Decision<Digest, DigestRefusal> {
  const { branches, quotas } = run.result.data
  const open = branches.filter(({ title }) => title === 'needs-ruling').length
  if (open > 0) return refuse('selection.needs-ruling', { count: open })
  const { code, title, year } = run.sheet.data
  const profiles = new Map(
    run.inputs.flatMap(({ data }) => (data.kind === 'branch' ? [[data.branch.id, data.branch] as const] : [])),
  )
  const rated = branches.filter((branch) => branch.title !== 'not-rated').length
  return allow({
    title: run.title,
    year,
    sheet: { code, title },
    rated,
    notRated: branches.length - rated,
    quotas,
    named: branches
      .filter((branch) => branch.title === 'named')
      .map(({ branch, grounds }) => ({
        branch,
        name: profiles.get(branch)?.name ?? branch,
        region: profiles.get(branch)?.region ?? null,
        grounds: grounds.filter(isShown).map(sayGround),
      })),
    root: run.root,
  })
}

function isShown({ word }: Ground): boolean {
  return shown.includes(word)
}
