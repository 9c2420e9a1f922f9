import { allow, refuse } from '#basics/decision.ts'
import { listsBy } from '#basics/lists.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, Problem, permit } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import type { BranchScore } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { assessmentContract } from './contract.ts'
import { endSelfScoring } from './duties.ts'
import { leadOf } from './opening.ts'
import { assessmentById } from './reads.ts'
import { type AssessedRow, rosterOf } from './reads-branches.ts'
import { materialOf } from './reads-material.ts'
import { freezing, stageOf } from './rules/assessment.ts'
import type { Material } from './rules/material.ts'
import { mayLead } from './rules/permissions.ts'
import { inputsOf, resultOf, scoredTogether } from './scored.ts'
import { openIn, sayMissing, sheetOf, type Tried, tried, wrongIn } from './standing.ts'
import { loadAssessment } from './store.ts'
import { type Input, insertFrozen, insertLabels, saveFrozen } from './store-frozen.ts'
import { assessmentView } from './views.ts'

/** How many branches a refused freeze names; the list of what is missing has all. */
const NAMED = 50

export const freezingActions: Pick<Actions<typeof assessmentContract>, 'listMissing' | 'freezeAssessment'> = {
  async listMissing(context, { assessment: id }) {
    const assessment = await leadOf(context, id)
    const sheet = await sheetOf(context, assessment)
    if (assessment.frozenAt !== null) return { branches: [], open: [], inputs: 0 }
    const all = await gathered(context, sheet, id)
    return {
      branches: all.filter(({ missing }) => missing.length > 0).map((each) => lineOf(context, each)),
      open: all
        .filter(({ missing, open }) => missing.length === 0 && open.length > 0)
        .map((each) => lineOf(context, each)),
      inputs: all.flatMap(({ row, facts }) => inputsOf(row, facts)).length,
    }
  },

  async freezeAssessment(context, { assessment: id, leaveOpen }) {
    const assessment = await loadAssessment(context, id)
    permit(mayLead(context.actor, assessment))
    const stage = stageOf(assessment, context.now)
    accept(freezing(assessment, stage, context.today, assessment.asOf))
    const sheet = await sheetOf(context, assessment)
    const all = await gathered(context, sheet, id)
    refuseIncomplete(context, all)
    const open = all.filter((each) => each.open.length > 0)
    accept(open.length > 0 && !leaveOpen ? refuse('assessment.questions-open', { count: open.length }) : allow(true))
    const inputs = all.flatMap(({ row, facts }) => inputsOf(row, facts))
    await insertFrozen(context, id, 1, inputs, all.map(resultOf))
    await insertLabels(
      context,
      all.flatMap(({ labels }) => labels),
    )
    await saveFrozen(context, id)
    await endSelfScoring(context, id)
    const detail = { branches: all.length, inputs: inputs.length, digest: digestOf(inputs) }
    const { organisation } = assessment
    await writeHistory(context, 'assessment.frozen', { kind: 'assessment', id, organisation }, detail)
    return assessmentView(context, found(await assessmentById(context, id)))
  },
}

interface Gathered extends Tried {
  row: AssessedRow
  labels: { assessed: string; label: string; assessor: string }[]
  score: BranchScore | null
}

/** Every branch of the roster with its facts and, once no fact is missing, its score among all; assessors go by labels. */
async function gathered(context: Context, sheet: Sheet, assessment: string): Promise<Gathered[]> {
  // a branch that ended meanwhile is not frozen: it leaves the base of the quota
  const roster = (await rosterOf(context, assessment)).filter(({ ended }) => ended === null)
  const rated = roster.filter(({ rated }) => rated)
  const materials = await materialOf(context, sheet, rated)
  const labels = listsBy(labelled(context, sheet, materials), ({ assessed }) => assessed)
  const all = roster.map((row): Gathered => {
    const material = materials.get(row.id)
    if (!material) return { row, labels: [], facts: {}, missing: [], open: [], score: null }
    const own = labels.get(row.id) ?? []
    return { row, labels: own, score: null, ...tried(sheet, unnamed(material, own)) }
  })
  if (all.some(({ missing }) => missing.length > 0)) return all
  const scores = scoredTogether(
    sheet,
    all.map(({ row, facts }) => ({ row, facts, rulings: [] })),
  )
  return all.map((each) => {
    const score = scores.get(each.row.branch)
    return score ? { ...each, score, missing: wrongIn(sheet, score), open: openIn(sheet, score) } : each
  })
}

function lineOf({ language }: Context, { row, missing, open }: Gathered) {
  const all = missing.length > 0 ? missing : open
  return { assessed: row.id, branch: row.name, missing: all.map((each) => sayMissing(each, language)) }
}

/**
 * 考评人1, 考评人2 … in an order that chance decides for each branch, so that a label cannot be guessed from a list. Where a
 * rule of the sheet looks at all marks of one assessor, the label is the same for all branches.
 */
function labelled(
  context: Pick<Context, 'newId'>,
  { panel }: Sheet,
  materials: Map<string, Material>,
): Gathered['labels'] {
  const inOrder = (assessors: Iterable<string>) =>
    [...assessors]
      .map((assessor) => ({ assessor, at: context.newId() }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ assessor }, at): [string, string] => [assessor, `考评人${at + 1}`])
  const people = [...materials.values()].flatMap(({ assessors }) => assessors.map(({ label }) => label))
  const everywhere = panel.ballot ? new Map(inOrder(new Set(people))) : null
  return [...materials].flatMap(([assessed, { assessors }]) => {
    const labels = everywhere ?? new Map(inOrder(assessors.map(({ label }) => label)))
    return assessors.map(({ label: assessor }) => ({ assessed, assessor, label: labels.get(assessor)! }))
  })
}

function unnamed(material: Material, labels: Gathered['labels']): Material {
  const labelOf = new Map(labels.map(({ assessor, label }) => [assessor, label]))
  return {
    ...material,
    assessors: material.assessors.map(({ label, group }) => ({ label: labelOf.get(label)!, group })),
    ratings: material.ratings.map((each) => ({ ...each, assessor: labelOf.get(each.assessor)! })),
  }
}

function refuseIncomplete({ language }: Context, all: Gathered[]): void {
  const open = all.filter(({ missing }) => missing.length > 0)
  if (open.length === 0) return
  const fields = open.slice(0, NAMED).map(({ row, missing }) => ({
    field: row.name,
    reason: 'assessment.branch-incomplete',
    details: { branch: row.name, missing: missing.map((each) => sayMissing(each, language)).join('；') },
  }))
  const details = {
    count: open.length,
    first: open
      .slice(0, 5)
      .map(({ row }) => row.name)
      .join('、'),
  }
  throw new Problem(409, 'assessment.incomplete', { details, fields })
}

/** One hash over all inputs, for the line of history: whoever changed one later would be found. */
function digestOf(inputs: Input[]): string {
  return sha256(
    inputs
      .map(({ input, hash }) => `${input} ${hash}`)
      .sort()
      .join('\n'),
  )
}
