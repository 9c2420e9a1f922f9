import { assessmentContract } from '#programme/assessment/contract.ts'
import { insertFrozen } from '#programme/assessment/store-frozen.ts'
import { saveSurveyEntered } from '#programme/assessment/store-proofs.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { changed, faultlessFacts } from '#programme/scoring/rules/example-facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { facts, freezeAssessment, sheet } from '../journeys/selection-stage.ts'
import { as, openedCycle } from './acts.ts'
import { draftSheet } from './rows-scoring.ts'
import type { Ground, Table, Who } from './table.ts'

/** Offices and secretaries find an assessment, above and below, and the organisation's assessors. */
const finders: Who[] = ['office@own', 'secretary@own', 'assessor@own', 'office@child', 'secretary@child']
/** A branch on the roster is found by its members and those above it. */
const concerned: Who[] = ['member@own', 'office@parent', 'secretary@parent']
const inspecting: Who[] = ['secretary@own', 'office@parent', 'secretary@parent']
const ofRoot = { at: 'root', may: ['office@own'] as Who[], sees: finders } as const
const ofBranch = { at: 'huangpu', sees: concerned } as const

/** An assessment of 2026 in which branches score themselves today; with `young` no branch is old enough to be rated. */
async function opened(ground: Ground, young = false): Promise<string> {
  const known = await ground.world.owner.selectFrom('assessment').select('id').executeTakeFirst()
  if (known) return known.id
  const cycle = await openedCycle(ground)
  const office = await as(ground, 'office@root')
  const data = sampleSheet(2026)
  const sheet = await draftSheet(ground, young ? { ...data, exemption: { months: 120 } } : data)
  await office.get(scoringContract.issueSheet, { sheet })
  const days = { selfScoreFrom: '2026-07-10', selfScoreTo: '2026-07-20' }
  return (await office.get(assessmentContract.openAssessment, { cycle, sheet, ...days })).id
}

/** huangpu on the roster of such an assessment. */
async function huangpu(ground: Ground): Promise<{ assessment: string; assessed: string }> {
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

async function honour(ground: Ground): Promise<string> {
  const { assessed } = await huangpu(ground)
  const { id } = await (await as(ground, 'secretary@huangpu')).get(assessmentContract.enterHonour, {
    assessed,
    ...anHonour,
  })
  return id
}

const anHonour = {
  fact: 'outcome.honours',
  level: '厅局级',
  matter: '防汛防台先进集体',
  issuer: '市总工会（示例）',
  document: '市示工〔2026〕7号',
  awardedOn: '2026-06-01',
}
const votes = { fact: 'survey.satisfaction', voters: '党员群众', eligible: 20, valid: 18, satisfied: 17 }

/** huangpu before the root's assessor, self-scoring over. */
async function assigned(ground: Ground): Promise<string> {
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
async function frozen(ground: Ground): Promise<{ assessment: string; assessed: string }> {
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

const mended = {
  fact: 'inspection.overdue',
  value: { shape: 'count' as const, count: 1 },
  document: '粤海示督〔2026〕9号',
  reason: '漏计一项',
}

async function correction(ground: Ground): Promise<string> {
  const { assessed } = await frozen(ground)
  return (await (await as(ground, 'office@root')).get(assessmentContract.proposeCorrection, { assessed, ...mended })).id
}

export const assessmentRows: Table = {
  listAssessments: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  listMyAssessed: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  listMyAssessing: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  readAssessment: {
    ...ofRoot,
    may: finders,
    input: async (ground) => ({ assessment: await opened(ground) }),
  },
  listAssessed: {
    ...ofRoot,
    may: finders,
    input: async (ground) => ({ assessment: await opened(ground), limit: 5 }),
  },
  openAssessment: {
    at: 'root',
    may: ['office@own'],
    sees: 'all',
    input: async (ground) => {
      const cycle = await openedCycle(ground)
      const sheet = await draftSheet(ground)
      await (await as(ground, 'office@root')).get(scoringContract.issueSheet, { sheet })
      return { cycle, sheet, selfScoreFrom: '2026-07-10', selfScoreTo: '2026-07-20' }
    },
  },
  readAssessed: { ...ofBranch, may: inspecting, input: async (ground) => only(await huangpu(ground)) },
  supplyFact: {
    ...ofBranch,
    may: ['office@top'],
    input: async (ground) => {
      const { fact, value, document } = mended
      return { ...only(await huangpu(ground)), fact, value, document }
    },
  },
  downloadFactsFile: { ...ofRoot, input: async (ground) => ({ assessment: await opened(ground) }) },
  uploadFactsFile: {
    ...ofRoot,
    input: async (ground) => {
      const columns = [
        { key: 'branch', heading: '支部', kind: 'text' as const },
        { key: 'region', heading: '片区', kind: 'text' as const },
      ]
      const bytes = await writeWorkbook({ sheets: [{ name: '事实', columns, rows: [] }] })
      return { assessment: await opened(ground), file: { name: '事实.xlsx', bytes } }
    },
  },
  enterHonour: {
    ...ofBranch,
    may: ['secretary@own', 'office@top'],
    input: async (ground) => ({ ...only(await huangpu(ground)), ...anHonour }),
  },
  confirmHonour: {
    at: 'huangpu',
    may: ['office@top'],
    sees: inspecting,
    input: async (ground) => ({ honour: await honour(ground) }),
  },
  withdrawHonour: {
    at: 'huangpu',
    may: ['secretary@own', 'office@top'],
    sees: inspecting,
    input: async (ground) => ({ honour: await honour(ground), reason: '文号有误' }),
  },
  enterSurvey: {
    ...ofBranch,
    may: ['office@parent', 'secretary@parent'],
    input: async (ground) => ({ ...only(await huangpu(ground)), ...votes, heldOn: '2026-07-01' }),
  },
  confirmSurvey: {
    ...ofBranch,
    may: ['office@parent', 'secretary@parent'],
    input: async (ground) => {
      const { assessed } = await huangpu(ground)
      const { fact, voters, ...counts } = votes
      await ground.act(ground.people['inspector@nansha']!, (context) =>
        saveSurveyEntered(context, { assessed, fact, voters }, counts, '2026-07-01'),
      )
      return { assessed, ...votes }
    },
  },
  readSelfScore: { ...ofBranch, may: inspecting, input: async (ground) => only(await huangpu(ground)) },
  selfScore: {
    ...ofBranch,
    may: ['secretary@own'],
    input: async (ground) => ({
      ...only(await huangpu(ground)),
      scores: [{ indicator: '1.1', points: '9.5', note: '' }],
    }),
  },
  listAssessors: { ...ofRoot, input: async (ground) => ({ assessment: await opened(ground) }) },
  assignAssessor: {
    ...ofRoot,
    input: async (ground) => {
      const { assessment, assessed } = await huangpu(ground)
      return { assessment, assessor: ground.people['assessor@root'], assessed: [assessed] }
    },
  },
  endAssignment: {
    ...ofRoot,
    input: async (ground) => {
      const { assessment, assessed } = await huangpu(ground)
      return { assessment, assessor: ground.people['assessor@root'], assessed: [assessed], reason: '工作调整' }
    },
  },
  readAssessing: {
    ...ofBranch,
    may: ['assessor@top'],
    input: async (ground) => ({ assessed: await assigned(ground) }),
  },
  rate: {
    ...ofBranch,
    may: ['assessor@top'],
    input: async (ground) => ({
      assessed: await assigned(ground),
      fact: 'rating.core-task',
      points: '11',
      reason: '查阅台账后评定',
      comparedWith: '',
    }),
  },
  listMissing: { ...ofRoot, input: async (ground) => ({ assessment: await opened(ground) }) },
  freezeAssessment: {
    ...ofRoot,
    input: async (ground) => {
      const assessment = await opened(ground, true)
      await ground.world.setTime('2027-01-11T12:00:00.000000+08:00')
      return { assessment }
    },
  },
  readScore: { at: 'huangpu', may: concerned, sees: 'none', input: async (ground) => only(await frozen(ground)) },
  proposeCorrection: {
    ...ofBranch,
    may: ['office@top'],
    input: async (ground) => ({ ...only(await frozen(ground)), ...mended }),
  },
  listCorrections: {
    ...ofRoot,
    input: async (ground) => ({ assessment: (await frozen(ground)).assessment }),
  },
  approveCorrection: {
    at: 'root',
    may: ['secretary@own'],
    sees: ['office@own'],
    input: async (ground) => ({ correction: await correction(ground) }),
  },
  refuseCorrection: {
    at: 'root',
    may: ['secretary@own'],
    sees: ['office@own'],
    input: async (ground) => ({ correction: await correction(ground), reason: '依据不足' }),
  },
}

function only({ assessed }: { assessed: string }): { assessed: string } {
  return { assessed }
}
