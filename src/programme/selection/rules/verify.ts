import { canonical } from '#basics/canonical.ts'
import type { Misshape } from '#programme/scoring/rules/shape.ts'
import { clausesReading, type Sheet } from '#programme/scoring/rules/sheet.ts'
import { compareResults, type Difference } from './compare.ts'
import type { Hashing } from './merkle.ts'
import { branchesOf, formatFor, inputHash, type Run, rootOf, runSteps } from './run-file.ts'
import { misshapesOfRun } from './run-shape.ts'
import { select } from './select.ts'

/** Something in a run file that is not as it should be. */
export type Finding =
  /** The file cannot be read as a run; nothing was recomputed. */
  | { kind: 'unreadable'; at: Misshape }
  | { kind: 'steps-differ' }
  /** The file says it is of another format than its sheet is written in. */
  | { kind: 'format-differs'; stated: string; found: string }
  | { kind: 'sheet-changed'; stated: string; found: string }
  /** The input's data do not have the hash that the file states. `items` are the indicators whose clauses read it. */
  | { kind: 'input-changed'; input: string; branch: string; items: string[]; stated: string; found: string }
  /** Computed again from sheet and inputs, this number or word of the result is another. */
  | ({ kind: 'result-differs' } & Difference)
  | { kind: 'result-hash-differs'; stated: string; found: string }
  | { kind: 'root-differs'; stated: string; found: string }
  /** The file is not the one whose root was posted. */
  | { kind: 'not-the-posted-root'; posted: string; found: string }

/**
 * Recomputes a run from its own contents: every hash, the whole result, the root; with `posted`, whether it is the very
 * run whose root was posted publicly. Answers every finding; none means that it holds. Takes any JSON value, however wrong.
 */
export function verifyRun(file: unknown, hashing: Hashing, posted?: string): Finding[] {
  const misshapes = misshapesOfRun(file)
  if (misshapes.length > 0) return misshapes.map((at) => ({ kind: 'unreadable', at }))
  const run = file as Run
  const hashed = withHashes(run, hashing)
  const root = rootOf(hashed, hashing)
  return [
    ...(canonical(run.steps) === canonical(runSteps) ? [] : [{ kind: 'steps-differ' } as const]),
    ...differs('format-differs', run.format, formatFor(run.sheet.data)),
    ...changedSheet(run, hashed),
    ...changedInputs(run, hashed),
    ...compareResults(run.result.data, select(run.sheet.data, branchesOf(run.inputs))).map(
      (difference): Finding => ({ kind: 'result-differs', ...difference }),
    ),
    ...differs('result-hash-differs', run.result.hash, hashed.result.hash),
    ...differs('root-differs', run.root, root),
    ...(posted === undefined || posted.trim().toLowerCase() === root
      ? []
      : [{ kind: 'not-the-posted-root', posted, found: root } as const]),
  ]
}

/** The run with every hash computed anew from the data it stands for. */
function withHashes(run: Run, hashing: Hashing): Run {
  return {
    ...run,
    sheet: { ...run.sheet, hash: hashing.text(canonical(run.sheet.data)) },
    inputs: run.inputs.map((input) => ({ ...input, hash: inputHash(input.id, input.data, hashing) })),
    result: { ...run.result, hash: hashing.text(canonical(run.result.data)) },
  }
}

function changedSheet({ sheet: stated }: Run, { sheet: found }: Run): Finding[] {
  return stated.hash === found.hash ? [] : [{ kind: 'sheet-changed', stated: stated.hash, found: found.hash }]
}

function changedInputs(run: Run, hashed: Run): Finding[] {
  return run.inputs.flatMap(({ id, hash, data }, at): Finding[] => {
    const found = hashed.inputs[at]!.hash
    if (hash === found) return []
    const branch = data.kind === 'branch' ? data.branch.id : data.branch
    const items = data.kind === 'fact' ? itemsReading(run.sheet.data, data.fact) : []
    return [{ kind: 'input-changed', input: id, branch, items, stated: hash, found }]
  })
}

function itemsReading(sheet: Sheet, fact: string): string[] {
  return [...new Set(clausesReading(sheet, fact).map(({ indicator }) => indicator))]
}

function differs(
  kind: 'format-differs' | 'result-hash-differs' | 'root-differs',
  stated: string,
  found: string,
): Finding[] {
  return stated === found ? [] : [{ kind, stated, found }]
}
