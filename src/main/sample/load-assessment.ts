import { addDays } from '#basics/calendar.ts'
import { assessmentActions } from '#programme/assessment/actions.ts'
import { scoringActions } from '#programme/scoring/actions.ts'
import type { SampleAssessment } from './assessment-types.ts'
import { factsFile } from './facts-file.ts'
import { honourActs, ratingActs, selfScoreAct, surveyActs } from './load-gathering.ts'
import { type Act, at, type Loading, numberOf, organisationOf, personOf } from './loading.ts'

/** Days of the last year's assessment that the sample leaves to its reader. */
const SELF_SCORE_FROM = '12-05'
const SELF_SCORE_TO = '12-31'

/** Last year's assessment: the rule sheet from its Excel file, everything that was gathered, and the freeze. */
export function assessmentActs(loading: Loading): Act[] {
  const { assessments, assessmentCalendar: days, cycles } = loading.sample
  const by = numberOf(loading, 'rootOffice')
  const rated = assessments.filter((own) => isRated(loading, own))
  const office = (day: string, turn: number, run: Act['run']): Act => ({ at: at(loading, day, turn), by, run })
  return [
    office(days.openedOn, 0, async (context) => {
      const { year } = cycles.last
      const { bytes } = await scoringActions.downloadSheetTemplate(context, { filled: 'true', year })
      const organisation = organisationOf(loading, loading.sample.organisations[0]!.code).id
      const file = { name: `${year}年考核细则.xlsx`, bytes }
      const { sheet, errors } = await scoringActions.importSheet(context, { organisation, file })
      if (!sheet) throw new Error(`the rule sheet has errors: ${JSON.stringify(errors)}`)
      await scoringActions.issueSheet(context, { sheet: sheet.id })
      const dates = { selfScoreFrom: `${year}-${SELF_SCORE_FROM}`, selfScoreTo: `${year}-${SELF_SCORE_TO}` }
      const cycle = loading.cycles.get(year)!
      const opened = await assessmentActions.openAssessment(context, { cycle, sheet: sheet.id, ...dates })
      loading.assessment = opened.id
      await takeRoster(loading, context)
    }),
    ...assignmentActs(loading, rated, days.openedOn),
    ...assessments.map((own) => selfScoreAct(loading, own)),
    ...rated.flatMap((own) => [...surveyActs(loading, own), ...honourActs(loading, own), ...ratingActs(loading, own)]),
    office(addDays(days.frozenOn, -4), 0, async (context) => {
      const bytes = await factsFile(loading.sample, rated)
      const file = { name: '考核事实.xlsx', bytes }
      const taken = await assessmentActions.uploadFactsFile(context, { assessment: loading.assessment, file })
      if (taken.errors.length > 0) throw new Error(`the facts have errors: ${JSON.stringify(taken.errors.slice(0, 5))}`)
    }),
    office(days.frozenOn, 0, (context) =>
      assessmentActions.freezeAssessment(context, { assessment: loading.assessment }),
    ),
  ]
}

async function takeRoster(loading: Loading, context: Parameters<Act['run']>[0]): Promise<void> {
  const codes = new Map(loading.sample.organisations.map(({ name, code }) => [name, code]))
  let cursor: string | undefined
  do {
    const page = { assessment: loading.assessment, limit: 200, cursor }
    const { rows, next } = await assessmentActions.listAssessed(context, page)
    for (const { id, branch } of rows) loading.assessed.set(codes.get(branch.name)!, id)
    cursor = next ?? undefined
  } while (cursor)
}

/** Whether the branch was old enough; the others score themselves, and are not rated. */
function isRated({ sample }: Loading, { branch }: SampleAssessment): boolean {
  const { setUpOn } = sample.organisations.find(({ code }) => code === branch)!
  return setUpOn <= `${sample.cycles.last.year}-06-30`
}

/** Each assessor gets the branches they are going to rate. */
function assignmentActs(loading: Loading, rated: SampleAssessment[], day: string): Act[] {
  const branches = new Map<string, string[]>()
  for (const { branch, ratings } of rated)
    for (const by of new Set(ratings.map((rating) => rating.by)))
      branches.set(by, [...(branches.get(by) ?? []), branch])
  return [...branches].map(([assessor, codes]) => ({
    at: at(loading, day, 8),
    by: numberOf(loading, 'rootOffice'),
    run: (context) =>
      assessmentActions.assignAssessor(context, {
        assessment: loading.assessment,
        assessor: personOf(loading, assessor),
        assessed: codes.map((code) => loading.assessed.get(code)!),
      }),
  }))
}
