import type { ComponentType } from 'react'
import type { Said } from '#basics/messages.ts'
import { answering } from '#programme/duty/rules/permissions.ts'
import { holdsOne, type Me } from './me.ts'
import { gatePages } from './pages-gate.ts'
import { peoplePages } from './pages-people.ts'
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
  ...gatePages,
  ...scoringPages,
  {
    path: '/sheets',
    section: 'scoring',
    label: { zh: '考核细则', en: 'Rule sheets' },
    load: () => import('#programme/scoring/ui/Sheets.tsx').then((file) => file.Sheets),
    menu: true,
  },
  {
    path: '/sheets/$sheet',
    section: 'scoring',
    label: { zh: '考核细则', en: 'Rule sheet' },
    load: () => import('#programme/scoring/ui/SheetPage.tsx').then((file) => file.SheetPage),
  },
  {
    path: '/assessments',
    section: 'scoring',
    label: { zh: '考核', en: 'Assessments' },
    load: () => import('#programme/assessment/ui/Assessments.tsx').then((file) => file.Assessments),
    shows: (me) => holdsOne(me, 'secretary', 'office', 'assessor'),
    menu: true,
  },
  {
    path: '/assessments/$assessment',
    section: 'scoring',
    label: { zh: '考核', en: 'Assessment' },
    load: () => import('#programme/assessment/ui/AssessmentPage.tsx').then((file) => file.AssessmentPage),
  },
  {
    path: '/assessed/$assessed',
    section: 'scoring',
    label: { zh: '支部材料', en: 'What was gathered' },
    load: () => import('#programme/assessment/ui/AssessedPage.tsx').then((file) => file.AssessedPage),
  },
  {
    path: '/scores/$assessed',
    section: 'scoring',
    label: { zh: '得分', en: 'Score' },
    load: () => import('#programme/assessment/ui/ScorePage.tsx').then((file) => file.ScorePage),
  },
  {
    path: '/assessing',
    section: 'scoring',
    label: { zh: '我的评分', en: 'My marks' },
    load: () => import('#programme/assessment/ui/Assessing.tsx').then((file) => file.MyAssessing),
    shows: (me) => holdsOne(me, 'assessor'),
    menu: true,
  },
  {
    path: '/assessing/$assessed',
    section: 'scoring',
    label: { zh: '评分', en: 'Give marks' },
    load: () => import('#programme/assessment/ui/Assessing.tsx').then((file) => file.AssessingPage),
  },
  {
    path: '/selections',
    section: 'scoring',
    label: { zh: '评选', en: 'Selections' },
    load: () => import('#programme/selection/ui/Selections.tsx').then((file) => file.Selections),
    shows: (me) => holdsOne(me, 'secretary', 'office', 'confidentiality', 'member'),
    menu: true,
  },
  {
    path: '/selections/$selection',
    section: 'scoring',
    label: { zh: '评选', en: 'Selection' },
    load: () => import('#programme/selection/ui/SelectionPage.tsx').then((file) => file.SelectionPage),
  },
  {
    path: '/titles',
    section: 'scoring',
    label: { zh: '名册', en: 'Register' },
    load: () => import('#programme/selection/ui/Titles.tsx').then((file) => file.Titles),
    shows: (me) => holdsOne(me, 'secretary', 'office'),
    menu: true,
  },
  {
    path: '/organisations',
    section: 'organisation',
    label: { zh: '党组织', en: 'Organisations' },
    load: () => import('#programme/organisation/ui/Organisations.tsx').then((file) => file.Organisations),
    menu: true,
  },
  {
    path: '/organisations/$organisation',
    section: 'organisation',
    label: { zh: '党组织', en: 'Organisation' },
    load: () => import('#programme/reorganisation/ui/OrganisationPage.tsx').then((file) => file.OrganisationPage),
  },
  {
    path: '/structure',
    section: 'organisation',
    label: { zh: '机构', en: 'Structure' },
    load: () => import('#programme/organisation/ui/Structure.tsx').then((file) => file.Structure),
    menu: true,
  },
  {
    path: '/reorganisations',
    section: 'organisation',
    label: { zh: '机构调整', en: 'Reorganisation' },
    load: () => import('#programme/reorganisation/ui/Reorganisations.tsx').then((file) => file.Reorganisations),
    menu: true,
  },
  {
    path: '/reorganisations/new',
    section: 'organisation',
    label: { zh: '登记调整', en: 'Enter an act' },
    load: () => import('#programme/reorganisation/ui/NewReorganisation.tsx').then((file) => file.NewReorganisation),
  },
  {
    path: '/reorganisations/$reorganisation',
    section: 'organisation',
    label: { zh: '机构调整', en: 'Reorganisation' },
    load: () => import('#programme/reorganisation/ui/ReorganisationPage.tsx').then((file) => file.ReorganisationPage),
  },
  {
    path: '/units',
    section: 'organisation',
    label: { zh: '单位', en: 'Units' },
    load: () => import('#programme/organisation/ui/Units.tsx').then((file) => file.Units),
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
    path: '/holders',
    section: 'organisation',
    label: { zh: '某日任职', en: 'Holders on a day' },
    load: () => import('#programme/organisation/ui/Holders.tsx').then((file) => file.Holders),
    shows: (me) => holdsOne(me, ...seePosts),
    menu: true,
  },
  {
    path: '/imports',
    section: 'organisation',
    label: { zh: '组织与人员导入', en: 'Import' },
    load: () => import('#programme/organisation/ui/Imports.tsx').then((file) => file.Imports),
    shows: (me) => holdsOne(me, ...administrators),
    menu: true,
  },
  {
    path: '/imports/$import',
    section: 'organisation',
    label: { zh: '导入的文件', en: 'Imported file' },
    load: () => import('#programme/organisation/ui/ImportPage.tsx').then((file) => file.ImportPage),
  },
  {
    path: '/history',
    section: 'system',
    label: { zh: '操作记录', en: 'History' },
    load: () => import('#support/history/ui/History.tsx').then((file) => file.History),
    shows: (me) => holdsOne(me, 'audit-admin', 'office'),
    menu: true,
  },
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
  {
    path: '/records',
    section: 'programme',
    label: { zh: '创建台账', en: 'Ledger' },
    load: () => import('#programme/building/ui/Records.tsx').then((file) => file.Records),
    menu: true,
  },
  ...peoplePages,
]
