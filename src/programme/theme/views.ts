import { type Day, dayOf, daysBetween, yearOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { type Context, isSignedIn } from '#platform/context.ts'
import { cycleById, openCycleFor } from '#programme/cycle/reads.ts'
import { standingOf } from '#programme/notice/reads.ts'
import { changedBy } from '#programme/notice/reads-replies.ts'
import { compared } from '#programme/notice/rules/compared.ts'
import { namesOf, organisationsById } from '#programme/organisation/reads.ts'
import { holidayCalendar } from '#support/holiday/reads.ts'
import { endOfWorkingDays, type HolidayCalendar } from '#support/holiday/rules/working-days.ts'
import type { themeContract } from './contract.ts'
import { type ThemeRow, themeById, themesOf, trailOf } from './reads.ts'
import { type Near, nearCounts, nearestOf } from './reads-near.ts'
import { phrasesToOffer } from './reads-phrase.ts'
import { holdersAt, ownersOf } from './reads-route.ts'
import type { Adoption } from './rules/adoption.ts'
import { NEAR_PERCENT } from './rules/nearness.ts'
import { allowed, deskOf, mayDraft, type NoticeStanding, resultsFor } from './rules/permissions.ts'
import { type Answers, questions } from './rules/questions.ts'
import { reviewersAt, type Stage } from './rules/route.ts'
import { passagesOf } from './rules/texts.ts'
import { type Theme, underWay } from './rules/theme.ts'
import { themeFrom } from './store.ts'
import { adoptionFrom } from './views-call.ts'
import { hintView } from './views-hint.ts'
import { yearlyView } from './views-yearly.ts'

export type ThemeView = OutputOf<(typeof themeContract)['readTheme']>
type ThemeRowView = OutputOf<(typeof themeContract)['listThemes']>['rows'][number]
type BrandView = OutputOf<(typeof themeContract)['readBrand']>

function rowView(
  context: Context,
  row: ThemeRow,
  standing: NoticeStanding | undefined,
  calendar: HolidayCalendar,
  near: ThemeRowView['near'],
): ThemeRowView {
  const theme = themeFrom(row)
  const dueOn = dueOf(theme, row.since, calendar)
  return {
    id: row.id,
    name: row.name,
    branch: { id: row.organisation_id, name: row.branch_name },
    region: row.region,
    year: row.year,
    state: row.state as Theme['state'],
    at: row.stage_organisation_id && row.at_name ? { id: row.stage_organisation_id, name: row.at_name } : null,
    since: row.since,
    waitedDays: waitedDays(context, row),
    dueOn,
    late: dueOn !== null && context.today > dueOn,
    effectiveOn: row.effective_on,
    near,
    allowed: allowed(context.actor, theme, standing),
  }
}

/** Whole days since it came to where it stands. */
export function waitedDays(context: Pick<Context, 'today'>, row: { since: string }): number {
  return Math.max(0, daysBetween(dayOf(row.since), context.today))
}

/** The last working day of the stage it stands at, counted from the day after it came there. */
function dueOf(theme: Theme, since: string, calendar: HolidayCalendar): Day | null {
  const days = theme.state === 'submitted' ? theme.route[theme.stage]!.days : null
  return days === null ? null : endOfWorkingDays(dayOf(since), days, calendar).lastDay
}

async function calendarFor(context: Context, rows: readonly ThemeRow[]): Promise<HolidayCalendar> {
  const years = rows.filter(({ state }) => state === 'submitted').map(({ since }) => yearOf(dayOf(since)))
  if (years.length === 0) return { days: new Map(), announcedYears: new Set() }
  return holidayCalendar(context, Math.min(...years), Math.max(...years) + 1)
}

/** The stages of a submission, with who could review at each of them today. */
async function routeView(context: Context, row: ThemeRow, route: readonly Stage[]): Promise<ThemeView['route']> {
  const above = await organisationsById(context, row.route)
  const holders = await holdersAt(context, [row.organisation_id, ...row.route])
  const own = ownersOf(row, holders)
  return route.map(({ organisation: id, ...terms }) => ({
    id,
    name: above.get(id)!.name,
    ...terms,
    reviewers: reviewersAt({ organisation: id, ...terms }, holders, own).map(({ name }) => name),
  }))
}

/** The phrases of the organisation for which the actor reviews or checks now. */
async function phrasesFor(context: Context, theme: Theme): Promise<string[]> {
  const organisation = deskOf(context.actor, theme)
  return organisation ? phrasesToOffer(context, organisation) : []
}

function answersView(answers: Answers | null): ThemeView['trail'][number]['answers'] {
  return questions.flatMap((question) => (answers?.[question] ? [{ question, ...answers[question] }] : []))
}

/** Near themes of those that are under way. */
function nearFor(context: Context, rows: readonly ThemeRow[]): ReturnType<typeof nearCounts> {
  return nearCounts(
    context,
    rows.filter(({ state }) => underWay.includes(state as Theme['state'])).map(({ id }) => id),
  )
}

/** Rows of a list; how their notices stand is looked up once for all of them. */
export async function rowViews(context: Context, rows: ThemeRow[]): Promise<ThemeRowView[]> {
  const onNotice = rows.filter(({ state }) => state === 'noticed').map(({ notice_id }) => notice_id!)
  const standing = await standingOf(context, onNotice)
  const calendar = await calendarFor(context, rows)
  const near = await nearFor(context, rows)
  return rows.map((row) =>
    rowView(context, row, row.notice_id ? standing.get(row.notice_id) : undefined, calendar, near.get(row.id) ?? null),
  )
}

export async function themeView(context: Context, row: ThemeRow): Promise<ThemeView> {
  const theme = themeFrom(row)
  const notice = row.notice_id ? (await standingOf(context, [row.notice_id])).get(row.notice_id) : undefined
  const names = await namesOf(context, [row.drafted_by, row.checked_by])
  const route = await routeView(context, row, 'route' in theme ? theme.route : [])
  const trail = await trailOf(context, row.id)
  const near = await nearFor(context, [row])
  const nearest = await nearestOf(context, { ...theme.texts, id: row.id, branch: row.organisation_id })
  const cycle = await cycleById(context, row.cycle_id)
  const shown = rowView(context, row, notice, await calendarFor(context, [row]), near.get(row.id) ?? null)
  return {
    ...shown,
    texts: theme.texts,
    mark: row.mark_words,
    adoption: row.call_id ? await adoptionFrom(context, row.call_id) : (row.adoption as Adoption | null),
    call: row.call_id,
    revision: await revisionView(context, theme, row),
    mayRevise: await mayRevise(context, theme),
    yearly: await yearlyView(context, theme),
    draftedBy: names.get(row.drafted_by)!,
    round: row.round,
    stage: row.stage,
    route,
    nobody: row.stage !== null && route[row.stage]!.reviewers.length === 0,
    results: resultsFor(context.actor, theme),
    phrases: await phrasesFor(context, theme),
    reasons: row.reasons,
    checkedBy: (row.checked_by && names.get(row.checked_by)) ?? null,
    scope: notice?.scope ?? null,
    notice: notice
      ? {
          id: row.notice_id!,
          lastDay: notice.lastDay,
          provisional: notice.provisional,
          over: notice.over,
          openObjections: notice.objections.open,
        }
      : null,
    changed: await changedView(context, row),
    endedOn: row.ended_on,
    trail: trail.map(({ waited_days, answers, ...step }) => ({
      ...step,
      answers: answersView(answers),
      waitedDays: waited_days,
    })),
    nearest: nearest.map(nearView),
    hint: await hintView(context, theme, shown.allowed),
    nearFrom: NEAR_PERCENT,
    promised: cycle ? { days: cycle.noticeDays, scope: cycle.scope } : null,
  }
}

/** Of a theme that took effect: the passages in which opinions on its notice changed words. */
async function changedView(context: Context, row: ThemeRow): Promise<ThemeView['changed']> {
  return row.effective_on === null ? [] : changedBy(context, row.notice_id!)
}

async function revisionView(
  context: Context,
  { revision, texts }: Theme,
  { mark_id, mark_words }: ThemeRow,
): Promise<ThemeView['revision']> {
  if (!revision) return null
  const before = (await themeById(context, revision.of))!
  const passages = compared(passagesOf(themeFrom(before).texts), passagesOf(texts))
  const same = mark_id === before.mark_id && mark_words === before.mark_words
  const marks = same ? null : { before: before.mark_words, after: mark_words }
  return { ...revision, since: before.effective_on!, passages, marks }
}

async function mayRevise(context: Context, { state, branch, branchPath }: Theme): Promise<boolean> {
  if (state !== 'in-force' || !mayDraft(context.actor, branch).ok) return false
  const { underWay } = await themesOf(context, branch)
  return !underWay && (await openCycleFor(context, branchPath)) !== undefined
}

export function nearView({ theme: _, branchId: __, ...shown }: Near) {
  return shown
}

export function brandRowView(row: ThemeRow) {
  return {
    id: row.id,
    name: row.name,
    slogan: row.slogan,
    branch: { id: row.organisation_id, name: row.branch_name },
    region: row.region,
    since: row.began_on ?? row.effective_on!,
    mark: row.mark_words === null ? null : { words: row.mark_words, notice: row.notice_id! },
  }
}

export async function brandView(context: Context, row: ThemeRow): Promise<BrandView> {
  const notice = (await standingOf(context, [row.notice_id!])).get(row.notice_id!)!
  const names = isSignedIn(context.actor) ? await namesOf(context, [row.checked_by]) : new Map<string, string>()
  return {
    ...brandRowView(row),
    passages: passagesOf(themeFrom(row).texts),
    changed: await changedView(context, row),
    checkedBy: (row.checked_by && names.get(row.checked_by)) ?? null,
    notice: row.notice_id,
    scope: notice.scope,
  }
}
