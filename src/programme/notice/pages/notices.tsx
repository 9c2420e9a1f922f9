import { labelsIn } from '#basics/messages.ts'
import type { Page } from '#portal/page.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { Period } from './Period.tsx'

/** The notices one may speak on, and those that are closed. */
export const noticesPage: Page = {
  path: '/notices',
  async render(request) {
    const say = labelsIn(noticeMessages, request.language)
    const state = request.query.get('state') === 'closed' ? 'closed' : 'open'
    const cursor = request.query.get('after') ?? undefined
    const { rows, next } = await request.ask(noticeContract.listNotices, { state, cursor, limit: 20 })
    return {
      title: say.notices,
      section: 'notices',
      body: (
        <>
          <p>
            {(['open', 'closed'] as const).map((each) => (
              <a
                key={each}
                className="tag"
                href={`/notices?state=${each}`}
                aria-current={each === state ? 'true' : undefined}
              >
                {say[each]}
              </a>
            ))}
          </p>
          {rows.length === 0 && <p className="empty">{state === 'open' ? say.none : say.noneClosed}</p>}
          <ul className="cards">
            {rows.map((row) => (
              <li key={row.id}>
                <h2>
                  <a href={`/notices/${row.id}`}>{row.title}</a>
                </h2>
                <Period row={row} language={request.language} />
              </li>
            ))}
          </ul>
          {next && (
            <p>
              <a href={`/notices?${new URLSearchParams({ state, after: next })}`}>{say.more}</a>
            </p>
          )}
        </>
      ),
    }
  },
}
