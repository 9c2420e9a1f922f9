import { allow, type Decision, refuse } from '#basics/decision.ts'

export const titleFates = ['with-successor', 'end'] as const
/** What becomes of the titles of a branch that ends, as the document says. */
export type TitleFate = (typeof titleFates)[number]

/** Handed over to the successor; joined to the one it holds from the same selection; or ended. */
export type TitleChange = 'handed-over' | 'joined' | 'ended'

export type TitleHandOverRefusal = 'selection.title-needs-saying'

/**
 * What happens to each title of a branch that ends. Nothing is taken for granted: where there is a title and the document
 * does not say what becomes of it, that is refused. A branch holds one title of a selection, so two of them become one.
 *
 * @param held The selections that gave the titles the branch holds.
 * @param heir The selections that ever named the successor.
 */
export function handOverTitles(
  fate: TitleFate | null,
  { name, held, heir }: { name: string; held: readonly string[]; heir: ReadonlySet<string> },
): Decision<TitleChange[], TitleHandOverRefusal> {
  if (held.length > 0 && fate === null) return refuse('selection.title-needs-saying', { name, count: held.length })
  return allow(held.map((selection) => (fate === 'end' ? 'ended' : heir.has(selection) ? 'joined' : 'handed-over')))
}
