import { addDays } from '#basics/calendar.ts'
import { assessmentActions } from '#programme/assessment/actions.ts'
import type { SampleAssessment } from './assessment-types.ts'
import { type Act, at, type Loading, numberOf } from './loading.ts'
import { bodyOf } from './organisations.ts'
import type { SamplePost, StaffNo } from './types.ts'

const SURVEY = { fact: 'survey.satisfaction', voters: '党员群众' }
const marks = { '2.1': 'rating.core-task', '5.1': 'rating.advanced' }

export function selfScoreAct(
  loading: Loading,
  { branch, selfScores, selfScoredBy, selfScoredOn }: SampleAssessment,
): Act {
  const scores = selfScores.map((own) => ({ ...own, note: '' }))
  return {
    at: at(loading, selfScoredOn, 4),
    by: selfScoredBy,
    branch,
    run: (context) => assessmentActions.selfScore(context, { assessed: assessedOf(loading, branch), scores }),
  }
}

/** The count of the paper survey: typed in by the body's office, and the next day by its secretary. */
export function surveyActs(loading: Loading, { branch, survey }: SampleAssessment): Act[] {
  const { handedOut: eligible, valid, satisfied, on: heldOn } = survey
  const count = { ...SURVEY, eligible, valid, satisfied }
  return [
    {
      at: at(loading, heldOn, 24),
      by: holderOf(loading, 'office', bodyOf(branch)),
      branch,
      run: (context) =>
        assessmentActions.enterSurvey(context, { assessed: assessedOf(loading, branch), ...count, heldOn }),
    },
    {
      at: at(loading, addDays(heldOn, 1), 2),
      by: holderOf(loading, 'secretary', bodyOf(branch)),
      branch,
      run: (context) => assessmentActions.confirmSurvey(context, { assessed: assessedOf(loading, branch), ...count }),
    },
  ]
}

export function ratingActs(loading: Loading, { branch, ratings }: SampleAssessment): Act[] {
  return ratings.map(({ indicator, by, points, reason, comparedWith, on }, turn) => ({
    at: at(loading, on, turn),
    by,
    branch,
    run: (context) =>
      assessmentActions.rate(context, {
        assessed: assessedOf(loading, branch),
        fact: marks[indicator],
        points,
        reason,
        comparedWith: comparedWith ?? '',
      }),
  }))
}

/** Honours as the office has seen their papers. */
export function honourActs(loading: Loading, { branch, honours }: SampleAssessment): Act[] {
  const seenOn = addDays(loading.sample.assessmentCalendar.frozenOn, -6)
  return honours.map(({ level, matter, issuer, documentNumber: document, awardedOn }, turn) => ({
    at: at(loading, seenOn, turn),
    by: numberOf(loading, 'rootOffice'),
    branch,
    run: (context) => {
      const honour = { fact: 'outcome.honours', level, matter, issuer, document, awardedOn }
      return assessmentActions.enterHonour(context, { assessed: assessedOf(loading, branch), ...honour })
    },
  }))
}

function assessedOf({ assessed }: Loading, branch: string): string {
  return assessed.get(branch)!
}

function holderOf({ sample }: Loading, post: SamplePost['post'], organisation: string): StaffNo {
  const holds = (held: SamplePost) => held.post === post && held.organisation === organisation
  const person = sample.people.find(({ posts }) => posts.some(holds))
  if (!person) throw new Error(`nobody in the sample is ${post} of ${organisation}`)
  return person.staffNo
}
