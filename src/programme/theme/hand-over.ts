import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { accept, found } from '#platform/errors.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { noticeConcerns, takeNoticeDown } from '#programme/notice/hand-over.ts'
import { organisation } from '#programme/organisation/reads.ts'
import { followReorganisation } from './duties.ts'
import { compareTheme } from './nearing.ts'
import { type ThemeRow, themesOf } from './reads.ts'
import { routeOf } from './route-views.ts'
import {
  endWithBranch,
  type Fate,
  passOn,
  reroute,
  type Successor,
  sameRoute,
  takeOver,
  type UnderWay,
} from './rules/hand-over.ts'
import type { Theme, ThemeIn } from './rules/theme.ts'
import { carryStage } from './stages.ts'
import { takeStep } from './steps.ts'
import { insertTheme, loadTheme, markOf, saveTheme, themeFrom } from './store.ts'
import * as store from './store-hand-over.ts'

/*
 * What a reorganisation does to themes, for the capability that performs it, in its transaction:
 *
 *   holdThemes       before anything else: two at once come one after the other
 *   handOverThemes   a branch has ended: what becomes of its theme in force and of the one under way
 *   rerouteThemes    branches or those above them stand elsewhere: who reviews what is being reviewed
 */
export const { holdThemes } = store

/** What became of one theme, or of a call for suggestions before there is one. */
export interface ThemeChange {
  /** Null for a call. */
  theme: string | null
  /** Its name, or what the call asks. */
  name: string
  change: 'handed-over' | 'to-draft' | 'ended' | 'rerouted' | 'passed' | 'call-handed-over' | 'call-dropped'
  from: { branch: string; at: string | null }
  to: { branch: string; at: string | null; theme: string | null } | null
}

export interface Estate {
  from: string
  to: string
  inForce: Fate
  underWay: Fate
  /** What the reorganisation is, for the trail: its document and what it does. */
  ground: string
}

/** What becomes of the themes of a branch that has ended; 409 where its successor has one of its own already. */
export async function handOverThemes(context: Context, estate: Estate): Promise<ThemeChange[]> {
  await store.holdThemes(context, [estate.from, estate.to])
  const { inForce, underWay } = await themesOf(context, estate.from)
  const changes: ThemeChange[] = []
  if (inForce) changes.push(await handOverInForce(context, inForce, estate))
  if (underWay) changes.push(await handOverUnderWay(context, underWay, estate))
  changes.push(...(await handOverCall(context, estate)))
  await store.saveSteward(context, estate.from, estate.to)
  return changes
}

/** The successor goes on asking, unless it asks already or what is under way is to end: then the call is dropped. */
async function handOverCall(context: Context, { from, to, underWay, ground }: Estate): Promise<ThemeChange[]> {
  const [own, another] = [await store.openCallOf(context, from), await store.openCallOf(context, to)]
  if (!own) return []
  const dropped = underWay === 'end' || another !== undefined
  await store.saveCallOf(context, own.id, dropped ? { reason: ground } : { branch: to })
  const change = { theme: null, name: own.question, from: { branch: from, at: null } }
  if (dropped) return [{ ...change, change: 'call-dropped', to: null }]
  return [{ ...change, change: 'call-handed-over', to: { branch: to, at: null, theme: null } }]
}

async function handOverInForce(
  context: Context,
  row: ThemeRow,
  { to, inForce: fate, ground }: Estate,
): Promise<ThemeChange> {
  const successor = await successorAt(context, to)
  accept(takeOver(fate, successor))
  const theme = themeFrom(row) as ThemeIn<'in-force'>
  const from = { branch: row.organisation_id, at: null }
  await step(context, row.id, fate === 'end' ? 'ended' : 'handed-over', row.organisation_id, ground)
  await saveTheme(context, endWithBranch(theme, context.today))
  if (fate === 'end') return { theme: row.id, name: row.name, change: 'ended', from, to: null }
  const next =
    fate === 'with-successor' ? await store.insertContinuation(context, row, to) : await draftFrom(context, row, to)
  await step(context, next, 'taken-over', to, ground)
  await compareTheme(context, next, { ...theme, branch: to as OrganisationId })
  if (fate === 'with-successor') await carryStage(context, row.id, next)
  const change = fate === 'with-successor' ? 'handed-over' : 'to-draft'
  return { theme: row.id, name: row.name, change, from, to: { branch: to, at: null, theme: next } }
}

async function draftFrom(context: Context, row: ThemeRow, branch: string): Promise<string> {
  const { texts } = themeFrom(row)
  const id = await insertTheme(context, {
    branch,
    cycle: row.cycle_id,
    steward: row.steward_id,
    texts,
    mark: markOf(row),
  })
  await store.saveOrigin(context, id, row)
  return id
}

async function handOverUnderWay(
  context: Context,
  row: ThemeRow,
  { to, underWay: fate, ground }: Estate,
): Promise<ThemeChange> {
  const theme = themeFrom(row) as UnderWay
  const next = accept(passOn(theme, fate, await successorAt(context, to), ground))
  const from = { branch: row.organisation_id, at: row.stage_organisation_id }
  if (theme.state === 'noticed' && next.state === 'noticed') await noticeConcerns(context, theme.noticeId, to)
  if (theme.state === 'noticed' && next.state !== 'noticed') await takeNoticeDown(context, theme.noticeId, ground)
  await step(context, row.id, fate === 'end' ? 'ended' : 'handed-over', row.organisation_id, ground)
  await store.saveMoved(context, next)
  // one being reviewed keeps its duty, unless it is routed anew
  if (next.state !== 'submitted') await followReorganisation(context, row.id, ground)
  if (fate === 'end') return { theme: row.id, name: row.name, change: 'ended', from, to: null }
  const change = fate === 'to-draft' ? 'to-draft' : 'handed-over'
  const at = next.state === 'submitted' ? row.stage_organisation_id : null
  return { theme: row.id, name: row.name, change, from, to: { branch: to, at, theme: row.id } }
}

async function successorAt(context: Context, id: string): Promise<Successor> {
  const { name, path } = found(await organisation(context, id))
  const { inForce, underWay } = await themesOf(context, id)
  const theme = (row: ThemeRow | undefined): Theme | null => (row ? themeFrom(row) : null)
  return {
    branch: id as OrganisationId,
    branchPath: path,
    name,
    inForce: theme(inForce),
    underWay: theme(underWay),
  }
}

/**
 * Who reviews, now that these branches or organisations stand elsewhere or have ended (`successors` says to whom): stages
 * passed stay, the rest follows the structure and the plan of today. Answers what has changed.
 */
export async function rerouteThemes(
  context: Context,
  branches: readonly string[],
  successors: ReadonlyMap<string, string>,
  ground: string,
): Promise<ThemeChange[]> {
  const changes: ThemeChange[] = []
  for (const { id } of await store.submittedThemes(context, branches, [...successors.keys()])) {
    const { row, ...theme } = await loadTheme(context, id)
    if (theme.state !== 'submitted') continue
    const cycle = await openCycleFor(context, theme.branchPath)
    const owner = cycle?.organisationId ?? row.steward_id
    const route = await routeOf(context, theme.branchPath, owner, context.today)
    const next = reroute(theme, route, successors)
    if (next.state === 'submitted' && sameRoute(next.route, theme.route)) continue
    await step(context, id, 'rerouted', row.organisation_id, ground)
    await saveTheme(context, next)
    await followReorganisation(context, id, ground)
    const at = next.state === 'submitted' ? next.route[next.stage]!.organisation : null
    changes.push({
      theme: id,
      name: row.name,
      change: next.state === 'passed' ? 'passed' : 'rerouted',
      from: { branch: row.organisation_id, at: row.stage_organisation_id },
      to: { branch: row.organisation_id, at, theme: id },
    })
  }
  return changes
}

type HandOverStep = 'handed-over' | 'taken-over' | 'ended' | 'rerouted'

/** A step that nobody of the review took: the administrator who confirmed the reorganisation. */
function step(context: Context, theme: string, kind: HandOverStep, organisation: string, ground: string) {
  return takeStep(context, theme, kind, 'security-admin', organisation, ground)
}
