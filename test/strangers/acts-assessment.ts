import { assessmentContract } from '#programme/assessment/contract.ts'
import { insertFrozen } from '#programme/assessment/store-frozen.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { changed, faultlessFacts } from '#programme/scoring/rules/example-facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { facts, freezeAssessment, sheet } from '../journeys/selection-stage.ts'
import { as, openedCycle } from './acts.ts'
import { draftSheet } from './rows-scoring.ts'
import type { Ground } from './table.ts'

/** An assessment of 2026, by the sample sheet or another, in which branches score themselves today. */
export async function opened(ground: Ground, data: Sheet = sampleSheet(2026)): Promise<string> {
  const known = await ground.world.owner.selectFrom('assessment').select('id').executeTakeFirst()
  if (known) return known.id
  const cycle = await openedCycle(ground)
  const office = await as(ground, 'office@root')
  const sheet = await draftSheet(ground, data)
  await office.get(scoringContract.issueSheet, { sheet })
  const days = { selfScoreFrom: '2026-07-10', selfScoreTo: '2026-07-20' }
  return (await office.get(assessmentContract.openAssessment, { cycle, sheet, ...days })).id
}

/** huangpu on the roster of such an assessment. */
export async function huangpu(ground: Ground): Promise<{ assessment: string; assessed: string }> {
  const assessment = await opened(ground)
  return { assessment, assessed: await branchOf(ground, assessment) }
}

async function branchOf({ world, organisations }: Ground, assessment: string): Promise<string> {
  const { id } = await world.owner
    .selectFrom('assessed_branch')
    .select('id')
    .where('assessment_id', '=', assessment)
    .where('branch_id', '=', organisations.huangpu)
    .executeTakeFirstOrThrow()
  return id
}

export async function honour(ground: Ground): Promise<string> {
  const { assessed } = await huangpu(ground)
  const { id } = await (await as(ground, 'secretary@huangpu')).get(assessmentContract.enterHonour, {
    assessed,
    ...anHonour,
  })
  return id
}

export const anHonour = {
  fact: 'outcome.honours',
  level: '厅局级',
  matter: '防汛防台先进集体',
  issuer: '市总工会（示例）',
  document: '市示工〔2026〕7号',
  awardedOn: '2026-06-01',
}
export const votes = { fact: 'survey.satisfaction', voters: '党员群众', eligible: 20, valid: 18, satisfied: 17 }

export const ballot = {
  fact: 'survey.satisfaction',
  voters: '党员群众',
  eligible: 20,
  votes: [
    { option: '满意', count: 17 },
    { option: '不满意', count: 1 },
  ],
}

/** huangpu in an assessment whose sheet asks for votes by option in place of the satisfied ones. */
export async function byBallot(ground: Ground): Promise<{ assessment: string; assessed: string }> {
  const data = sampleSheet(2026)
  const by = {
    type: 'B7' as const,
    full: '100',
    options: [
      { name: '满意', value: '100' },
      { name: '不满意', value: '0' },
    ],
    excluded: [],
    few: 'left-out' as const,
  }
  await opened(ground, {
    ...data,
    facts: data.facts.map((need) => (need.key === ballot.fact ? { ...need, shape: 'votes' as const } : need)),
    clauses: data.clauses.map((clause) => (clause.type === 'B6' ? { ...clause, ...by } : clause)),
    gates: data.gates.filter(({ kind }) => kind !== 'satisfied-share'),
  })
  return huangpu(ground)
}

/** huangpu before the root's assessor, self-scoring over. */
export async function assigned(ground: Ground): Promise<string> {
  const { assessment, assessed } = await huangpu(ground)
  await (await as(ground, 'office@root')).get(assessmentContract.assignAssessor, {
    assessment,
    assessor: ground.people['assessor@root']!,
    assessed: [assessed],
  })
  await ground.world.setTime('2026-07-21T00:00:00.000000+08:00')
  return assessed
}

/** A frozen assessment, and huangpu with its score in it. */
export async function frozen(ground: Ground): Promise<{ assessment: string; assessed: string }> {
  const { organisations, people, world, act } = ground
  const known = await world.owner.selectFrom('assessment').select('id').executeTakeFirst()
  if (known) return { assessment: known.id, assessed: await branchOf(ground, known.id) }
  const assessment = await freezeAssessment(world, {
    by: people['office@root']!,
    organisation: organisations.root,
    cycle: await openedCycle(ground),
    branches: [{ id: organisations.huangpu, facts: facts.huangpu }],
  })
  const assessed = await branchOf(ground, assessment)
  const score = scoreBranch(sheet, changed(faultlessFacts(2025), facts.huangpu))
  const result = { assessed, score, total: '100', level: '优秀' }
  await act(people['office@root']!, (context) => insertFrozen(context, assessment, 1, [], [result]))
  return { assessment, assessed }
}

/** huangpu with a frozen score that waits for a ruling on what its assessors gave. */
export async function leftOpen(ground: Ground): Promise<{ assessment: string; assessed: string }> {
  const { assessment, assessed } = await frozen(ground)
  const own = changed(faultlessFacts(2025), facts.huangpu)
  const one = {
    shape: 'ratings' as const,
    ratings: [{ assessor: '考评人1', points: '9', reason: '评定', comparedWith: '' }],
  }
  const score = scoreBranch(sheet, { ...own, 'rating.core-task': { value: one, sources: [] } })
  const result = { assessed, score, total: null, level: null }
  await ground.act(ground.people['office@root']!, (context) => insertFrozen(context, assessment, 2, [], [result]))
  return { assessment, assessed }
}

export const mended = {
  fact: 'inspection.overdue',
  value: { shape: 'count' as const, count: 1 },
  document: '粤海示督〔2026〕9号',
  reason: '漏计一项',
}

export async function correction(ground: Ground): Promise<string> {
  const { assessed } = await frozen(ground)
  return (await (await as(ground, 'office@root')).get(assessmentContract.proposeCorrection, { assessed, ...mended })).id
}
