import { listsBy } from '#basics/lists.ts'
import type { Language } from '#basics/messages.ts'
import type { Written } from '#support/spreadsheet/rules/spec.ts'
import { kindWords, type OrganisationKey, type PersonKey, personKindWords, wordOf } from './import-columns.ts'
import type { Lines, OrganisationLine, PersonLine } from './import-lines.ts'
import type { Present } from './import-plan.ts'

/**
 * What is on record as lines of a file: put into effect again they change nothing. Somebody has a row for each organisation
 * and day of their confirmed posts, or one without a post.
 */
export function linesOf({ organisations, people, posts }: Present): Lines {
  const held = listsBy(
    posts.filter(({ confirmed }) => confirmed),
    ({ person }) => person,
  )
  return {
    broken: [],
    organisations: organisations
      .filter(({ dissolved }) => !dissolved)
      .map(({ id: _, dissolved: __, ...each }, index) => ({ row: index + 1, ...each })),
    people: people
      .filter(({ left }) => !left)
      .flatMap((person) => linesOfPerson(person, held.get(person.id) ?? []))
      .map((line, index) => ({ ...line, row: index + 1 })),
  }
}

function linesOfPerson(person: Present['people'][number], held: Present['posts']): PersonLine[] {
  const { staffNo, name, organisation, kind } = person
  const who = { row: 0, staffNo, name, organisation, kind }
  const lines = new Map<string, PersonLine>()
  for (const { post, organisation: at, fromOn } of held) {
    const line = lines.get(`${at}\n${fromOn}`)
    if (line) line.posts.push(post)
    else
      lines.set(`${at}\n${fromOn}`, {
        ...who,
        posts: [post],
        postOrganisation: at === organisation ? null : at,
        fromOn,
      })
  }
  return lines.size > 0 ? [...lines.values()] : [{ ...who, posts: [], postOrganisation: null, fromOn: null }]
}

/** A line as the cells of its sheet, in the order of the columns. */
export function organisationCells(
  line: OrganisationLine,
  keys: readonly OrganisationKey[],
  language: Language,
): Written[] {
  return keys.map((key) => (key === 'kind' ? kindWords[line.kind][language][0]! : line[key]))
}

/** A line as the cells of its sheet, in the order of the columns. */
export function personCells(line: PersonLine, keys: readonly PersonKey[], language: Language): Written[] {
  return keys.map((key) => {
    if (key === 'kind') return personKindWords[line.kind][language][0]!
    if (key === 'posts') return line.posts.map((post) => wordOf(post, language)).join('、') || null
    return line[key]
  })
}
