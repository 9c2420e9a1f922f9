import { addDays } from '#basics/calendar.ts'
import { scoringActions } from '#programme/scoring/actions.ts'
import { sheetFile } from '#programme/scoring/cells.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import { draftSheet, nextSheet } from './next-sheet.ts'

/** The sheet of the running year, issued, and a later draft of it that cannot be issued as it is. */
export function sheetActs(loading: Loading): Act[] {
  const { anchor, cycles } = loading.sample
  const { year } = cycles.running
  const act = (daysBefore: number, run: Act['run']): Act => {
    return { at: at(loading, addDays(anchor, -daysBefore)), by: numberOf(loading, 'rootOffice'), run }
  }
  return [
    act(9, async (context) => {
      const sheet = await importSheet(loading, context, `${year}年分类考核细则.xlsx`, nextSheet(year))
      await scoringActions.issueSheet(context, { sheet })
    }),
    act(3, (context) => importSheet(loading, context, `${year}年分类考核细则（征求意见）.xlsx`, draftSheet(year))),
  ]
}

/** As an office does it: the sheet comes in as the Excel file that the program itself writes. */
async function importSheet(
  loading: Loading,
  context: Parameters<Act['run']>[0],
  name: string,
  data: Sheet,
): Promise<string> {
  const organisation = organisationOf(loading, loading.sample.organisations[0]!.code).id
  const file = { name, bytes: new Uint8Array(await sheetFile(data)) }
  const { sheet, errors } = await scoringActions.importSheet(context, { organisation, file })
  if (!sheet) throw new Error(`the rule sheet has errors: ${JSON.stringify(errors)}`)
  return sheet.id
}
