import type { Day } from '#basics/calendar.ts'
import type {
  Fact,
  Facts,
  FactValue,
  Honour,
  Rating,
  SingleValue,
  Source,
  SurveyGroup,
  VoteGroup,
} from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { periodsOf, type Slot, singleShape, sourceOf, votersOf } from './fact-source.ts'
import { plain } from './fits.ts'
import { neededFacts } from './needed.ts'

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
  /** The labels of those assigned today (考评人1) with the group in which they score, and what they gave. */
  assessors: { label: string; group: string }[]
  ratings: { fact: string; assessor: string; points: string; reason: string; comparedWith: string }[]
  surveys: SurveyCount[]
  honours: (Honour & { id: string; fact: string; confirmed: boolean })[]
}

/** The votes of one group of voters: counted once, confirmed by a second person, or too few to be kept. */
export type SurveyCount = { fact: string; voters: string; heldOn: Day } & (
  | { state: 'entered' }
  | { state: 'too-few' }
  | { state: 'counted'; valid: number; satisfied: number }
  | { state: 'counted-by-option'; votes: { option: string; count: number }[] }
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

/** Every fact the sheet reads of this branch that is held by now, and what is wanted for the others. Nothing is guessed. */
export function gather(sheet: Sheet, material: Material): { facts: Facts; missing: Missing[] } {
  const facts: Facts = {}
  const missing: Missing[] = []
  const take = (need: FactNeed) => {
    const found = factOf(sheet, need, material)
    if ('value' in found) facts[need.key] = found
    else missing.push({ fact: need.key, name: need.name, ...found })
  }
  const kind = sheet.facts.find(({ key }) => key === sheet.variants?.fact)
  if (kind) take(kind)
  for (const need of neededFacts(sheet, facts)) if (need !== kind) take(need)
  return { facts, missing }
}

type Found = Fact | Pick<Missing, 'reason' | 'details'>

function factOf(sheet: Sheet, need: FactNeed, material: Material): Found {
  switch (sourceOf(sheet, need)) {
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

function fromRecords(sheet: Sheet, need: FactNeed, records: Material['records']): Fact {
  const { key } = need
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
  const count = periodsOf(sheet, need)!
  const done = Array.from({ length: count }, () => 0)
  for (const { happenedOn } of lines) done[Math.floor(((Number(happenedOn.slice(5, 7)) - 1) * count) / 12)]! += 1
  return { value: { shape: 'periods', done }, sources }
}

function fromTheme(sheet: Sheet, theme: Material['theme']): Fact {
  if (!theme || theme.effectiveOn > sheet.asOf) return { value: { shape: 'since', day: null }, sources: [] }
  const text = plain(`主题“${theme.name}”自${theme.effectiveOn}生效`)
  return { value: { shape: 'since', day: theme.effectiveOn }, sources: [{ kind: 'theme', id: theme.id, text }] }
}

/** Marks of the assessors, and marks on paper beside them; both, where some groups of raters score on paper. */
function fromRatings(need: FactNeed, { assessors, ratings, supplied }: Material): Found {
  const paper = supplied[need.key]
  const onPaper = paper?.value.shape === 'ratings' ? paper.value.ratings : []
  if (assessors.length === 0 && onPaper.length === 0) return { reason: 'no-assessor', details: {} }
  const own = assessors.flatMap(({ label, group }) =>
    ratings.filter((each) => each.fact === need.key && each.assessor === label).map((each) => ({ ...each, group })),
  )
  const [given, due] = [own.length, assessors.length]
  if (given < due) return { reason: 'not-rated', details: { given, due } }
  const marks = own.map(({ assessor, points, reason, comparedWith, group }): Rating => {
    const mark = { assessor, points, reason: plain(reason), comparedWith: plain(comparedWith) }
    return group === '' ? mark : { ...mark, group }
  })
  const papers: Source[] = paper ? [{ kind: 'supplied', id: paper.id, text: plain(paper.document) }] : []
  return {
    value: { shape: 'ratings', ratings: [...marks, ...onPaper] },
    sources: [
      ...own.map(({ assessor, reason }): Source => ({ kind: 'rating', id: assessor, text: plain(reason) })),
      ...papers,
    ],
  }
}

type Group = SurveyGroup | VoteGroup

/** Ballots that two people counted, group by group; of a series each period by itself. */
function fromSurvey(sheet: Sheet, need: FactNeed, surveys: SurveyCount[]): Found {
  const { slots } = votersOf(sheet, need)
  const groups: { slot: Slot; group: Group }[] = []
  const sources: Source[] = []
  for (const slot of slots) {
    const { voters, group: name } = slot
    const count = surveys.find((each) => each.fact === need.key && each.voters === voters)
    if (!count) return { reason: 'survey-not-entered', details: { voters } }
    if (count.state === 'entered') return { reason: 'survey-not-confirmed', details: { voters } }
    groups.push({ slot, group: groupOf(name, count) })
    sources.push({ kind: 'survey', id: voters, text: plain(`${count.heldOn} 纸质测评（${voters}），两人核对票数`) })
  }
  const shape = singleShape(sheet, need)
  const gathered = (of: typeof groups) => ({ shape, groups: of.map(({ group }) => group) }) as SingleValue
  if (need.shape !== 'series') return { value: gathered(groups), sources }
  const periods = [...new Set(slots.map(({ period }) => period))]
  const values = periods.map((period) => gathered(groups.filter(({ slot }) => slot.period === period)))
  return { value: { shape: 'series', values }, sources }
}

function groupOf(name: string, count: Exclude<SurveyCount, { state: 'entered' }>): Group {
  if (count.state === 'too-few') return { name, state: 'too-few' }
  if (count.state === 'counted') return { name, state: 'counted', valid: count.valid, satisfied: count.satisfied }
  return { name, state: 'counted', votes: count.votes }
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
