/** The fewest answers of which anything is shown (k): the floor that surveys of staff commonly keep. */
export const LEAST_ANSWERS = 5
/** The fewest people behind a cell, and beside it: a cell of one or two points at them. */
export const LEAST_IN_CELL = 3
/** From so many answers on, that nobody chose an option may be told. */
export const LEAST_FOR_NOUGHT = 10
/** From so many answers on it may be told that at least nine in ten agree, where the figures cannot be shown. */
export const LEAST_FOR_NEARLY_ALL = 20
/** The fewest texts that are shown together, since a style of writing tells of its writer. */
export const LEAST_TEXTS = 10

/** What one group answered to one question: how many did, and how many chose each option. */
export interface Tally {
  group: string
  answers: number
  counts: readonly number[]
}

/** Groups whose answers are told together: the smallest thing that anybody can know of them. */
export interface Atom {
  groups: string[]
  answers: number
  counts: number[]
}

/** What is told of one question. */
export type Told =
  | { told: 'counts'; atoms: Atom[] }
  /** All together, and only some options: the others, null here, would point at people. `rest` chose one of those. */
  | { told: 'partly'; answers: number; counts: (number | null)[]; rest: number | null }
  /** Too many alike for figures: at least nine in ten chose this option. */
  | { told: 'nearly-all'; option: number }
  | { told: 'texts'; texts: string[] }
  | { told: 'nothing' }

/** The one release of a questionnaire, question by question. */
export type Release = Told[]

/** Whether these figures can be shown: no cell and no complement points at one or two people, or at all of them. */
export function showable({ answers, counts }: Pick<Tally, 'answers' | 'counts'>): boolean {
  if (answers < LEAST_ANSWERS) return false
  return counts.every((count) => (count === 0 ? answers >= LEAST_FOR_NOUGHT : apart(count, answers)))
}

/**
 * What is told of a question with options. Groups, in the order given (the order of the organisations), are told one by
 * one where their figures can be shown, else together with the ones that follow, until they can. Every figure told is
 * then a sum over whole atoms, so that no difference between figures reaches below one. That which groups stand together
 * depends on the answers tells something too; the test beside this file goes through everything it can tell. Where not
 * even all together can be shown option by option, `kind` says how the small ones are kept back.
 */
export function tell(tallies: readonly Tally[], kind: 'one' | 'several'): Told {
  const atoms: Atom[] = []
  let open: Atom | null = null
  for (const tally of tallies) {
    open = joined(open, tally)
    if (!showable(open)) continue
    atoms.push(open)
    open = null
  }
  while (open && !showable(open)) {
    const before = atoms.pop()
    if (!before) return whole(open, kind)
    open = { groups: [...before.groups, ...open.groups], ...summed(before, open) }
  }
  return { told: 'counts', atoms: open ? [...atoms, open] : atoms }
}

/** What is told of texts: all of them in an order that says nothing, or none. */
export function tellTexts(texts: readonly string[]): Told {
  return texts.length < LEAST_TEXTS ? { told: 'nothing' } : { told: 'texts', texts: [...texts].sort() }
}

/** How many have answered while it is open, in steps so wide that no single answer can be seen coming in. */
export const turnouts = ['unsaid', 'under-a-fifth', 'under-half', 'under-four-fifths', 'most'] as const
export type Turnout = (typeof turnouts)[number]
export function turnout(answers: number, asked: number): Turnout {
  if (asked < LEAST_FOR_NEARLY_ALL) return 'unsaid'
  if (answers * 5 < asked) return 'under-a-fifth'
  if (answers * 2 < asked) return 'under-half'
  return answers * 5 < asked * 4 ? 'under-four-fifths' : 'most'
}

function whole({ answers, counts }: Atom, kind: 'one' | 'several'): Told {
  if (answers < LEAST_ANSWERS) return { told: 'nothing' }
  const counted = kind === 'one' ? folded(counts) : counts.map((count) => (apart(count, answers) ? count : null))
  const kept = counted.filter((count) => count !== null)
  if (kept.length > 0 && kept.every((count) => apart(count, answers))) {
    const rest = kind === 'one' ? answers - kept.reduce((sum, count) => sum + count, 0) : null
    return { told: 'partly', answers, counts: counted, rest }
  }
  const option = counts.findIndex((count) => count * 10 >= answers * 9)
  return answers >= LEAST_FOR_NEARLY_ALL && option >= 0 ? { told: 'nearly-all', option } : { told: 'nothing' }
}

/** Whether neither those who chose it nor those who did not are one or two, or none. */
function apart(count: number, answers: number): boolean {
  return count >= LEAST_IN_CELL && answers - count >= LEAST_IN_CELL
}

/** Options from the least chosen upward are told together: two or more of them, until they are enough people. */
function folded(counts: readonly number[]): (number | null)[] {
  const byCount = counts.map((_, at) => at).sort((a, b) => counts[a]! - counts[b]! || b - a)
  const left = new Set<number>()
  let together = 0
  for (const at of byCount) {
    if (left.size >= 2 && together >= LEAST_IN_CELL) break
    left.add(at)
    together += counts[at]!
  }
  return counts.map((count, at) => (left.has(at) ? null : count))
}

function joined(atom: Atom | null, { group, ...tally }: Tally): Atom {
  if (!atom) return { groups: [group], answers: tally.answers, counts: [...tally.counts] }
  return { groups: [...atom.groups, group], ...summed(atom, tally) }
}

function summed(one: Pick<Tally, 'answers' | 'counts'>, other: Pick<Tally, 'answers' | 'counts'>) {
  return {
    answers: one.answers + other.answers,
    counts: one.counts.map((count, at) => count + (other.counts[at] ?? 0)),
  }
}
