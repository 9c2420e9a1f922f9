import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id } from '#basics/id.ts'
import type { RecordKind } from '#programme/building/rules/record.ts'

/** A building record as the publication cites it: its words as they were when it was handed in. */
export interface Citation {
  record: Id<'record'>
  happenedOn: Day
  kind: RecordKind
  sentence: string
}

export type CitationRefusal = 'publicity.record-not-own' | 'publicity.record-withdrawn'

/** A record as it stands now, as far as citing it goes. */
export interface Citable {
  record: string
  organisation: string
  standing: boolean
  happenedOn: Day
  kind: RecordKind
  sentence: string
}

/** Whether a branch may cite these records: its own, and none that was taken back. In the order that was asked for. */
export function cite(
  wanted: readonly string[],
  records: readonly Citable[],
  branch: string,
): Decision<Citation[], CitationRefusal> {
  const citations: Citation[] = []
  for (const id of new Set(wanted)) {
    const record = records.find((each) => each.record === id)
    if (record?.organisation !== branch) return refuse('publicity.record-not-own')
    if (!record.standing) return refuse('publicity.record-withdrawn', { sentence: record.sentence })
    const { happenedOn, kind, sentence } = record
    citations.push({ record: id as Id<'record'>, happenedOn, kind, sentence })
  }
  return allow(citations)
}

/** Whether a record still says what is cited. */
export function sameWords(
  record: Pick<Citable, 'happenedOn' | 'kind' | 'sentence'>,
  cited: Pick<Citation, 'happenedOn' | 'kind' | 'sentence'>,
): boolean {
  return record.happenedOn === cited.happenedOn && record.kind === cited.kind && record.sentence === cited.sentence
}
