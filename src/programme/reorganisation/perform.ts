import { allow, refuse } from '#basics/decision.ts'
import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import * as structure from '#programme/organisation/restructuring.ts'
import { holdThemes } from '#programme/theme/hand-over.ts'
import {
  belowLines,
  endPosts,
  handOver,
  moveAssessments,
  movePeople,
  moveThemes,
  moveTitles,
  tieLines,
} from './effects.ts'
import { programmeRunBy } from './reads-touched.ts'
import type { Act } from './rules/act.ts'
import type { Line } from './rules/line.ts'
import { outcomeOf, relocated } from './rules/outcome.ts'
import { newcomersIn } from './rules/terms.ts'

/** What an act did: line by line, and the ids of those it set up. */
export interface Done {
  lines: Line[]
  newcomers: string[]
}

/**
 * Does what an act says, all of it or nothing. Structure and people follow the document's day; posts, themes, notices and
 * duties change today, for until today people acted with them. Whatever waits for somebody goes where the act says.
 */
export async function perform(
  context: Context,
  { terms, effectiveOn, ground }: Pick<Act, 'terms' | 'effectiveOn'> & { ground: string },
): Promise<Done> {
  const before = await structure.holdStructure(context)
  const newcomers = newcomersIn(terms).map(() => context.newId())
  const outcome = accept(outcomeOf(terms, before, effectiveOn, newcomers))
  const ended: ReadonlyMap<string, string> = terms.of === 'organisation' ? outcome.ended : new Map()
  const moved = relocated(before.organisations, outcome.whole.organisations, context.today)
  await hold(context, [...ended.keys(), ...ended.values(), ...moved], newcomers)
  for (const id of ended.keys()) await mustBeFree(context, id)
  await structure.putStructure(context, before, outcome.whole, { successors: outcome.ended })
  const lines = [
    ...(await movePeople(context, outcome.people, effectiveOn)),
    ...(terms.kind === 'move' ? [] : belowLines(before, outcome.whole, context.today)),
    ...(await endPosts(context, ended, ground)),
    // before duties go over: what a branch had to do for its own assessment is no duty of the successor
    ...(await moveAssessments(context, ended, ground)),
    ...(await handOver(context, ended, ground)),
    ...(await moveThemes(context, outcome.bequests, ended, moved, ground)),
    ...(await moveTitles(context, outcome.bequests, ended, ground)),
    ...tieLines(before, outcome.whole, context.today),
  ]
  return { lines, newcomers }
}

/** Themes first, then organisations: in the order in which those who review or draft take them. */
async function hold(context: Context, touched: readonly string[], newcomers: readonly string[]): Promise<void> {
  const known = [...new Set(touched)].filter((id) => !newcomers.includes(id))
  await holdThemes(context, known)
  await structure.holdOrganisations(context, known)
}

/** One that runs a programme of its own settles it first: its office answers for it by name. */
async function mustBeFree(context: Context, organisation: string): Promise<void> {
  const run = await programmeRunBy(context, organisation)
  accept(run === undefined ? allow(true) : refuse('reorganisation.runs-a-programme', run))
}
