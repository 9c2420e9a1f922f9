import { sayDay } from '#basics/calendar.ts'
import { labelsIn } from '#basics/messages.ts'
import type { Page } from '#portal/page.ts'
import { cycleContract } from '../contract.ts'
import { cycleMessages } from '../messages.ts'

/** The running programme year for everyone it is disclosed to: goal, aims, principles, calendar, approval. */
export const cyclePage: Page = {
  path: '/cycle',
  async render(request) {
    const say = labelsIn(cycleMessages, request.language)
    const { cycle, withheld } = await request.ask(cycleContract.readRunningCycle, {})
    if (!cycle)
      return { title: say.title, section: 'cycle', body: <p className="empty">{withheld ? say.withheld : say.none}</p> }
    const on = (day: string) => sayDay(day, request.language)
    return {
      title: cycle.title,
      section: 'cycle',
      body: (
        <>
          <div className="card">
            <dl>
              <dt>{say.overallGoal}</dt>
              <dd>{cycle.overallGoal}</dd>
              {cycle.purpose && (
                <>
                  <dt>{say.purpose}</dt>
                  <dd>{cycle.purpose}</dd>
                </>
              )}
              {cycle.meeting && (
                <>
                  <dt>{say.meeting}</dt>
                  <dd>
                    {cycle.meeting.title} · {on(cycle.meeting.on)}
                  </dd>
                </>
              )}
              <dt>{say.ideas}</dt>
              <dd>{cycle.ideas.join('、')}</dd>
              <dt>{say.aims}</dt>
              <dd>{cycle.aims.join('、')}</dd>
              <dt>{say.principles}</dt>
              <dd>{cycle.principles.join('、')}</dd>
            </dl>
          </div>
          <h2>{say.calendar}</h2>
          <ul className="cards">
            {cycle.calendar.map((item) => (
              <li key={`${item.from} ${item.title}`}>
                <b>{item.title}</b> <span className="tag">{say[item.kind]}</span>
                {item.region && <span className="tag">{item.region}</span>}
                <p className="meta">{item.from === item.to ? on(item.from) : `${on(item.from)}—${on(item.to)}`}</p>
              </li>
            ))}
          </ul>
          <h2>{say.approval}</h2>
          <p>
            {cycle.approvingBody} {cycle.documentNumber}
          </p>
          <p className="meta">
            {say.term} {cycle.termFrom && on(cycle.termFrom)}—{cycle.termTo && on(cycle.termTo)} · {cycle.organisation}
          </p>
        </>
      ),
    }
  },
}
