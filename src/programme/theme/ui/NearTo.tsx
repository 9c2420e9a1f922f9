import { fill } from '#basics/messages.ts'
import { useSay } from '#web/language.ts'
import { gateMessages } from '../messages-gate.ts'
import type { ShownTheme } from './ThemeParts.tsx'

/** How many themes of other branches are near, and which is the nearest; nothing where none is. */
export function NearTo({ near }: { near: ShownTheme['near'] }) {
  const say = useSay(gateMessages)
  return near && <div className="screen-lead">{fill(say.nearTo, near)}</div>
}
