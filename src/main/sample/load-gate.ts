import { phraseActions } from '#programme/theme/actions-phrase.ts'
import { routeActions } from '#programme/theme/actions-route.ts'
import type { ReviewerKind, RoutePlan, StageRule } from '#programme/theme/rules/route.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import { sharedPhrases } from './review-words.ts'

const stage = (kind: ReviewerKind, days: number, mayReject: boolean): StageRule => ({
  kind,
  by: 'either',
  days,
  mayReject,
})
const general = stage('general-branch', 3, false)
const committee = stage('committee', 5, false)
const group = stage('party-group', 5, false)
const root = stage('root', 5, true)

/** How this year's themes are reviewed in the sample: those below the root pass or return, the root alone rejects. */
export const samplePlan: RoutePlan = {
  'general-branch': [general, committee, root],
  committee: [committee, root],
  'party-group': [group, root],
  root: [root],
}

/** When the running year opens, the office sets the route, and offices write down the phrases they use. */
export function gateActs(loading: Loading): Act[] {
  const { cycles, organisations, namedPeople } = loading.sample
  const day = cycles.running.openedOn
  const top = organisations[0]!.code
  const office = numberOf(loading, 'rootOffice')
  const plan: Act = {
    at: at(loading, day, 1),
    by: office,
    run: (context) =>
      routeActions.setRoutePlan(context, {
        organisation: organisationOf(loading, top).id,
        fromOn: day,
        plan: samplePlan,
      }),
  }
  const bureau = namedPeople.find(({ key }) => key === 'bureauOffice')!
  const phrases = [
    { by: office, code: top },
    { by: bureau.staffNo!, code: bureau.organisation! },
  ].flatMap(({ by, code }) =>
    sharedPhrases.map((text) => ({
      at: at(loading, day, 2),
      by,
      run: (context: Parameters<Act['run']>[0]) =>
        phraseActions.addPhrase(context, { organisation: organisationOf(loading, code).id, text, shared: true }),
    })),
  )
  return [plan, ...phrases]
}
