import { compare, exact } from '#basics/exact.ts'
import { groupOfMember, groups, type Member } from './figures.ts'
import type { BranchScore } from './score.ts'
import type { Sheet } from './sheet.ts'

/** C12 the places of one category. For those entitled inside the Party: no rank order is ever public. */
export interface RankedGroup {
  group: string
  /** `too-few`: the category is smaller than the sheet ranks; `open`: a total is open, or equals need a ruling. */
  state: 'ranked' | 'too-few' | 'open'
  places: { id: string; place: number }[]
  /** The first and the last that are told, as many as the sheet says; equals at the end are told together. */
  top: string[]
  bottom: string[]
  notRanked: string[]
}

/** The places inside each category by the total with the bonus; those without a level are not ranked, and say nothing. */
export function ranking(sheet: Sheet, members: readonly Member[], scores: Map<string, BranchScore>): RankedGroup[] {
  const rules = sheet.ranking
  if (!rules) return []
  return groups(sheet, rules.within, members).map((group) => {
    const name = groupOfMember(sheet, rules.within, group[0]!)
    const rated = group.filter(({ id }) => scores.get(id)!.level.state !== 'none' || sheet.levels.length === 0)
    const notRanked = group.filter((each) => !rated.includes(each)).map(({ id }) => id)
    const empty = { group: name, places: [], top: [], bottom: [], notRanked }
    if (rated.length < rules.least) return { ...empty, state: 'too-few', notRanked: group.map(({ id }) => id) }
    const totals = rated.map(({ id }) => ({ id, total: totalOf(scores.get(id)!) }))
    if (totals.some(({ total }) => total === null)) return { ...empty, state: 'open' }
    const sorted = totals.toSorted((a, b) => compare(exact(b.total!), exact(a.total!)) || (a.id < b.id ? -1 : 1))
    let place = 1
    const places = sorted.map(({ id, total }, at) => {
      if (at > 0 && compare(exact(total!), exact(sorted[at - 1]!.total!)) !== 0) place = at + 1
      return { id, place }
    })
    if (rules.ties === 'ruling' && new Set(places.map((each) => each.place)).size < places.length)
      return { ...empty, state: 'open' }
    const last = places.at(-rules.bottom)?.place ?? 0
    return {
      ...empty,
      state: 'ranked',
      places,
      top: places.filter((each) => each.place <= rules.top).map(({ id }) => id),
      bottom: rules.bottom === 0 ? [] : places.filter((each) => each.place >= last).map(({ id }) => id),
    }
  })
}

function totalOf({ total }: BranchScore): string | null {
  return total.state === 'scored' ? total.points : null
}
