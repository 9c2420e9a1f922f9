import type { Day } from '#basics/calendar.ts'
import { type RecordKind, recordKinds } from './record.ts'

/** A standing record as the assessment sees it. */
export interface FactRecord {
  id: string
  organisation: string
  organisationName: string
  kind: RecordKind
  happenedOn: Day
  sentence: string
  confirmed: boolean
}

/** What the records of one organisation in one period say; every count can be opened to the records behind it. */
export interface RecordFacts {
  kinds: Record<RecordKind, FactRecord[]>
  /** By quarter of the year, four lists for each kind. */
  quarters: Record<RecordKind, FactRecord[][]>
  /** By month of the year, twelve lists for each kind. */
  months: Record<RecordKind, FactRecord[][]>
  /** Solved problems that someone above has confirmed. */
  confirmedProblems: FactRecord[]
  /** Records of other organisations which say that they took over a practice of this one. */
  adoptionsByOthers: FactRecord[]
}

/** Sorts the records of one year into facts. `own` and `others` hold standing records only. */
export function factsFrom(own: FactRecord[], others: FactRecord[]): RecordFacts {
  const periods = (count: number, of: (month: number) => number) =>
    byKind((kind) =>
      Array.from({ length: count }, (_, period) =>
        own.filter((each) => each.kind === kind && of(Number(each.happenedOn.slice(5, 7)) - 1) === period),
      ),
    )
  return {
    kinds: byKind((kind) => own.filter((each) => each.kind === kind)),
    quarters: periods(4, (month) => Math.floor(month / 3)),
    months: periods(12, (month) => month),
    confirmedProblems: own.filter((each) => each.kind === 'problem-solved' && each.confirmed),
    adoptionsByOthers: others,
  }
}

function byKind<Value>(of: (kind: RecordKind) => Value): Record<RecordKind, Value> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, of(kind)])) as Record<RecordKind, Value>
}
