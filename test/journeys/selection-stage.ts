import { canonical } from '#basics/canonical.ts'
import { type AssessedRow, branchesBelow, rosterOf } from '#programme/assessment/reads-branches.ts'
import { insertAssessment, insertRoster } from '#programme/assessment/store.ts'
import { insertFrozen, saveFrozen } from '#programme/assessment/store-frozen.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { organisation as organisationOf } from '#programme/organisation/reads.ts'
import { changed, faultlessFacts, honour, marks } from '#programme/scoring/rules/example-facts.ts'
import { type Facts, type FactValue, surveyValue } from '#programme/scoring/rules/facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { insertSheet } from '#programme/scoring/store.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { hashing } from '#programme/selection/hashing.ts'
import { type InputData, idOf, inputHash } from '#programme/selection/rules/run-file.ts'
import { type Stage, setStage } from '../stage.ts'
import type { World } from '../world.ts'

export type Branch = 'huangpu' | 'nansha' | 'patrol' | 'window' | 'xuwen'
export const branches: Branch[] = ['huangpu', 'nansha', 'patrol', 'window', 'xuwen']

/** What the branches of the stage differ in; everything else is faultless. */
export const facts: Record<Branch, Record<string, FactValue>> = {
  huangpu: { 'rating.core-task': marks('11.5', '11'), 'outcome.honours': honours('厅局级') },
  nansha: { 'rating.core-task': marks('11', '11') },
  // too few voted to look at the share: a ruling decides
  patrol: { 'survey.satisfaction': surveyValue([{ name: '党员群众', valid: 3, satisfied: 3 }], 5) },
  window: { 'rating.core-task': marks('9', '9.5') },
  xuwen: { 'supplied.benchmark': { shape: 'grade', grade: '差' }, 'rating.core-task': marks('3', '4') },
}

function honours(level: string): FactValue {
  return { shape: 'honours', honours: [honour(level, '水上搜救先进集体')] }
}

/** The sample's sheet with places enough for five branches: half of a region's. */
export const sheet: Sheet = { ...sampleSheet(2025), naming: { ...sampleSheet(2025).naming, percent: '50' } }

const sha = hashing.text

export interface SelectionStage extends Stage {
  cycle: string
  assessment: string
}

/** The stage of all tests, with an open cycle of 2025 and its frozen assessment of five branches. */
export async function setSelectionStage(
  world: World,
  scope: 'party' | 'society' = 'society',
  by: Sheet = sheet,
): Promise<SelectionStage> {
  const stage = await setStage(world)
  const cycle = await openCycle(world, stage, scope)
  const all = branches.map((branch) => ({ id: stage.organisations[branch], facts: facts[branch] }))
  const { root } = stage.organisations
  const of = { by: stage.people.rootOffice, organisation: root, cycle, branches: all, sheet: by }
  return { ...stage, cycle, assessment: await freezeAssessment(world, of) }
}

async function openCycle(world: World, stage: Stage, scope: 'party' | 'society'): Promise<string> {
  const office = await world.as(stage.people.rootOffice)
  const drafted = await office.get(cycleContract.draftCycle, {
    organisation: stage.organisations.root,
    year: 2025,
    title: '2025年度品牌党支部创建',
    overallGoal: '争当海事科学发展的排头兵',
    calendar: [{ kind: 'selection', title: '评选', from: '2026-01-05', to: '2026-02-28', region: null }],
    approvingBody: '示例海事局党委',
    documentNumber: '示海党〔2025〕1号',
    termFrom: '2025-01-01',
    termTo: '2026-12-31',
    scope,
    noticeDays: 5,
  } as never)
  return (await office.get(cycleContract.openCycle, { cycle: drafted.id })).id
}

/** What is frozen: the cycle and whose it is, and of each branch the facts in which it is not faultless. */
export interface Frozen {
  by: string
  organisation: string
  cycle: string
  branches: { id: string; facts: Record<string, FactValue> }[]
  /** The rule sheet, where it is not that of the stage. */
  sheet?: Sheet
}

/** Puts a frozen assessment where the capability that gathers and freezes one would have put it. */
export async function freezeAssessment(world: World, frozen: Frozen): Promise<string> {
  const { by, organisation, cycle, branches, sheet: data = sheet } = frozen
  return world.act(by, async (context) => {
    const paper = { hash: sha(canonical(data)), fileName: '细则.xlsx', fileHash: sha('细则') }
    const sheetId = await insertSheet(context, { organisation, number: 1, sheet: data, ...paper })
    const year = { selfScoreFrom: '2025-12-01', selfScoreTo: '2025-12-20' }
    const assessment = await insertAssessment(context, { cycle, organisation, sheet: sheetId, ...year })
    const { path } = (await organisationOf(context, organisation))!
    const below = await branchesBelow(context, path, data.asOf)
    const roster = below.filter(({ id }) => branches.some((each) => each.id === id))
    await insertRoster(
      context,
      assessment,
      roster.map((line) => ({ ...line, rated: true })),
    )
    const rows = await rosterOf(context, assessment)
    const inputs = rows.flatMap((row) => {
      const { facts } = branches.find(({ id }) => id === row.branch)!
      return inputsOf(row, changed(faultlessFacts(2025), facts)).map((data) => ({
        input: idOf(data),
        assessed: row.id,
        data,
        hash: inputHash(idOf(data), data, hashing),
      }))
    })
    await insertFrozen(context, assessment, 1, inputs, [])
    await saveFrozen(context, assessment)
    return assessment
  })
}

function inputsOf(row: AssessedRow, facts: Facts): InputData[] {
  const { branch: id, name, region, kind, setUpOn } = row
  return [
    { kind: 'branch', branch: { id, name, region, kind, setUpOn, selfScore: { '1': '25' } } },
    ...Object.entries(facts).map(([fact, value]): InputData => ({ kind: 'fact', branch: id, fact, value })),
  ]
}

/** A selection run, ruled on, checked and put on notice; `holds` is what the committee decides of all that is open. */
export async function selectionOnNotice(
  world: World,
  { people, assessment }: Pick<SelectionStage, 'people' | 'assessment'>,
  holds: 'yes' | 'no',
) {
  const { prepareSelection, runSelection, ruleOn, checkSelection, publishSelection } = selectionContract
  const office = await world.as(people.rootOffice)
  const { id: selection } = await office.get(prepareSelection, { assessment })
  const { open } = await office.get(runSelection, { selection })
  for (const { branch, about, code } of open)
    await office.get(ruleOn, { selection, branch: branch.id, about, code, holds, ground: '党委会研究' } as never)
  await (await world.as(people.confidentiality)).get(checkSelection, { selection })
  const { run, notice } = await office.get(publishSelection, { selection })
  return { selection, run: run!.id, notice: notice!.id }
}
