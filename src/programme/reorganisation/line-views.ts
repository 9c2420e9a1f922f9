import { addDays, type Day } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { namesOf, organisationsById } from '#programme/organisation/reads.ts'
import { namesOn, unitNamesOn } from '#programme/organisation/reads-structure.ts'
import { seesPeople } from '#programme/organisation/rules/people.ts'
import type { reorganisationContract } from './contract.ts'
import { reorganisationMessages } from './messages.ts'
import type { Line } from './rules/line.ts'

type Effect = NonNullable<OutputOf<(typeof reorganisationContract)['readReorganisation']>['effect']>
export type LineView = Effect['lines'][number]

/** Lines as sentences: what was left is called as it was the day before, where it goes as from that day on. */
export async function lineViews(context: Context, lines: readonly Line[], day: Day): Promise<LineView[]> {
  const eve = addDays(day, -1)
  const names = await namesOn(
    context,
    lines.flatMap(({ from, to, detail }) => {
      const { at = null, nowAt = null } = detail as { at?: string | null; nowAt?: string | null }
      const asked = (ids: (string | null)[], on: Day) =>
        ids.filter((id): id is string => id !== null).map((organisation) => ({ organisation, on }))
      return [...asked([from, at], eve), ...asked([to, nowAt], day)]
    }),
  )
  const unit = await unitNamesOn(
    context,
    lines.flatMap((line) => (line.kind === 'tie' ? [{ unit: line.detail.unit, on: day }] : [])),
  )
  const people = await namedPeople(context, lines)
  const was = (id: string | null) => (id === null ? '' : (names.get(`${id} ${eve}`) ?? ''))
  const is = (id: string | null) => (id === null ? '' : (names.get(`${id} ${day}`) ?? ''))
  return lines.map((line) => {
    const { kind, from, to } = line
    const details = { from: was(from), to: is(to), ...detailsOf(line) }
    return {
      kind,
      text: fill(sentenceFor(context, line), details),
      from: from === null ? null : { id: from, name: was(from) },
      to: to === null ? null : { id: to, name: is(to) },
      theme: line.kind === 'theme' ? (line.detail.next ?? line.detail.theme) : null,
    }
  })

  function detailsOf(line: Line): Record<string, string | number> {
    switch (line.kind) {
      case 'theme':
        return { name: line.detail.name, at: was(line.detail.at), nowAt: is(line.detail.nowAt) }
      case 'post': {
        const say = labelsIn(organisationMessages, context.language)
        const name = people.get(line.detail.person)
        const person = name ? fill(reorganisationMessages.labels['line.person'][context.language], { name }) : ''
        return { post: say[line.detail.post as keyof typeof say], person }
      }
      case 'tie':
        return { unit: unit.get(`${line.detail.unit} ${day}`) ?? '' }
      case 'assessed':
        return { title: line.detail.title }
      case 'title':
        return { year: line.detail.year }
      case 'below':
        return { name: line.detail.name }
      case 'people':
        return line.detail
      default:
        return line.detail
    }
  }
}

function sentenceFor({ language }: Context, line: Line): string {
  const { labels } = reorganisationMessages
  if (line.kind === 'theme') return labels[`line.theme.${line.detail.change}`][language]
  if (line.kind === 'post') return labels[line.detail.held ? 'line.post' : 'line.post-waiting'][language]
  if (line.kind === 'title') return labels[`line.title.${line.detail.change}`][language]
  if (line.kind === 'assessed') return labels[line.detail.frozen ? 'line.assessed-frozen' : 'line.assessed'][language]
  if (line.kind === 'tie') return labels[line.detail.tied ? 'line.tied' : 'line.untied'][language]
  return labels[`line.${line.kind}`][language]
}

/** Who held the posts that end: for those who see the people there. */
async function namedPeople(context: Context, lines: readonly Line[]): Promise<Map<string, string>> {
  const posts = lines.flatMap((line) => (line.kind === 'post' ? [line] : []))
  const places = await organisationsById(context, [...new Set(posts.map(({ from }) => from!))])
  const seen = posts.filter(({ from }) => seesPeople(context.actor, places.get(from!)?.path ?? ''))
  return namesOf(
    context,
    seen.map(({ detail }) => detail.person),
  )
}
