import { fill } from '#basics/messages.ts'
import { useSay } from './language.ts'
import { frameWords } from './words.ts'

/** What something was called on the day that is shown, and what it is called now where that is another name. */
export function Called({ name, now }: { name: string | null; now: string | null }) {
  const say = useSay(frameWords)
  return (
    <>
      {name}
      {now !== null && <small> {fill(say.calledNow, { name: now })}</small>}
    </>
  )
}
