import type { OutputOf } from '#basics/contract.ts'
import type { noticeContract } from '../contract.ts'
import type { noticeMessages } from '../messages.ts'

export type ShownPassage = NonNullable<OutputOf<typeof noticeContract.readNotice>['replaces']>['passages'][number]

type Words = Record<keyof typeof noticeMessages.labels, string>

/**
 * Both texts of every passage that changed, beside each other where there is room, else one below the other: on pages and
 * at the desk alike.
 */
export function Compared({ passages, say }: { passages: ShownPassage[]; say: Words }) {
  const same = passages.filter(({ changed }) => !changed).map(({ label }) => label)
  return (
    <>
      {passages
        .filter(({ changed }) => changed)
        .map(({ label, runs }) => (
          <section key={label}>
            <h3>{label}</h3>
            <div className="both">
              <div>
                <p className="meta">{say.textBefore}</p>
                <p className="text">
                  <Runs runs={runs} without="new" />
                </p>
              </div>
              <div>
                <p className="meta">{say.textAfter}</p>
                <p className="text">
                  <Runs runs={runs} without="gone" />
                </p>
              </div>
            </div>
          </section>
        ))}
      {same.length > 0 && (
        <p className="meta">
          {say.unchanged}：{same.join('、')}
        </p>
      )}
    </>
  )
}

/** One of the two texts, the words that only it has marked. */
function Runs({ runs, without }: { runs: ShownPassage['runs']; without: 'gone' | 'new' }) {
  const shown = runs.filter(({ kind }) => kind !== without)
  if (shown.length === 0) return '—'
  return shown.map(({ text, kind }, at) => {
    const Tag = { kept: 'span', gone: 'del', new: 'ins' }[kind] as 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text never move
    return <Tag key={at}>{text}</Tag>
  })
}
