import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import type { themeContract } from '../contract.ts'
import { markMessages } from '../messages-mark.ts'
import { MarkPicture } from './MarkPicture.tsx'

type ShownTheme = OutputOf<typeof themeContract.readTheme>

/** Where a revision gives another mark: both, side by side. */
export function MarkChange({ theme, language }: { theme: ShownTheme; language: Language }) {
  const say = labelsIn(markMessages, language)
  const { revision } = theme
  if (!revision?.marks) return null
  const { before, after } = revision.marks
  return (
    <div className="both">
      <div>
        <p>{say.before}</p>
        {before ? <MarkPicture theme={revision.of} words={before} /> : <p>{say.none}</p>}
      </div>
      <div>
        <p>{say.after}</p>
        {after ? <MarkPicture theme={theme.id} words={after} /> : <p>{say.none}</p>}
      </div>
    </div>
  )
}
