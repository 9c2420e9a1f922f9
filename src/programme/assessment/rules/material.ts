import type { Day } from '#basics/calendar.ts'
import type { Fact, Facts, FactValue, Honour, Source } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { periodsOf, sourceOf, votersOf } from './fact-source.ts'

/** A standing record of the year, as far as facts need it. */
export interface RecordLine {
  id: string
  happenedOn: Day
  sentence: string
}

/** What has been gathered about one branch, from everywhere. */
export interface Material {
  supplied: Record<string, { id: string; value: FactValue; document: string }>
  records: {
    membersMeetings: RecordLine[]
    committeeMeetings: RecordLine[]
    problemsSolved: RecordLine[]
    activities: RecordLine[]
    /** Records of other branches that say they took over this one's practice. */
    adoptions: (RecordLine & { by: string })[]
  }
  theme: { id: string; name: string; effectiveOn: Day } | null
  /** The labels of those assigned today (考评人1), and what they gave. */
  assessors: string[]
  ratings: { fact: string; assessor: string; points: string; reason: string; comparedWith: string }[]
  surveys: SurveyCount[]
  honours: (Honour & { id: string; fact: string; confirmed: boolean })[]
}

/** The votes of one group of voters: counted once, confirmed by a second person, or too few to be kept. */
export type SurveyCount = { fact: string; voters: string; heldOn: Day } & (
  | { state: 'entered' }
  | { state: 'too-few' }
  | { state: 'counted'; valid: number; satisfied: number }
)

/** Something still wanted before the branch can be scored. */
export interface Missing {
  fact: string
  name: string
  reason: MissingReason
  details: Record<string, string | number>
}
export type MissingReason =
  | 'not-supplied'
  | 'no-assessor'
  | 'not-rated'
  | 'survey-not-entered'
  | 'survey-not-confirmed'
  | 'honour-not-confirmed'
  | 'unsettled'

/** Every fact the sheet reads that is held by now, and what is wanted for the others. Nothing is guessed. */
export function gather(sheet: Sheet, material: Material): { facts: Facts; missing: Missing[] } {
  const facts: Facts = {}
  const missing: Missing[] = []
  for (const need of sheet.facts) {
    const found = factOf(sheet, need, material)
    if ('value' in found) facts[need.key] = found
    else missing.push({ fact: need.key, name: need.name, ...found })
  }
  return { facts, missing }
}

/** One line without control characters, composed and trimmed: what goes into a published file. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim()
    .slice(0, 2000)
    .trim()
}

type Found = Fact | Pick<Missing, 'reason' | 'details'>

function factOf(sheet: Sheet, need: FactNeed, material: Material): Found {
  switch (sourceOf(need)) {
    case 'records':
      return fromRecords(sheet, need, material.records)
    case 'theme':
      return fromTheme(sheet, material.theme)
    case 'rating':
      return fromRatings(need, material)
    case 'survey':
      return fromSurvey(sheet, need, material.surveys)
    case 'honours':
      return fromHonours(need, material.honours)
    case 'supplied': {
      const given = material.supplied[need.key]
      if (!given) return { reason: 'not-supplied', details: {} }
      return { value: given.value, sources: [{ kind: need.from, id: given.id, text: plain(given.document) }] }
    }
  }
}

function fromRecords(sheet: Sheet, { key }: FactNeed, records: Material['records']): Fact {
  const linesByKey: Record<string, RecordLine[]> = {
    'meeting.members-held': records.membersMeetings,
    'meeting.committee-held': records.committeeMeetings,
    'building.problems-solved': records.problemsSolved,
    'building.activities': records.activities,
    'building.adopted': records.adoptions,
  }
  const lines = linesByKey[key] ?? []
  const sources = lines.map((line): Source => {
    const by = 'by' in line ? `${(line as Material['records']['adoptions'][number]).by}：` : ''
    return { kind: 'record', id: line.id, text: plain(`${line.happenedOn} ${by}${line.sentence}`) }
  })
  if (!key.startsWith('meeting.')) return { value: { shape: 'count', count: lines.length }, sources }
  const count = periodsOf(sheet, key)
  const done = Array.from({ length: count }, () => 0)
  for (const { happenedOn } of lines) done[Math.floor(((Number(happenedOn.slice(5, 7)) - 1) * count) / 12)]! += 1
  return { value: { shape: 'periods', done }, sources }
}

function fromTheme(sheet: Sheet, theme: Material['theme']): Fact {
  if (!theme || theme.effectiveOn > sheet.asOf) return { value: { shape: 'since', day: null }, sources: [] }
  const text = plain(`主题“${theme.name}”自${theme.effectiveOn}生效`)
  return { value: { shape: 'since', day: theme.effectiveOn }, sources: [{ kind: 'theme', id: theme.id, text }] }
}

function fromRatings(need: FactNeed, { assessors, ratings }: Material): Found {
  if (assessors.length === 0) return { reason: 'no-assessor', details: {} }
  const own = assessors.flatMap((label) => ratings.filter((each) => each.fact === need.key && each.assessor === label))
  const [given, due] = [own.length, assessors.length]
  if (given < due) return { reason: 'not-rated', details: { given, due } }
  return {
    value: {
      shape: 'ratings',
      ratings: own.map(({ assessor, points, reason, comparedWith }) => {
        return { assessor, points, reason: plain(reason), comparedWith: plain(comparedWith) }
      }),
    },
    sources: own.map(({ assessor, reason }) => ({ kind: 'rating', id: assessor, text: plain(reason) })),
  }
}

function fromSurvey(sheet: Sheet, need: FactNeed, surveys: SurveyCount[]): Found {
  const groups: Extract<FactValue, { shape: 'survey' }>['groups'] = []
  const sources: Source[] = []
  for (const voters of votersOf(sheet, need.key).names) {
    const count = surveys.find((each) => each.fact === need.key && each.voters === voters)
    if (!count) return { reason: 'survey-not-entered', details: { voters } }
    if (count.state === 'entered') return { reason: 'survey-not-confirmed', details: { voters } }
    if (count.state === 'too-few') groups.push({ name: voters, state: 'too-few' })
    else groups.push({ name: voters, state: 'counted', valid: count.valid, satisfied: count.satisfied })
    sources.push({ kind: 'survey', id: voters, text: plain(`${count.heldOn} 纸质测评（${voters}），两人核对票数`) })
  }
  return { value: { shape: 'survey', groups }, sources }
}

function fromHonours(need: FactNeed, honours: Material['honours']): Found {
  const own = honours.filter(({ fact }) => fact === need.key)
  const open = own.filter(({ confirmed }) => !confirmed).length
  if (open > 0) return { reason: 'honour-not-confirmed', details: { count: open } }
  return {
    value: {
      shape: 'honours',
      honours: own.map(({ level, matter, document, issuer, on }) => {
        return { level, matter: plain(matter), document: plain(document), issuer: plain(issuer), on }
      }),
    },
    sources: own.map(({ id, document, issuer, matter }) => {
      return { kind: need.from, id, text: plain(`${issuer} ${document} ${matter}`) }
    }),
  }
}
