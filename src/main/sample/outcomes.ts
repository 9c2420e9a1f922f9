import type { BenchmarkGrade, HonourLevel, SuppliedFacts } from './assessment-types.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Standing, Tier } from './standing.ts'

/** What last year brought a branch: its records, facts, ratings and survey are all made to say this. */
export interface Outcome {
  missedMembersMeetings: number
  missedCommitteeMeetings: number
  election: SuppliedFacts['election']['state']
  leadershipComplete: boolean
  secretaryTrained: boolean
  untrained: number
  findingsOverdue: number
  problemsRepeated: number
  /** Of 12, by each assessor, in half points. */
  roleRatings: number[]
  problemsSolved: number
  benchmark: BenchmarkGrade
  activities: number
  survey: { valid: number; satisfied: number }
  /** Of 5, by each assessor, in half points. */
  advancedRatings: number[]
  timesAdopted: number
  honours: HonourLevel[]
}

export function outcomeOf(branch: string, { tier, twist }: Standing, seed: number): Outcome {
  const chance = chanceOf(seed, `outcome ${branch}`)
  const outcome = byTier[tier](chance)
  if (twist === 'few-votes') {
    const valid = chance.between(3, 4)
    return { ...outcome, survey: { valid, satisfied: valid } }
  }
  // Nobody learnt from it: still excellent by points, but not exemplary.
  if (twist === 'never-adopted') return { ...outcome, timesAdopted: 0, activities: 5, honours: ['省部级'] }
  return outcome
}

const flawless = {
  missedMembersMeetings: 0,
  election: 'not-due',
  leadershipComplete: true,
  secretaryTrained: true,
  untrained: 0,
  findingsOverdue: 0,
  problemsRepeated: 0,
} as const

const byTier: Record<Tier, (chance: Chance) => Outcome> = {
  clear: (chance) => ({
    ...flawless,
    election: chance.percent(30) ? 'on-time' : 'not-due',
    missedCommitteeMeetings: chance.percent(30) ? 1 : 0,
    roleRatings: ratings(chance, 22, 24),
    problemsSolved: chance.between(3, 4),
    benchmark: '好',
    activities: chance.between(4, 6),
    survey: satisfied(chance, chance.between(17, 30), 0, 1),
    advancedRatings: ratings(chance, 9, 10),
    timesAdopted: chance.between(1, 2),
    honours: honours(chance),
  }),
  'first-twin': () => ({ ...twin, missedCommitteeMeetings: 2, roleRatings: [11, 11] }),
  'second-twin': () => ({ ...twin, missedCommitteeMeetings: 0, roleRatings: [10, 10] }),
  good: (chance) => {
    const timesAdopted = chance.percent(60) ? 1 : 0
    return {
      ...flawless,
      missedMembersMeetings: chance.percent(5) ? 1 : 0,
      missedCommitteeMeetings: chance.percent(35) ? chance.between(1, 2) : 0,
      election: chance.pick(['on-time', 'not-due', 'not-due', 'not-due', 'extension-approved']),
      secretaryTrained: !chance.percent(4),
      untrained: chance.percent(12) ? 1 : 0,
      findingsOverdue: chance.percent(8) ? 1 : 0,
      roleRatings: ratings(chance, 20, 21),
      problemsSolved: chance.percent(94) ? 2 : 1,
      benchmark: chance.percent(95) ? '较好' : '一般',
      activities: chance.percent(92) ? 4 : 3,
      survey: satisfied(chance, chance.between(10, 26), 0, 2),
      advancedRatings: ratings(chance, 8, 9),
      timesAdopted,
      honours: timesAdopted === 0 && chance.percent(30) ? ['厅局级'] : [],
    }
  },
  fair: (chance) => ({
    ...flawless,
    missedMembersMeetings: chance.between(0, 1),
    missedCommitteeMeetings: chance.between(1, 4),
    untrained: chance.between(0, 1),
    findingsOverdue: chance.between(0, 1),
    roleRatings: ratings(chance, 16, 18),
    problemsSolved: 1,
    benchmark: '一般',
    activities: 3,
    survey: satisfied(chance, chance.between(14, 24), 1, 2),
    advancedRatings: ratings(chance, 4, 6),
    timesAdopted: 0,
    honours: [],
  }),
  poor: (chance) => ({
    ...flawless,
    missedMembersMeetings: chance.between(2, 3),
    missedCommitteeMeetings: chance.between(4, 7),
    election: 'late',
    leadershipComplete: chance.percent(50),
    secretaryTrained: false,
    untrained: 3,
    findingsOverdue: chance.between(1, 3),
    problemsRepeated: chance.between(0, 1),
    roleRatings: ratings(chance, 10, 14),
    problemsSolved: chance.between(0, 1),
    benchmark: chance.percent(60) ? '差' : '一般',
    activities: chance.between(1, 2),
    survey: satisfied(chance, chance.between(12, 20), 3, 5),
    advancedRatings: ratings(chance, 2, 4),
    timesAdopted: 0,
    honours: [],
  }),
}

// Both come to 90.5: 24 + 42 + 14.25 + 10.25 and 25 + 41 + 14.25 + 10.25.
const twin = {
  ...flawless,
  problemsSolved: 3,
  benchmark: '好' as const,
  activities: 4,
  survey: { valid: 20, satisfied: 19 },
  advancedRatings: [4, 3.5],
  timesAdopted: 1,
  honours: [],
}

function ratings(chance: Chance, least: number, most: number): number[] {
  return Array.from({ length: chance.between(2, 3) }, () => chance.between(least, most) / 2)
}

function satisfied(chance: Chance, valid: number, least: number, most: number) {
  return { valid, satisfied: valid - chance.between(least, most) }
}

// Two levels for one and the same matter: only the higher may count.
function honours(chance: Chance): HonourLevel[] {
  const drawn = chance.between(0, 9)
  if (drawn === 0) return ['国家级']
  if (drawn === 1) return ['省部级', '厅局级']
  if (drawn === 2) return ['省部级']
  return drawn < 6 ? ['厅局级'] : []
}
