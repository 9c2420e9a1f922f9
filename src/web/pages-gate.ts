import { concernedPosts, reviewing } from '#programme/theme/rules/permissions.ts'
import type { Me } from './me.ts'
import type { DeskPage } from './pages.ts'

/** Whether the person reviews or checks themes for an organisation above branches. */
const reviews = (me: Me) =>
  me.posts.some(({ post, organisationKind }) => concernedPosts.includes(post) && organisationKind !== 'branch')

/** Whether the person leads an organisation above branches. */
const leads = (me: Me) =>
  me.posts.some(({ post, organisationKind }) => reviewing.includes(post) && organisationKind !== 'branch')

/** The pages of gatekeeping. */
export const gatePages: DeskPage[] = [
  {
    path: '/reviews',
    section: 'work',
    label: { zh: '逐个审核', en: 'Review one after another' },
    load: () => import('#programme/theme/ui/Batch.tsx').then((file) => file.Batch),
    shows: leads,
    menu: true,
  },
  {
    path: '/phrases',
    section: 'work',
    label: { zh: '常用语', en: 'Common phrases' },
    load: () => import('#programme/theme/ui/Phrases.tsx').then((file) => file.Phrases),
    shows: reviews,
    menu: true,
  },
  {
    path: '/routes',
    section: 'programme',
    label: { zh: '审核路线', en: 'Review routes' },
    load: () => import('#programme/theme/ui/Routes.tsx').then((file) => file.Routes),
    shows: leads,
    menu: true,
  },
  {
    path: '/route-gaps',
    section: 'organisation',
    label: { zh: '无人可审的环节', en: 'Stages with nobody to review' },
    load: () => import('#programme/theme/ui/Gaps.tsx').then((file) => file.Gaps),
    shows: (me) => me.posts.some(({ post }) => post === 'system-admin'),
    menu: true,
  },
]
