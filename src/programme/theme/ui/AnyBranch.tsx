import { useLanguage, useSay } from '#web/language.ts'
import { Part } from '#web/Screen.tsx'
import { hintMessages } from '../messages-hint.ts'
import { Reasons } from '../pages/AnyBranch.tsx'
import type { ShownTheme } from './ThemeParts.tsx'

/** What is general about a theme, for whoever reviews it. */
export function AnyBranch({ hint }: { hint: ShownTheme['hint'] }) {
  const say = useSay(hintMessages)
  const language = useLanguage()
  if (!hint || hint.reasons.length === 0) return null
  return (
    <Part title={hint.anyBranch ? say.anyBranch : say.someWords}>
      <Reasons hint={hint} language={language} />
    </Part>
  )
}
