import type { Day } from '#basics/calendar.ts'
import { refuse } from '#basics/decision.ts'
import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { endAssessed } from '#programme/assessment/hand-over.ts'
import { handOverDuties } from '#programme/duty/duties.ts'
import { handOverNotices } from '#programme/notice/hand-over.ts'
import { endPostsOf, membersOf, movePeople as moveThem } from '#programme/organisation/restructuring.ts'
import { reparented, standingOn } from '#programme/organisation/rules/structure.ts'
import { type Tie, tiesOn } from '#programme/organisation/rules/ties.ts'
import type { Whole } from '#programme/organisation/rules/whole.ts'
import { handOverProblems } from '#programme/problem/hand-over.ts'
import { endPublications } from '#programme/publicity/hand-over.ts'
import { handOverQuestionnaires } from '#programme/questionnaire/hand-over.ts'
import { handOverTitles } from '#programme/selection/hand-over.ts'
import { handOverThemes, rerouteThemes, type ThemeChange } from '#programme/theme/hand-over.ts'
import type { Line } from './rules/line.ts'
import type { Outcome } from './rules/outcome.ts'
import type { Bequest } from './rules/terms.ts'

/*
 * Each of these does one thing that follows from an act, by the capability whose business it is, and answers what it did
 * as lines. `ended` says which organisations end, and to whom each leaves.
 */
type Ended = ReadonlyMap<string, string>

/** Those named go first; all of one that ends follow. */
export async function movePeople(context: Context, people: Outcome['people'], day: Day): Promise<Line[]> {
  const lines: Line[] = []
  for (const { from, to, who } of people) {
    const members = await membersOf(context, from)
    const going = who === 'all' ? members : members.filter(({ id }) => who.includes(id))
    if (who !== 'all' && going.length < who.length) accept(refuse('reorganisation.not-of-this-one'))
    const ids = going.map(({ id }) => id)
    await moveThem(context, ids, to, day)
    const count = (kind: 'member' | 'staff') => going.filter((each) => each.kind === kind).length
    const detail = { members: count('member'), staff: count('staff') }
    if (ids.length > 0) lines.push({ kind: 'people', from, to, detail })
  }
  return lines
}

/** Organisations that stand under another one than before. */
export function belowLines(before: Whole, after: Whole, today: Day): Line[] {
  if (!reparented(before.organisations, after.organisations)) return []
  const now = new Map(standingOn(after.organisations, today).map((each) => [each.id, each.parent]))
  return standingOn(before.organisations, today)
    .filter(({ id, parent }) => now.has(id) && now.get(id) !== parent)
    .map(({ id, name, parent }) => ({ kind: 'below', from: parent, to: now.get(id)!, detail: { id, name } }))
}

export async function endPosts(context: Context, ended: Ended, ground: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const [from, to] of ended)
    for (const detail of await endPostsOf(context, from, ground)) {
      if (detail.person === context.actor.person) accept(refuse('reorganisation.your-own-post-ends'))
      lines.push({ kind: 'post', from, to, detail })
    }
  return lines
}

/** What an organisation that ends had still to do, to handle, to solve and to ask, and what it was about to publish. */
export async function handOver(context: Context, ended: Ended, ground: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const [from, to] of ended) {
    const duties = await handOverDuties(context, from, to)
    if (duties > 0) lines.push({ kind: 'duty', from, to, detail: { count: duties } })
    const notices = await handOverNotices(context, from, to)
    if (notices > 0) lines.push({ kind: 'notice', from, to, detail: { count: notices } })
    const problems = await handOverProblems(context, from, to)
    if (problems > 0) lines.push({ kind: 'problem', from, to, detail: { count: problems } })
    const questionnaires = await handOverQuestionnaires(context, from, to)
    if (questionnaires > 0) lines.push({ kind: 'questionnaire', from, to, detail: { count: questionnaires } })
    const publications = await endPublications(context, from, to, ground)
    if (publications > 0) lines.push({ kind: 'publication', from, to: null, detail: { count: publications } })
  }
  return lines
}

/** Themes of those that end go where the act says; then everything under review is routed by the structure as it is now. */
export async function moveThemes(
  context: Context,
  bequests: readonly Bequest[],
  ended: Ended,
  moved: readonly string[],
  ground: string,
): Promise<Line[]> {
  const changes: ThemeChange[] = []
  for (const { organisation: from, ...fates } of bequests)
    changes.push(...(await handOverThemes(context, { from, to: ended.get(from)!, ...fates, ground })))
  changes.push(...(await rerouteThemes(context, [...moved, ...ended.values()], ended, ground)))
  return changes.map(({ theme, name, change, from, to }) => {
    const next = to && to.theme !== theme ? to.theme : null
    const detail = { theme, name, change, next, at: from.at, nowAt: to?.at ?? null }
    return { kind: 'theme', from: from.branch, to: to?.branch ?? null, detail }
  })
}

/** Assessments under way end for branches that end; what was frozen stands. Titles go where the act says. */
export async function moveAssessments(context: Context, ended: Ended, ground: string): Promise<Line[]> {
  const rows = await endAssessed(context, ended, ground)
  return rows.map(({ branch, ...detail }) => ({ kind: 'assessed', from: branch, to: ended.get(branch)!, detail }))
}

export async function moveTitles(
  context: Context,
  bequests: readonly Bequest[],
  ended: Ended,
  ground: string,
): Promise<Line[]> {
  const lines: Line[] = []
  for (const { organisation: from, title: fate = null } of bequests) {
    const to = ended.get(from)!
    const titles = await handOverTitles(context, { from, to, fate, ground })
    for (const detail of titles) lines.push({ kind: 'title', from, to: detail.change === 'ended' ? null : to, detail })
  }
  return lines
}

export function tieLines(before: Whole, after: Whole, today: Day): Line[] {
  if (before.ties === after.ties) return []
  const [was, is] = [tiesOn(before.ties, today), tiesOn(after.ties, today)]
  const pair = ({ organisation, unit }: Tie) => `${organisation} ${unit}`
  const [had, has] = [new Set(was.map(pair)), new Set(is.map(pair))]
  const line = ({ organisation, unit }: Tie, tied: boolean): Line => {
    return { kind: 'tie', from: organisation, to: tied ? organisation : null, detail: { unit, tied } }
  }
  return [
    ...was.filter((each) => !has.has(pair(each))).map((each) => line(each, false)),
    ...is.filter((each) => !had.has(pair(each))).map((each) => line(each, true)),
  ]
}
