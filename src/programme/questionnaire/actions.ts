import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { book, release } from '#programme/burden/booking.ts'
import { seesAsked } from '#programme/burden/rules/asking.ts'
import { organisationsById, pathOf } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import { answerSlip, drawSlips, readSlip, resultOf } from './answering.ts'
import type { questionnaireContract } from './contract.ts'
import { makeKey } from './keys.ts'
import { loaded, subjectOf } from './loaded.ts'
import { askedAlready, questionnaireById, questionnairesSeen } from './reads.ts'
import { mayAsk, mayWith } from './rules/permissions.ts'
import {
  abandon,
  approve,
  type Content,
  change,
  closable,
  close,
  draftable,
  open,
  type Question,
  type Questionnaire,
} from './rules/questionnaire.ts'
import { deleteQuestionnaire, insertQuestionnaire, saveQuestionnaire } from './store.ts'
import { destroyAnswers, usedSlips } from './store-slips.ts'
import { questionnaireView, rowView } from './view.ts'

export const questionnaireActions: Actions<typeof questionnaireContract> = {
  async listQuestionnaires(context, filter) {
    const { rows, next } = await questionnairesSeen(context, filter)
    return { rows: rows.map(rowView), next, total: null }
  },

  async readQuestionnaire(context, { questionnaire }) {
    return questionnaireView(context, questionnaire)
  },

  async draftQuestionnaire(context, { organisation: id, ...sent }) {
    const organisation = id as OrganisationId
    const path = found(await pathOf(context, id))
    permit(mayWith(context.actor, 'draft', { organisation, path }))
    await mustStand(context, id)
    const { content, paths } = await contentOf(context, path, sent)
    const questionnaire: Questionnaire = {
      id: context.newId(),
      organisation,
      content: accept(draftable(content, paths)),
      draftedBy: context.actor.person,
      draftedAt: context.now,
      approval: null,
      state: 'draft',
    }
    await insertQuestionnaire(context, questionnaire)
    return noted(context, questionnaire, 'questionnaire.drafted')
  },

  async changeQuestionnaire(context, { questionnaire: id, ...sent }) {
    const { questionnaire, path } = await loaded(context, id, 'change')
    const { content, paths } = await contentOf(context, path, sent)
    const changed = accept(change(questionnaire, content, paths))
    await saveQuestionnaire(context, changed)
    return noted(context, changed, 'questionnaire.changed')
  },

  async discardQuestionnaire(context, { questionnaire: id }) {
    const { questionnaire } = await loaded(context, id, 'discard')
    accept(questionnaire.state === 'draft' ? allow(true) : refuse('questionnaire.not-draft'))
    await deleteQuestionnaire(context, id)
    await writeHistory(context, 'questionnaire.discarded', subjectOf(questionnaire), {
      title: questionnaire.content.title,
    })
    return { done: true as const }
  },

  async approveQuestionnaire(context, { questionnaire: id }) {
    const { questionnaire } = await loaded(context, id, 'approve')
    const approved = accept(approve(questionnaire, context.actor.person, context.now))
    await saveQuestionnaire(context, approved)
    return noted(context, approved, 'questionnaire.approved')
  },

  async openQuestionnaire(context, { questionnaire: id }) {
    const { questionnaire, path } = await loaded(context, id, 'open')
    const asked = await askedAlready(context, questionnaire)
    const opened = accept(
      open(questionnaire, { by: context.actor.person, at: context.now, today: context.today, asked }),
    )
    const { title, minutes, groups } = opened.content
    await book(context, {
      organisation: opened.organisation,
      path,
      subject: { kind: 'questionnaire', id },
      title,
      minutes,
      addressees: groups.map(({ organisation }) => organisation),
      approvedBy: opened.approval?.by ?? null,
    })
    await saveQuestionnaire(context, opened, makeKey(id))
    return noted(context, opened, 'questionnaire.opened')
  },

  drawSlips,
  readSlip,
  answerSlip,

  async closeQuestionnaire(context, { questionnaire: id }) {
    const { questionnaire } = await loaded(context, id, 'close')
    const over = accept(closable(questionnaire, context.today))
    const result = await resultOf(context, over)
    const closed = close(over, { by: context.actor.person, at: context.now, result })
    return ended(context, closed, 'questionnaire.closed')
  },

  async abandonQuestionnaire(context, { questionnaire: id, reason }) {
    const { questionnaire } = await loaded(context, id, 'abandon')
    const abandoned = accept(abandon(questionnaire, context.actor.person, context.now, reason))
    if ((await usedSlips(context, id)) === 0) await release(context, { kind: 'questionnaire', id })
    return ended(context, abandoned, 'questionnaire.abandoned', { reason })
  },
}

export const questionnaireReach = {
  async questionnaire(context: Context, id: string): Promise<boolean> {
    const known = await questionnaireById(context, id)
    if (!known) return false
    const { row, questionnaire } = known
    const groups = questionnaire.content.groups.map(({ organisation }) => organisation)
    const places = await organisationsById(context, groups)
    const addressees = [...places.values()].map(({ path }) => path)
    return seesAsked(context.actor, { draft: row.state === 'draft', path: row.organisationPath, addressees })
  },
}

type Sent = Omit<Content, 'questions' | 'groups' | 'online'> & {
  questions: Question[]
  groups: { organisation: string; slips: number }[]
  legalOffice?: string | undefined
  legalDocument?: string | undefined
}

/** What was sent: groups that are there, at or below the one that asks; online by an office and its document, or not. */
async function contentOf(
  context: Context,
  path: string,
  { legalOffice, legalDocument, groups: sent, ...rest }: Sent,
): Promise<{ content: Content; paths: string[] }> {
  accept(
    (legalOffice === undefined) === (legalDocument === undefined)
      ? allow(true)
      : refuse('questionnaire.online-by-office-and-document'),
  )
  const online = legalOffice && legalDocument ? { legalOffice, document: legalDocument } : null
  const groups = sent.map((each) => ({ ...each, organisation: each.organisation as OrganisationId }))
  const there = await organisationsById(
    context,
    groups.map(({ organisation }) => organisation),
  )
  const paths = groups.map(({ organisation }) => found(there.get(organisation)).path)
  accept(mayAsk(path, paths))
  return { content: { ...rest, groups, online }, paths }
}

/** Destroys slips and answers, and when this is kept the key as well. */
async function ended(context: Context, questionnaire: Questionnaire, action: string, detail = {}) {
  await saveQuestionnaire(context, questionnaire)
  await destroyAnswers(context, questionnaire.id)
  await context.enqueue('questionnaire.destroy-keys', {})
  return noted(context, questionnaire, action, detail)
}

async function noted(context: Context, questionnaire: Questionnaire, action: string, detail = {}) {
  await writeHistory(context, action, subjectOf(questionnaire), { title: questionnaire.content.title, ...detail })
  return questionnaireView(context, questionnaire.id)
}
