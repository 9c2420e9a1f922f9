import type { Context } from '#platform/context.ts'
import { writeHistory } from '#platform/context.ts'
import { leaveSelfScoring } from './duties.ts'
import { holdUnderWay, insertEnds } from './store-hand-over.ts'

/**
 * Branches end today. In an assessment under way theirs ends as well, for the reason of the document: they leave the base of
 * the quota, and what was gathered is kept. What is frozen stands as it was frozen. In the caller's transaction.
 */
export async function endAssessed(context: Context, ended: ReadonlyMap<string, string>, ground: string) {
  const rows = await holdUnderWay(context, [...ended.keys()])
  const open = rows.filter(({ frozen }) => !frozen)
  await insertEnds(
    context,
    open.map(({ assessed, branch }) => ({ assessed, successor: ended.get(branch)!, ground })),
  )
  for (const { assessed, assessment, branch } of open) {
    await leaveSelfScoring(context, assessment, branch, ground)
    const subject = { kind: 'assessed', id: assessed, organisation: branch }
    await writeHistory(context, 'assessment.ended-for-branch', subject, {
      assessment,
      successor: ended.get(branch)!,
      ground,
    })
  }
  return rows
}
