import { yearOf } from '#basics/calendar.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { holidayCalendar } from '#support/holiday/reads.ts'
import { followAnswers, openAnswering } from './duties.ts'
import { objectionsTo, subjectOf } from './reads.ts'
import { changesIn } from './reads-replies.ts'
import type { Replaced } from './rules/compared.ts'
import { ANSWER_DAYS } from './rules/duty.ts'
import { close, disclose, type Outcome, type Scope } from './rules/notice.ts'
import { begin } from './rules/period.ts'
import { type Passage, textOf, traced } from './rules/wording.ts'
import { insertNotice, loadNotice, noticeFrom, saveClosed } from './store.ts'

/** What a capability gives to disclose one of its subjects. */
export interface Disclosure {
  /** The word for the kind of subject, as in the capability's folder: `theme`. */
  subjectKind: string
  subjectId: string
  /** The organisation whose Party-building office handles opinions and objections. */
  organisation: string
  /** The organisation it is about, where it is about one: its secretary and those above read what was said. */
  concerns: string | null
  /** The organisation whose programme it belongs to: inside the Party means its people and those below it. */
  within: string
  scope: Scope
  title: string
  body: Passage[]
  /** What stands until this takes effect, where it replaces something: both are shown side by side. */
  replaces?: Replaced | null
  /** A picture that is disclosed with it: a file of the branch's evidence, and what it shows in words. */
  picture?: { id: string; words: string } | null
  /** The portal's page on which all of it stands, open to whoever may read the notice. */
  opens?: string | null
  /** Working days; the day of posting does not count. */
  days: number
  /** Working days after the last one to answer everything; not given: the house default. */
  answerDays?: number
  /** Who checked that nothing secret is disclosed; without a name it is refused. */
  checkedBy: string | null
}

/** Puts a subject on public notice from today, and answers the notice's id. The caller has permitted it. */
export async function openNotice(context: Context, subject: Disclosure): Promise<string> {
  const checkedBy = accept(disclose(subject.checkedBy, context.actor.person))
  const year = yearOf(context.today)
  const counted = begin(context.today, subject.days, await holidayCalendar(context, year, year + 1))
  const answerDays = subject.answerDays ?? ANSWER_DAYS
  const id = await insertNotice(context, { ...subject, checkedBy, counted, answerDays })
  const about = { kind: 'notice', id, organisation: subject.concerns ?? subject.organisation }
  await writeHistory(context, 'notice.opened', about, {
    scope: subject.scope,
    days: subject.days,
    lastDay: counted.lastDay,
  })
  await openAnswering(context, id, { ...subject, lastDay: counted.lastDay, answerDays })
  return id
}

/** Closes a notice for its subject to take effect, or to be sent back; answers the text as adopted opinions changed it. */
export async function closeNotice(
  context: Context,
  id: string,
  outcome: Outcome,
): Promise<{ body: Passage[]; scope: Scope }> {
  const row = await loadNotice(context, id)
  const objected = (await objectionsTo(context, [id])).get(id)!
  accept(close(noticeFrom(row), outcome, objected, context.now))
  const changes = outcome === 'in-effect' ? await changesIn(context, id) : []
  await saveClosed(context, id, row.last_day, outcome)
  await writeHistory(context, 'notice.closed', subjectOf(row), { outcome, changes: changes.length })
  await followAnswers(context, id)
  const body = accept(traced(row.body, changes)).map((each) => ({ label: each.label, text: textOf(each) }))
  return { body, scope: row.scope }
}
