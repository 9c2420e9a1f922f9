import type { OrganisationId } from '#basics/id.ts'
import type { Actions, Context } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { organisation } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import type { themeContract } from './contract.ts'
import { followDuties } from './duties.ts'
import { publicise, putInForce, sendBackToBranch } from './in-public.ts'
import { compareTheme, tellNear } from './nearing.ts'
import { branchPathOf, themeById, themesFor, themesOf } from './reads.ts'
import { callsBehind } from './reads-call.ts'
import { nearestTo } from './reads-near.ts'
import { brandById, wall } from './reads-wall.ts'
import { countWork, workOf } from './reads-work.ts'
import { restOf } from './resting.ts'
import { giveVerdict } from './reviewing.ts'
import { mustRevise } from './revising.ts'
import { routeOf } from './route-views.ts'
import { beginAnew, draftable } from './rules/draft.ts'
import { NEAR_PERCENT } from './rules/nearness.ts'
import { checkingSeat, may, mayDraft, mayRead } from './rules/permissions.ts'
import { withPhrase } from './rules/phrase.ts'
import { usualComparison } from './rules/texts.ts'
import { change, check, submit, withdraw } from './rules/theme.ts'
import { takeStep } from './steps.ts'
import { insertTheme, loadTheme, saveSubmission, saveTexts, saveTheme } from './store.ts'
import { brandRowView, brandView, nearView, rowViews, themeView } from './views.ts'

export const themeActions: Actions<typeof themeContract> = {
  async listThemes(context, filter) {
    const { rows, next } = await themesFor(context, filter)
    return { rows: await rowViews(context, rows), next, total: null }
  },

  async readTheme(context, { theme }) {
    return view(context, theme)
  },

  async draftTheme(context, { organisation: id, ...texts }) {
    const branch = found(await organisation(context, id))
    permit(mayDraft(context.actor, id as OrganisationId))
    await mustStand(context, id)
    const cycle = await openCycleFor(context, branch.path)
    const { underWay, inForce } = await themesOf(context, id)
    accept(draftable(branch.kind, cycle !== undefined, underWay !== undefined))
    accept(beginAnew(inForce !== undefined))
    const theme = await insertTheme(context, { branch: id, cycle: cycle!.id, steward: cycle!.organisationId, texts })
    await takeStep(context, theme, 'drafted', 'secretary', id)
    await compareTheme(context, theme, { branch: id as OrganisationId, texts })
    return view(context, theme)
  },

  async changeTheme(context, { theme: id, ...texts }) {
    const theme = await loadTheme(context, id)
    permit(may(context.actor, 'change', theme))
    accept(change(theme, texts))
    await saveTexts(context, id, texts)
    await compareTheme(context, id, { ...theme, texts })
    await takeStep(context, id, 'changed', 'secretary', theme.branch)
    return view(context, id)
  },

  async submitTheme(context, { theme: id, adoption }) {
    const theme = await loadTheme(context, id)
    permit(may(context.actor, 'submit', theme))
    const cycle = await openCycleFor(context, theme.branchPath)
    const route = await routeOf(context, theme.branchPath, cycle?.organisationId, context.today)
    const submitted = accept(submit(theme, context.actor.person, route))
    await mustRevise(context, theme)
    const rests = await restOf(context, theme, adoption)
    accept(draftable('branch', cycle !== undefined, false))
    await takeStep(context, id, 'submitted', 'secretary', theme.branch, '', submitted)
    await saveTheme(context, submitted)
    const during = { cycle: cycle!.id, steward: cycle!.organisationId }
    await saveSubmission(context, id, { ...during, rests })
    await followDuties(context, id)
    await compareTheme(context, id, submitted)
    await tellNear(context, submitted)
    return view(context, id)
  },

  async withdrawTheme(context, { theme: id }) {
    const theme = await loadTheme(context, id)
    permit(may(context.actor, 'withdraw', theme))
    const withdrawn = accept(withdraw(theme))
    await takeStep(context, id, 'withdrawn', 'secretary', theme.branch)
    await saveTheme(context, withdrawn)
    await followDuties(context, id)
    return view(context, id)
  },

  async reviewTheme(context, { theme: id, phrase, ...given }) {
    const theme = await loadTheme(context, id)
    permit(may(context.actor, 'review', theme))
    accept(await giveVerdict(context, theme, { ...given, comment: withPhrase(phrase, given.comment) }))
    return view(context, id)
  },

  async checkTheme(context, { theme: id, result, phrase, ...given }) {
    const theme = await loadTheme(context, id)
    permit(may(context.actor, 'check', theme))
    const comment = withPhrase(phrase, given.comment)
    const checked = accept(check(theme, { result, comment }, context.actor.person, context.now))
    const { organisation: at } = checkingSeat(context.actor, theme)!
    const step = result === 'clear' ? 'checked' : 'check-returned'
    await takeStep(context, id, step, 'confidentiality', at, comment)
    await saveTheme(context, checked)
    await followDuties(context, id)
    return view(context, id)
  },

  async publiciseTheme(context, { theme, ...wished }) {
    await publicise(context, theme, wished)
    return view(context, theme)
  },

  async putInForce(context, { theme }) {
    await putInForce(context, theme)
    return view(context, theme)
  },

  async sendThemeBack(context, { theme, comment }) {
    await sendBackToBranch(context, theme, comment)
    return view(context, theme)
  },

  async nearestThemes(context, { organisation: id, name, meaning }) {
    permit(mayRead(context.actor, found(await organisation(context, id)).path))
    return { rows: (await nearestTo(context, { name, meaning }, id)).map(nearView), nearFrom: NEAR_PERCENT }
  },

  async listMyWork(context, filter) {
    const { rows, next } = await workOf(context, filter)
    const known = next === null && filter.cursor === undefined ? { [filter.list]: rows.length } : {}
    return { rows: await rowViews(context, rows), next, counts: await countWork(context, known) }
  },

  async readMyTheme(context, { organisation: id }) {
    const { path, parent_name: above } = found(await organisation(context, id))
    permit(mayRead(context.actor, path))
    const { underWay, inForce } = await themesOf(context, id)
    const cycle = await openCycleFor(context, path)
    return {
      underWay: underWay ? await themeView(context, underWay) : null,
      calls: await callsBehind(context, id, underWay?.id ?? id),
      inForce: inForce ? await themeView(context, inForce) : null,
      usualComparison: usualComparison(above),
      mayDraft: !underWay && !inForce && cycle !== undefined && mayDraft(context.actor, id as OrganisationId).ok,
    }
  },

  async listBrands(context, filter) {
    const { rows, ...rest } = await wall(context, filter)
    return { rows: rows.map(brandRowView), ...rest }
  },

  async readBrand(context, { brand }) {
    return brandView(context, found(await brandById(context, brand)))
  },
}

export const themeReach = {
  async theme(context: Context, id: string) {
    const path = await branchPathOf(context, id)
    return path !== undefined && mayRead(context.actor, path).ok
  },
  brand: async (context: Context, id: string) => (await brandById(context, id)) !== undefined,
}

async function view(context: Context, id: string) {
  return themeView(context, found(await themeById(context, id)))
}
