import type { Details } from '#basics/decision.ts'
import { compare, type ExactText, exact } from '#basics/exact.ts'
import { inRange } from './clauses/measures.ts'
import { type Known, stands } from './conditions.ts'
import type { Ruling } from './facts.ts'
import type { Sheet } from './sheet.ts'
import type { Effect } from './sheet-outcomes.ts'

/** The level of a branch, or why there is none: no level fits or several do, no total yet, or the sheet gives none. */
export type LevelFound =
  | { state: 'level'; name: string }
  | { state: 'needs-ruling'; readings: string[] }
  | { state: 'open' }
  | { state: 'none' }

/** One thing that gave, moved or held the level, and the level after it; what each says is in sayings-level.ts. */
export interface LevelStep {
  word: LevelWord
  level: LevelFound
  details: Details
}
export type LevelWord =
  | 'total-open'
  | 'cut-off'
  | 'no-cut-off'
  | 'several-cut-offs'
  | 'rung'
  | 'requires'
  | 'requires-open'
  | 'ruled'
  | 'promoted'
  | 'promotion-open'
  | 'held-at-most'
  | 'forced'
  | 'not-rated'
  | 'quota-cut'
  | 'quota-named'
  | 'quota-tied'
  | 'quota-short'

/** An effect that holds, with the row of the sheet it comes from. */
export interface HeldEffect {
  code: string
  text: string
  effect: Effect
}

/** The levels of a sheet, the best first: those by points, or the rungs of its ladder. */
export function levelNames({ levels, ladder }: Sheet): string[] {
  if (!ladder) return levels.map(({ name }) => name)
  return [...ladder.rungs.map(({ level }) => level).toReversed(), ladder.below]
}

/** The level one lower; null below the last. Levels that only effects give are stepped over. */
export function nextLower(sheet: Sheet, level: string): string | null {
  const names = levelNames(sheet)
  const byEffect = sheet.levels.filter((each) => each.byEffect).map(({ name }) => name)
  return names.slice(names.indexOf(level) + 1).find((name) => !byEffect.includes(name)) ?? null
}

/**
 * The level at the end of the branch step, with everything that made it: cut-off or ladder, what a level requires, rulings,
 * promotions, ceilings (which never lift), forced levels. Quotas come after, in the population step.
 */
export function levelSteps(
  sheet: Sheet,
  graded: ExactText | null,
  known: Known,
  effects: readonly HeldEffect[],
  rulings: readonly Ruling[],
): LevelStep[] {
  const steps: LevelStep[] = []
  const first = sheet.ladder ? onLadder(sheet.ladder, known) : byCutOff(sheet, graded)
  if (first.level.state === 'none')
    return effects.some(({ effect }) => effect.effect === 'level') ? forced(effects) : []
  steps.push(first, ...required(sheet, first.level, known))
  const level = () => steps.at(-1)!.level
  steps.push(...ruledLevel(sheet, level(), rulings))
  steps.push(...promoted(sheet, level(), known))
  steps.push(...ruledLevel(sheet, level(), rulings))
  for (const each of effects) steps.push(...heldDown(sheet, level(), each))
  return [...steps, ...forced(effects)]
}

/** The level by a ruling, where what came before leaves it open. */
export function ruledLevel(sheet: Sheet, level: LevelFound, rulings: readonly Ruling[]): LevelStep[] {
  const ruling = rulings.find(({ about }) => about === 'level')
  if (level.state !== 'needs-ruling' || ruling?.about !== 'level' || !levelNames(sheet).includes(ruling.level))
    return []
  return [{ word: 'ruled', level: found(ruling.level), details: { ground: ruling.ground } }]
}

/** C1: the level whose half-open range holds the unrounded total: 89.999 is not 90. A hole or an overlap needs a ruling. */
export function byCutOff(sheet: Sheet, graded: ExactText | null): LevelStep {
  if (sheet.levels.length === 0) return { word: 'cut-off', level: { state: 'none' }, details: {} }
  if (graded === null) return { word: 'total-open', level: { state: 'open' }, details: {} }
  const byPoints = sheet.levels.filter(({ byEffect }) => !byEffect)
  const fitting = byPoints.filter((level) => inRange(graded, level)).map(({ name }) => name)
  if (fitting.length === 1) return { word: 'cut-off', level: found(fitting[0]!), details: { points: graded } }
  const readings = fitting.length > 1 ? fitting : besideHole(byPoints, graded)
  const word = fitting.length > 1 ? 'several-cut-offs' : 'no-cut-off'
  return { word, level: { state: 'needs-ruling', readings }, details: { points: graded } }
}

/** The levels on both sides of a hole. */
function besideHole(levels: Sheet['levels'], graded: ExactText): string[] {
  const x = exact(graded)
  const over = levels
    .filter(({ atLeast }) => atLeast !== null && compare(exact(atLeast), x) > 0)
    .toSorted((a, b) => compare(exact(a.atLeast!), exact(b.atLeast!)))
  const under = levels
    .filter(({ below }) => below !== null && compare(exact(below), x) <= 0)
    .toSorted((a, b) => compare(exact(b.below!), exact(a.below!)))
  return [...over.slice(0, 1), ...under.slice(0, 1)].map(({ name }) => name)
}

/** C9: a rung counts only if all below it were passed. */
function onLadder({ rungs, below }: NonNullable<Sheet['ladder']>, { pointsOf }: Known): LevelStep {
  let level = below
  for (const rung of rungs) {
    const points = pointsOf(rung.indicator)
    if (points === null) return { word: 'total-open', level: { state: 'open' }, details: { rung: rung.level } }
    if (compare(exact(points), exact(rung.atLeast)) < 0) break
    level = rung.level
  }
  return { word: 'rung', level: found(level), details: { rung: level } }
}

/** C4: a level whose requirement fails falls to the next lower one, or needs a ruling, as the sheet says. */
function required(sheet: Sheet, level: LevelFound, known: Known): LevelStep[] {
  if (level.state !== 'level') return []
  const lower = nextLower(sheet, level.name)
  const both = (): LevelFound => ({ state: 'needs-ruling', readings: [level.name, ...(lower === null ? [] : [lower])] })
  for (const { text, when, otherwise } of sheet.levels.find(({ name }) => name === level.name)?.requires ?? []) {
    const answer = stands(when, sheet, known)
    if (answer === 'open') return [{ word: 'requires-open', level: both(), details: { text } }]
    if (answer === 'yes') continue
    if (otherwise === 'ruling' || lower === null) return [{ word: 'requires', level: both(), details: { text } }]
    return [{ word: 'requires', level: found(lower), details: { text } }, ...required(sheet, found(lower), known)]
  }
  return []
}

/** C7: at least this level, whatever the score; with an open total only where no higher level could come of it. */
function promoted(sheet: Sheet, level: LevelFound, known: Known): LevelStep[] {
  const names = levelNames(sheet)
  const steps: LevelStep[] = []
  let now = level
  for (const { text, when, level: to } of sheet.promotions ?? []) {
    const answer = stands(when, sheet, known)
    const gains = now.state === 'level' ? names.indexOf(now.name) > names.indexOf(to) : to === names[0]
    if (answer === 'no' || !gains) continue
    const readings = [to, ...(now.state === 'level' ? [now.name] : [])]
    now = answer === 'yes' ? found(to) : { state: 'needs-ruling', readings }
    steps.push({ word: answer === 'yes' ? 'promoted' : 'promotion-open', level: now, details: { text } })
  }
  return steps
}

/** C5: at most this level. It lowers, and never lifts. */
function heldDown(sheet: Sheet, level: LevelFound, { text, effect }: HeldEffect): LevelStep[] {
  if (effect.effect !== 'at-most') return []
  const names = levelNames(sheet)
  const lowered = (name: string) => (names.indexOf(name) < names.indexOf(effect.level) ? effect.level : name)
  if (level.state === 'needs-ruling') {
    const readings = [...new Set(level.readings.map(lowered))]
    const now: LevelFound = readings.length === 1 ? found(readings[0]!) : { state: 'needs-ruling', readings }
    return [{ word: 'held-at-most', level: now, details: { text } }]
  }
  if (level.state !== 'level' || lowered(level.name) === level.name) return []
  return [{ word: 'held-at-most', level: found(effect.level), details: { text } }]
}

/** C6: the level forced, or none at all; the score is kept. Of several forced levels the last row of the sheet counts. */
function forced(effects: readonly HeldEffect[]): LevelStep[] {
  return effects.flatMap(({ text, effect }): LevelStep[] => {
    if (effect.effect === 'level') return [{ word: 'forced', level: found(effect.level), details: { text } }]
    return effect.effect === 'not-rated' ? [{ word: 'not-rated', level: { state: 'none' }, details: { text } }] : []
  })
}

function found(name: string): LevelFound {
  return { state: 'level', name }
}
