import { addDays, type Day } from '#basics/calendar.ts'
import type { RevisionKind } from '#programme/theme/rules/revision.ts'
import { before } from './themes.ts'
import type { OrganisationCode, SampleProgramme, SampleTheme, StaffNo } from './types.ts'

export type ThemeInForce = SampleTheme & { state: 'in-force' }

/** A theme in force is said anew, through the same gate. */
export interface SampleRevision {
  of: ThemeInForce
  kind: RevisionKind
  reason: string
  /** What stands in its goals from then on. */
  goals: string
  begunOn: Day
  submittedOn: Day
  /** Nearest first; fewer than the route has stages while it is under way. */
  reviews: { by: StaffNo; on: Day }[]
  disclosed: { checkedOn: Day; from: Day; effectiveOn: Day } | null
}

/** One revision that went through the gate and is in force, and one that waits half-way. */
export function sampleRevisions(sample: SampleProgramme): SampleRevision[] {
  const { anchor } = sample
  const [first, second] = revisable(sample)
  const ago = (days: number) => before(anchor, days)
  const through: SampleRevision = {
    of: first!,
    kind: 'adjustment',
    reason: '辖区今年新增两处客渡码头，商渔船共用水域扩大，原来的目标没有包括这些水域。',
    goals: `${first!.goals}新增的两处客渡码头每月走到一次，商渔船共用水域每季度与渔民代表见一次面。`,
    begunOn: ago(40),
    submittedOn: ago(38),
    reviews: first!.reviews.map(({ by }, stage) => ({ by, on: ago(36 - 2 * stage) })),
    disclosed: { checkedOn: ago(29), from: ago(27), effectiveOn: ago(4) },
  }
  const halfWay: SampleRevision = {
    of: second!,
    kind: 'correction',
    reason: '单位名称和责任区编号调整，原文里的说法已经不准确。',
    goals: `${second!.goals}责任区按新编号执行。`,
    begunOn: ago(12),
    submittedOn: ago(9),
    reviews: second!.reviews.slice(0, 1).map(({ by }) => ({ by, on: ago(6) })),
    disclosed: null,
  }
  return [through, halfWay]
}

/** Themes of earlier years with several stages above them, of branches that nobody signs in for. */
function revisable({ themes, namedPeople, cycles }: SampleProgramme): ThemeInForce[] {
  const named = new Set(namedPeople.map(({ organisation }) => organisation))
  return themes.filter((theme): theme is ThemeInForce => {
    if (theme.state !== 'in-force' || theme.effectiveOn >= cycles.running.startsOn) return false
    return theme.reviews.length >= 2 && !named.has(theme.branch)
  })
}

export interface SampleConfirmations {
  openedOn: Day
  dueOn: Day
  given: { branch: OrganisationCode; by: StaffNo; on: Day; sentence: string }[]
}

const sentences = [
  '',
  '主题与今年的监管重点一致，继续做。',
  '支委会议过，含义和目标都还合适。',
  '',
  '党员大会讨论过，不作修改。',
]
/** Every so many branches there is one that has not answered yet. */
const OWING = 5

/** The office has asked every branch to confirm or revise its theme: most have, some still owe it. */
export function sampleConfirmations(sample: SampleProgramme): SampleConfirmations {
  const { anchor, themes, namedPeople } = sample
  const openedOn = before(anchor, 21)
  const revised = sampleRevisions(sample).map(({ of }) => of.branch)
  const owing = namedPeople.find(({ key }) => key === 'shipSecretary')!.organisation
  const asked = themes.filter(
    (theme): theme is ThemeInForce => theme.state === 'in-force' && theme.effectiveOn <= openedOn,
  )
  const given = asked
    .filter(({ branch }) => !revised.includes(branch) && branch !== owing)
    .filter((_, at) => at % OWING !== OWING - 1)
    .map(({ branch, draftedBy: by }, at) => ({
      branch,
      by,
      on: addDays(openedOn, 1 + (at % 14)),
      sentence: sentences[at % sentences.length]!,
    }))
  return { openedOn, dueOn: addDays(anchor, 12), given }
}
