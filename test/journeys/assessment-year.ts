import { assessmentActions } from '#programme/assessment/actions.ts'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { assessmentById } from '#programme/assessment/reads.ts'
import { rosterOf } from '#programme/assessment/reads-branches.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { keepSheet } from '#programme/scoring/actions.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { noon, openWorld, type World } from '../world.ts'

export type BranchName = 'huangpu' | 'nansha' | 'patrol' | 'xuwen' | 'window'
export const branchNames: readonly BranchName[] = ['huangpu', 'nansha', 'patrol', 'xuwen', 'window']

/** An assessment of five branches, and the id of each on its roster. */
export interface AssessedYear {
  world: World
  stage: Stage
  assessment: string
  assessed: Record<BranchName, string>
}

/** Who scores whom: never one of the own unit. */
export const panel: Record<BranchName, (keyof Stage['people'])[]> = {
  huangpu: ['zhanjiangAssessor', 'rootAssessor'],
  nansha: ['zhanjiangAssessor', 'rootAssessor'],
  patrol: ['zhanjiangAssessor', 'rootAssessor'],
  xuwen: ['guangzhouAssessor', 'rootAssessor'],
  window: ['guangzhouAssessor', 'zhanjiangAssessor'],
}

/** The two who count the votes of a branch. */
export const counters: Record<BranchName, [keyof Stage['people'], keyof Stage['people']]> = {
  huangpu: ['guangzhouOffice', 'rootOffice'],
  nansha: ['guangzhouOffice', 'rootOffice'],
  patrol: ['guangzhouOffice', 'rootOffice'],
  xuwen: ['zhanjiangOffice', 'rootOffice'],
  window: ['rootOffice', 'rootSecretary'],
}

/** 2025 under way, its sheet issued, its assessment opened: branches score themselves from 5 to 25 December. */
export async function openAssessed(today = '2025-12-10'): Promise<AssessedYear> {
  const world = await openWorld({ today })
  const stage = await setStage(world)
  const office = await world.as(stage.people.rootOffice)
  const { root } = stage.organisations
  const { id: cycle } = await office.get(cycleContract.draftCycle, {
    organisation: root,
    year: 2025,
    title: '2025年度品牌党支部创建',
    overallGoal: '争当实现海事科学发展的排头兵',
    purpose: null,
    meeting: null,
    calendar: [{ kind: 'self-score', title: '自评', from: '2025-12-05', to: '2025-12-25', region: null }],
    approvingBody: '示例海事局党委',
    documentNumber: '示海党〔2025〕1号',
    termFrom: '2025-01-01',
    termTo: '2026-06-30',
    scope: 'party',
    noticeDays: 5,
  } as never)
  await office.get(cycleContract.openCycle, { cycle })
  const sheet = await world.act(stage.people.rootOffice, (context) =>
    keepSheet(context, root, sampleSheet(2025), { name: 'sample-sheet.xlsx', hash: 'a'.repeat(64) }),
  )
  await office.get(scoringContract.issueSheet, { sheet })
  const { id: assessment } = await office.get(assessmentContract.openAssessment, {
    cycle,
    sheet,
    selfScoreFrom: '2025-12-05',
    selfScoreTo: '2025-12-25',
  })
  const roster = await world.act(stage.people.rootOffice, (context) => rosterOf(context, assessment))
  const idOf = (name: BranchName) => roster.find(({ branch }) => branch === stage.organisations[name])!.id
  const assessed = Object.fromEntries(branchNames.map((name) => [name, idOf(name)])) as AssessedYear['assessed']
  return { world, stage, assessment, assessed }
}

const document = '粤海示组〔2025〕44号'
export const suppliedValues = {
  'branch.election-late': { shape: 'flag', holds: false },
  'branch.extension-approved': { shape: 'flag', holds: false },
  'branch.team-incomplete': { shape: 'flag', holds: false },
  'branch.secretary-untrained': { shape: 'flag', holds: false },
  'training.coverage': { shape: 'ratio', part: 19, whole: 20 },
  'inspection.overdue': { shape: 'count', count: 1 },
  'inspection.repeated': { shape: 'count', count: 0 },
  'supplied.benchmark': { shape: 'grade', grade: '较好' },
  'veto.discipline': { shape: 'flag', holds: false },
  'veto.accident': { shape: 'flag', holds: false },
} as const

/** Everything the departments supply about a branch. */
export async function supplyAll({ world, stage, assessed }: AssessedYear, branch: BranchName): Promise<void> {
  await world.act(stage.people.rootOffice, async (context) => {
    for (const [fact, value] of Object.entries(suppliedValues))
      await assessmentActions.supplyFact(context, {
        assessed: assessed[branch],
        fact,
        value: value as typeof value & { shape: 'flag' },
        document,
      } as never)
  })
}

/** The paper survey of a branch, typed in by two people. */
export async function countVotes(
  { world, stage, assessed }: AssessedYear,
  branch: BranchName,
  votes = { eligible: 22, valid: 20, satisfied: 18 },
): Promise<void> {
  const survey = { assessed: assessed[branch], fact: 'survey.satisfaction', voters: '党员群众', ...votes }
  const [first, second] = counters[branch]
  await world.act(stage.people[first], (context) =>
    assessmentActions.enterSurvey(context, { ...survey, heldOn: '2025-12-12' }),
  )
  await world.act(stage.people[second], (context) => assessmentActions.confirmSurvey(context, survey))
}

/** Gives the branch to its panel. */
export async function assignPanel({ world, stage, assessment, assessed }: AssessedYear, branch: BranchName) {
  for (const assessor of panel[branch])
    await world.act(stage.people.rootOffice, (context) =>
      assessmentActions.assignAssessor(context, {
        assessment,
        assessor: stage.people[assessor],
        assessed: [assessed[branch]],
      }),
    )
}

export const reasonOf = (points: string) => `查阅台账并实地走访，评定为${points}分的依据`

/** Both items marked by each assessor of the panel: 中心任务中的作用 and 先进性. */
export async function rateAll(
  { world, stage, assessed }: AssessedYear,
  branch: BranchName,
  marks: [string, string][] = [
    ['11', '4.5'],
    ['10', '4'],
  ],
): Promise<void> {
  for (const [at, assessor] of panel[branch].entries()) {
    const [role, advanced] = marks[at]!
    await world.act(stage.people[assessor], async (context) => {
      const rate = (fact: string, points: string) =>
        assessmentActions.rate(context, {
          assessed: assessed[branch],
          fact,
          points,
          reason: reasonOf(points),
          comparedWith: fact === 'rating.advanced' ? '同片区海事处党支部' : '',
        })
      await rate('rating.core-task', role)
      await rate('rating.advanced', advanced)
    })
  }
}

/** Everything but the freeze, at noon of 20 January 2026; some branches may be left as they are. */
export async function gatherAll(year: AssessedYear, branches: readonly BranchName[] = branchNames): Promise<void> {
  for (const branch of branches) {
    await supplyAll(year, branch)
    await countVotes(year, branch)
    await assignPanel(year, branch)
  }
  await year.world.setTime(noon('2026-01-20'))
  for (const branch of branches) await rateAll(year, branch)
}

/** Frozen, with everything gathered. */
export async function freezeAll(year: AssessedYear): Promise<void> {
  await gatherAll(year)
  const { world, stage, assessment } = year
  await world.act(stage.people.rootOffice, async (context) => {
    await assessmentActions.freezeAssessment(context, { assessment })
    if (!(await assessmentById(context, assessment))?.frozenAt) throw new Error('not frozen')
  })
}
