import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { callsBehind } from './reads-call.ts'
import { type Adoption, type Rests, restsOn } from './rules/adoption.ts'
import type { loadTheme } from './store.ts'

/** What a theme that is handed in rests on: the branch's call, or what is told of paper now or was told before. */
export async function restOf(
  context: Context,
  { id, branch, row }: Awaited<ReturnType<typeof loadTheme>>,
  typed: Adoption | undefined,
): Promise<Rests> {
  const calls = await callsBehind(context, branch, id)
  return accept(restsOn(calls, typed, row.adoption as Adoption | null))
}
