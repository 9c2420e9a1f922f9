import { canonical } from '#basics/canonical.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, Problem, permit } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import type { Fact } from '#programme/scoring/rules/facts.ts'
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
import { sayMissing, sheetOf, type Tried, tried } from './standing.ts'
import { loadAssessment } from './store.ts'
import { type Input, insertFrozen, insertLabels, type Result, saveFrozen } from './store-frozen.ts'
import { assessmentView } from './views.ts'

/** How many branches a refused freeze names; the list of what is missing has all. */
const NAMED = 50

export const freezingActions: Pick<Actions<typeof assessmentContract>, 'listMissing' | 'freezeAssessment'> = {
  async listMissing(context, { assessment: id }) {
    const assessment = await leadOf(context, id)
    const sheet = await sheetOf(context, assessment)
    if (assessment.frozenAt !== null) return { branches: [], inputs: 0 }
    const all = await gathered(context, sheet, id)
    return {
      branches: all
        .filter(({ missing }) => missing.length > 0)
        .map(({ row, missing }) => ({
          assessed: row.id,
          branch: row.name,
          missing: missing.map((each) => sayMissing(each, context.language)),
        })),
      inputs: all.flatMap(({ row, facts }) => inputsOf(row, facts)).length,
    }
  },

  async freezeAssessment(context, { assessment: id }) {
    const assessment = await loadAssessment(context, id)
    permit(mayLead(context.actor, assessment))
    const stage = stageOf(assessment, context.now)
    accept(freezing(assessment, stage, context.today, assessment.asOf))
    const sheet = await sheetOf(context, assessment)
    const all = await gathered(context, sheet, id)
    refuseIncomplete(context, all)
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
}

/** Every branch of the roster with its facts and score; assessors go by labels that say nothing about them. */
async function gathered(context: Context, sheet: Sheet, assessment: string): Promise<Gathered[]> {
  const roster = await rosterOf(context, assessment)
  const materials = await materialOf(
    context,
    sheet,
    roster.filter(({ rated }) => rated),
  )
  return roster.map((row) => {
    const material = materials.get(row.id)
    if (!material) return { row, labels: [], facts: {}, missing: [], score: null }
    const labels = labelled(context, row.id, material)
    return { row, labels, ...tried(sheet, unnamed(material, labels)) }
  })
}

/** 考评人1, 考评人2 … in an order that chance decides for each branch, so that a label cannot be guessed from a list. */
function labelled(context: Pick<Context, 'newId'>, assessed: string, { assessors }: Material): Gathered['labels'] {
  return assessors
    .map((assessor) => ({ assessor, at: context.newId() }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ assessor }, at) => ({ assessed, assessor, label: `考评人${at + 1}` }))
}

function unnamed(material: Material, labels: Gathered['labels']): Material {
  const labelOf = new Map(labels.map(({ assessor, label }) => [assessor, label]))
  return {
    ...material,
    assessors: labels.map(({ label }) => label),
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

/** A branch with its self-score, and each of its facts, as inputs with the hash that a published run gives them. */
function inputsOf(row: AssessedRow, facts: Record<string, Fact>): Input[] {
  const selfScore = Object.fromEntries((row.scores ?? []).map(({ indicator, points }) => [indicator, points]))
  const { branch: id, name, region, kind, setUpOn } = row
  const profile = { kind: 'branch', branch: { id, name, region, kind, setUpOn, selfScore } }
  const own = Object.entries(facts).map(([fact, value]) => factInput(row, fact, value))
  return [{ input: id, assessed: row.id, data: profile, hash: hashOf(id, profile) }, ...own]
}

/** One fact of one branch as an input. */
export function factInput({ id, branch }: Pick<AssessedRow, 'id' | 'branch'>, fact: string, value: Fact): Input {
  const input = `${branch}/fact/${fact}`
  const data = { kind: 'fact', branch, fact, value }
  return { input, assessed: id, data, hash: hashOf(input, data) }
}

function hashOf(id: string, data: object): string {
  return sha256(canonical({ id, data }))
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

function resultOf({ row, score }: Gathered): Result {
  return {
    assessed: row.id,
    score,
    total: score?.total.state === 'scored' ? score.total.points : null,
    level: score?.level.state === 'level' ? score.level.name : null,
  }
}
