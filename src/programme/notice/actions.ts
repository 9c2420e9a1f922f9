import { type Actions, type Context, isSignedIn, nobody, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { contactActions } from './contact.ts'
import type { noticeContract } from './contract.ts'
import { followAnswers } from './duties.ts'
import { paperActions } from './paper.ts'
import { businessOf, type NoticeRow, noticeBehind, noticeById, noticesFor, subjectOf } from './reads.ts'
import { noticeOfPaper } from './reads-paper.ts'
import { changesIn, repliesOn } from './reads-replies.ts'
import { alikeTo, objectionsOn, opinionsOn } from './reads-voices.ts'
import { answer, answerObjection } from './rules/answer.ts'
import { speak } from './rules/notice.ts'
import { mayHandle, mayListen } from './rules/permissions.ts'
import { sees } from './rules/scope.ts'
import { runningActions } from './running.ts'
import * as store from './store.ts'
import { noticeView, objectionView, opinionViews, rowView } from './views.ts'

const taken = { taken: true } as const

export const noticeActions: Actions<typeof noticeContract> = {
  async listNotices(context, filter) {
    const { rows, next } = await noticesFor(context, filter)
    return { rows: rows.map((row) => rowView(row, context.now)), next, total: null }
  },

  async readNotice(context, { notice }) {
    return noticeView(context, found(await noticeById(context, notice)))
  },

  ...runningActions,
  ...contactActions,
  ...paperActions,

  /** No line of history, no session, no person: see `unnamed` in the contract. */
  async giveOpinion(context, { notice, text }) {
    accept(speak(store.noticeFrom(await store.holdNotice(context, notice)), context.now))
    await store.insertOpinion(context, notice, text, null)
    return taken
  },

  async signOpinion(context, { notice, text }) {
    const row = await store.holdNotice(context, notice)
    accept(speak(store.noticeFrom(row), context.now))
    await store.insertOpinion(context, notice, text, context.actor.person)
    await writeHistory(context, 'notice.opinion-signed', subjectOf(row))
    return taken
  },

  async listOpinions(context, { notice, ...filter }) {
    const row = found(await noticeById(context, notice))
    permit(mayListen(context.actor, businessOf(row)))
    const { rows, next } = await opinionsOn(context, notice, filter)
    return { rows: await opinionViews(context, row, rows), next, total: null }
  },

  /** What was answered is published when the notice is closed, and not before. */
  async listReplies(context, { notice, from, limit }) {
    const { outcome } = found(await noticeById(context, notice))
    return outcome === null ? { rows: [], next: null } : repliesOn(context, notice, { from, limit })
  },

  async answerOpinion(context, { opinion, asIn = null, ...given }) {
    const notice = await noticeFor(context, 'opinion', opinion)
    permit(mayHandle(context.actor, businessOf(notice)))
    const changes = await changesIn(context, notice.id)
    const row = await store.loadOpinion(context, opinion)
    const { state } = store.noticeFrom(notice)
    const answered = accept(answer(row, { asIn, ...given }, { state, body: notice.body, changes }))
    const saved = await store.saveAnswer(context, row, answered)
    await writeHistory(context, 'notice.opinion-answered', subjectOf(notice), {
      opinion,
      number: saved.number,
      ...answered,
    })
    await followAnswers(context, notice.id)
    return (await opinionViews(context, notice, [saved]))[0]!
  },

  async closeGroundless(context, { notice, reply, alike, ...chosen }) {
    const row = await store.loadNotice(context, notice)
    permit(mayHandle(context.actor, businessOf(row)))
    const opinions = alike ? await alikeTo(context, notice, chosen.opinions) : chosen.opinions
    const closed = await store.saveGroundless(context, notice, opinions, reply)
    if (closed > 0) await writeHistory(context, 'notice.opinions-groundless', subjectOf(row), { closed, reply })
    await followAnswers(context, notice)
    return { closed }
  },

  /** The line of history names nobody: who objected is in the sealed row alone. */
  async raiseObjection(context, { notice, name, contact, text }) {
    const row = await store.holdNotice(context, notice)
    accept(speak(store.noticeFrom(row), context.now))
    const person = isSignedIn(context.actor) ? context.actor.person : null
    await store.insertObjection(context, notice, text, { name, contact, person })
    await writeHistory({ ...context, actor: nobody }, 'notice.objection-raised', subjectOf(row))
    return taken
  },

  async listObjections(context, { notice }) {
    const row = found(await noticeById(context, notice))
    permit(mayListen(context.actor, businessOf(row)))
    const rows = await objectionsOn(context, notice)
    return { rows: rows.map((each) => objectionView(context.actor, row, each)) }
  },

  async passOnObjection(context, { objection, substance }) {
    const notice = await noticeFor(context, 'objection', objection)
    permit(mayHandle(context.actor, businessOf(notice)))
    const row = await store.loadObjection(context, objection)
    accept(answerObjection(row, { result: 'not-upheld', reply: '', substance }))
    await writeHistory(context, 'notice.objection-passed-on', subjectOf(notice), { objection, substance })
    return objectionView(context.actor, notice, await store.saveObjection(context, objection, { substance }))
  },

  async answerObjection(context, { objection, ...given }) {
    const notice = await noticeFor(context, 'objection', objection)
    permit(mayHandle(context.actor, businessOf(notice)))
    const answered = accept(answerObjection(await store.loadObjection(context, objection), given))
    const saved = await store.saveObjection(context, objection, answered)
    await writeHistory(context, 'notice.objection-answered', subjectOf(notice), { objection, ...answered })
    return objectionView(context.actor, notice, saved)
  },

  async readObjector(context, { objection }) {
    const notice = await noticeFor(context, 'objection', objection)
    permit(mayHandle(context.actor, businessOf(notice)))
    await writeHistory(context, 'notice.objector-read', subjectOf(notice), { objection })
    return store.objectorOf(context, objection)
  },
}

/** A notice is reached by those it is disclosed to; one that was sent back, by those inside. */
export const noticeReach = {
  async notice(context: Context, id: string) {
    const row = await noticeById(context, id)
    return row !== undefined && sees(context.actor, { ...row, within: row.within_path })
  },
  /** What came on paper is the handling office's alone, until it was compared. */
  async paperVoice(context: Context, id: string) {
    const notice = await noticeOfPaper(context, id)
    const row = notice === undefined ? undefined : await noticeById(context, notice)
    return row !== undefined && mayHandle(context.actor, businessOf(row)).ok
  },
  opinion: (context: Context, id: string) => hears(context, 'opinion', id),
  objection: (context: Context, id: string) => hears(context, 'objection', id),
}

async function hears(context: Context, kind: 'opinion' | 'objection', id: string): Promise<boolean> {
  const row = await noticeBehind(context, kind, id)
  return row !== undefined && mayListen(context.actor, businessOf(row)).ok
}

/** The notice an opinion or objection belongs to, locked, so that answers and the closing come one after the other. */
async function noticeFor(context: Context, kind: 'opinion' | 'objection', id: string): Promise<NoticeRow> {
  return store.loadNotice(context, found(await noticeBehind(context, kind, id)).id)
}
