import { concernedPosts } from '#programme/theme/rules/permissions.ts'
import type { Me } from './me.ts'
import type { DeskPage } from './pages.ts'

/** Whether the person reviews or checks themes for an organisation above branches. */
const reviews = (me: Me) =>
  me.posts.some(({ post, organisationKind }) => concernedPosts.includes(post) && organisationKind !== 'branch')

/** The pages of gatekeeping. */
export const gatePages: DeskPage[] = [
  {
    path: '/phrases',
    section: 'work',
    label: { zh: '常用语', en: 'Common phrases' },
    load: () => import('#programme/theme/ui/Phrases.tsx').then((file) => file.Phrases),
    shows: reviews,
    menu: true,
  },
]
