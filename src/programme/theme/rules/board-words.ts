import type { Day } from '#basics/calendar.ts'
import type { BoardStage } from './board.ts'

interface Shown {
  inForce: { since: Day; knownOn: Day | null } | null
  underWay:
    | { stage: 'drafting' }
    | {
        stage: Exclude<BoardStage, 'none' | 'drafting' | 'building' | 'made-known'>
        waitedDays: number
        at?: { name: string }
        lastDay?: Day
      }
    | null
}

type Words = Record<BoardStage | 'since' | 'until' | 'with' | 'waited' | 'days' | 'revision' | 'known', string>

/** How a branch stands now, in a line: since when in force and made known, with whom and for how many days, on notice until when. */
export function nowOn({ inForce, underWay }: Shown, say: Words): string {
  const parts = []
  if (inForce) parts.push(`${say.since} ${inForce.since}`)
  if (inForce?.knownOn) parts.push(`${say.known} ${inForce.knownOn}`)
  if (underWay) {
    const stage = inForce ? `${say.revision} ${say[underWay.stage]}` : ''
    parts.push([stage, detailOf(underWay, say)].filter(Boolean).join(' '))
  }
  return parts.filter(Boolean).join('；')
}

function detailOf(underWay: NonNullable<Shown['underWay']>, say: Words): string {
  if (underWay.stage === 'drafting') return ''
  if (underWay.lastDay) return `${say.until} ${underWay.lastDay}`
  const waited = `${say.waited} ${underWay.waitedDays} ${say.days}`
  return underWay.at ? `${say.with} ${underWay.at.name} ${waited}` : waited
}
