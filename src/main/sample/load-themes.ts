import { themeActions } from '#programme/theme/actions.ts'
import { allYes } from '#programme/theme/rules/questions.ts'
import { sampleCalls } from './calls.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import type { SampleTheme } from './types.ts'

/** Which quarter of an hour of its day each step has, so that those of one day follow each other. */
const turns = { drafted: 0, submitted: 2, reviewed: 4, checked: 10, disclosed: 12, inForce: 14 }

/** Every theme is drafted, submitted, reviewed up the tree, checked, disclosed and put in force, as far as it has got. */
export function themeActs(loading: Loading): Act[] {
  return loading.sample.themes.flatMap((theme) => [
    ...proposed(loading, theme),
    ...('reviews' in theme ? reviewed(loading, theme) : []),
    ...('notice' in theme ? disclosed(loading, theme) : []),
  ])
}

function proposed(loading: Loading, theme: SampleTheme): Act[] {
  const by = theme.draftedBy
  const { name, meaning, strengths, aspect, comparison, coreWork: tie, lasting, goals } = theme
  const texts = { name, meaning, strengths, aspect, comparison, tie, lasting, goals, slogan: theme.slogan ?? '' }
  const draft: Act = {
    at: at(loading, theme.draftedOn, turns.drafted),
    by,
    branch: theme.branch,
    async run(context) {
      const organisation = organisationOf(loading, theme.branch).id
      loading.themes.set(theme.branch, (await themeActions.draftTheme(context, { organisation, ...texts })).id)
    },
  }
  if (theme.state === 'draft') return [draft]
  const { adoption, submittedOn } = theme
  // what is known from a call is not told again
  const told = !sampleCalls(loading.sample).some(({ branch, meeting }) => meeting && branch === theme.branch)
  const submit: Act = {
    at: at(loading, submittedOn, turns.submitted),
    by,
    branch: theme.branch,
    run: (context) => themeActions.submitTheme(context, { theme: idOf(loading, theme), ...(told && { adoption }) }),
  }
  return [draft, submit]
}

function reviewed(loading: Loading, theme: Exclude<SampleTheme, { state: 'draft' }>): Act[] {
  return theme.reviews.map(({ by, verdict: result, comment, no, on }, stage) => ({
    at: at(loading, on, turns.reviewed + stage),
    by,
    branch: theme.branch,
    run: (context) =>
      themeActions.reviewTheme(context, {
        theme: idOf(loading, theme),
        result,
        comment,
        stage,
        answers: { ...allYes(), ...(no && { [no]: { answer: 'no', remark: '' } }) },
      }),
  }))
}

function disclosed(loading: Loading, theme: SampleTheme & { state: 'on-notice' | 'in-force' }): Act[] {
  const office = numberOf(loading, 'rootOffice')
  const { confidentiality, notice } = theme
  const check: Act = {
    at: at(loading, confidentiality.on, turns.checked),
    by: confidentiality.by,
    branch: theme.branch,
    run: (context) => themeActions.checkTheme(context, { theme: idOf(loading, theme), result: 'clear', comment: '' }),
  }
  const publicise: Act = {
    at: at(loading, notice.from, turns.disclosed),
    by: office,
    branch: theme.branch,
    async run(context) {
      const { workingDays: days, scope } = notice
      const shown = await themeActions.publiciseTheme(context, { theme: idOf(loading, theme), days, scope })
      loading.notices.set(theme.branch, shown.notice!.id)
    },
  }
  if (theme.state === 'on-notice') return [check, publicise]
  const effect: Act = {
    at: at(loading, theme.effectiveOn, turns.inForce),
    by: office,
    branch: theme.branch,
    run: (context) => themeActions.putInForce(context, { theme: idOf(loading, theme) }),
  }
  return [check, publicise, effect]
}

function idOf({ themes }: Loading, { branch }: SampleTheme): string {
  return themes.get(branch)!
}
