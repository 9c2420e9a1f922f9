import type { OutputOf } from '#basics/contract.ts'
import { fill, type Language, labelsIn } from '#basics/messages.ts'
import type { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { replyAt, Stretches } from './Stretches.tsx'

type Shown = OutputOf<typeof noticeContract.readNotice>
type Reply = OutputOf<typeof noticeContract.listReplies>['rows'][number]

/** What came of the opinions on a closed notice: figures, the text with the words that changed, reasons; never who. */
export function Digest({ notice, language }: { notice: Shown; language: Language }) {
  const say = labelsIn(noticeMessages, language)
  const digest = notice.digest!
  const counts = [
    [say.opinions, digest.opinions],
    [say.adopted, digest.adopted],
    [say.partly, digest.partly],
    [say.declined, digest.declined],
    [say.groundless, digest.groundless],
    [say.unanswered, digest.unanswered],
    [say.objections, digest.objections],
    ...(digest.objections > 0
      ? ([
          [say.upheld, digest.upheld],
          [say['not-upheld'], digest.notUpheld],
        ] as const)
      : []),
  ] as const
  return (
    <section className="card">
      <h2>{say.summary}</h2>
      <p>{counts.map(([label, number]) => `${label} ${number}`).join(' · ')}</p>
      {notice.changed.length > 0 && (
        <>
          <h3>{say.changedText}</h3>
          <p className="hint">{say.changedTextHint}</p>
          <dl>
            {notice.changed.map(({ label, stretches }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Stretches stretches={stretches} say={say} hrefOf={(number) => replyAt(notice.id, number)} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {digest.reasons.length > 0 && (
        <>
          <h3>{say.groundless}</h3>
          <ul>
            {digest.reasons.map(({ reply, opinions }) => (
              <li key={reply}>
                {reply} {fill(say.soMany, { number: opinions })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Replies by the numbers of the opinions: what was decided, why, and the words before and after. */
export function Replies({
  rows,
  notice,
  language,
  heading: Heading,
}: {
  rows: Reply[]
  notice: string
  language: Language
  /** One below the heading that they stand under. */
  heading: 'h2' | 'h3'
}) {
  const say = labelsIn(noticeMessages, language)
  return (
    <ul className="cards">
      {rows.map(({ number, disposition, reply, wordings, asIn }) => (
        <li key={number} id={`opinion-${number}`}>
          <Heading>
            {fill(say.opinionNumber, { number })} <span className="tag">{say[disposition]}</span>
          </Heading>
          <p>{reply}</p>
          {asIn !== null && (
            <p className="meta">
              <a href={replyAt(notice, asIn)}>{fill(say.sameWordsAs, { number: asIn })}</a>
            </p>
          )}
          <Wordings wordings={wordings} language={language} />
        </li>
      ))}
    </ul>
  )
}

export function Wordings({ wordings, language }: { wordings: Reply['wordings']; language: Language }) {
  const say = labelsIn(noticeMessages, language)
  return wordings.map(({ where, before, after }) => (
    <p key={where + before} className="meta">
      {where}：<span className="tag">{say.before}</span>
      <del>{before}</del> <span className="tag">{say.after}</span>
      <ins>{after || say.takenOut}</ins>
    </p>
  ))
}
