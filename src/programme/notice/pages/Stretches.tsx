import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import type { noticeContract } from '../contract.ts'
import type { noticeMessages } from '../messages.ts'

export type ChangedPassage = OutputOf<typeof noticeContract.readNotice>['changed'][number]
type Words = Pick<Record<keyof typeof noticeMessages.labels, string>, 'opinionNumber' | 'takenOut'>

/** Where the reply to an opinion stands. */
export function replyAt(notice: string, number: number): string {
  return `/notices/${notice}/replies?from=${number}#opinion-${number}`
}

/**
 * A text in which opinions changed words: what they changed is marked and opens the reply to the opinion it comes from
 * last, the earlier ones stand beside it. Without `hrefOf` the numbers are only said.
 */
export function Stretches({
  stretches,
  say,
  hrefOf,
}: {
  stretches: ChangedPassage['stretches']
  say: Words
  hrefOf?: (number: number) => string
}) {
  return stretches.map(({ text, opinions }, at) => {
    const last = opinions.at(-1)
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never move
    if (last === undefined) return <span key={at}>{text}</span>
    const words = text === '' ? say.takenOut : text
    const number = (each: number) => fill(say.opinionNumber, { number: each })
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never move
      <span key={at}>
        {hrefOf ? (
          <a href={hrefOf(last)}>
            <ins>{words}</ins>
            <sup>{number(last)}</sup>
          </a>
        ) : (
          <>
            <ins>{words}</ins>
            <sup>{number(last)}</sup>
          </>
        )}
        {opinions.slice(0, -1).map((each) => (
          <sup key={each}> {hrefOf ? <a href={hrefOf(each)}>{number(each)}</a> : number(each)}</sup>
        ))}
      </span>
    )
  })
}
