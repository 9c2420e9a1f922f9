import { type Language, labelsIn } from '#basics/messages.ts'
import { noticeMessages } from '#programme/notice/messages.ts'
import { type ChangedPassage, replyAt, Stretches } from '#programme/notice/pages/Stretches.tsx'

/** A passage of a theme; where opinions on its notice changed words, each opens the reply to its opinion. */
export function Passage({
  label,
  text,
  changed,
  notice,
  language,
}: {
  /** As it stood on the notice. */
  label: string
  text: string
  changed: ChangedPassage[]
  notice: string | undefined
  language: Language
}) {
  const passage = changed.find((each) => each.label === label)
  if (!passage || notice === undefined) return text
  const say = labelsIn(noticeMessages, language)
  return <Stretches stretches={passage.stretches} say={say} hrefOf={(number) => replyAt(notice, number)} />
}
