import type { Context } from '#platform/context.ts'
import { fulfilDuty, openDuties, openDuty } from '#programme/duty/duties.ts'
import { answersTo, type PromptRow, promptFor, themesToAsk } from './reads-yearly.ts'
import type { Theme } from './rules/theme.ts'
import { isAskedAbout, owedAgainBy, type Prompt, yearlyDuty } from './rules/yearly.ts'
import { insertAnswers, insertPrompt } from './store-yearly.ts'

interface Year {
  id: string
  year: number
  path: string
}

/** Each year has a hundred rounds of the duty: the first, and one for each revision that came to nothing. */
const roundOf = (year: number, revisions = 0) => year * 100 + revisions

/** Asks every branch with a theme in force; whose revision is under way has answered already. Answers how many owe it. */
export async function askAll(context: Context, cycle: Year, prompt: Prompt): Promise<number> {
  const id = await insertPrompt(context, cycle.id, prompt)
  const asked = await themesToAsk(context, cycle.path)
  const revised = asked.flatMap(({ organisation_id: branch, id: theme, revision_id: revision, revision_by }) =>
    revision ? [{ branch, theme, revision, by: revision_by! }] : [],
  )
  await insertAnswers(context, id, revised)
  const duties = asked
    .filter(({ revision_id }) => revision_id === null)
    .map(({ organisation_id: organisation, id: theme, name: about }) => ({
      organisation,
      subject: { kind: 'theme', id: theme },
      about,
      round: roundOf(cycle.year),
    }))
  return openDuties(context, { kind: yearlyDuty, cycle: cycle.id, dueOn: prompt.dueOn }, duties)
}

/** What the branch has to answer ends: it has confirmed its theme. */
export async function confirmFor(context: Context, prompt: PromptRow, theme: Theme, sentence: string): Promise<void> {
  await insertAnswers(context, prompt.id, [{ branch: theme.branch, theme: theme.id, sentence }])
  await fulfil(context, theme)
}

/** A revision that has begun answers the prompt, where the theme it revises was asked about. */
export async function answerWithRevision(context: Context, theme: Theme, revision: string): Promise<void> {
  const prompt = await promptFor(context, theme.branchPath)
  if (!prompt || !isAskedAbout(theme, prompt)) return
  await insertAnswers(context, prompt.id, [{ branch: theme.branch, theme: theme.id, revision }])
  await fulfil(context, theme)
}

/** A revision comes to nothing: the branch has to answer anew, unless it has confirmed its theme. */
export async function oweAgain(context: Context, revised: Theme): Promise<void> {
  const prompt = await promptFor(context, revised.branchPath)
  if (!prompt || !isAskedAbout(revised, prompt)) return
  const { confirmation, revisions } = await answersTo(context, prompt.id, revised.branch)
  if (confirmation || revisions === 0) return
  await openDuty(context, {
    kind: yearlyDuty,
    cycle: prompt.cycle,
    dueOn: owedAgainBy(prompt, context.today),
    organisation: revised.branch,
    subject: { kind: 'theme', id: revised.id },
    about: revised.texts.name,
    round: roundOf(prompt.year, revisions),
  })
}

function fulfil(context: Context, { id, branch }: Theme): Promise<number> {
  return fulfilDuty(context, { kind: yearlyDuty.name, subject: { kind: 'theme', id }, organisation: branch })
}
