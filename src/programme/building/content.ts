import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { accept, found } from '#platform/errors.ts'
import { evidenceById } from '#support/evidence/reads.ts'
import { measuresChosen } from './measures-chosen.ts'
import { branchesNamed } from './reads-facts.ts'
import { taskById } from './reads-task.ts'
import { type FigureSent, figuresFrom } from './rules/measure.ts'
import type { Content, Force, RecordKind } from './rules/record.ts'
import { serves } from './rules/task.ts'

interface ContentInput {
  happenedOn: string
  kind: RecordKind
  sentence: string
  force?: Force | undefined
  figures?: FigureSent[] | undefined
  documentNumber?: string | undefined
  evidence?: string | undefined
  learntFrom?: string | undefined
  task?: string | undefined
}

/** For whom it is entered; what it said before where it is corrected. */
interface Place {
  organisation: OrganisationId
  path: string
  before?: Content
}

/** What was sent, with all that it names found: the branch, its own file, a task that asked for it, what is counted. */
export async function contentFrom(context: Context, place: Place, input: ContentInput): Promise<Content> {
  if (input.evidence) {
    const evidence = await evidenceById(context, input.evidence)
    accept(evidence?.organisationId === place.organisation ? allow(true) : refuse('evidence.not-of-this-organisation'))
  }
  const task = input.task === undefined ? undefined : await taskById(context, input.task)
  return {
    happenedOn: input.happenedOn,
    kind: input.kind,
    sentence: input.sentence,
    force: input.force ?? null,
    figures: await figuresOf(context, place, input.figures ?? [], task),
    documentNumber: input.documentNumber ?? null,
    evidence: input.evidence ?? null,
    learntFrom: input.learntFrom === undefined ? null : await branchNamed(context, input.learntFrom),
    task: input.task === undefined ? null : taskServed(place, input.task, task, input.happenedOn),
  }
}

type Asked = Awaited<ReturnType<typeof taskById>>

async function figuresOf(context: Context, place: Place, sent: FigureSent[], task: Asked) {
  const ids = sent.flatMap(({ measure }) => (measure === undefined ? [] : [measure]))
  const wanted = (task?.measures ?? []).map(({ id }) => id)
  const kept = [...wanted, ...(place.before?.figures ?? []).map(({ measure }) => measure)]
  return accept(figuresFrom(sent, await measuresChosen(context, place.path, ids, kept)))
}

/** The task, if it asks for this. A correction that leaves task and day as they are is not judged again: the task may be withdrawn since. */
function taskServed({ path, before }: Place, id: string, asked: Asked, happenedOn: string): string {
  if (before?.task === id && before.happenedOn === happenedOn) return id
  const { task, addressees } = found(asked)
  accept(serves(task, { happenedOn, path, addressees: addressees.map((asked) => asked.path) }))
  return id
}

async function branchNamed(context: Context, name: string): Promise<OrganisationId> {
  const branches = await branchesNamed(context, name)
  if (branches.length === 1) return branches[0] as OrganisationId
  return accept(refuse(branches.length === 0 ? 'building.no-such-branch' : 'building.several-such-branches', { name }))
}
