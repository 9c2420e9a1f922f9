import type { Day } from '#basics/calendar.ts'
import type { Details } from '#basics/decision.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { Problem as CellProblem } from '#support/spreadsheet/rules/problem.ts'
import { problemIn, readTable, type Table, type TableRow } from '#support/spreadsheet/rules/table.ts'
import type { Sheet as Grid } from '#support/spreadsheet/rules/workbook.ts'
import {
  branchColumn,
  cellFacts,
  documentColumn,
  type ListSheet,
  listSheets,
  MAIN,
  mainColumns,
  NONE,
} from './facts-layout.ts'
import type { AssessmentRefusal } from './messages.ts'
import { readFact } from './rules/fact-cells.ts'
import { formOf } from './rules/fact-form.ts'
import { type FactRow, valueOfRows } from './rules/fact-rows.ts'
import { listedIn, singleShape } from './rules/fact-source.ts'
import { fits } from './rules/fits.ts'
import { counted, countedByOption, type OptionVotes, type Votes } from './rules/votes.ts'

export interface NewFact {
  assessed: string
  fact: string
  value: FactValue
  document: string
}
/** A count of ballots with where it stands, so that what is wrong with it can be told there. */
export interface NewCount {
  key: { assessed: string; fact: string; voters: string }
  votes: Votes | OptionVotes
  heldOn: Day
  at: (reason: AssessmentRefusal) => Wrong
}
export interface NewHonour {
  assessed: string
  fact: string
  level: string
  matter: string
  issuer: string
  document: string
  awardedOn: Day
}
export type Wrong = CellProblem<CellProblem['reason'] | AssessmentRefusal>
type Branches = Map<string, string>

/** Everything an Excel file of facts says about the branches of a roster. */
export class FactsRead {
  readonly facts: NewFact[] = []
  readonly counts: NewCount[] = []
  readonly honours: NewHonour[] = []
  readonly problems: Wrong[] = []
}

/** Reads the sheets of a facts file: the first with a row for each branch, then the lists. A sheet that is not there says nothing. */
export function readFacts(sheet: Sheet, grids: readonly Grid[], branches: Branches): FactsRead {
  const read = new FactsRead()
  const named = (name: string) => grids.find((grid) => grid.name.trim() === name)
  const lists = listSheets(sheet)
  const main = named(MAIN) ?? (lists.some(({ name }) => named(name)) ? undefined : grids[0])
  if (main) readMain(sheet, readTable(main, mainColumns(sheet)), branches, read)
  for (const list of lists) {
    const grid = named(list.name)
    if (grid) readList(sheet, list, readTable(grid, list.columns), branches, read)
  }
  return read
}

function readMain(sheet: Sheet, table: Table, branches: Branches, read: FactsRead): void {
  read.problems.push(...table.problems)
  const seen = new Set<string>()
  for (const row of table.rows) {
    const name = row.values.branch
    if (!name) continue
    const assessed = branches.get(name)
    if (!assessed) read.problems.push(problemIn(table, row, branchColumn, 'assessment.branch-not-on-roster'))
    else if (seen.has(name)) read.problems.push(problemIn(table, row, branchColumn, 'assessment.branch-twice'))
    else for (const need of cellFacts(sheet)) readCell(sheet, need, table, row, assessed, read)
    seen.add(name)
  }
}

function readCell(sheet: Sheet, need: FactNeed, table: Table, row: TableRow, assessed: string, read: FactsRead): void {
  const text = row.values[need.key] ?? null
  if (text === null) return
  const document = row.values[`${need.key}#`] ?? null
  const value = readFact(sheet, need, text)
  const fitting = value && fits(sheet, need, value)
  const column: Column = { key: need.key, heading: need.name, kind: 'text' }
  if (!fitting?.ok) read.problems.push(problemIn(table, row, column, 'assessment.cell-not-read'))
  else if (document === null)
    read.problems.push(problemIn(table, row, documentColumn(need), 'assessment.document-needed'))
  else read.facts.push({ assessed, fact: need.key, value: fitting.value, document })
}

function readList(sheet: Sheet, list: ListSheet, table: Table, branches: Branches, read: FactsRead): void {
  read.problems.push(...table.problems)
  const byBranch = new Map<string, TableRow[]>()
  for (const row of table.rows) {
    const name = row.values.branch
    const said = Object.entries(row.values).some(
      ([key, value]) => key !== 'branch' && key !== 'voters' && value !== null,
    )
    if (!name || !said) continue
    const assessed = branches.get(name)
    if (!assessed) read.problems.push(problemIn(table, row, branchColumn, 'assessment.branch-not-on-roster'))
    else byBranch.set(assessed, [...(byBranch.get(assessed) ?? []), row])
  }
  for (const [assessed, rows] of byBranch) {
    if (rows.some(({ wrong }) => wrong.length > 0)) continue
    if (list.of === 'rows') readRows(sheet, list, table, rows, assessed, read)
    else if (list.of === 'honours') for (const row of rows) readHonour(sheet, list, table, row, assessed, read)
    else for (const row of rows) readCount(sheet, list, table, row, assessed, read)
  }
}

/** All rows of one branch are the value of the fact; one row that says 无 is an empty list. */
function readRows(sheet: Sheet, list: ListSheet, table: Table, rows: TableRow[], assessed: string, read: FactsRead) {
  const { need } = list
  const form = formOf(sheet, need)
  const [first] = form.fields
  const none = rows.length === 1 && rows[0]!.values[first!.name] === NONE
  const found = valueOfRows(
    form,
    singleShape(sheet, need),
    none ? [] : rows.map(({ values }) => values as FactRow),
    need.shape === 'series',
  )
  const papers = [...new Set(rows.flatMap(({ values }) => values.paper ?? []))]
  if (!found.ok) {
    for (const { row, field } of found.unread)
      read.problems.push(problemAt(list, table, rows[row] ?? rows.at(-1)!, field, 'assessment.cell-not-read'))
    return
  }
  const fitting = fits(sheet, need, found.value)
  if (!fitting.ok) read.problems.push(problemAt(list, table, rows[0]!, first!.name, fitting.reason, fitting.details))
  else if (papers.length === 0)
    read.problems.push(problemAt(list, table, rows[0]!, 'paper', 'assessment.document-needed'))
  else read.facts.push({ assessed, fact: need.key, value: fitting.value, document: papers.join('；').slice(0, 200) })
}

function readHonour(sheet: Sheet, list: ListSheet, table: Table, row: TableRow, assessed: string, read: FactsRead) {
  const { level, matter, issuer, document, on } = row.values
  if (level === NONE) return
  const listed = listedIn(sheet, list.need, 'honours')
  const lacking = (['level', 'matter', 'issuer', 'document', 'on'] as const).find((key) => !row.values[key])
  if (lacking) read.problems.push(problemAt(list, table, row, lacking, 'assessment.cell-not-read'))
  else if (listed.length > 0 && !listed.includes(level!))
    read.problems.push(problemAt(list, table, row, 'level', 'assessment.level-unlisted', { levels: listed.join('、') }))
  else
    read.honours.push({
      assessed,
      fact: list.need.key,
      level: level!,
      matter: matter!,
      issuer: issuer!,
      document: document!,
      awardedOn: on!,
    })
}

function readCount(sheet: Sheet, list: ListSheet, table: Table, row: TableRow, assessed: string, read: FactsRead) {
  const lacking = list.columns.find(({ key }) => row.values[key] === null)
  if (lacking) {
    read.problems.push(problemIn(table, row, lacking, 'assessment.cell-not-read'))
    return
  }
  const number = (key: string) => Number(row.values[key])
  const eligible = number('eligible')
  const options = listedIn(sheet, list.need, 'votes')
  const votes =
    list.of === 'survey'
      ? counted({ eligible, valid: number('valid'), satisfied: number('satisfied') })
      : countedByOption(options, {
          eligible,
          votes: options.map((option) => ({ option, count: number(`option:${option}`) })),
        })
  if (!votes.ok) {
    read.problems.push(problemAt(list, table, row, 'eligible', votes.reason, votes.details))
    return
  }
  read.counts.push({
    key: { assessed, fact: list.need.key, voters: row.values.voters! },
    votes: votes.value,
    heldOn: row.values.heldOn!,
    at: (reason) => problemAt(list, table, row, 'eligible', reason),
  })
}

function problemAt(
  { columns }: ListSheet,
  table: Table,
  row: TableRow,
  key: string,
  reason: AssessmentRefusal,
  details?: Details,
): Wrong {
  return problemIn(table, row, columns.find((column) => column.key === key) ?? branchColumn, reason, details)
}
