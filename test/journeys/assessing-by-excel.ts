import { assessmentContract } from '#programme/assessment/contract.ts'
import { cellFacts, listSheets, MAIN, mainColumns, NONE } from '#programme/assessment/facts-layout.ts'
import { rosterOf } from '#programme/assessment/reads-branches.ts'
import { writeFact } from '#programme/assessment/rules/fact-cells.ts'
import { rowsOfValue } from '#programme/assessment/rules/fact-rows.ts'
import { votersOf } from '#programme/assessment/rules/fact-source.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { insertPerson, insertPost } from '#programme/organisation/store.ts'
import { sheetFile } from '#programme/scoring/cells.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'

export interface Office {
  world: World
  stage: Stage
  cycle: string
  /** Two people of the office that runs the assessment: what one counts the other confirms. */
  one: Browser
  other: Browser
}

/** A year under way and an office of two. */
export async function openOffice(year = 2025): Promise<Office> {
  const world = await openWorld({ today: `${year}-12-10` })
  const stage = await setStage(world)
  const draft = await world.as(stage.people.rootOffice)
  const { root } = stage.organisations
  const { id: cycle } = await draft.get(cycleContract.draftCycle, {
    organisation: root,
    year,
    title: `${year}年度品牌党支部创建`,
    overallGoal: '争当实现海事科学发展的排头兵',
    purpose: null,
    meeting: null,
    calendar: [{ kind: 'self-score', title: '自评', from: `${year}-12-05`, to: `${year}-12-25`, region: null }],
    approvingBody: '示例海事局党委',
    documentNumber: `示海党〔${year}〕1号`,
    termFrom: `${year}-01-01`,
    termTo: `${year + 1}-06-30`,
    scope: 'party',
    noticeDays: 5,
  } as never)
  await draft.get(cycleContract.openCycle, { cycle })
  const second = await world.act(stage.people.rootOffice, async (context) => {
    const person = await insertPerson(context, { staffNo: 'GD0099', name: '沈清', kind: 'member', organisation: root })
    const post = { person, post: 'office' as const, organisation: root, fromOn: '2020-01-01' }
    await insertPost(context, { ...post, importId: null, confirmedBy: stage.people.rootSecretary })
    return person
  })
  // what is frozen must be over
  await world.setTime(noon(`${year + 1}-01-05`))
  return { world, stage, cycle, one: await world.as(stage.people.rootOffice), other: await world.as(second) }
}

/** Imports the sheet from its Excel file, issues it, and opens an assessment by it. */
export async function openBy({ world, stage, cycle, one }: Office, sheet: Sheet) {
  const file = { name: `${sheet.code}.xlsx`, bytes: new Uint8Array(await sheetFile(sheet)) }
  const imported = await one.get(scoringContract.importSheet, { organisation: stage.organisations.root, file })
  if (!imported.sheet) throw new Error(JSON.stringify(imported.errors))
  await one.get(scoringContract.issueSheet, { sheet: imported.sheet.id })
  const { id } = await one.get(assessmentContract.openAssessment, {
    cycle,
    sheet: imported.sheet.id,
    selfScoreFrom: `${sheet.year}-12-05`,
    selfScoreTo: `${sheet.year}-12-25`,
  })
  const roster = await world.act(stage.people.rootOffice, (context) => rosterOf(context, id))
  return { id, sheet: imported.sheet.id, roster }
}

/** The Excel file that an office fills in: the facts of these branches, by name, as the template wants them. */
export async function filledIn(
  sheet: Sheet,
  branches: { name: string; facts: Facts }[],
): Promise<Uint8Array<ArrayBuffer>> {
  const document = '示海考〔2025〕8号'
  const value = (facts: Facts, { key }: FactNeed): FactValue | undefined => facts[key]?.value
  const main = branches.map(({ name, facts }) => [
    name,
    null,
    ...cellFacts(sheet).flatMap((need) => {
      const given = value(facts, need)
      return given ? [writeFact(given), document] : [null, null]
    }),
  ])
  const lists = listSheets(sheet).map(({ name: sheetName, need, of, columns }) => {
    const rows = branches.flatMap(({ name, facts }) => {
      const given = value(facts, need)
      if (!given) return []
      const all = of === 'survey' || of === 'votes' ? counted(sheet, need, given) : rowsOfValue(given).map(numbered)
      const said = all.length > 0 || of === 'honours' ? all : [{ [columns[1]!.key]: NONE }]
      return said.map((row) =>
        columns.map(({ key }) =>
          key === 'branch' ? name : key === 'paper' ? document : ((row as Record<string, string>)[key] ?? null),
        ),
      )
    })
    return { name: sheetName, columns: columns.map(asText), rows }
  })
  return new Uint8Array(
    await writeWorkbook({ sheets: [{ name: MAIN, columns: mainColumns(sheet).map(asText), rows: main }, ...lists] }),
  )
}

/** Marks on paper go by the number of the ballot. */
function numbered(row: object, at: number): object {
  return 'ballot' in row ? { ...row, ballot: String(at + 1) } : row
}

function asText({ key, heading }: { key: string; heading: string }) {
  return { key, heading, kind: 'text' as const }
}

function counted(sheet: Sheet, need: FactNeed, value: FactValue): Record<string, string>[] {
  const values = value.shape === 'series' ? value.values : [value]
  return votersOf(sheet, need).slots.flatMap(({ voters, group, period }) => {
    const of = values[(period ?? 1) - 1]!
    if (of.shape !== 'survey' && of.shape !== 'votes') return []
    const own = of.groups.find(({ name }) => name === group)
    if (own?.state !== 'counted') return []
    const base = { voters, heldOn: '2025-12-12' }
    if ('valid' in own)
      return [{ ...base, eligible: String(own.valid + 2), valid: String(own.valid), satisfied: String(own.satisfied) }]
    const votes = Object.fromEntries(own.votes.map(({ option, count }) => [`option:${option}`, String(count)]))
    return [{ ...base, eligible: String(own.votes.reduce((all, { count }) => all + count, 0)), ...votes }]
  })
}
