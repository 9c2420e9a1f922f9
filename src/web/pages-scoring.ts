import { holdsOne } from './me.ts'
import type { DeskPage } from './pages.ts'

/** The workbench's pages of scoring, assessment and selection. */
export const scoringPages: DeskPage[] = [
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
    path: '/try-outs/$assessment/$sheet',
    section: 'scoring',
    label: { zh: '试算', en: 'Try a sheet' },
    load: () => import('#programme/assessment/ui/TryOut.tsx').then((file) => file.TryOut),
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
]
