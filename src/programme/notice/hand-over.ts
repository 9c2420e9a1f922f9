import { type Context, writeHistory } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { close } from './rules/notice.ts'
import { loadNotice, noticeFrom, saveClosed, saveConcerned, saveHandedOver } from './store.ts'

/** Ends a notice whose subject is gone, with the reason that everybody reads who reads the notice. */
export async function takeNoticeDown(context: Context, id: string, reason: string): Promise<void> {
  const row = await loadNotice(context, id)
  accept(close(noticeFrom(row), 'taken-down', { open: 0, upheld: 0, waiting: 0 }, context.now))
  await saveClosed(context, id, row.last_day, 'taken-down', reason)
  const about = { kind: 'notice', id, organisation: row.concerns_id ?? row.organisation_id }
  await writeHistory(context, 'notice.taken-down', about, { reason })
}

/** An open notice is about another organisation from now on: the successor of the one it was about. */
export async function noticeConcerns(context: Context, id: string, organisation: string): Promise<void> {
  await loadNotice(context, id)
  await saveConcerned(context, id, organisation)
}

/** Another organisation handles from now on what this one had still to handle; answers how many notices. */
export async function handOverNotices(context: Context, from: string, to: string): Promise<number> {
  const notices = await saveHandedOver(context, from, to)
  const subject = { kind: 'organisation', id: from, organisation: from }
  if (notices > 0) await writeHistory(context, 'notice.handed-over', subject, { to, notices })
  return notices
}
