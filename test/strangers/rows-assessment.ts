import { saveSurveyEntered } from '#programme/assessment/store-proofs.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { as, openedCycle } from './acts.ts'
import {
  anHonour,
  assigned,
  ballot,
  byBallot,
  correction,
  frozen,
  honour,
  huangpu,
  leftOpen,
  mended,
  opened,
  votes,
} from './acts-assessment.ts'
import { draftSheet } from './rows-scoring.ts'
import type { Ground, Table, Who } from './table.ts'

/** Offices and secretaries find an assessment, above and below, and the organisation's assessors. */
const finders: Who[] = ['office@own', 'secretary@own', 'assessor@own', 'office@child', 'secretary@child']
/** A branch on the roster is found by its members and those above it. */
const concerned: Who[] = ['member@own', 'office@parent', 'secretary@parent']
const inspecting: Who[] = ['secretary@own', 'office@parent', 'secretary@parent']
const ofRoot = { at: 'root', may: ['office@own'] as Who[], sees: finders } as const
const ofBranch = { at: 'huangpu', sees: concerned } as const

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
  enterVotes: {
    ...ofBranch,
    may: ['office@parent', 'secretary@parent'],
    input: async (ground) => ({ ...only(await byBallot(ground)), ...ballot, heldOn: '2026-07-01' }),
  },
  confirmVotes: {
    ...ofBranch,
    may: ['office@parent', 'secretary@parent'],
    input: async (ground) => {
      const { assessed } = await byBallot(ground)
      const { fact, voters, ...counts } = ballot
      await ground.act(ground.people['inspector@nansha']!, (context) =>
        saveSurveyEntered(context, { assessed, fact, voters }, counts, '2026-07-01'),
      )
      return { assessed, ...ballot }
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
      // no branch is old enough to be rated: nothing is missing
      const assessment = await opened(ground, { ...sampleSheet(2026), exemption: { months: 120 } })
      await ground.world.setTime('2027-01-11T12:00:00.000000+08:00')
      return { assessment }
    },
  },
  readScore: { at: 'huangpu', may: concerned, sees: 'none', input: async (ground) => only(await frozen(ground)) },
  readTryOut: { ...ofRoot, input: tried },
  downloadTryOut: { ...ofRoot, input: tried },
  listQuestions: { ...ofRoot, input: async (ground) => ({ assessment: (await frozen(ground)).assessment }) },
  ruleOnScore: {
    ...ofBranch,
    may: ['office@top', 'secretary@top'],
    input: async (ground) => ({
      ...only(await leftOpen(ground)),
      about: 'clause' as const,
      code: '2.1-1',
      decided: '11',
      ground: '局党委会议研究',
    }),
  },
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

/** A sheet that everybody in the organisation may read, to be tried on a frozen year that the office alone leads. */
async function tried(ground: Ground) {
  const sheet = await draftSheet(ground)
  await (await as(ground, 'office@root')).get(scoringContract.issueSheet, { sheet })
  return { assessment: (await frozen(ground)).assessment, sheet, hair: '1' }
}
