import { canonical, sameCanonical } from '#basics/canonical.ts'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/sha256.ts'
import type { Fact, Facts, Ruling } from '#programme/scoring/rules/facts.ts'
import { matterOf } from '#programme/scoring/rules/open-questions.ts'
import { eachAlone, scorePopulation } from '#programme/scoring/rules/population.ts'
import type { BranchScore } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { type AssessmentRow, frozenInputs, frozenScores } from './reads.ts'
import { type AssessedRow, rosterOf } from './reads-branches.ts'
import { type Input, insertFrozen, type Result } from './store-frozen.ts'

interface Scored {
  row: Pick<AssessedRow, 'branch' | 'region' | 'rated'>
  facts: Facts
  rulings: readonly Ruling[]
}

/** The rated branches scored together: what one is compared with are the others, and quotas look at all. By branch. */
export function scoredTogether(sheet: Sheet, all: readonly Scored[]): Map<string, BranchScore> {
  const members = all
    .filter(({ row }) => row.rated)
    .map(({ row, facts, rulings }) => ({ id: row.branch, region: row.region, facts, rulings }))
  return scorePopulation(sheet, members).scores
}

/**
 * The scores that frozen facts, corrections and rulings give now: of every branch, or of this one alone where the sheet lets
 * no branch move another.
 */
export async function scoresNow(context: Context, sheet: Sheet, assessment: string, own: AssessedRow) {
  const alone = eachAlone(sheet)
  const roster = alone ? [own] : await rosterOf(context, assessment)
  const inputs = await frozenInputs(context, assessment, alone ? own.id : undefined)
  const frozen = new Map(inputs.map((each) => [each.id, each]))
  const all = roster.map((row) => {
    const { facts, rulings } = frozen.get(row.branch) ?? { facts: {}, rulings: [] }
    return { row, facts, rulings }
  })
  return { roster, scores: scoredTogether(sheet, all) }
}

/**
 * Keeps the score of the branch that was corrected or ruled on as a new version, and of every other branch whose score it
 * changed. Answers how many those are.
 */
export async function keepScores(
  context: Context,
  { id, version }: Pick<AssessmentRow, 'id'> & { version: number },
  { roster, scores }: Awaited<ReturnType<typeof scoresNow>>,
  own: string,
): Promise<number> {
  const others = roster.some((row) => row.id !== own) ? await frozenScores(context, id) : []
  const before = new Map(others.map((each) => [each.assessed, each.score]))
  const changed = roster
    .map((row) => ({ row, score: scores.get(row.branch) ?? null }))
    .filter(({ row, score }) => row.id === own || !sameCanonical(score, before.get(row.id) ?? null))
  await insertFrozen(context, id, version, [], changed.map(resultOf))
  return changed.length - 1
}

/** A branch with its self-score, and each of its facts, as inputs with the hash that a published run gives them. */
export function inputsOf(row: AssessedRow, facts: Record<string, Fact>): Input[] {
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

/** A ruling about one branch as an input. */
export function rulingInput({ id, branch }: Pick<AssessedRow, 'id' | 'branch'>, ruling: Ruling): Input {
  const input = `${branch}/ruling/${matterOf(ruling)}`
  const data = { kind: 'ruling', branch, ruling }
  return { input, assessed: id, data, hash: hashOf(input, data) }
}

export function resultOf({ row, score }: { row: Pick<AssessedRow, 'id'>; score: BranchScore | null }): Result {
  return {
    assessed: row.id,
    score,
    total: score?.total.state === 'scored' ? score.total.points : null,
    level: score?.level.state === 'level' ? score.level.name : null,
  }
}
