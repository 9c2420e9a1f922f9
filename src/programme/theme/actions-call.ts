import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { organisation } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import type { callContract } from './contract-call.ts'
import { type CallRow, callById, callsBehind, callsOf, contributionsTo, countContributions } from './reads-call.ts'
import { adopt, contribute, drop, handle, linesOf, openCall, stillAtWork } from './rules/call.ts'
import { type CallVerb, may, sees } from './rules/call-permissions.ts'
import { draftable } from './rules/draft.ts'
import * as store from './store-call.ts'
import { callRowView, callView } from './views-call.ts'

const taken = { taken: true } as const

export const callActions: Actions<typeof callContract> = {
  async openCall(context, { organisation: id, question, lastDay }) {
    const { kind, path } = found(await organisation(context, id))
    permit(may(context.actor, 'handle', id as OrganisationId))
    await mustStand(context, id)
    const cycle = await openCycleFor(context, path)
    accept(draftable(kind, cycle !== undefined, false))
    const { open } = await callsBehind(context, id, context.newId())
    accept(openCall(lastDay, open !== null, context.today))
    const call = await store.insertCall(context, { branch: id, cycle: cycle!.id, question, lastDay })
    return noted(context, call, 'call-opened', { lastDay })
  },

  async listCalls(context, filter) {
    const own = context.actor.posts.filter(({ post }) => ['member', 'staff', 'secretary'].includes(post))
    const { rows, next } = await callsOf(context, [...new Set(own.map((held) => held.organisation))], filter)
    return { rows: rows.map((row) => callRowView(context, row)), next, total: null }
  },

  async readCall(context, { call }) {
    return callView(context, found(await callById(context, call)))
  },

  /** No line of history, no session, no person: see `unnamed` in the contract. */
  async contribute(context, { call, text }) {
    const row = await store.holdCall(context, call)
    permitted(context, 'contribute', row)
    accept(contribute(store.callFrom(row), context.now))
    await store.insertContributions(context, call, [text])
    return taken
  },

  async signContribution(context, { call, text }) {
    const row = await store.holdCall(context, call)
    permitted(context, 'contribute', row)
    accept(contribute(store.callFrom(row), context.now))
    await store.insertContributions(context, call, [text], { person: context.actor.person })
    await writeHistory(context, 'theme.contribution-signed', subjectOf(row))
    return taken
  },

  async enterPaper(context, { call, lines, uncopied }) {
    const row = await loaded(context, call, 'handle')
    accept(stillAtWork(store.callFrom(row)))
    const texts = accept(linesOf(lines))
    await store.insertContributions(context, call, texts, { onPaper: true })
    if (uncopied !== undefined) await store.saveUncopied(context, call, uncopied)
    return noted(context, call, 'paper-entered', { copied: texts.length, uncopied: uncopied ?? row.uncopied })
  },

  async listContributions(context, { call, ...filter }) {
    permitted(context, 'handle', found(await callById(context, call)))
    const { rows, next } = await contributionsTo(context, call, filter)
    return { rows: rows.map(contributionView), next, total: null }
  },

  async settleContributions(context, { call, contributions, withheld, ...given }) {
    const row = await loaded(context, call, 'handle')
    accept(stillAtWork(store.callFrom(row)))
    const handling = accept(handle(given))
    const settled = await store.saveHandling(context, call, contributions, { ...handling, withheld })
    return noted(context, call, 'contributions-settled', { settled, uptake: handling.uptake })
  },

  async adoptCall(context, { call, ...meeting }) {
    const row = await loaded(context, call, 'adopt')
    const { left } = await countContributions(context, call)
    await store.saveCall(context, call, accept(adopt(store.callFrom(row), meeting, left, context.today)))
    return noted(context, call, 'call-adopted', meeting)
  },

  async dropCall(context, { call, dropReason: reason }) {
    const row = await loaded(context, call, 'drop')
    await store.saveCall(context, call, accept(drop(store.callFrom(row), reason)))
    return noted(context, call, 'call-dropped', { reason })
  },
}

export const callReach = {
  async call(context: Context, id: string): Promise<boolean> {
    const row = await callById(context, id)
    return row !== undefined && sees(context.actor, row.organisation_id as OrganisationId, row.branch_path)
  },
}

function permitted(context: Context, verb: CallVerb, row: CallRow): void {
  permit(may(context.actor, verb, row.organisation_id as OrganisationId))
}

/** The call, locked, once it is sure that the actor may do this with it. */
async function loaded(context: Context, id: string, verb: CallVerb): Promise<CallRow> {
  const row = await store.loadCall(context, id)
  permitted(context, verb, row)
  return row
}

async function noted(context: Context, id: string, action: string, detail: Record<string, unknown>) {
  const row = found(await callById(context, id))
  await writeHistory(context, `theme.${action}`, subjectOf(row), detail)
  return callView(context, row)
}

function subjectOf(row: CallRow) {
  return { kind: 'call', id: row.id, organisation: row.organisation_id }
}

function contributionView(row: Awaited<ReturnType<typeof contributionsTo>>['rows'][number]) {
  return {
    id: row.id,
    text: row.text,
    givenOn: row.given_on,
    onPaper: row.on_paper,
    by: row.by,
    uptake: row.uptake as 'taken-up' | 'partly' | 'not-taken-up' | null,
    words: row.words ?? '',
    reason: row.reason ?? '',
    withheld: row.withheld,
  }
}
