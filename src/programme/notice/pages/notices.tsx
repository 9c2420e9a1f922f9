import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import type { Page } from '#portal/page.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'

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

type Row = OutputOf<typeof noticeContract.listNotices>['rows'][number]

/** State, scope and period of a notice in two lines. */
export function Period({ row, language }: { row: Row; language: Language }) {
  const say = labelsIn(noticeMessages, language)
  return (
    <>
      <p className="meta">
        <span className={row.state === 'open' ? 'tag hot' : 'tag'}>{say[row.outcome ?? row.state]}</span>
        <span className="tag">{say[row.scope]}</span>
      </p>
      <p className="meta">
        {say.period}：{row.postedOn} — {row.lastDay} 24:00，{row.days} {say.workingDays}
        {row.provisional && `；${say.provisional}`}
      </p>
      <p className="meta">
        {say.office}：{row.office.name}
      </p>
    </>
  )
}
