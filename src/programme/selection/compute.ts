import { allow, refuse } from '#basics/decision.ts'
import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import type { FrozenAssessment } from './frozen.ts'
import { frozenBranches } from './frozen.ts'
import { hashing } from './hashing.ts'
import { rulingsOf } from './reads.ts'
import type { BranchInput } from './rules/candidate.ts'
import { digest } from './rules/digest.ts'
import { sayFinding } from './rules/findings.ts'
import { openItems } from './rules/open-items.ts'
import { makeRun } from './rules/run-file.ts'
import { type SelectionIn, take } from './rules/selection.ts'
import { verifyRun } from './rules/verify.ts'
import { type SelectionRow, saveSelection } from './store.ts'
import { insertRun } from './store-runs.ts'
import { counting } from './views.ts'

/** Computes the selection from the frozen inputs and the rulings that count, keeps the run and makes it the present one. */
export async function compute(
  context: Context,
  selection: SelectionIn<'prepared' | 'run'> & { row: SelectionRow },
  { id, sheet }: FrozenAssessment,
): Promise<{ number: number; root: string }> {
  const given = counting(await rulingsOf(context, selection.id))
  const branches = (await frozenBranches(context, id)).map(
    (branch): BranchInput => ({
      ...branch,
      rulings: [...branch.rulings, ...given.filter((each) => each.branch === branch.id).map(({ ruling }) => ruling)],
    }),
  )
  const run = makeRun(selection.row.title, sheet, branches, hashing)
  const [wrong] = verifyRun(run, hashing)
  // a file that nobody could verify is never kept, let alone published
  accept(
    wrong
      ? refuse('selection.not-verifiable', { why: sayFinding(wrong, (each) => each)[context.language] })
      : allow(true),
  )
  const number = (selection.row.run?.number ?? 0) + 1
  const open = openItems(sheet, branches, run.result.data)
  const waiting = run.result.data.branches.filter(({ title }) => title === 'needs-ruling').length
  const made = { number, root: run.root, by: context.actor.person, open: waiting }
  // decided before it is kept: the very same run is refused
  accept(take(selection, { id: '', ...made }))
  const disclosed = digest(run)
  const runId = await insertRun(context, selection.id, {
    number,
    run,
    digest: disclosed.ok ? disclosed.value : null,
    open,
  })
  await saveSelection(context, accept(take(selection, { id: runId, ...made })))
  return { number, root: run.root }
}
