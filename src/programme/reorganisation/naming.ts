import { addDays, type Day } from '#basics/calendar.ts'
import type { Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { namesOn, unitNamesOn } from '#programme/organisation/reads-structure.ts'
import { titleOf } from './rules/say.ts'
import { namedIn, type Terms, unitsIn } from './rules/terms.ts'

interface Titled {
  terms: Terms
  effectiveOn: Day
}

/** What acts do, in a sentence each, by the names that those they are about had until then. */
export async function titlesOf(context: Context, acts: readonly Titled[], language: Language): Promise<string[]> {
  const asked = acts.map(({ terms, effectiveOn }) => ({ terms, on: addDays(effectiveOn, -1) }))
  const organisations = await namesOn(
    context,
    asked.flatMap(({ terms, on }) =>
      terms.of === 'unit' ? [] : namedIn(terms).map((organisation) => ({ organisation, on })),
    ),
  )
  const units = await unitNamesOn(
    context,
    asked.flatMap(({ terms, on }) => unitsIn(terms).map((unit) => ({ unit, on }))),
  )
  return asked.map(({ terms, on }) => {
    const called = [...organisations, ...units].flatMap(([key, name]) => {
      const [id, day] = key.split(' ') as [string, Day]
      return day === on ? [[id, name] as const] : []
    })
    return titleOf(terms, new Map(called), language)
  })
}

/** What an act is, for the trail of whatever it touches: its document and what it does. Kept in Chinese, as documents are. */
export async function groundOf(context: Context, act: Titled & { document: string }): Promise<string> {
  const [title] = await titlesOf(context, [act], 'zh')
  return `${act.document}：${title!}`
}
