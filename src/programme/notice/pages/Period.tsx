import type { OutputOf } from '#basics/contract.ts'
import { fill, type Language, labelsIn } from '#basics/messages.ts'
import type { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { sayEnd, sayExtension, sayNamed } from '../rules/say-end.ts'

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
        {row.extendedDays > 0 && `，${fill(say.extendedDays, { days: row.extendedDays })}`}
        {row.provisional && `；${say.provisional}`}
      </p>
      <p className="meta">
        {say.office}：{row.office.name}
      </p>
    </>
  )
}

type Shown = OutputOf<typeof noticeContract.readNotice>

/** The first end, each extension with its day and reason, and what the end rests on. */
export function Extensions({ notice, language }: { notice: Shown; language: Language }) {
  const say = labelsIn(noticeMessages, language)
  const because = sayEnd(notice, say)
  const named = sayNamed(notice.end.named, say)
  return (
    <>
      {notice.extensions.length > 0 && (
        <>
          <p className="meta">
            {say.firstLastDay}：{notice.firstLastDay} 24:00
          </p>
          <ul>
            {notice.extensions.map((each) => (
              <li key={each.lastDay}>
                {sayExtension(each, say)}
                <p className="meta">
                  {say.why}：{each.reason}
                  {each.document && `（${each.document}）`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {because && <p className="meta">{because}</p>}
      {named && (
        <p className="meta">
          {say.endNamed}：{named}
        </p>
      )}
    </>
  )
}
