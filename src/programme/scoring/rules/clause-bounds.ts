import { add, type ExactText, exact, greatest, negate, writeExact, zero } from '#basics/exact.ts'
import type { FactShape } from './sheet.ts'
import type { Clause, Measure } from './sheet-clauses.ts'

const byMeasure: Record<Measure, FactShape[]> = {
  number: ['count', 'number', 'things'],
  percent: ['ratio'],
  'full-years': ['since'],
}

/** A fact a clause reads, and the shapes it may have there. */
export interface ReadFact {
  fact: string
  shapes: FactShape[]
}

/** Every fact a clause reads with the shapes it can be read in. */
export function readFacts(clause: Clause): ReadFact[] {
  const own = { fact: clause.fact, shapes: clause.periods ? (['series'] as FactShape[]) : ownShapes(clause) }
  switch (clause.type) {
    case 'A2':
    case 'A3':
    case 'A9':
      return clause.exemptIf === null ? [own] : [own, { fact: clause.exemptIf, shapes: ['flag'] }]
    case 'A15':
      return [own, ...clause.or.map(({ fact, measure }) => ({ fact, shapes: byMeasure[measure] }))]
    case 'A4B':
      return [own, ...clause.metrics.map(({ fact, measure }) => ({ fact, shapes: byMeasure[measure] }))]
    case 'A19':
      return 'after' in clause.due ? [own, { fact: clause.due.after, shapes: ['since'] }] : [own]
    default:
      return [own]
  }
}

export function ownShapes(clause: Clause): FactShape[] {
  switch (clause.type) {
    case 'A1':
    case 'A3':
    case 'A16':
      return ['flag']
    case 'A2':
      return clause.due ? ['periods'] : ['count', 'things']
    case 'A4':
    case 'A4B':
      return ['ratings']
    case 'A5':
      return ['grade']
    case 'A6':
    case 'A8':
    case 'A9':
    case 'A15':
      return byMeasure[clause.measure]
    case 'A7':
      return ['rank', 'count', 'number', 'ratio']
    case 'A10':
      return ['count', 'things']
    case 'A12':
      return ['honours']
    case 'A4E':
    case 'A14':
    case 'A17':
    case 'A21':
      return ['things']
    case 'A18':
      return ['number', 'count']
    case 'A19':
      return ['moment']
    case 'A20':
      if (clause.when.kind === 'holds') return ['flag']
      return clause.when.kind === 'share-below' && clause.when.of === null ? ['ratio'] : ['count', 'things']
    case 'B6':
      return ['survey']
    case 'B7':
      return ['votes']
  }
}

/** The most a clause can add; null where there is no end. */
export function mostOf(clause: Clause): ExactText | null {
  switch (clause.type) {
    case 'A1':
    case 'B6':
    case 'B7':
      return clause.points
    case 'A4':
      return clause.effect === 'add' ? clause.max : '0'
    case 'A4B':
      return highest(clause.metrics.flatMap(({ bands }) => bands.map(({ max }) => max)))
    case 'A5':
      return highest(clause.options.map(({ points }) => points))
    case 'A6':
      return highest(clause.bands.map(({ points }) => points))
    case 'A15':
      return highest([clause, ...clause.or].flatMap(({ bands }) => bands.map(({ points }) => points)))
    case 'A7':
      return highest(clause.places.map(({ points }) => points))
    case 'A9':
      return clause.most
    case 'A18':
      return clause.effect === 'deduct' ? '0' : clause.outOf === null ? null : clause.points
    case 'A19':
      return highest([clause.never, ...clause.tiers.map(({ points }) => points)])
    case 'A8':
    case 'A10':
    case 'A12':
    case 'A14':
    case 'A17':
      return clause.cap
    case 'A4E':
    case 'A21':
      return clause.effect === 'add' ? clause.cap : '0'
    case 'A2':
    case 'A3':
    case 'A16':
    case 'A20':
      return '0'
  }
}

/** What a clause takes off in one go: for a fault, at most, at the lowest. */
export function deductionsOf(clause: Clause): ExactText[] {
  switch (clause.type) {
    case 'A2':
      return [clause.per, ...(clause.cap === null ? [] : [clause.cap])]
    case 'A3':
      return [clause.points]
    case 'A4':
    case 'A4E':
      return clause.effect === 'deduct' ? [clause.max] : []
    case 'A6':
      return clause.bands.flatMap(({ points }) => below(points))
    case 'A21':
      return clause.effect === 'deduct' ? clause.names.map(({ points }) => points) : []
    case 'A9':
      return clause.least === null ? [] : below(clause.least)
    default:
      return []
  }
}

/** Whether a clause can only take off, or change nothing: what an item that starts at zero and cannot fall never feels. */
export function onlyDeducts(clause: Clause): boolean {
  const most = mostOf(clause)
  return clause.type !== 'A16' && clause.type !== 'A20' && most !== null && exact(most).top <= 0n
}

/** Numbers of points that must be above 0; a deduction is written without a minus. */
export function positiveOf(clause: Clause): ExactText[] {
  switch (clause.type) {
    case 'A2':
    case 'A10':
    case 'A17':
      return [clause.per, ...(clause.cap === null ? [] : [clause.cap])]
    case 'A1':
    case 'A3':
    case 'A8':
    case 'A18':
    case 'B6':
    case 'B7':
      return [clause.points]
    case 'A12':
    case 'A14':
      return clause.cap === null ? [] : [clause.cap]
    case 'A21':
      return clause.names.map(({ points }) => points)
    default:
      return []
  }
}

/** Lists of names in a clause; none may stand twice. */
export function namesOf(clause: Clause): string[] {
  switch (clause.type) {
    case 'A5':
      return clause.options.map(({ name }) => name)
    case 'A12':
      return clause.levels.map(({ name }) => name)
    case 'A14':
      return clause.stages.map(({ name }) => name)
    case 'A21':
      return clause.names.map(({ name }) => name)
    case 'B6':
      return clause.groups.map(({ name }) => name)
    case 'B7':
      return [...clause.options.map(({ name }) => name), ...clause.excluded]
    default:
      return []
  }
}

function below(points: ExactText): ExactText[] {
  return points.startsWith('-') ? [writeExact(negate(exact(points)))] : []
}

/** The highest of some points. */
export function highest(points: ExactText[]): ExactText {
  return writeExact(points.map(exact).reduce(greatest))
}

/** The sum of some points. */
export function total(points: ExactText[]): ExactText {
  return writeExact(points.map(exact).reduce(add, zero))
}
