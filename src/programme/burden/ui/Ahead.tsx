import type { ReactNode } from 'react'
import { useLanguage, useSay } from '#web/language.ts'
import { Mark, Part } from '#web/Screen.tsx'
import type { Ahead as Cost } from '../contract.ts'
import { burdenMessages } from '../messages.ts'
import { sayMinutes } from '../rules/burden.ts'

/** What a request would cost, before it goes out, in the words of whatever goes out. */
export function Ahead({
  ahead,
  minutes,
  approved,
  words,
  beside,
}: {
  ahead: Cost
  minutes: number
  approved: boolean
  words: { burden: string; noYear: string; needsApproval: string }
  beside?: ReactNode
}) {
  const say = useSay(burdenMessages)
  const language = useLanguage()
  if (!ahead.yearOpen) return <p className="empty">{words.noYear}</p>
  const cost = `${sayMinutes(minutes, language)} × ${ahead.branches} ${say.ofBranches} = ${sayMinutes(ahead.total, language)}`
  return (
    <Part title={words.burden}>
      <p>
        <b>{cost}</b>
        {beside}
      </p>
      {ahead.above > 0 && (
        <p>
          <Mark hot>
            {say.putAbove} {ahead.above}
          </Mark>{' '}
          {!approved && words.needsApproval}
        </p>
      )}
    </Part>
  )
}
