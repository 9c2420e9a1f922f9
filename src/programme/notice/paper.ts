import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { namesOf } from '#programme/organisation/reads.ts'
import type { paperOperations } from './contract-paper.ts'
import { followAnswers } from './duties.ts'
import { businessOf, noticeById, subjectOf } from './reads.ts'
import { noticeOfPaper, type PaperRow, paperOn } from './reads-paper.ts'
import { agree, enter, mend, settle } from './rules/paper.ts'
import { mayHandle } from './rules/permissions.ts'
import { loadNotice, noticeFrom } from './store.ts'
import * as store from './store-paper.ts'

export const paperActions: Actions<typeof paperOperations> = {
  async listPaperVoices(context, { notice, ...filter }) {
    permit(mayHandle(context.actor, businessOf(found(await noticeById(context, notice)))))
    const { rows, next } = await paperOn(context, notice, filter)
    return { rows: await paperViews(context, rows), next, total: null }
  },

  async enterPaperVoice(context, { notice, ...typed }) {
    const row = await handled(context, notice)
    const voice = accept(enter({ ...noticeFrom(row), postedOn: row.posted_on }, typed, context.today))
    const entered = await store.insertPaper(context, notice, voice)
    await writeHistory(context, 'notice.paper-entered', subjectOf(row), { kind: voice.kind, way: voice.way })
    return (await paperViews(context, [entered]))[0]!
  },

  async mendPaperVoice(context, { paperVoice, ...typed }) {
    const row = await handled(context, found(await noticeOfPaper(context, paperVoice)))
    const entry = store.entryFrom(await store.loadPaper(context, paperVoice))
    permit(mend({ ...entry, state: 'waiting' }, context.actor.person))
    accept(mend(entry, context.actor.person))
    const voice = accept(enter({ ...noticeFrom(row), postedOn: row.posted_on }, typed, context.today))
    const mended = await store.saveMended(context, paperVoice, voice)
    await writeHistory(context, 'notice.paper-mended', subjectOf(row), { kind: voice.kind, way: voice.way })
    return (await paperViews(context, [mended]))[0]!
  },

  async confirmPaperVoice(context, { paperVoice, ...typed }) {
    const { row, paper } = await toSettle(context, paperVoice)
    const { name } = store.writerOf(context, paper.identity)
    accept(agree({ kind: paper.kind, way: paper.way, givenOn: paper.given_on, name }, typed))
    await store.saveConfirmed(context, paper)
    await writeHistory(context, 'notice.paper-confirmed', subjectOf(row), { kind: paper.kind, way: paper.way })
    return { taken: true }
  },

  async strikePaperVoice(context, { paperVoice, reason }) {
    const { row } = await toSettle(context, paperVoice)
    const struck = await store.saveStruck(context, paperVoice, reason)
    await writeHistory(context, 'notice.paper-struck', subjectOf(row), { reason })
    await followAnswers(context, row.id)
    return (await paperViews(context, [struck]))[0]!
  },
}

/** The notice, locked, for somebody of the office that handles it. */
async function handled(context: Context, notice: string) {
  const row = await loadNotice(context, notice)
  permit(mayHandle(context.actor, businessOf(row)))
  return row
}

/** An entry of somebody else that waits, and its notice, both locked. */
async function toSettle(context: Context, id: string) {
  const row = await handled(context, found(await noticeOfPaper(context, id)))
  const paper = await store.loadPaper(context, id)
  const entry = store.entryFrom(paper)
  permit(settle({ ...entry, state: 'waiting' }, context.actor.person))
  accept(settle(entry, context.actor.person))
  return { row, paper }
}

/** Who compares an entry is not shown the fields that they type from the paper. */
async function paperViews(context: Context, rows: PaperRow[]) {
  const { person } = context.actor
  const names = await namesOf(
    context,
    rows.flatMap((row) => [row.entered_by, row.struck_by]),
  )
  return rows.map((row) => {
    const entry = store.entryFrom(row)
    const own = row.entered_by === person
    return {
      id: row.id,
      kind: row.kind,
      text: row.text ?? '',
      state: entry.state === 'struck' ? ('struck' as const) : ('waiting' as const),
      enteredBy: names.get(row.entered_by)!,
      enteredOn: row.entered_at.slice(0, 10),
      typed: own ? { way: row.way, givenOn: row.given_on, ...store.writerOf(context, row.identity) } : null,
      struck: row.struck_by
        ? { by: names.get(row.struck_by)!, on: row.struck_at!.slice(0, 10), reason: row.struck_reason! }
        : null,
      allowed: [
        ...(mend(entry, person).ok ? ['mend' as const] : []),
        ...(settle(entry, person).ok ? (['confirm', 'strike'] as const) : []),
      ],
    }
  })
}
