import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, Problem, permit } from '#platform/errors.ts'
import { organisationWithinReach } from '#programme/organisation/reads.ts'
import type { reorganisationContract } from './contract.ts'
import { groundOf, titlesOf } from './naming.ts'
import { perform } from './perform.ts'
import * as reads from './reads.ts'
import { type Hindrance, rehearse, seenAs } from './rehearse.ts'
import { type Act, confirm, enter, turnDown, type Verb, withdraw } from './rules/act.ts'
import { may, mayEnter, sees } from './rules/permissions.ts'
import { namedIn, type Terms, unitsIn } from './rules/terms.ts'
import * as store from './store.ts'
import { actView, preview, rowViews, sentenceOf } from './views.ts'

export const reorganisationActions: Actions<typeof reorganisationContract> = {
  async listReorganisations(context, filter) {
    const { rows, next } = await reads.actsSeen(context, filter)
    const enters = context.actor.posts.some(({ post }) => post === 'system-admin')
    return { rows: await rowViews(context, rows), next, total: null, allowed: enters ? ['enter'] : [] }
  },

  async readReorganisation(context, { reorganisation: id }) {
    return view(context, id)
  },

  async listReorganisationsOf(context, { organisation }) {
    return { rows: await rowViews(context, await reads.actsAbout(context, organisation)) }
  },

  async previewReorganisation(context, { terms, effectiveOn }) {
    const parties = await partiesIn(context, terms)
    accept(enter(terms, effectiveOn, context.today))
    const act = { terms, effectiveOn, document: '' }
    const { value, hindrance } = await preview(context, { ...act, ground: await groundOf(context, act) }, parties)
    const [title] = await titlesOf(context, [act], context.language)
    return { title: title!, effect: value, hindrance: hindrance && sentenceOf(hindrance, context.language) }
  },

  async enterReorganisation(context, entry) {
    const parties = await partiesIn(context, entry.terms)
    accept(enter(entry.terms, entry.effectiveOn, context.today))
    await mustBePossible(context, entry)
    const id = await store.insertAct(context, entry)
    await store.insertParties(context, id, parties)
    await note(context, 'entered', id, parties, { kind: entry.terms.kind, document: entry.document })
    return view(context, id)
  },

  async confirmReorganisation(context, { reorganisation: id, seen }) {
    const { act, parties } = await step(context, 'confirm', id)
    const state = accept(confirm(act, context.today))
    await store.savePlanned(context, id)
    if (state === 'planned') accept(same(seen, await mustBePossible(context, act)))
    else accept(same(seen, await takeEffect(context, act)))
    await note(context, state, id, parties, { document: act.document, effectiveOn: act.effectiveOn })
    return view(context, id)
  },

  async refuseReorganisation(context, { reorganisation: id, reason }) {
    const { act, parties } = await step(context, 'refuse', id)
    await store.saveEnded(context, id, accept(turnDown(act, reason)), reason)
    await note(context, 'refused', id, parties, { reason })
    return view(context, id)
  },

  async withdrawReorganisation(context, { reorganisation: id, reason }) {
    const { act, parties } = await step(context, 'withdraw', id)
    await store.saveEnded(context, id, accept(withdraw(act, reason)), reason)
    await note(context, 'withdrawn', id, parties, { reason })
    return view(context, id)
  },
}

export const reorganisationReach = {
  async reorganisation(context: Context, id: string): Promise<boolean> {
    const row = await reads.actById(context, id)
    return row !== undefined && sees(context.actor, store.actFrom(row).state, await reads.pathsOf(context, id))
  },
}

async function view(context: Context, id: string) {
  return actView(context, found(await reads.actById(context, id)))
}

/** The organisations and units that terms name, if all are there and the actor is the administrator above them. */
async function partiesIn(context: Context, terms: Terms): Promise<reads.PartiesOf> {
  const organisations = terms.of === 'organisation' ? namedIn(terms) : []
  const units = unitsIn(terms)
  for (const id of organisations) found((await organisationWithinReach(context, id)) || null)
  found((await reads.unitsKnown(context, units)) || null)
  permit(mayEnter(context.actor, await reads.pathsOfParties(context, organisations, terms.of === 'unit')))
  return { organisations, units }
}

/** The act, locked, if this person may take this step. */
async function step(context: Context, verb: Verb, id: string): Promise<{ act: Act; parties: reads.PartiesOf }> {
  const act = await store.loadAct(context, id)
  permit(may(context.actor, verb, { ...act, paths: await reads.pathsOf(context, id) }))
  return { act, parties: await reads.partiesOf(context, id) }
}

/** What it would do, by the text that says so; 409 with the reason when it cannot be done. */
async function mustBePossible(context: Context, act: Pick<Act, 'terms' | 'effectiveOn' | 'document'>): Promise<string> {
  const ground = await groundOf(context, act)
  const { value, hindrance } = await rehearse(context, { ...act, ground }, async (_, done) => seenAs(done))
  if (hindrance) throw new Problem(409, hindrance.reason, { details: (hindrance as Hindrance).details })
  return value
}

/** Does what the act says, and keeps line by line what it did. */
export async function takeEffect(context: Context, act: Act): Promise<string> {
  const done = await perform(context, { ...act, ground: await groundOf(context, act) })
  await store.saveInEffect(context, act.id)
  await store.insertLines(context, act.id, done.lines)
  const units = act.terms.of === 'unit'
  const { newcomers } = done
  await store.insertParties(context, act.id, { organisations: units ? [] : newcomers, units: units ? newcomers : [] })
  return seenAs(done)
}

function same(seen: string | undefined, now: string) {
  return seen === undefined || seen === now ? allow(now) : refuse('reorganisation.effect-changed')
}

function note(context: Context, what: string, id: string, { organisations }: reads.PartiesOf, detail: object) {
  const organisation = organisations[0] ?? context.actor.posts[0]!.path.split('/')[0]!
  return writeHistory(context, `reorganisation.${what}`, { kind: 'reorganisation', id, organisation }, { ...detail })
}
