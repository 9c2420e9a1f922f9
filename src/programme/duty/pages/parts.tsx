import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import type { PageRequest } from '#portal/page.ts'
import type { dutyContract } from '../contract.ts'
import { dutyMessages } from '../messages.ts'

export type ShownDuty = OutputOf<typeof dutyContract.listMyDuties>['rows'][number]

/** One duty: what, for whom, until when, who answers for it, and the way to it. */
export function DutyCard({ request, duty }: { request: PageRequest; duty: ShownDuty }) {
  const say = labelsIn(dutyMessages, request.language)
  const { portal, desk } = duty.opens
  const opens = portal ?? (desk && `/desk${desk}`)
  return (
    <li>
      <b>{duty.title}</b> <StandingTag request={request} duty={duty} />
      <p className="meta">
        {duty.about && `${duty.about} · `}
        {duty.organisation.name} · {say.dueOn} {sayDay(duty.dueOn, request.language)}
      </p>
      <p className="meta">
        {say.direct} {nameOf(say, duty.direct)} · {say.primary} {nameOf(say, duty.primary)}
      </p>
      {opens && <a href={opens}>{portal && ['open', 'late'].includes(duty.standing.state) ? say.go : say.see}</a>}
    </li>
  )
}

function StandingTag({ request, duty: { standing } }: { request: PageRequest; duty: ShownDuty }) {
  const say = labelsIn(dutyMessages, request.language)
  if (standing.state === 'late')
    return (
      <span className="tag hot">
        {say.daysLate} {standing.daysLate} {say.days}
      </span>
    )
  if (standing.state === 'open')
    return (
      <span className="tag">
        {standing.daysLeft === 0 ? say.dueToday : `${say.daysLeft} ${standing.daysLeft} ${say.days}`}
      </span>
    )
  return <span className="tag">{say[standing.state]}</span>
}

function nameOf(say: Record<'vacant' | 'noneAbove', string>, holder: ShownDuty['direct'] | ShownDuty['primary']) {
  if (holder.state === 'none-above') return say.noneAbove
  if (holder.state === 'vacant') return `${say.vacant}（${holder.organisation.name}）`
  return holder.person.name
}
