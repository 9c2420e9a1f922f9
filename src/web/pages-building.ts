import { holdsOne } from './me.ts'
import type { DeskPage } from './pages.ts'

/** What branches do and what comes of it. */
export const buildingPages: DeskPage[] = [
  {
    path: '/records',
    section: 'programme',
    label: { zh: '创建台账', en: 'Ledger' },
    load: () => import('#programme/building/ui/Records.tsx').then((file) => file.Records),
    menu: true,
  },
  {
    path: '/tasks',
    section: 'programme',
    label: { zh: '中心任务', en: 'Core tasks' },
    load: () => import('#programme/building/ui/Tasks.tsx').then((file) => file.Tasks),
    menu: true,
  },
  {
    path: '/tasks/$task',
    section: 'programme',
    label: { zh: '中心任务', en: 'Core task' },
    load: () => import('#programme/building/ui/Task.tsx').then((file) => file.Task),
  },
  {
    path: '/problems',
    section: 'programme',
    label: { zh: '问题清单', en: 'Problems' },
    load: () => import('#programme/problem/ui/Problems.tsx').then((file) => file.Problems),
    menu: true,
  },
  {
    path: '/problems/$problem',
    section: 'programme',
    label: { zh: '问题', en: 'Problem' },
    load: () => import('#programme/problem/ui/ProblemPage.tsx').then((file) => file.ProblemPage),
  },
  {
    path: '/outcomes',
    section: 'programme',
    label: { zh: '创建成效', en: 'Outcomes' },
    load: () => import('#programme/outcome/ui/Outcomes.tsx').then((file) => file.Outcomes),
    menu: true,
  },
  {
    path: '/figure',
    section: 'programme',
    label: { zh: '数的来历', en: 'Where a figure comes from' },
    load: () => import('#programme/outcome/ui/Figure.tsx').then((file) => file.Figure),
  },
  {
    path: '/measures',
    section: 'programme',
    label: { zh: '统计项', en: 'Measures' },
    load: () => import('#programme/building/ui/Measures.tsx').then((file) => file.Measures),
    shows: (me) => holdsOne(me, 'secretary', 'office'),
    menu: true,
  },
  {
    path: '/questionnaires',
    section: 'programme',
    label: { zh: '匿名问卷', en: 'Questionnaires' },
    load: () => import('#programme/questionnaire/ui/Questionnaires.tsx').then((file) => file.Questionnaires),
    menu: true,
  },
  {
    path: '/questionnaires/$questionnaire',
    section: 'programme',
    label: { zh: '匿名问卷', en: 'Questionnaire' },
    load: () => import('#programme/questionnaire/ui/Questionnaire.tsx').then((file) => file.Questionnaire),
  },
  {
    path: '/burden',
    section: 'programme',
    label: { zh: '基层负担', en: 'Burden on branches' },
    load: () => import('#programme/burden/ui/Burden.tsx').then((file) => file.Burden),
    shows: (me) => holdsOne(me, 'secretary', 'office'),
    menu: true,
  },
]
