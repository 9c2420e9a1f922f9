import type { ComponentType } from 'react'
import type { Said } from '#basics/messages.ts'
import { seePeople, seePosts } from '#programme/organisation/rules/people.ts'
import { holdsOne, type Me } from './me.ts'

/** A page of the workbench. */
export interface DeskPage {
  /** Behind /desk: `/themes/$theme`; `useParam('theme')` reads it. */
  path: string
  section: Section
  label: Said
  /** Fetched when it is first opened: `() => import('#programme/theme/ui/Themes.tsx').then((file) => file.Themes)`. */
  load: () => Promise<ComponentType>
  /** Whether this person sees it in the menu; everyone when not given. The server decides what they may read. */
  shows?: (me: Me) => boolean
  /** Stands in the menu; a page with a parameter does not. */
  menu?: boolean
}

export type Section = keyof typeof sections

/** The groups of the menu, in order. */
export const sections = {
  work: { zh: '办理', en: 'Work' },
  programme: { zh: '创建', en: 'Programme' },
  scoring: { zh: '考评', en: 'Scoring' },
  organisation: { zh: '组织', en: 'Organisation' },
  system: { zh: '系统', en: 'System' },
} satisfies Record<string, Said>

/** Every page of the workbench; a capability adds its lines. The first one that shows is where /desk opens. */
export const deskPages: DeskPage[] = [
  {
    path: '/organisations',
    section: 'organisation',
    label: { zh: '党组织', en: 'Organisations' },
    load: () => import('#programme/organisation/ui/Organisations.tsx').then((file) => file.Organisations),
    menu: true,
  },
  {
    path: '/people',
    section: 'organisation',
    label: { zh: '人员', en: 'People' },
    load: () => import('#programme/organisation/ui/People.tsx').then((file) => file.People),
    shows: (me) => holdsOne(me, ...seePeople),
    menu: true,
  },
  {
    path: '/posts',
    section: 'organisation',
    label: { zh: '岗位', en: 'Posts' },
    load: () => import('#programme/organisation/ui/Posts.tsx').then((file) => file.Posts),
    shows: (me) => holdsOne(me, ...seePosts),
    menu: true,
  },
  {
    path: '/history',
    section: 'system',
    label: { zh: '操作记录', en: 'History' },
    load: () => import('#support/history/ui/History.tsx').then((file) => file.History),
    shows: (me) => holdsOne(me, 'audit-admin', 'office'),
    menu: true,
  },
]
