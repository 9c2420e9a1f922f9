import { type Language, labelsIn } from '#basics/messages.ts'
import { gateMessages } from '../messages-gate.ts'
import type { ShownTheme } from './parts.tsx'

/** New themes of other branches that are near to this one and still on their way: name, branch, shared words. Never a duty. */
export function NearNew({ theme, language }: { theme: ShownTheme; language: Language }) {
  const say = labelsIn(gateMessages, language)
  const coming = theme.nearest.filter(({ near, underWay }) => near && underWay)
  if (coming.length === 0) return null
  return (
    <li>
      <b>{say.nearNew}</b>
      <p className="hint">{say.nearNewHint}</p>
      <ul>
        {coming.map(({ branch, name, percent }) => (
          <li key={branch}>
            {name.map(({ text }) => text).join('')}（{branch} · {percent}%）{say.sharedWords}：
            {name
              .filter(({ shared }) => shared)
              .map(({ text }) => text)
              .join('、') || '—'}
          </li>
        ))}
      </ul>
    </li>
  )
}
