import { add, compare, type Exact, exact, zero } from '#basics/exact.ts'
import { groupOfMember, groups, type Member } from './figures.ts'
import { type LevelFound, type LevelStep, nextLower, ruledLevel } from './level.ts'
import { type BranchScore, pointsOf } from './score.ts'
import { placesOf } from './shares.ts'
import type { Sheet } from './sheet.ts'
import type { LevelQuota } from './sheet-outcomes.ts'
import { groupOf } from './verdict.ts'

/** A quota in one group: how many there are places for, how many had the level by points, and what came of it. */
export interface QuotaLine {
  quota: string
  /** The region or kind; empty where the quota is over all. */
  group: string
  base: number
  places: number
  holders: number
  /** `waits`: somebody's level is still open; `tied`: equals at the line need a ruling; `short`: fewer than there must be. */
  state: 'met' | 'cut' | 'named' | 'tied' | 'short' | 'off' | 'waits'
  /** Who lost or got the level by it, and who is tied at the line. */
  moved: string[]
  tied: string[]
}

type Scores = Map<string, BranchScore>

/** C2/C3: the quotas on levels in the order of the sheet, each on what the one before left. Levels first, then quotas. */
export function withQuotas(
  sheet: Sheet,
  members: readonly Member[],
  scores: Scores,
): { scores: Scores; quotas: QuotaLine[] } {
  const quotas: QuotaLine[] = []
  const now: Scores = new Map(scores)
  for (const quota of sheet.quotas ?? [])
    for (const group of groups(sheet, quota.within, members)) quotas.push(applied(sheet, quota, group, now))
  return { scores: now, quotas }
}

function applied(sheet: Sheet, quota: LevelQuota, group: readonly Member[], scores: Scores): QuotaLine {
  const base = group.length
  const places = placesOf(quota, base)
  const holders = group.filter(({ id }) => has(quota, scores.get(id)!.level))
  const line: QuotaLine = {
    quota: quota.code,
    group: groupOfMember(sheet, quota.within, group[0]!),
    base,
    places,
    holders: holders.length,
    state: 'met',
    moved: [],
    tied: [],
  }
  if (group.some(({ id }) => mayStillHave(quota, scores.get(id)!.level))) return { ...line, state: 'waits' }
  if (quota.kind === 'about') return { ...line, state: holders.length === places ? 'met' : 'off' }
  if (quota.kind === 'least') return named(sheet, quota, group, scores, line)
  if (holders.length > places) return cut(sheet, quota, holders, scores, line)
  return quota.kind === 'exact' && holders.length < places ? { ...line, state: 'short' } : line
}

/** Those above the quota, the lowest first, get what the sheet says; equals at the line go together to a ruling. */
function cut(sheet: Sheet, quota: LevelQuota, holders: Member[], scores: Scores, line: QuotaLine): QuotaLine {
  const sorted = holders.toSorted((a, b) => byKeys(quota, scores)(b, a))
  const { safe, tied } = atLine(quota, sorted, line.places, scores)
  const kept = new Set([...safe, ...tied])
  const over = sorted.filter((each) => !kept.has(each))
  const details = { places: line.places, quota: quota.code }
  for (const member of over) {
    const score = scores.get(member.id)!
    const from = score.level.state === 'level' ? score.level.name : ''
    const level = after(sheet, quota, from)
    move(sheet, scores, member, { word: 'quota-cut', level, details })
    for (const step of ruledLevel(sheet, level, member.rulings)) move(sheet, scores, member, step)
  }
  const open = settle(sheet, quota, tied, line.places - safe.length, scores)
  return { ...line, state: open.length > 0 ? 'tied' : 'cut', moved: ids(over), tied: ids(open) }
}

/** The lowest get the level until there are enough: by quota, and not by cut-off. */
function named(sheet: Sheet, quota: LevelQuota, group: readonly Member[], scores: Scores, line: QuotaLine): QuotaLine {
  const needed = line.places - line.holders
  if (needed <= 0) return line
  const others = group
    .filter(({ id }) => !has(quota, scores.get(id)!.level) && scores.get(id)!.total.state === 'scored')
    .toSorted(byKeys(quota, scores))
  if (others.length < needed) return { ...line, state: 'short' }
  const { safe, tied } = atLine(quota, others, needed, scores)
  const level: LevelFound = { state: 'level', name: quota.levels[0]! }
  const details = { places: line.places, quota: quota.code }
  for (const member of safe) move(sheet, scores, member, { word: 'quota-named', level, details })
  const open = settle(sheet, quota, tied, needed - safe.length, scores)
  return { ...line, state: open.length > 0 ? 'tied' : 'named', moved: ids(safe), tied: ids(open) }
}

/** Of a sorted list the first so many, as far as no equals stand on both sides of the line. */
function atLine(quota: LevelQuota, sorted: Member[], places: number, scores: Scores) {
  const [last, first] = [sorted[places - 1], sorted[places]]
  const order = byKeys(quota, scores)
  const parted = !last || !first || order(last, first) !== 0
  const tied = parted ? [] : sorted.filter((each) => order(each, last) === 0)
  const line = new Set(tied)
  return { safe: sorted.slice(0, places).filter((each) => !line.has(each)), tied }
}

/** Equals at the line: those whose ruling says so have the level, as many as there are places; answers who is left open. */
function settle(sheet: Sheet, quota: LevelQuota, tied: Member[], places: number, scores: Scores): Member[] {
  const ruled = tied.map((member) => ({ member, ruling: member.rulings.find(({ about }) => about === 'level') }))
  const inside = ruled.filter(({ ruling }) => ruling?.about === 'level' && quota.levels.includes(ruling.level))
  const decided = inside.length === places && ruled.every(({ ruling }) => ruling !== undefined)
  for (const { member, ruling } of ruled) {
    const level = scores.get(member.id)!.level
    const now = level.state === 'level' ? level.name : ''
    const other = quota.kind === 'least' ? quota.levels[0]! : lowerName(sheet, quota, now)
    if (decided && ruling?.about === 'level')
      move(sheet, scores, member, { word: 'ruled', level: found(ruling.level), details: { ground: ruling.ground } })
    else
      move(sheet, scores, member, {
        word: 'quota-tied',
        level: { state: 'needs-ruling', readings: [now, other] },
        details: {},
      })
  }
  return decided ? [] : tied
}

function move(sheet: Sheet, scores: Scores, { id }: Member, step: LevelStep): void {
  const score = scores.get(id)!
  const group = groupOf(sheet, step.level, score.effects.held)
  scores.set(id, { ...score, level: step.level, levelSteps: [...score.levelSteps, step], group })
}

function after(sheet: Sheet, quota: LevelQuota, from: string): LevelFound {
  if (quota.cut === 'keeps-level') return found(from)
  const lower = lowerName(sheet, quota, from)
  return quota.cut === 'next-lower' ? found(lower) : { state: 'needs-ruling', readings: [from, lower] }
}

/** The next level that is none of the quota's. */
function lowerName(sheet: Sheet, quota: LevelQuota, from: string): string {
  let lower = nextLower(sheet, from)
  while (lower !== null && quota.levels.includes(lower)) lower = nextLower(sheet, lower)
  return lower ?? from
}

function has(quota: LevelQuota, level: LevelFound): boolean {
  return level.state === 'level' && quota.levels.includes(level.name)
}

function mayStillHave(quota: LevelQuota, level: LevelFound): boolean {
  if (level.state === 'open') return true
  return level.state === 'needs-ruling' && level.readings.some((name) => quota.levels.includes(name))
}

/** Lowest first: by what the level is taken from, then by the sums that part equals. */
function byKeys(quota: LevelQuota, scores: Scores): (a: Member, b: Member) => number {
  const keys = ({ id }: Member): Exact[] => {
    const score = scores.get(id)!
    const graded = score.total.state === 'scored' ? exact(score.total.graded) : zero
    return [
      graded,
      ...quota.ties.map((codes) => codes.map((code) => exact(pointsOf(score, code) ?? '0')).reduce(add, zero)),
    ]
  }
  const known = new Map<Member, Exact[]>()
  const keysOf = (member: Member) => {
    const held = known.get(member) ?? keys(member)
    known.set(member, held)
    return held
  }
  return (a, b) => {
    const [left, right] = [keysOf(a), keysOf(b)]
    return left.map((key, at) => compare(key, right[at]!)).find((order) => order !== 0) ?? 0
  }
}

function found(name: string): LevelFound {
  return { state: 'level', name }
}

function ids(members: Member[]): string[] {
  return members.map(({ id }) => id).toSorted()
}
