import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { type CycleSummary, cycleById } from '#programme/cycle/reads.ts'
import { pathOf } from '#programme/organisation/reads.ts'
import type { yearlyContract } from './contract-yearly.ts'
import { themeById, themesOf } from './reads.ts'
import { answersTo, prompted, promptFor, promptOf } from './reads-yearly.ts'
import { mayDraft } from './rules/permissions.ts'
import { confirm, mayAsk, mayLook, openPrompt } from './rules/yearly.ts'
import { loadTheme } from './store.ts'
import { themeView } from './views.ts'
import { promptedView, promptView } from './views-yearly.ts'
import { askAll, confirmFor } from './yearly.ts'

export const yearlyActions: Actions<typeof yearlyContract> = {
  async readPrompt(context, { cycle: id }) {
    const cycle = found(await cycleById(context, id))
    permit(mayLook(context.actor))
    return promptView(context, await placed(context, cycle))
  },

  async openPrompt(context, { cycle: id, dueOn }) {
    const cycle = await placed(context, found(await cycleById(context, id)))
    permit(mayAsk(context.actor, cycle.organisationId))
    const { today } = context
    const already = (await promptOf(context, id)) !== null
    const prompt = accept(openPrompt(dueOn, { ...cycle, already, today }))
    const branches = await askAll(context, cycle, prompt)
    const subject = { kind: 'cycle', id, organisation: cycle.organisationId }
    await writeHistory(context, 'theme.prompt-opened', subject, { dueOn, branches })
    return promptView(context, cycle)
  },

  async listPrompted(context, { cycle: id, ...filter }) {
    const cycle = await placed(context, found(await cycleById(context, id)))
    permit(mayLook(context.actor))
    const prompt = await promptOf(context, id)
    if (!prompt) return { rows: [], next: null, total: null }
    const { rows, next } = await prompted(context, cycle.path, prompt, filter)
    return { rows: rows.map((row) => promptedView(context, prompt, row)), next, total: null }
  },

  async confirmTheme(context, { theme: id, sentence }) {
    const theme = await loadTheme(context, id)
    permit(mayDraft(context.actor, theme.branch))
    const prompt = await promptFor(context, theme.branchPath)
    const { underWay } = await themesOf(context, theme.branch)
    const answers = prompt && (await answersTo(context, prompt.id, theme.branch))
    const before = { confirmed: !!answers?.confirmation, underWay: underWay !== undefined }
    accept(confirm(theme, prompt, before))
    await confirmFor(context, prompt!, theme, sentence)
    await writeHistory(context, 'theme.confirmed', { kind: 'theme', id, organisation: theme.branch }, { sentence })
    return themeView(context, found(await themeById(context, id)))
  },
}

async function placed(context: Context, cycle: CycleSummary) {
  return { ...cycle, path: (await pathOf(context, cycle.organisationId))! }
}
