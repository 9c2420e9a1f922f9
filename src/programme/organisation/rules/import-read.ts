import type { Details } from '#basics/decision.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import { problemIn, type Table, type TableRow } from '#support/spreadsheet/rules/table.ts'
import { type OrganisationKey, type PersonKey, postsNamed, postWords } from './import-columns.ts'
import {
  isIdentityNumber,
  type Lines,
  type OrganisationLine,
  type PersonLine,
  type Remark,
  tidyName,
} from './import-lines.ts'

/** The two sheets as tables, with the columns by which they were read. */
export interface Tables {
  organisations: { table: Table<OrganisationKey>; columns: readonly Column<OrganisationKey>[] }
  people: { table: Table<PersonKey>; columns: readonly Column<PersonKey>[] }
}

/** What a row was written to show how it is done, and is passed over. */
const EXAMPLE = /^[（(](示例|example)[）)]/i

/** The word that marks a row as an example. */
export const exampleMark = { zh: '（示例）', en: '(Example) ' }

/**
 * The rows of both sheets as lines. Rows with a wrong cell give no line, only their problems; the example row gives
 * neither. Cells are judged one by one here; how rows fit together is judged in `plan`.
 */
export function linesFrom({ organisations, people }: Tables): {
  lines: Lines
  problems: Remark[]
  warnings: Remark[]
  cellProblems: Problem<string>[]
} {
  const read = { problems: [] as Remark[], warnings: [] as Remark[] }
  const lines: Lines = { organisations: [], people: [], broken: [] }
  for (const row of organisations.table.rows.filter(isReal)) {
    const line = row.wrong.length === 0 ? organisationLine(row, read.problems) : null
    if (line) lines.organisations.push(line)
    else if (row.values.name !== null) lines.broken.push(tidyName(row.values.name))
    if (row.hidden) read.warnings.push({ sheet: 'organisations', row: row.row, field: 'name', reason: HIDDEN })
  }
  for (const row of people.table.rows.filter(isReal)) {
    const line = row.wrong.length === 0 ? personLine(row, read.problems) : null
    if (line) lines.people.push(line)
    if (row.hidden) read.warnings.push({ sheet: 'people', row: row.row, field: 'name', reason: HIDDEN })
  }
  const cellProblems = [...problemsOf(organisations.table), ...problemsOf(people.table)]
  return { lines, ...read, cellProblems }
}

const HIDDEN = 'organisation.import-row-hidden'

/** A remark on a row at the cell where a person finds it. An identity number is not repeated in it. */
export function placed({ organisations, people }: Tables, remark: Remark): Problem<string> {
  const found =
    remark.sheet === 'organisations'
      ? placedIn(organisations.table, organisations.columns, remark)
      : placedIn(people.table, people.columns, remark)
  if (remark.reason !== 'organisation.import-identity-number') return found
  return { ...found, value: `${found.value.slice(0, 3)}***${found.value.slice(-1)}` }
}

function placedIn<Key extends string>(
  table: Table<Key>,
  columns: readonly Column<Key>[],
  { row: number, field, reason, details }: Remark,
): Problem<string> {
  const column = columns.find(({ key }) => key === field)!
  const row = table.rows.find((each) => each.row === number)
  return row
    ? problemIn(table, row, column, reason, details as Details | undefined)
    : { sheet: table.sheet, row: 0, column: '', address: '', reason, value: '', ...(details && { details }) }
}

function isReal<Key extends string>({ values }: TableRow<Key>): boolean {
  return !Object.values<string | null>(values).some((value) => value !== null && EXAMPLE.test(value))
}

function problemsOf<Key extends string>(table: Table<Key>): Problem<string>[] {
  const examples = new Set(table.rows.filter((row) => !isReal(row)).map(({ row }) => row))
  return table.problems.filter(({ row }) => !examples.has(row))
}

const MOST_SORT_NUMBER = 9_999_999

function organisationLine({ row, values }: TableRow<OrganisationKey>, problems: Remark[]): OrganisationLine | null {
  const sortNo = values.sortNo === null ? null : Number(values.sortNo)
  if (sortNo !== null && !(sortNo >= 0 && sortNo <= MOST_SORT_NUMBER)) {
    const reason = 'organisation.import-sort-number'
    problems.push({ sheet: 'organisations', row, field: 'sortNo', reason, details: { most: MOST_SORT_NUMBER } })
    return null
  }
  return {
    row,
    name: tidyName(values.name!),
    shortName: values.shortName && tidyName(values.shortName),
    kind: values.kind as OrganisationLine['kind'],
    parent: values.parent && tidyName(values.parent),
    region: values.region && tidyName(values.region),
    unit: values.unit && tidyName(values.unit),
    sortNo,
    setUpOn: values.setUpOn!,
  }
}

function personLine({ row, values }: TableRow<PersonKey>, problems: Remark[]): PersonLine | null {
  const found = problems.length
  const wrong = (field: PersonKey, reason: Remark['reason'], details?: Details) =>
    problems.push({ sheet: 'people', row, field, reason, ...(details && { details }) })
  const { posts, unknown } = postsNamed(values.posts ?? '')
  if (unknown.length > 0) {
    const words = Object.values(postWords).map(({ zh }) => zh[0]!)
    wrong('posts', 'organisation.import-post-unknown', { unknown: unknown.join('、'), words: words.join('、') })
  } else if (posts.length === 0)
    for (const field of ['postOrganisation', 'fromOn'] as const)
      if (values[field] !== null) wrong(field, 'organisation.import-post-missing')
  if (values.staffNo !== null && isIdentityNumber(values.staffNo))
    wrong('staffNo', 'organisation.import-identity-number')
  if (problems.length > found) return null
  return {
    row,
    staffNo: values.staffNo,
    name: tidyName(values.name!),
    organisation: tidyName(values.organisation!),
    kind: values.kind as PersonLine['kind'],
    posts,
    postOrganisation: values.postOrganisation && tidyName(values.postOrganisation),
    fromOn: values.fromOn,
  }
}
