import type { Actor } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { isSignedIn } from '#platform/context.ts'
import { namesOf } from '#programme/organisation/reads.ts'
import type { noticeContract } from './contract.ts'
import { businessOf, type NoticeRow, noticeById } from './reads.ts'
import { contactOf } from './reads-contact.ts'
import { extensionsOf, groundOfEnd } from './reads-period.ts'
import { changedText, digestOf } from './reads-replies.ts'
import type { ObjectionRow, OpinionRow } from './reads-voices.ts'
import { compared } from './rules/compared.ts'
import { endsAt, isOver } from './rules/notice.ts'
import { handles, mayListen } from './rules/permissions.ts'
import { inside, mayNarrow, sees } from './rules/scope.ts'
import { writerOf } from './store-paper.ts'

type NoticeView = OutputOf<(typeof noticeContract)['readNotice']>
type RowView = OutputOf<(typeof noticeContract)['listNotices']>['rows'][number]

export function rowView(row: NoticeRow, now: string): RowView {
  return {
    id: row.id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    title: row.title,
    scope: row.scope,
    office: { id: row.organisation_id, name: row.office_name },
    concerns: row.concerns_id && row.concerns_name ? { id: row.concerns_id, name: row.concerns_name } : null,
    postedOn: row.posted_on,
    days: row.days,
    extendedDays: row.extended_days,
    firstLastDay: row.first_last_day,
    lastDay: row.last_day,
    provisional: row.provisional,
    state: row.outcome !== null ? 'closed' : isOver({ lastDay: row.last_day }, now) ? 'over' : 'open',
    outcome: row.outcome,
    closedOn: row.closed_at?.slice(0, 10) ?? null,
  }
}

export async function noticeView(context: Context, row: NoticeRow): Promise<NoticeView> {
  const { actor, now } = context
  const brief = rowView(row, now)
  const allowed: NoticeView['allowed'] = []
  if (brief.state === 'open') allowed.push('speak')
  if (mayListen(actor, businessOf(row)).ok) allowed.push('listen')
  if (handles(actor, businessOf(row))) allowed.push('answer')
  if (brief.state === 'open' && handles(actor, businessOf(row))) allowed.push('extend')
  if (row.scope === 'society' && mayNarrow(actor, businessOf(row), row.within_path).ok) allowed.push('narrow')
  const { ground, told, recounted, named } = await groundOfEnd(context, row.id)
  const names = isSignedIn(actor) ? await namesOf(context, [row.checked_by]) : new Map<string, string>()
  return {
    ...brief,
    body: row.body,
    within: { id: row.within_id, name: row.within_name },
    narrowed: narrowedView(actor, row),
    replaces: await replacesView(context, row),
    endsAt: endsAt({ lastDay: row.last_day }),
    end: { ground, told, recounted, named: named.map(({ day, kind, name }) => ({ day, kind, name })) },
    extensions: (await extensionsOf(context, row.id)).map((each) => extensionView(row, each)),
    takenDown: row.taken_down_reason,
    opens: row.opens,
    picture: row.picture_words,
    link: linkTo(context, row.id),
    contact: await contactOf(context, row.organisation_id),
    checkedBy: names.get(row.checked_by) ?? null,
    digest: brief.state === 'closed' ? await digestOf(context, row.id) : null,
    changed: await changedView(context, row, allowed.includes('listen')),
    allowed,
  }
}

/** The address of a notice as people outside open it. */
export function linkTo({ origin }: Pick<Context, 'origin'>, notice: string): string {
  return `${origin}/notices/${notice}`
}

/** While people may speak, for those who read opinions; afterwards for everybody. */
async function changedView(context: Context, row: NoticeRow, listens: boolean): Promise<NoticeView['changed']> {
  const shown = row.outcome === 'in-effect' || (row.outcome === null && listens)
  return shown ? changedText(context, row) : []
}

/** Said of the post, not of the person, who stands in the history. */
function extensionView(row: NoticeRow, each: Awaited<ReturnType<typeof extensionsOf>>[number]) {
  return {
    on: each.extended_at.slice(0, 10),
    days: each.days,
    reason: each.reason,
    document: each.document,
    lastDayBefore: each.last_day_before,
    lastDay: each.last_day,
    by: row.office_name,
  }
}

function narrowedView(actor: Actor, row: NoticeRow): NoticeView['narrowed'] {
  if (row.narrowed_at === null || !inside(actor, row.within_path)) return null
  return { on: row.narrowed_at.slice(0, 10), reason: row.narrowed_reason! }
}

/** Both texts side by side, for those to whom the one that stands is disclosed too. */
async function replacesView(context: Context, { body, replaces }: NoticeRow): Promise<NoticeView['replaces']> {
  const earlier = replaces && (await noticeById(context, replaces.notice))
  if (!earlier || !sees(context.actor, { ...earlier, within: earlier.within_path })) return null
  const picture = earlier.picture_words === null ? null : { words: earlier.picture_words, notice: earlier.id }
  return { reason: replaces.reason, passages: compared(replaces.body, body), picture }
}

/** Opinions as this person may see them: names for the handling office alone. */
export async function opinionViews(context: Context, notice: NoticeRow, rows: OpinionRow[]) {
  const office = handles(context.actor, businessOf(notice))
  const names = office
    ? await namesOf(
        context,
        rows.map((row) => row.person_id),
      )
    : new Map<string, string>()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    text: row.text,
    givenOn: row.given_on,
    named: row.person_id !== null || row.writer !== null,
    by: office ? ((row.person_id && names.get(row.person_id)) ?? (writerOf(context, row.writer).name || null)) : null,
    way: office ? row.way : null,
    disposition: row.disposition,
    reply: row.reply,
    wordings: row.wordings,
    asIn: row.as_in,
    allowed: office && row.disposition === null ? (['answer'] as 'answer'[]) : [],
  }))
}

/** An objection as this person may see it: in its own words for the handling office alone. */
export function objectionView(actor: Actor, notice: NoticeRow, row: ObjectionRow) {
  const office = handles(actor, businessOf(notice))
  const open: ('pass-on' | 'answer')[] = row.result === null ? ['pass-on', 'answer'] : []
  return {
    id: row.id,
    raisedOn: row.raised_on,
    text: office ? row.text : null,
    way: office ? row.way : null,
    substance: row.substance,
    result: row.result,
    reply: row.reply,
    allowed: office ? [...open, 'read-objector' as const] : [],
  }
}
