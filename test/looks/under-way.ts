import type { NamedKey } from '#main/sample/types.ts'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { importContract } from '#programme/organisation/contract-import.ts'
import { questionnaireContract } from '#programme/questionnaire/contract.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { suggestionContract } from '#support/suggestion/contract.ts'
import { organisation, upload } from '../journeys/importing.ts'
import { ANCHOR, people } from '../people.ts'
import { personOf } from '../sample-world.ts'
import type { Browser, World } from '../world.ts'

/** Pages that no link leads to, by who begins with them. */
export type Starts = Partial<Record<NamedKey, string[]>>

/**
 * Puts what the sample has finished or not begun under way, so that its pages are there to be looked at; and where they are.
 */
export async function putUnderWay(world: World): Promise<Starts> {
  const as = async (key: NamedKey) => world.as(await personOf(world, key))
  const office = await as('rootOffice')
  const root = await world.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  const { id: suggestion } = await world.nobody.get(suggestionContract.giveSuggestion, { text: '大字版很好，谢谢' })
  const { id: closed } = await world.db
    .selectFrom('notice')
    .select('id')
    .where('outcome', '=', 'in-effect')
    .where('scope', '=', 'society')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { rows: assessments } = await office.get(assessmentContract.listAssessments, { limit: 50 })
  const frozen = assessments.find(({ frozenAt }) => frozenAt !== null)!
  const scored = await firstOf(office, frozen.id)
  const assessed = await openAssessment(world, office, root.id)
  return {
    outsider: [
      '/answer',
      `/answer?code=${await slip(office)}`,
      `/suggestions/${suggestion}`,
      `/notices/${closed}/replies`,
    ],
    rootOffice: [
      `/desk/cycles/${await draftYear(office, root.id)}/change`,
      `/desk/assessed/${assessed}`,
      `/desk/scores/${scored}`,
      `/desk/try-outs/${frozen.id}/${await draftSheet(office, root.id)}`,
      `/my/phrases/${root.id}`,
      `/my/questionnaires/${await openQuestionnaire(office)}/slips`,
    ],
    noThemeSecretary: ['/my/theme', '/my/calls', await openCall(world)],
    systemAdmin: [
      `/desk/imports/${await bringFile(await as('systemAdmin'), root.name)}/taking-back`,
      `/desk/imports/${await sendFile(await as('systemAdmin'), root.name)}`,
    ],
  }
}

/** The assessment of this year, in which branches score themselves today; the first branch on its roster. */
async function openAssessment(world: World, office: Browser, root: string): Promise<string> {
  const year = Number(ANCHOR.slice(0, 4))
  const sheet = await draftSheet(office, root)
  await office.get(scoringContract.issueSheet, { sheet })
  const cycle = await world.db
    .selectFrom('cycle')
    .select('id')
    .where('year', '=', year)
    .where('organisation_id', '=', root)
    .executeTakeFirstOrThrow()
  const dates = { selfScoreFrom: ANCHOR, selfScoreTo: ANCHOR }
  const opened = await office.get(assessmentContract.openAssessment, { cycle: cycle.id, sheet, ...dates })
  return firstOf(office, opened.id)
}

/** A rule sheet of this year, as it is drafted. */
async function draftSheet(office: Browser, root: string): Promise<string> {
  const year = Number(ANCHOR.slice(0, 4))
  const { bytes } = await office.get(scoringContract.downloadSheetTemplate, { filled: 'true', year })
  const file = { name: '细则.xlsx', bytes: bytes as Uint8Array<ArrayBuffer> }
  return (await office.get(scoringContract.importSheet, { organisation: root, file })).sheet!.id
}

async function firstOf(office: Browser, assessment: string): Promise<string> {
  return (await office.get(assessmentContract.listAssessed, { assessment, limit: 1 })).rows[0]!.id
}

async function openQuestionnaire(office: Browser): Promise<string> {
  return (await office.get(questionnaireContract.listQuestionnaires, { state: 'open', limit: 1 })).rows[0]!.id
}

/** The code of a slip that nobody has used. */
async function slip(office: Browser): Promise<string> {
  const questionnaire = await openQuestionnaire(office)
  const { groups } = await office.get(questionnaireContract.readQuestionnaire, { questionnaire })
  return (await office.get(questionnaireContract.drawSlips, { questionnaire, group: groups[0]!.id })).codes[0]!
}

async function draftYear(office: Browser, root: string): Promise<string> {
  const plan = { organisation: root, year: 2030, title: '2030年度品牌党支部创建' }
  return (await office.get(cycleContract.draftCycle, plan as never)).id
}

/** The call that the sample's branch without a theme has open. */
async function openCall(world: World): Promise<string> {
  const { id } = await world.db
    .selectFrom('theme_call')
    .innerJoin('person', 'person.organisation_id', 'theme_call.organisation_id')
    .select('theme_call.id')
    .where('staff_no', '=', people.noThemeSecretary.staffNo)
    .where('theme_call.state', '=', 'open')
    .executeTakeFirstOrThrow()
  return `/my/calls/${id}`
}

/** A file with one new branch and one mistake. */
async function sendFile(admin: Browser, parent: string): Promise<string> {
  const lines = [organisation('新设的党支部', { parent }), organisation('写错的党支部', { parent: '没有这个党委' })]
  return (await upload(admin, lines, [])).id
}

/** A file that was put into effect: it can be taken back. */
async function bringFile(admin: Browser, parent: string): Promise<string> {
  const { id } = await upload(admin, [organisation('刚导入的党支部', { parent })], [])
  const stands = async (state: string) => {
    const until = Date.now() + 60_000
    while ((await admin.get(importContract.readImport, { import: id })).state !== state) {
      if (Date.now() > until) throw new Error(`the import did not get to ${state}`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  await stands('previewed')
  await admin.get(importContract.applyImport, { import: id })
  await stands('applied')
  return id
}
