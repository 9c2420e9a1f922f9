import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { Screen } from '#web/Screen.tsx'
import { routeMessages } from '../messages-route.ts'
import { RouteGaps } from './RouteLists.tsx'

/** For the system administrator, who fills posts: where nobody may review. Themes are not named. */
export function Gaps() {
  const say = useSay(routeMessages)
  const { posts } = useMe()
  const { organisation } = posts.find(({ post }) => post === 'system-admin')!
  return (
    <Screen title={say.gaps} lead={say.gapsLead}>
      <RouteGaps organisation={organisation} />
    </Screen>
  )
}
