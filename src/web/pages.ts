import type { ComponentType } from 'react'
import type { Said } from '#basics/messages.ts'
import { answering } from '#programme/duty/rules/permissions.ts'
import { holdsOne, type Me } from './me.ts'
import { buildingPages } from './pages-building.ts'
import { gatePages } from './pages-gate.ts'
import { peoplePages } from './pages-people.ts'
import { publicityPages } from './pages-publicity.ts'
import { scoringPages } from './pages-scoring.ts'

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

/** Pages about one thing whose list has another address. */
const lists: Record<string, string> = { assessed: '/assessments', scores: '/assessments' }

/** The page of the menu to which an address belongs: `/themes/…` to the list of themes. */
export function listBehind(path: string): string {
  const [first = ''] = path.split('/').filter(Boolean)
  return lists[first] ?? `/${first}`
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

/** Every page of the workbench; a capability adds its lines. */
export const deskPages: DeskPage[] = [
  {
    path: '/work',
    section: 'work',
    label: { zh: '我的工作', en: 'My work' },
    load: () => import('#programme/theme/ui/Work.tsx').then((file) => file.Work),
    shows: (me) => holdsOne(me, 'secretary', 'office', 'confidentiality'),
    menu: true,
  },
  {
    path: '/duties',
    section: 'work',
    label: { zh: '责任事项', en: 'Duties' },
    load: () => import('#programme/duty/ui/Duties.tsx').then((file) => file.Duties),
    shows: (me) => holdsOne(me, ...answering),
    menu: true,
  },
  {
    path: '/board',
    section: 'programme',
    label: { zh: '品牌一览', en: 'Board of brands' },
    load: () => import('#programme/theme/ui/Board.tsx').then((file) => file.Board),
    shows: (me) => holdsOne(me, 'secretary', 'office'),
    menu: true,
  },
  {
    path: '/themes',
    section: 'programme',
    label: { zh: '主题', en: 'Themes' },
    load: () => import('#programme/theme/ui/Themes.tsx').then((file) => file.Themes),
    shows: (me) => holdsOne(me, 'secretary', 'office', 'confidentiality'),
    menu: true,
  },
  {
    path: '/themes/$theme',
    section: 'programme',
    label: { zh: '主题', en: 'Theme' },
    load: () => import('#programme/theme/ui/ThemePage.tsx').then((file) => file.ThemePage),
  },
  {
    path: '/confirmations',
    section: 'programme',
    label: { zh: '年度主题确认', en: 'Yearly confirmation' },
    load: () => import('#programme/theme/ui/Confirmations.tsx').then((file) => file.Confirmations),
    shows: (me) => holdsOne(me, 'secretary', 'office', 'confidentiality'),
    menu: true,
  },
  {
    path: '/notices',
    section: 'programme',
    label: { zh: '公示', en: 'Public notices' },
    load: () => import('#programme/notice/ui/Notices.tsx').then((file) => file.Notices),
    menu: true,
  },
  {
    path: '/notices/$notice',
    section: 'programme',
    label: { zh: '公示', en: 'Public notice' },
    load: () => import('#programme/notice/ui/NoticePage.tsx').then((file) => file.NoticePage),
  },
  ...publicityPages,
  ...gatePages,
  ...scoringPages,
  {
    path: '/cycles',
    section: 'programme',
    label: { zh: '创建年度', en: 'Programme years' },
    load: () => import('#programme/cycle/ui/Cycles.tsx').then((file) => file.Cycles),
    menu: true,
  },
  {
    path: '/cycles/new',
    section: 'programme',
    label: { zh: '草拟年度', en: 'Draft a programme year' },
    load: () => import('#programme/cycle/ui/CycleForm.tsx').then((file) => file.NewCycle),
  },
  {
    path: '/cycles/$cycle',
    section: 'programme',
    label: { zh: '创建年度', en: 'Programme year' },
    load: () => import('#programme/cycle/ui/CyclePage.tsx').then((file) => file.CyclePage),
  },
  {
    path: '/cycles/$cycle/change',
    section: 'programme',
    label: { zh: '修改年度', en: 'Change the programme year' },
    load: () => import('#programme/cycle/ui/CycleForm.tsx').then((file) => file.ChangeCycle),
  },
  ...buildingPages,
  ...peoplePages,
]
