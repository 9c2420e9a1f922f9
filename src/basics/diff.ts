/** A run of text and what became of it: in both texts, in the one before alone, in the one after alone. */
export interface Run {
  text: string
  kind: 'kept' | 'gone' | 'new'
}

/** More pairs of words than this are not compared one by one: the middle of both texts then counts as changed. */
const MOST_PAIRS = 4_000_000

/**
 * Which words changed from one text to another: joined without the new runs it is the text before, without the gone ones
 * the text after. Chinese is compared by character, Latin words and numbers whole. Where little stayed between two changes
 * of one clause they are told as one, so that people read words and not single strokes of luck.
 */
export function diff(before: string, after: string): Run[] {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  const same = (at: number) => old[at] !== undefined && old[at] === young[at]
  const sameFromEnd = (at: number) => old.at(-1 - at) === young.at(-1 - at)
  const most = Math.min(old.length, young.length)
  let head = 0
  while (same(head)) head++
  let tail = 0
  while (tail < most - head && sameFromEnd(tail)) tail++
  const middle = compare(old.slice(head, old.length - tail), young.slice(head, young.length - tail))
  const kept = (words: string[]): Step => ({ kept: words, gone: [], young: [] })
  const steps = together([kept(old.slice(0, head)), ...middle, kept(old.slice(old.length - tail))])
  return steps.flatMap(runsOf)
}

/** Whether anything changed. */
export function differs(runs: readonly Run[]): boolean {
  return runs.some(({ kind }) => kind !== 'kept')
}

/** Words that stayed, followed by words that went and words that came instead. */
interface Step {
  kept: string[]
  gone: string[]
  young: string[]
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{M}]+|\p{Nd}+|\s+|./gsu) ?? []
}

/** The longest common sequence, from the table of how much is shared by what follows each pair of places. */
function compare(old: string[], young: string[]): Step[] {
  const [rows, columns] = [old.length, young.length]
  if (rows === 0 || columns === 0 || rows * columns > MOST_PAIRS) return [{ kept: [], gone: old, young }]
  const width = columns + 1
  const shared = new Uint16Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column
      shared[at] =
        old[row] === young[column] ? shared[at + width + 1]! + 1 : Math.max(shared[at + width]!, shared[at + 1]!)
    }
  const steps: Step[] = []
  const open = (): Step => {
    const step: Step = { kept: [], gone: [], young: [] }
    steps.push(step)
    return step
  }
  let step = open()
  for (let row = 0, column = 0; row < rows || column < columns; ) {
    const at = row * width + column
    if (row < rows && column < columns && old[row] === young[column]) {
      if (step.gone.length + step.young.length > 0) step = open()
      step.kept.push(old[row++]!)
      column++
    } else if (column === columns || (row < rows && shared[at + width]! >= shared[at + 1]!)) step.gone.push(old[row++]!)
    else step.young.push(young[column++]!)
  }
  return steps
}

/** Joins changes within a clause that have no more between them than each of them changes. */
function together(steps: Step[]): Step[] {
  const joined: Step[] = []
  for (const step of steps) {
    let next = step
    for (let last = joined.at(-1); last && absorbs(last, next); last = joined.at(-1)) {
      joined.pop()
      next = {
        kept: last.kept,
        gone: [...last.gone, ...next.kept, ...next.gone],
        young: [...last.young, ...next.kept, ...next.young],
      }
    }
    joined.push(next)
  }
  return joined
}

function absorbs(one: Step, other: Step): boolean {
  const size = ({ gone, young }: Step) => Math.max(gone.join('').length, young.join('').length)
  const between = other.kept.join('')
  if (/[，。；：！？、,;:!?\n]/.test(between)) return false
  return between === '' || (between.length <= size(one) && between.length <= size(other))
}

function runsOf({ kept, gone, young }: Step): Run[] {
  const runs: Run[] = [
    { kind: 'kept', text: kept.join('') },
    { kind: 'gone', text: gone.join('') },
    { kind: 'new', text: young.join('') },
  ]
  return runs.filter(({ text }) => text !== '')
}
