import { themeActions } from '#programme/theme/actions.ts'
import { revisionActions } from '#programme/theme/actions-revision.ts'
import { yearlyActions } from '#programme/theme/actions-yearly.ts'
import { allYes } from '#programme/theme/rules/questions.ts'
import { type Act, at, type Loading, numberOf } from './loading.ts'
import { type SampleRevision, sampleConfirmations, sampleRevisions } from './revisions.ts'

/** Revisions go through the gate as far as they have got; the office asks all branches once, and most confirm. */
export function revisionActs(loading: Loading): Act[] {
  return [...sampleRevisions(loading.sample).flatMap((revision) => revised(loading, revision)), ...yearly(loading)]
}

function revised(loading: Loading, revision: SampleRevision): Act[] {
  const { of, kind, reason } = revision
  const { branch, draftedBy: secretary, adoption } = of
  let id = ''
  const act = (on: string, turn: number, by: string, run: Act['run']): Act => ({
    at: at(loading, on, turn),
    by,
    branch,
    run,
  })
  const begun = act(revision.begunOn, 0, secretary, async (context) => {
    const view = await revisionActions.reviseTheme(context, { theme: loading.themes.get(branch)!, kind, reason })
    id = view.id
    await themeActions.changeTheme(context, { theme: id, ...view.texts, goals: revision.goals })
  })
  const submitted = act(revision.submittedOn, 2, secretary, (context) => {
    const { suggestions, present } = adoption
    const told = { suggestions, takenUp: '按新任务补充了目标。', meetingOn: revision.begunOn, present }
    return themeActions.submitTheme(context, { theme: id, adoption: told })
  })
  const reviews = revision.reviews.map(({ by, on }, stage) =>
    act(on, 4 + stage, by, (context) =>
      themeActions.reviewTheme(context, { theme: id, result: 'pass', comment: '', stage, answers: allYes() }),
    ),
  )
  const { disclosed } = revision
  if (!disclosed) return [begun, submitted, ...reviews]
  const office = numberOf(loading, 'rootOffice')
  return [
    begun,
    submitted,
    ...reviews,
    act(disclosed.checkedOn, 10, of.confidentiality.by, (context) =>
      themeActions.checkTheme(context, { theme: id, result: 'clear', comment: '' }),
    ),
    act(disclosed.from, 12, office, (context) =>
      themeActions.publiciseTheme(context, { theme: id, days: of.notice.workingDays, scope: of.notice.scope }),
    ),
    act(disclosed.effectiveOn, 14, office, (context) => themeActions.putInForce(context, { theme: id })),
  ]
}

function yearly(loading: Loading): Act[] {
  const { openedOn, dueOn, given } = sampleConfirmations(loading.sample)
  const asked: Act = {
    at: at(loading, openedOn, 20),
    by: numberOf(loading, 'rootOffice'),
    run(context) {
      const cycle = loading.cycles.get(loading.sample.cycles.running.year)!
      return yearlyActions.openPrompt(context, { cycle, dueOn })
    },
  }
  const confirmed = given.map(
    ({ branch, by, on, sentence }): Act => ({
      at: at(loading, on, 16),
      by,
      branch,
      run: (context) => yearlyActions.confirmTheme(context, { theme: loading.themes.get(branch)!, sentence }),
    }),
  )
  return [asked, ...confirmed]
}
