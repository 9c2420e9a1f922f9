import { type Language, labelsIn } from '#basics/messages.ts'
import { hintMessages, sayReason } from '../messages-hint.ts'
import type { ShownTheme } from './parts.tsx'

/** What is general about a theme, each reason with its words and how to mend it; for the desk and for phones. */
export function Reasons({ hint, language }: { hint: NonNullable<ShownTheme['hint']>; language: Language }) {
  const say = labelsIn(hintMessages, language)
  return (
    <>
      <p className="hint">{say.hintOnly}</p>
      <ul className="reasons">
        {hint.reasons.map((reason) => {
          const { sentence, mend } = sayReason(reason, language)
          return (
            <li key={reason.kind + reason.quoted.join()}>
              {sentence}
              <br />
              <b>{say.mend}</b>：{mend}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** On a phone; open where any branch could say all of it. */
export function AnyBranch({ theme, language }: { theme: ShownTheme; language: Language }) {
  const say = labelsIn(hintMessages, language)
  const { hint } = theme
  if (!hint || hint.reasons.length === 0) return null
  return (
    <details className="card" open={hint.anyBranch}>
      <summary>
        <b>{hint.anyBranch ? say.anyBranch : say.someWords}</b>
      </summary>
      <Reasons hint={hint} language={language} />
    </details>
  )
}
