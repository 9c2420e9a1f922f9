import { type Context, writeHistory } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { voidDuty } from '#programme/duty/duties.ts'
import { approvingPublication, checkingPublication } from './rules/duties.ts'
import { dropWithBranch } from './rules/publication.ts'
import { holdUnderWay, insertStep, loadPublication, savePublication, saveSteward } from './store.ts'

/**
 * What a reorganisation does to the publications of a branch that ends, in its transaction: those under way are given up,
 * for the words are the branch's own and nobody is there to answer for them; what was published stays as a fact of history.
 * Inside the Party means the successor's people where the one that ends ran the programme. Answers how many were given up.
 */
export async function endPublications(context: Context, from: string, to: string, ground: string): Promise<number> {
  const underWay = await holdUnderWay(context, from)
  for (const id of underWay) {
    const dropped = dropWithBranch(found(await loadPublication(context, id)))
    await savePublication(context, dropped)
    await insertStep(context, dropped, 'dropped', ground)
    const subject = { kind: 'publication', id }
    for (const { name: kind } of [checkingPublication, approvingPublication])
      await voidDuty(context, { kind, subject }, ground)
    await writeHistory(context, 'publicity.dropped', { ...subject, organisation: from }, { comment: ground })
  }
  await saveSteward(context, from, to)
  return underWay.length
}
