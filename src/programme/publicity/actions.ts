import { allow, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { citable } from '#programme/building/citing.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { organisation } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import type { Brand } from '#programme/theme/reads-stage.ts'
import { holdBrand, makeKnown, noLongerKnown } from '#programme/theme/stages.ts'
import type { publicityContract } from './contract.ts'
import { followDuties } from './duties.ts'
import { isPublishedTo, publicationById, publicationsFor, publicityFor, standingOf } from './reads.ts'
import { cite } from './rules/citation.ts'
import { type Stated, stated } from './rules/naming.ts'
import { concerns, may, mayDraft } from './rules/permissions.ts'
import {
  approve,
  type BrandInForce,
  type Content,
  change,
  check,
  drop,
  type Publication,
  submit,
  withdraw,
} from './rules/publication.ts'
import {
  insertPublication,
  insertStep,
  loadPublication,
  publicationFrom,
  saveContent,
  saveCycle,
  savePublication,
} from './store.ts'
import { concernedRowView, rowView, view } from './views.ts'

export const publicityActions: Actions<typeof publicityContract> = {
  async listPublications(context, filter) {
    const { rows, next } = await publicationsFor(context, filter)
    return { rows: rows.map(rowView), next, total: null }
  },

  async readPublication(context, { publication }) {
    return view(context, publication)
  },

  async listPublicity(context, filter) {
    const { rows, next } = await publicityFor(context, filter)
    return { rows: rows.map((row) => concernedRowView(context, row)), next, total: null }
  },

  async draftPublication(context, { organisation: id, ...input }) {
    const branch = found(await organisation(context, id))
    permit(mayDraft(context.actor, id as OrganisationId))
    await mustStand(context, id)
    accept(branch.kind === 'branch' ? allow(true) : refuse('publicity.only-branches'))
    const during = await openCycle(context, branch.path)
    const content = await contentFrom(context, id, input)
    const publication = await insertPublication(context, { branch: id, ...during, content })
    await noted(context, { id: publication, branch: id }, 'publicity.drafted')
    return view(context, publication)
  },

  async changePublication(context, { publication: id, ...input }) {
    const publication = await loaded(context, id, 'change')
    const content = await contentFrom(context, publication.branch, input)
    await saveContent(context, id, accept(change(publication, content)).content)
    await noted(context, publication, 'publicity.changed')
    return view(context, id)
  },

  async submitPublication(context, { publication: id }) {
    const brand = await brandBehind(context, id)
    await mustStand(context, found(await publicationById(context, id)).organisation_id)
    const publication = await loaded(context, id, 'submit')
    const during = await openCycle(context, publication.branchPath)
    const citations = await citationsOf(context, publication)
    const content = { ...publication.content, citations }
    const submitted = accept(submit({ ...publication, content }, context.actor.person, inForce(brand), context.today))
    await saveContent(context, id, content)
    await saveCycle(context, id, during)
    return taken(context, submitted, 'submitted')
  },

  async dropPublication(context, { publication: id }) {
    return taken(context, accept(drop(await loaded(context, id, 'drop'))), 'dropped')
  },

  async checkPublication(context, { publication: id, ...given }) {
    const publication = await loaded(context, id, 'check')
    const checked = accept(check(publication, given, context.actor.person, context.now))
    return taken(context, checked, checked.state, given.comment)
  },

  async approvePublication(context, { publication: id, result, comment, scope = null }) {
    const brand = await brandBehind(context, id)
    const publication = await loaded(context, id, 'approve')
    const records = await citable(context, recordsOf(publication))
    const ground = { brand: inForce(brand), themes: brand?.themes ?? [], records }
    const given = { result, comment, scope }
    const approved = accept(approve(publication, given, ground, context.actor.person, context.now))
    const answer = await taken(context, approved, approved.state, comment)
    const words = publication.content.title
    if (approved.state === 'published') await makeKnown(context, brand!, { id, words })
    return answer
  },

  async withdrawPublication(context, { publication: id, reason }) {
    const brand = await brandBehind(context, id)
    const publication = await loaded(context, id, 'withdraw')
    const withdrawn = accept(withdraw(publication, reason, context.actor.person, context.now))
    const answer = await taken(context, withdrawn, 'withdrawn', reason)
    const words = `${publication.content.title}：${reason}`
    if (brand?.themes.includes(withdrawn.theme))
      await noLongerKnown(context, brand, { id, words, others: await standingOf(context, brand.themes) })
    return answer
  },
}

export const publicityReach = {
  /** Those concerned from its submission on, its secretary before; once it is published those it goes to. */
  async publication(context: Context, id: string): Promise<boolean> {
    const row = await publicationById(context, id)
    if (!row) return false
    const publication = publicationFrom(row, { citations: [], people: [] })
    return concerns(context.actor, publication) || isPublishedTo(context, id)
  },
}

/** The publication, locked, once it is sure that the actor may do this with it. */
async function loaded(context: Context, id: string, verb: Parameters<typeof may>[1]): Promise<Publication> {
  const publication = found(await loadPublication(context, id))
  permit(may(context.actor, verb, publication))
  return publication
}

/** The brand in force of its branch, locked before the publication: as reorganisations do it, so that none waits for the other. */
async function brandBehind(context: Context, id: string): Promise<Brand | null> {
  return holdBrand(context, found(await publicationById(context, id)).organisation_id)
}

function inForce(brand: Brand | null): BrandInForce | null {
  return brand && { theme: brand.theme as Id<'theme'>, since: brand.since, scope: brand.scope }
}

async function openCycle(context: Context, path: string): Promise<{ cycle: string; steward: string }> {
  const cycle = await openCycleFor(context, path)
  const { id, organisationId } = accept(cycle ? allow(cycle) : refuse('publicity.no-open-cycle'))
  return { cycle: id, steward: organisationId }
}

type ContentInput = Omit<Content, 'citations' | 'naming'> & Stated & { records: string[] }

async function contentFrom(context: Context, branch: string, input: ContentInput): Promise<Content> {
  const { records, names, people, ...rest } = input
  const citations = accept(cite(records, await citable(context, records), branch))
  return { ...rest, citations, naming: accept(stated({ names, people })) }
}

/** What it cites, in the words of today. */
async function citationsOf(context: Context, publication: Publication) {
  const records = recordsOf(publication)
  return accept(cite(records, await citable(context, records), publication.branch))
}

function recordsOf({ content }: Publication): string[] {
  return content.citations.map(({ record }) => record)
}

/** Saves a step: the publication, its trail, its history and whose turn it is. */
async function taken(context: Context, publication: Publication, step: Parameters<typeof insertStep>[2], comment = '') {
  await savePublication(context, publication)
  await insertStep(context, publication, step, comment)
  await noted(context, publication, `publicity.${step}`, comment)
  await followDuties(context, publication.id)
  return view(context, publication.id)
}

async function noted(
  context: Context,
  { id, branch }: { id: string; branch: string },
  action: string,
  comment = '',
): Promise<void> {
  await writeHistory(context, action, { kind: 'publication', id, organisation: branch }, comment ? { comment } : {})
}
