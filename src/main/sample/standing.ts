import { chanceOf } from './chance.ts'
import { nearNames } from './theme-names.ts'
import type { SampleOrganisation, SampleRegion, SampleTheme } from './types.ts'

/**
 * How a branch stood last year. `clear`: plainly excellent. The twins end with equal totals at the line of their
 * region's quota; the first has more in sections 2 and 3, the second in section 1.
 */
export type Tier = 'clear' | 'first-twin' | 'second-twin' | 'good' | 'fair' | 'poor'

export interface Standing {
  tier: Tier
  theme: { state: 'none' } | { state: Exclude<SampleTheme['state'], 'in-force'> } | { state: 'in-force'; year: number }
  exempt: boolean
  /** What makes an otherwise plain case a hard one. */
  twist: 'veto' | 'few-votes' | 'never-adopted' | 'disputed' | 'answered' | null
}

const fixedThemes: Record<string, 'none' | 'returned' | 'on-notice'> = {
  珠海海事局九州港海事处党支部: 'none',
  东莞海事局太平海事处党支部: 'returned',
  佛山海事局顺德海事处党支部: 'on-notice',
}
const FIRST = '广州海事局黄埔海事处第一党支部'

// Twins need exactly one place left in their region, so the number of clear ones there follows from the quota.
const TWINS_REGION: SampleRegion = '粤东'
const clearCounts: Record<SampleRegion, number> = { 珠三角: 31, 粤西: 8, 粤东: 0 }

/** Decides for every branch how it stood last year and how far its theme is today. */
export function standings(branches: SampleOrganisation[], year: number, seed: number): Map<string, Standing> {
  const chance = chanceOf(seed, 'standing')
  const exempt = (branch: SampleOrganisation) => branch.setUpOn > `${year - 1}-06-30`
  const mixed = chance.shuffled(branches)
  const result = new Map<string, Standing>()
  const set = (branch: SampleOrganisation, tier: Tier, themeYear: number | null) =>
    result.set(branch.code, {
      tier,
      theme: themeYear === null ? { state: 'none' } : { state: 'in-force', year: themeYear },
      exempt: exempt(branch),
      twist: null,
    })

  const free = mixed.filter((branch) => !exempt(branch) && !(branch.name in fixedThemes))
  for (const region of ['珠三角', '粤西', '粤东'] as const) {
    const here = free.filter((branch) => branch.region === region)
    here.sort((one, other) => Number(other.name === FIRST) - Number(one.name === FIRST))
    const base = branches.filter((branch) => branch.region === region && !exempt(branch)).length
    const clear = region === TWINS_REGION ? Math.floor(base / 5) - 1 : clearCounts[region]
    for (const branch of here.slice(0, clear)) set(branch, 'clear', year - (chance.percent(55) ? 4 : 3))
    if (region !== TWINS_REGION) continue
    set(here[clear]!, 'first-twin', year - 3)
    set(here[clear + 1]!, 'second-twin', year - 3)
  }

  const rest = mixed.filter((branch) => !result.has(branch.code))
  const states = thisYearsStates(chance.shuffled)
  for (const [index, branch] of rest.entries()) {
    set(branch, index < 5 && !exempt(branch) ? 'poor' : index < 28 ? 'fair' : 'good', chance.pick(themeYears(year)))
    const standing = result.get(branch.code)!
    const fixed = fixedThemes[branch.name]
    const open = exempt(branch) || !(branch.name in nearNames)
    if (fixed) standing.theme = { state: fixed }
    else if (open && states.length > 0) {
      const state = states.pop()!
      standing.theme = state === 'in-force' ? { state, year } : { state }
    }
    // A branch set up in the autumn cannot have an older theme.
    if (exempt(branch) && standing.theme.state === 'in-force') standing.theme = { state: 'submitted' }
  }
  twist(mixed, result)
  return result
}

// 12 branches have no theme (one of them is fixed above), 42 more are on their way this year.
function thisYearsStates(shuffled: <Item>(list: readonly Item[]) => Item[]) {
  const counts = { none: 11, draft: 5, submitted: 8, returned: 4, passed: 4, 'on-notice': 8, 'in-force': 13 } as const
  const states = (Object.keys(counts) as (keyof typeof counts)[]).flatMap((state) =>
    Array.from({ length: counts[state] }, () => state),
  )
  return shuffled(states)
}

function themeYears(year: number): number[] {
  return [4, 4, 4, 3, 3, 3, 2, 2, 2, 1].map((ago) => year - ago)
}

// Two vetoes, four surveys with too few votes, two excellent ones that nobody learnt from: none where the twins are.
function twist(branches: SampleOrganisation[], result: Map<string, Standing>): void {
  const elsewhere = branches.filter(({ region, name }) => region !== TWINS_REGION && name !== FIRST)
  const standings = elsewhere.map(({ code }) => result.get(code)!)
  const clear = standings.filter(({ tier }) => tier === 'clear')
  const good = standings.filter(({ tier, exempt }) => tier === 'good' && !exempt)
  clear[0]!.twist = 'veto'
  clear[1]!.twist = 'few-votes'
  clear[2]!.twist = 'never-adopted'
  clear[3]!.twist = 'never-adopted'
  good[0]!.twist = 'veto'
  for (const standing of good.slice(1, 4)) standing.twist = 'few-votes'
  // Two open notices have an objection: one still open, one answered.
  const noticed = [...result.values()].filter(({ theme, twist }) => theme.state === 'on-notice' && twist === null)
  noticed[0]!.twist = 'disputed'
  noticed[1]!.twist = 'answered'
}
