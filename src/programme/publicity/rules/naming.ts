import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

/** How a person named in a publication agreed to it; each way leaves something to look at. */
export const consentWays = ['signed', 'message', 'meeting'] as const
export type ConsentWay = (typeof consentWays)[number]

/** Somebody whom a publication names, and that they agreed to it. */
export interface NamedPerson {
  name: string
  consentedOn: Day
  way: ConsentWay
}

/** What the branch states: nobody is named, or each one who is has agreed. */
export type Naming = { names: 'nobody' } | { names: 'with-consent'; people: NamedPerson[] }

export type NamingRefusal =
  | 'publicity.nobody-is-named'
  | 'publicity.who-is-named'
  | 'publicity.name-not-in-the-text'
  | 'publicity.consent-in-the-future'

/** What somebody states about names, as the form sends it. */
export interface Stated {
  names: Naming['names']
  people: readonly NamedPerson[]
}

/** The statement as it is kept: whoever says that nobody is named lists nobody, and the other way round. */
export function stated({ names, people }: Stated): Decision<Naming, NamingRefusal> {
  if (names === 'nobody') return people.length === 0 ? allow({ names }) : refuse('publicity.nobody-is-named')
  return people.length > 0 ? allow({ names, people: [...people] }) : refuse('publicity.who-is-named')
}

interface Words {
  title: string
  text: string
  citations: readonly { sentence: string }[]
  naming: Naming
}

/** Whether every consent is of somebody whom the words name, and was given already. */
export function consented(content: Words, today: Day): Decision<true, NamingRefusal> {
  const said = wordsOf(content)
  for (const { name, consentedOn } of peopleIn(content.naming)) {
    if (!said.includes(name)) return refuse('publicity.name-not-in-the-text', { name })
    if (consentedOn > today) return refuse('publicity.consent-in-the-future', { name })
  }
  return allow(true)
}

/** Those of these names that the words hold and the statement does not: shown to who writes and who checks, never a bar. */
export function unstated(content: Words, names: readonly string[]): string[] {
  const said = wordsOf(content)
  const listed = peopleIn(content.naming).map(({ name }) => name)
  return [...new Set(names)].filter((name) => said.includes(name) && !listed.includes(name))
}

/** Whom the statement lists. */
export function peopleIn(naming: Naming): NamedPerson[] {
  return naming.names === 'nobody' ? [] : naming.people
}

function wordsOf({ title, text, citations }: Words): string {
  return [title, text, ...citations.map(({ sentence }) => sentence)].join('\n')
}
