import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import type { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'

type Told = NonNullable<OutputOf<typeof noticeContract.readNotice>['digest']>

/** What came of the opinions on a closed notice: figures, words that changed, reasons; never who. */
export function Digest({ digest, language }: { digest: Told; language: Language }) {
  const say = labelsIn(noticeMessages, language)
  const counts = [
    [say.opinions, digest.opinions],
    [say.adopted, digest.adopted.length],
    [say.partly, digest.partly.length],
    [say.declined, digest.declined.length],
    [say.groundless, digest.groundless],
    [say.unanswered, digest.unanswered],
    [say.objections, digest.objections],
  ] as const
  return (
    <section className="card">
      <h2>{say.summary}</h2>
      <p>{counts.map(([label, number]) => `${label} ${number}`).join(' · ')}</p>
      {(['adopted', 'partly'] as const).map((kind) =>
        digest[kind].map(({ reply, wordings }) => (
          <div key={`${kind} ${reply} ${wordings.map(({ before }) => before).join()}`}>
            <h3>{say[kind]}</h3>
            <p>{reply}</p>
            <Wordings wordings={wordings} language={language} />
          </div>
        )),
      )}
      {digest.declined.length > 0 && (
        <>
          <h3>{say.declined}</h3>
          <ul>
            {[...new Set(digest.declined.map(({ reply }) => reply))].map((reply) => (
              <li key={reply}>{reply}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export function Wordings({
  wordings,
  language,
}: {
  wordings: { where: string; before: string; after: string }[]
  language: Language
}) {
  const say = labelsIn(noticeMessages, language)
  return wordings.map(({ where, before, after }) => (
    <p key={where + before} className="meta">
      {where}：<span className="tag">{say.before}</span>
      <del>{before}</del> <span className="tag">{say.after}</span>
      <ins>{after}</ins>
    </p>
  ))
}
