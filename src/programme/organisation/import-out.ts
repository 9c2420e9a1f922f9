import type { Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { importText, importWorkbook } from './import-file.ts'
import { everybody, livingPosts, postsOfPeople, presentOrganisations } from './reads-present.ts'
import { linesOf } from './rules/import-export.ts'
import type { OrganisationLine, PersonLine } from './rules/import-lines.ts'

export interface Asked {
  as: 'workbook' | 'organisations' | 'people'
  encoding: 'utf-8' | 'gb18030'
  language: Language
}

export interface Out {
  bytes: Uint8Array
  organisations: number
  people: number
}

/** What is on record as a file to bring: people come out of the database as the file is written. */
export async function registerOut(context: Context, { as, encoding, language }: Asked): Promise<Out> {
  const organisations = linesOf({
    organisations: await presentOrganisations(context),
    people: [],
    posts: [],
  }).organisations
  const out = { organisations: as === 'people' ? 0 : organisations.length, people: 0 }
  const people = async function* () {
    for await (const part of peopleOut(context)) {
      out.people += part.length
      yield part
    }
  }
  const bytes = await (as === 'workbook'
    ? importWorkbook({ organisations, people: people() }, language)
    : importText(as === 'people' ? people() : atOnce(organisations), as, { language, encoding }))
  return { bytes, ...out }
}

async function* atOnce(lines: OrganisationLine[]): AsyncGenerator<OrganisationLine[]> {
  yield lines
}

async function* peopleOut(context: Context): AsyncGenerator<PersonLine[]> {
  for await (const people of everybody(context)) {
    const posts = await livingPosts(context, postsOfPeople(people.map(({ id }) => id)))
    yield linesOf({ organisations: [], people, posts }).people
  }
}
