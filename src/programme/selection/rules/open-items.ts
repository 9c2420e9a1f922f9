import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Ruling } from '#programme/scoring/rules/facts.ts'
import { type OpenQuestion, openQuestions } from '#programme/scoring/rules/open-questions.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import type { BranchScore } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Reading } from '#programme/scoring/rules/trace.ts'
import { type BranchInput, openVetoes } from './candidate.ts'
import type { BranchResult, SelectionResult } from './select.ts'

/** What can be ruled on in a selection. What makes a score (kind, clause, level) is ruled on in its assessment. */
export type RuledHere = 'gate' | 'naming'
export type RulingHere = Extract<Ruling, { about: 'clause' | RuledHere }>

/** A case that the sheet does not decide: which branch, which clause or gate (empty for the others), and how it may be read. */
export interface OpenItem {
  branch: string
  about: RuledHere | OpenQuestion['about']
  code: string
  text: string
  question: OpenQuestion['question'] | 'too-few-votes' | 'veto-open' | 'equal-at-the-line' | 'too-few-nominees'
  readings: Reading[]
}

export type RulingRefusal = 'selection.nothing-to-rule' | 'selection.yes-or-no-needed'

/** Everything that needs a ruling before the list is final: open clauses, gates that cannot be looked at, ties at the line. */
export function openItems(sheet: Sheet, branches: readonly BranchInput[], result: SelectionResult): OpenItem[] {
  const results = new Map(result.branches.map((each) => [each.branch, each]))
  const { scores } = scorePopulation(
    sheet,
    branches.filter(({ id }) => results.get(id)!.title !== 'not-rated'),
  )
  return branches
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((branch) => {
      const found = results.get(branch.id)!
      return found.title === 'needs-ruling' ? itemsOf(sheet, branch, found, scores.get(branch.id)!) : []
    })
}

function itemsOf(sheet: Sheet, branch: BranchInput, found: BranchResult, score: BranchScore): OpenItem[] {
  const inScore = openQuestions(sheet, score).map(({ names: _, ...question }): OpenItem => {
    return { branch: branch.id, ...question }
  })
  const gates = found.gates.flatMap(({ gate, state }): OpenItem[] => {
    // a gate on the points of an open clause is settled with the clause
    const printed = sheet.gates.find(({ code }) => code === gate)!
    if (state !== 'needs-ruling' || printed.kind !== 'satisfied-share') return []
    const item = { branch: branch.id, about: 'gate', code: gate, text: printed.text } as const
    return [{ ...item, question: 'too-few-votes', readings: [] }]
  })
  // a veto on open points or an open total is settled with the clause; while none is open it has to be ruled on itself
  const clauseOpen = inScore.some(({ about }) => about === 'clause' || about === 'kind')
  const vetoes = openVetoes(sheet, score).flatMap(({ code, text, when }): OpenItem[] => {
    if (clauseOpen && !('fact' in when)) return []
    return [{ branch: branch.id, about: 'gate', code, text, question: 'veto-open', readings: [] }]
  })
  const tied = found.grounds.some(({ word }) => word === 'tied')
  const short = found.grounds.some(({ word }) => word === 'nomination-short')
  const tie: OpenItem = {
    branch: branch.id,
    about: 'naming',
    code: '',
    text: '',
    question: short ? 'too-few-nominees' : 'equal-at-the-line',
    readings: [],
  }
  return [...inScore, ...gates, ...vetoes, ...(tied || short ? [tie] : [])]
}

/** A ruling as it is typed: whether the gate holds, or whether one of equals is named. */
export function rulingFrom(typed: {
  about: RuledHere
  code: string
  holds?: 'yes' | 'no' | undefined
  ground: string
}): Decision<RulingHere, RulingRefusal> {
  const { about, code, holds } = typed
  const ground = oneLine(typed.ground)
  if (holds === undefined) return refuse('selection.yes-or-no-needed')
  const yes = holds === 'yes'
  return allow(about === 'gate' ? { about, gate: code, passes: yes, ground } : { about, named: yes, ground })
}

/** Text as it goes into a published file: composed, in one line, without control characters. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim()
}

/** What a ruling is about: its clause or gate; empty for the naming itself. */
export function codeOf(ruling: RulingHere): string {
  if (ruling.about === 'clause') return ruling.clause
  return ruling.about === 'gate' ? ruling.gate : ''
}

/** A ruling is taken on what is open, or to take the place of one that was given; it never overrules the sheet. */
export function rulable(
  items: readonly OpenItem[],
  given: readonly { branch: string; ruling: RulingHere }[],
  branch: string,
  ruling: RulingHere,
): Decision<RulingHere, RulingRefusal> {
  const same = (about: string, code: string) => about === ruling.about && code === codeOf(ruling)
  const open = items.some((item) => item.branch === branch && same(item.about, item.code))
  const before = given.some((each) => each.branch === branch && same(each.ruling.about, codeOf(each.ruling)))
  return open || before ? allow(ruling) : refuse('selection.nothing-to-rule')
}
