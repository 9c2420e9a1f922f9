import { type Context, writeHistory } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { organisationsById } from '#programme/organisation/reads.ts'
import { selectionMessages } from './messages.ts'
import { handOverTitles as decide, type TitleChange, type TitleFate } from './rules/hand-over.ts'
import { holdTitles, insertTitleTakenOver, type StoredTitle, saveEndOfTitle } from './store-hand-over.ts'

export interface TitleHandedOver {
  title: string
  year: number
  change: TitleChange
}

/**
 * Titles of a branch that ends today: the successor goes on with them, or they end for the reason of the document. In the
 * caller's transaction, after the branches were locked; 409 where the document does not say what becomes of a title.
 */
export async function handOverTitles(
  context: Context,
  { from, to, fate, ground }: { from: string; to: string; fate: TitleFate | null; ground: string },
): Promise<TitleHandedOver[]> {
  const titles = await holdTitles(context, [from, to])
  const inTerm = ({ runs_until }: StoredTitle) => runs_until === null || runs_until > context.today
  const held = titles.filter((title) => title.branch_id === from && title.ended_on === null && inTerm(title))
  const { name } = (await organisationsById(context, [from])).get(from)!
  const heir = new Set(titles.flatMap(({ branch_id, selection_id }) => (branch_id === to ? selection_id : [])))
  const changes = accept(decide(fate, { name, held: held.map(({ selection_id }) => selection_id), heir }))
  for (const [at, title] of held.entries()) {
    const change = changes[at]!
    if (change === 'handed-over') await insertTitleTakenOver(context, title, to, takenOverFrom(name, ground))
    await saveEndOfTitle(context, title.id, ground)
    const subject = { kind: 'title', id: title.id, organisation: from }
    await writeHistory(context, `selection.title-${change}`, subject, { to, ground })
  }
  return held.map(({ id, year }, at) => ({ title: id, year, change: changes[at]! }))
}

function takenOverFrom(name: string, ground: string) {
  const { zh, en } = selectionMessages.labels.takenOverFrom
  const say = (sentence: string) => sentence.replace('{name}', name).replace('{ground}', ground)
  return { zh: say(zh), en: say(en) }
}
