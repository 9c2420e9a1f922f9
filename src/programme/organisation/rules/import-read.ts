import type { Details } from '#basics/decision.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import { type Problem, problemAt } from '#support/spreadsheet/rules/problem.ts'
import type { TableHead, TableRow } from '#support/spreadsheet/rules/table.ts'
import { type OrganisationKey, type PersonKey, postsNamed, postWords } from './import-columns.ts'
import { isIdentityNumber, type OrganisationLine, type PersonLine, type Remark, tidyName } from './import-lines.ts'

/** Where a table stands: what is needed to say at which cell a remark belongs. */
export type TablePlace = TableHead<string>

/** A row as it was read. */
export type ReadRow = Pick<TableRow<string>, 'row'> & { values: Record<string, string | null> }

/** What a row was written to show how it is done, and is passed over. */
const EXAMPLE = /^[（(](示例|example)[）)]/i

/** The word that marks a row as an example. */
export const exampleMark = { zh: '（示例）', en: '(Example) ' }

const HIDDEN = 'organisation.import-row-hidden'

/** What a row says, judged by itself, and what is to be said about it. How rows fit together is judged in `plan`. */
export interface Judged<Line> {
  /** Null when a cell of it is wrong: then there are problems, here or among those of its cells. */
  line: Line | null
  problems: Remark[]
  warnings: Remark[]
}

export function judgeOrganisation(row: TableRow<string>): Judged<OrganisationLine> {
  const problems: Remark[] = []
  const line = row.wrong.length === 0 ? organisationLine(row as ReadRow, problems) : null
  return { line, problems, warnings: hiddenOne('organisations', row) }
}

export function judgePerson(row: TableRow<string>): Judged<PersonLine> {
  const problems: Remark[] = []
  const line = row.wrong.length === 0 ? personLine(row as ReadRow, problems) : null
  return { line, problems, warnings: hiddenOne('people', row) }
}

function hiddenOne(sheet: Remark['sheet'], { row, hidden }: TableRow<string>): Remark[] {
  return hidden ? [{ sheet, row, field: 'name', reason: HIDDEN }] : []
}

/** Whether a row only shows how rows are written. */
export function isExample({ values }: Pick<TableRow<string>, 'values'>): boolean {
  return Object.values(values).some((value) => value !== null && EXAMPLE.test(value))
}

/** A remark at the cell where a person finds it. An identity number is not repeated in it. */
export function placed(
  { row: number, field, reason, details }: Remark,
  { row, place, columns }: { row: ReadRow | undefined; place: TablePlace; columns: readonly Column[] },
): Problem<string> {
  const column = columns.find(({ key }) => key === field)!
  const at = { sheet: place.sheet, row: number, column: place.columns[field] ?? 1, heading: column.heading }
  const value = row?.values[field] ?? ''
  const shown = reason === 'organisation.import-identity-number' ? `${value.slice(0, 3)}***${value.slice(-1)}` : value
  return problemAt(at, reason, shown, details as Details | undefined)
}

const MOST_SORT_NUMBER = 9_999_999

/** The line of a row without a wrong cell. */
export function organisationLine({ row, values: read }: ReadRow, problems: Remark[]): OrganisationLine | null {
  const values = read as Record<OrganisationKey, string | null>
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

/** The line of a row without a wrong cell. */
export function personLine({ row, values: read }: ReadRow, problems: Remark[]): PersonLine | null {
  const values = read as Record<PersonKey, string | null>
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
