import type { Actions } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import type { revisionContract } from './contract-revision.ts'
import { followDuties } from './duties.ts'
import { compareTheme } from './nearing.ts'
import { themeById, themesOf } from './reads.ts'
import { draftable } from './rules/draft.ts'
import { may, mayDraft } from './rules/permissions.ts'
import { abandon, beginRevision, explain } from './rules/revision.ts'
import { takeStep } from './steps.ts'
import { insertTheme, loadTheme, markOf, saveTheme } from './store.ts'
import { themeView } from './views.ts'
import { answerWithRevision } from './yearly.ts'

export const revisionActions: Actions<typeof revisionContract> = {
  async reviseTheme(context, { theme: of, kind, reason }) {
    const loaded = await loadTheme(context, of)
    permit(mayDraft(context.actor, loaded.branch))
    const { branch, texts, branchPath, id } = accept(beginRevision(loaded))
    await mustStand(context, branch)
    const cycle = await openCycleFor(context, branchPath)
    const { underWay } = await themesOf(context, branch)
    accept(draftable('branch', cycle !== undefined, underWay !== undefined))
    const during = { cycle: cycle!.id, steward: cycle!.organisationId }
    const theme = await insertTheme(context, {
      branch,
      ...during,
      texts,
      mark: markOf(loaded.row),
      revision: { of: id, kind, reason },
    })
    await takeStep(context, theme, 'drafted', 'secretary', branch, reason)
    await compareTheme(context, theme, { branch, texts })
    await answerWithRevision(context, loaded, theme)
    return themeView(context, found(await themeById(context, theme)))
  },

  async explainRevision(context, { theme: id, kind, reason }) {
    const theme = await loadTheme(context, id)
    permit(may(context.actor, 'change', theme))
    await takeStep(context, id, 'explained', 'secretary', theme.branch, reason)
    await saveTheme(context, accept(explain(theme, { kind, reason })))
    return themeView(context, found(await themeById(context, id)))
  },

  async abandonTheme(context, { theme: id }) {
    const theme = await loadTheme(context, id)
    permit(may(context.actor, 'abandon', theme))
    const abandoned = accept(abandon(theme))
    await takeStep(context, id, 'abandoned', 'secretary', theme.branch)
    await saveTheme(context, abandoned)
    await followDuties(context, id)
    return themeView(context, found(await themeById(context, id)))
  },
}
