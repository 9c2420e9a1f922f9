import { administrators } from '#basics/actor.ts'
import { seePeople, seePosts } from '#programme/organisation/rules/people.ts'
import { holdsOne } from './me.ts'
import type { DeskPage } from './pages.ts'

/** The pages of the workbench on organisations and people, and on the system itself. */
export const peoplePages: DeskPage[] = [
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
    path: '/imports/$import/taking-back',
    section: 'organisation',
    label: { zh: '撤回导入', en: 'Taking an import back' },
    load: () => import('#programme/organisation/ui/TakingBack.tsx').then((file) => file.TakingBack),
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
    path: '/holidays',
    section: 'system',
    label: { zh: '节假日', en: 'Days off' },
    load: () => import('#support/holiday/ui/Holidays.tsx').then((file) => file.Holidays),
    shows: (me) => holdsOne(me, 'office'),
    menu: true,
  },
  {
    path: '/suggestions',
    section: 'system',
    label: { zh: '投诉建议', en: 'Complaints and suggestions' },
    load: () => import('#support/suggestion/ui/Suggestions.tsx').then((file) => file.Suggestions),
    shows: (me) => holdsOne(me, 'office'),
    menu: true,
  },
]
