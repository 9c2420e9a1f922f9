import { canonical } from '#basics/canonical.ts'
import type { Fact, Ruling, SelfScore } from '#programme/scoring/rules/facts.ts'
import { matterOf } from '#programme/scoring/rules/open-questions.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { BranchInput } from './candidate.ts'
import { bytesOf, type Hashing, hexOf, merkleRoot } from './merkle.ts'
import { type SelectionResult, select } from './select.ts'

/**
 * A published run: everything needed to compute the selection again without server or database. For those entitled inside
 * the Party; society gets digest.ts. A file that holds its own root proves nothing: the root is posted elsewhere.
 */
export interface Run {
  format: RunFormat
  title: string
  sheet: { hash: string; data: Sheet }
  inputs: RunInput[]
  steps: RunStep[]
  result: { hash: string; data: SelectionResult }
  root: string
}

/** The second format also holds quotas on levels and nominations; a sheet without them is written in the first. */
export const runFormats = ['hangbiao-run/1', 'hangbiao-run/2'] as const
export type RunFormat = (typeof runFormats)[number]

/** The format in which the selection by a sheet is written; read as another it does not come to the same result. */
export function formatFor({ quotas, nomination }: Pick<Sheet, 'quotas' | 'nomination'>): RunFormat {
  return quotas || nomination ? 'hangbiao-run/2' : 'hangbiao-run/1'
}

/** One thing that went in, hashed together with its id: `b7` is a branch, `b7/fact/KEY` a fact, `b7/ruling/0` a ruling. */
export interface RunInput {
  id: string
  hash: string
  data: InputData
}
export type InputData =
  | { kind: 'branch'; branch: BranchProfile }
  | { kind: 'fact'; branch: string; fact: string; value: Fact }
  | { kind: 'ruling'; branch: string; ruling: Ruling }

/** A branch without its facts and rulings, which are inputs of their own. */
export type BranchProfile = Omit<BranchInput, 'facts' | 'rulings'> & { selfScore: SelfScore }

/** What was done with the inputs, in order. */
export interface RunStep {
  step: number
  word: 'exempt' | 'score' | 'level' | 'gates' | 'vetoes' | 'quota' | 'ties' | 'name'
}

/** The steps of this format, in order; a file with other steps is not of this format. */
export const runSteps: RunStep[] = (
  ['exempt', 'score', 'level', 'gates', 'vetoes', 'quota', 'ties', 'name'] as const
).map((word, at) => ({ step: at + 1, word }))

/** Computes the selection and lays it down as a file: inputs by id, each with its hash, all gathered into one root. */
export function makeRun(title: string, sheet: Sheet, branches: readonly BranchInput[], hashing: Hashing): Run {
  const inputs = branches
    .flatMap(inputsOf)
    .map(([id, data]): RunInput => ({ id, hash: inputHash(id, data, hashing), data }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const result = select(sheet, branches)
  const run = {
    format: formatFor(sheet),
    title,
    sheet: { hash: hashing.text(canonical(sheet)), data: sheet },
    inputs,
    steps: runSteps,
    result: { hash: hashing.text(canonical(result)), data: result },
  }
  return { ...run, root: rootOf(run, hashing) }
}

/** The hash of an input covers its id, so that two inputs cannot change places. */
export function inputHash(id: string, data: unknown, hashing: Hashing): string {
  return hashing.text(canonical({ id, data }))
}

/** The root over head (format, title, steps, number of inputs), sheet, every input in the order of the file, and result. */
export function rootOf(run: Omit<Run, 'root'>, hashing: Hashing): string {
  const head = { format: run.format, title: run.title, steps: run.steps, inputs: run.inputs.length }
  const hashes = [hashing.text(canonical(head)), run.sheet.hash, ...run.inputs.map(({ hash }) => hash), run.result.hash]
  return hexOf(merkleRoot(hashes.map(bytesOf), hashing))
}

/** The branches again, put together from the inputs of a file; inputs of a branch that is not there are left out. */
export function branchesOf(inputs: readonly RunInput[]): BranchInput[] {
  const branches = new Map<string, BranchInput>()
  for (const { data } of inputs)
    if (data.kind === 'branch') branches.set(data.branch.id, { ...data.branch, facts: {}, rulings: [] })
  for (const { data } of inputs) {
    if (data.kind === 'branch') continue
    const branch = branches.get(data.branch)
    if (data.kind === 'fact' && branch) branch.facts = { ...branch.facts, [data.fact]: data.value }
    if (data.kind === 'ruling' && branch) branch.rulings = [...branch.rulings, data.ruling]
  }
  return [...branches.values()]
}

/** The id that an input must have. A ruling is told from others of its branch by what it is about. */
export function idOf(data: InputData): string {
  if (data.kind === 'branch') return data.branch.id
  if (data.kind === 'fact') return `${data.branch}/fact/${data.fact}`
  return `${data.branch}/ruling/${matterOf(data.ruling)}`
}

function inputsOf({ facts, rulings, ...branch }: BranchInput): [string, InputData][] {
  const { id, name, region, kind, setUpOn, selfScore } = branch
  const data: InputData[] = [
    { kind: 'branch', branch: { id, name, region, kind, setUpOn, selfScore } },
    ...Object.entries(facts).map(([fact, value]): InputData => ({ kind: 'fact', branch: id, fact, value })),
    ...rulings.map((ruling): InputData => ({ kind: 'ruling', branch: id, ruling })),
  ]
  return data.map((each) => [idOf(each), each])
}
