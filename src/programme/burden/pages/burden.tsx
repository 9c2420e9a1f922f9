import { isLeading } from '#basics/actor.ts'
import { dayOf, sayDay } from '#basics/calendar.ts'
import { labelsIn } from '#basics/messages.ts'
import { ElsewhereInstead, type Page } from '#portal/page.ts'
import { burdenContract } from '../contract.ts'
import { burdenMessages } from '../messages.ts'
import { sayMinutes } from '../rules/burden.ts'

/** What a secretary's branch was asked for this year, with the minutes and the budget. */
export const burdenPage: Page = {
  path: '/my/burden',
  async render(request) {
    if (!request.me) throw new ElsewhereInstead('/sign-in?then=%2Fmy%2Fburden')
    const say = labelsIn(burdenMessages, request.language)
    const minutes = (value: number) => sayMinutes(value, request.language)
    const posts = request.me.posts.filter(isLeading)
    const place =
      posts.find(({ organisationKind }) => organisationKind === 'branch') ?? posts[0] ?? request.me.posts[0]!
    const cursor = request.query.get('after') ?? undefined
    const organisation = place.organisation
    const { year, rows, next } = await request.ask(burdenContract.readBurden, { organisation, cursor, limit: 20 })
    return {
      title: `${say.burden} · ${place.organisationName}`,
      section: 'my',
      body: (
        <>
          <p>{say.lead}</p>
          {year.cycle === null ? (
            <p className="empty">{say.noYear}</p>
          ) : (
            <>
              <p>
                <b>
                  {say.total} {minutes(year.total)}
                </b>{' '}
                · {say.budget} {minutes(year.budget)}
              </p>
              {rows.length === 0 && <p className="empty">{say.none}</p>}
              <ul className="cards">
                {rows.map((row) => (
                  <li key={row.id}>
                    <b>{row.title}</b> <span className="tag">{minutes(row.minutes)}</span>
                    <p className="meta">
                      {row.organisation.name} · {sayDay(dayOf(row.at), request.language)}
                      {row.approvedBy && ` · ${say.approvedBy} ${row.approvedBy}`}
                      {row.released && ` · ${say.released}`}
                    </p>
                  </li>
                ))}
              </ul>
              {next && <a href={`/my/burden?${new URLSearchParams({ after: next })}`}>{say.more}</a>}
            </>
          )}
        </>
      ),
    }
  },
}
