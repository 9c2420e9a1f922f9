import type { ComponentType } from 'react'
import type { Said } from '#basics/messages.ts'
import type { Me } from './me.ts'

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
    label: { zh: '组织', en: 'Organisations' },
    load: () => import('#programme/organisation/ui/Organisations.tsx').then((file) => file.Organisations),
    menu: true,
  },
]
