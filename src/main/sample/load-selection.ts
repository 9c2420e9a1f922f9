import { selectionActions } from '#programme/selection/actions.ts'
import { type Act, at, type Loading, numberOf } from './loading.ts'

/** How the committee decided what the sheet leaves open: nobody is named where too few voted. */
const RULING = '局党委会议研究：按细则有效票不足5张的不能认定满意度，本年度不予命名。'

/** Last year's selection: run from the frozen assessment, ruled on, checked, on public notice, concluded with titles. */
export function selectionActs(loading: Loading): Act[] {
  const { selectedOn, noticeFrom, namedOn } = loading.sample.assessmentCalendar
  const { disclosure } = loading.sample.cycles.last
  const selection = () => ({ selection: loading.selection })
  const office = (day: string, turn: number, run: Act['run']): Act => {
    return { at: at(loading, day, turn), by: numberOf(loading, 'rootOffice'), run }
  }
  return [
    office(selectedOn, 0, async (context) => {
      loading.selection = (await selectionActions.prepareSelection(context, { assessment: loading.assessment })).id
    }),
    office(selectedOn, 2, async (context) => {
      const { open } = await selectionActions.runSelection(context, selection())
      for (const { branch, about, code } of open) {
        if (about !== 'gate') throw new Error(`the sample leaves more open than gates: ${about} ${code}`)
        const ruling = { branch: branch.id, about, code, holds: 'no' as const, ground: RULING }
        await selectionActions.ruleOn(context, { ...selection(), ...ruling })
      }
    }),
    {
      at: at(loading, selectedOn, 20),
      by: numberOf(loading, 'rootConfidentiality'),
      run: (context) => selectionActions.checkSelection(context, selection()),
    },
    office(noticeFrom, 0, (context) => {
      return selectionActions.publishSelection(context, {
        ...selection(),
        days: disclosure.workingDays,
        scope: disclosure.scope,
      })
    }),
    office(namedOn, 0, (context) => selectionActions.concludeSelection(context, selection())),
  ]
}
