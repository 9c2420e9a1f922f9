import type { TitleFate } from '#programme/selection/rules/hand-over.ts'
import type { Fate } from '#programme/theme/rules/hand-over.ts'

export const kinds = ['set-up', 'rename', 'move', 'region', 'merge', 'split', 'dissolve', 'tie', 'untie'] as const
/** What a reorganisation (机构调整) does. */
export type Kind = (typeof kinds)[number]

/** Whether it is about Party organisations or about administrative units. */
export type Of = 'organisation' | 'unit'

/** An organisation or unit that a reorganisation sets up. */
export interface Newcomer {
  name: string
  shortName: string
  kind: string
  /** Null at the top, where only units may stand beside each other. */
  parent: string | null
  region: string | null
}

/** What becomes of the themes and titles of a branch that ends; where it holds no title, of that nothing need be said. */
export interface Bequest {
  organisation: string
  inForce: Fate
  underWay: Fate
  title?: TitleFate | undefined
}

/** One of those into which something is split. */
export interface Part {
  newcomer: Newcomer
  /** Those who go there; the others stay, or go to the heir. */
  people: string[]
  /** Those that stand below it from then on. */
  below: string[]
}

/** What a reorganisation says, by kind; ids are those of organisations, or of units where it is about units. */
export type Terms =
  | { kind: 'set-up'; of: Of; newcomer: Newcomer; units: string[] }
  | { kind: 'rename'; of: Of; id: string; name: string; shortName: string }
  | { kind: 'move'; of: Of; id: string; parent: string | null }
  | { kind: 'region'; of: Of; id: string; region: string | null }
  | { kind: 'merge'; of: Of; ids: string[]; into: string | Newcomer; bequests: Bequest[] }
  | { kind: 'split'; of: Of; id: string; parts: Part[]; heir: number | null; bequests: Bequest[] }
  | { kind: 'dissolve'; of: Of; id: string; successor: string; bequests: Bequest[] }
  | { kind: 'tie'; of: Of; id: string; unit: string }
  | { kind: 'untie'; of: Of; id: string; unit: string }

/** Those that exist already and that the terms name, of their own kind; units named beside organisations are left out. */
export function namedIn(terms: Terms): string[] {
  const above = ({ parent }: Newcomer) => (parent === null ? [] : [parent])
  switch (terms.kind) {
    case 'set-up':
      return above(terms.newcomer)
    case 'move':
      return [terms.id, ...(terms.parent === null ? [] : [terms.parent])]
    case 'merge':
      return [...terms.ids, ...(typeof terms.into === 'string' ? [terms.into] : above(terms.into))]
    case 'split':
      return [terms.id, ...terms.parts.flatMap(({ newcomer, below }) => [...above(newcomer), ...below])]
    case 'dissolve':
      return [terms.id, terms.successor]
    default:
      return [terms.id]
  }
}

/** The units that terms about organisations name. */
export function unitsIn(terms: Terms): string[] {
  if (terms.of === 'unit') return namedIn(terms)
  if (terms.kind === 'set-up') return terms.units
  return terms.kind === 'tie' || terms.kind === 'untie' ? [terms.unit] : []
}

/** How many new ids the terms need. */
export function newcomersIn(terms: Terms): Newcomer[] {
  if (terms.kind === 'set-up') return [terms.newcomer]
  if (terms.kind === 'split') return terms.parts.map(({ newcomer }) => newcomer)
  return terms.kind === 'merge' && typeof terms.into !== 'string' ? [terms.into] : []
}
