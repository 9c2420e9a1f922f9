import { fill, type Language, labelsIn } from '#basics/messages.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import type { Rows, SheetSpec, Written } from '#support/spreadsheet/rules/spec.ts'
import { writeLongCsv, writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { organisationMessages } from './messages.ts'
import { importMessages } from './messages-import.ts'
import {
  kindWords,
  organisationColumns,
  personColumns,
  personKindWords,
  sheetNames,
  wordOf,
} from './rules/import-columns.ts'
import { organisationCells, personCells } from './rules/import-export.ts'
import type { ImportSheet, OrganisationLine, PersonLine } from './rules/import-lines.ts'
import { exampleMark } from './rules/import-read.ts'
import type { GrantedPost } from './rules/posts.ts'

/** The workbook to fill in: drop-down lists, notes, and an example row in each sheet that is not imported. */
export function importTemplate(language: Language): Promise<Uint8Array> {
  const mark = exampleMark[language]
  const branch = '广州海事局黄埔海事处党支部'
  const secretary = wordOf('secretary', language)
  const kind = kindWords.branch[language][0]!
  const parent = '广州海事局党委'
  return writeWorkbook(
    spec(
      language,
      [[`${mark}${branch}`, '黄埔海事处', kind, parent, '珠三角', '黄埔海事处', 10, '2019-07-01']],
      [['0012', `${mark}王某某`, branch, personKindWords.member[language][0]!, secretary, null, '2024-03-01']],
      5000,
    ),
  )
}

/** What goes out: organisations and people, whole or many at a time, as their lines. */
export interface LinesOut {
  organisations: readonly OrganisationLine[]
  people: readonly PersonLine[] | AsyncIterable<readonly PersonLine[]>
}

/** A workbook of these organisations and people, in the layout of the template. Read again it gives the same lines. */
export function importWorkbook({ organisations, people }: LinesOut, language: Language): Promise<Uint8Array> {
  const cells = cellsIn(language)
  const rows = 'length' in people ? people.map(cells.people) : inParts(people, cells.people)
  return writeWorkbook(spec(language, organisations.map(cells.organisations), rows))
}

/** One of the two tables as comma-separated text. Read again it gives the same lines. */
export function importText(
  lines: AsyncIterable<readonly OrganisationLine[]> | AsyncIterable<readonly PersonLine[]>,
  sheet: ImportSheet,
  { language, encoding }: { language: Language; encoding: 'utf-8' | 'gb18030' },
): Promise<Uint8Array> {
  const columns: readonly Column[] = sheet === 'organisations' ? organisationColumns(language) : personColumns(language)
  const cells = cellsIn(language)[sheet] as (line: OrganisationLine | PersonLine) => Written[]
  async function* rows() {
    yield [columns.map(({ heading }) => heading)]
    yield* inParts(lines as AsyncIterable<readonly (OrganisationLine | PersonLine)[]>, cells)
  }
  return writeLongCsv(rows(), encoding)
}

function cellsIn(language: Language) {
  const organisationKeys = organisationColumns(language).map(({ key }) => key)
  const personKeys = personColumns(language).map(({ key }) => key)
  return {
    organisations: (line: OrganisationLine) => organisationCells(line, organisationKeys, language),
    people: (line: PersonLine) => personCells(line, personKeys, language),
  }
}

async function* inParts<Line>(parts: AsyncIterable<readonly Line[]>, cells: (line: Line) => Written[]) {
  for await (const lines of parts) yield lines.map(cells)
}

function spec(language: Language, organisations: Rows, people: Rows, emptyRows?: number) {
  const say = labelsIn(importMessages, language)
  const sheet = (name: string, rest: Omit<SheetSpec, 'name'>): SheetSpec => ({
    name,
    ...rest,
    ...(emptyRows !== undefined && { emptyRows }),
  })
  return {
    language,
    sheets: [
      sheet(sheetNames.organisations[language], {
        title: say.templateTitle,
        notes: [say.noteStars, say.noteBlank, say.noteExample, say.noteSecret],
        columns: organisationColumns(language),
        rows: organisations,
      }),
      sheet(sheetNames.people[language], {
        title: say.peopleTitle,
        notes: [say.noteStars, say.notePeople, say.noteExample, say.noteSecret],
        columns: personColumns(language),
        rows: people,
      }),
    ],
  }
}

/** A remark in words, with the kinds and posts in it as people call them. */
export function sayRemark(
  { reason, details = {} }: Pick<Problem<string>, 'reason' | 'details'>,
  language: Language,
): string {
  const sentences: Record<string, { zh: string; en: string }> = {
    ...organisationMessages.refusals,
    ...importMessages.refusals,
  }
  const said = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, sayDetail(name, String(value), language)]),
  )
  return fill(sentences[reason]?.[language] ?? reason, said)
}

function sayDetail(name: string, value: string, language: Language): string {
  if (name === 'post') return wordOf(value as GrantedPost, language)
  if (name !== 'kind' && name !== 'parent') return value
  return value === 'none'
    ? importMessages.labels.none[language]
    : kindWords[value as keyof typeof kindWords][language][0]!
}
