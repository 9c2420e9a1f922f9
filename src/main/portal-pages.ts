import type { NavigationLink, Page } from '#portal/page.ts'
import { myScoresPage, scorePage } from '#programme/assessment/pages/score.tsx'
import { selfScorePage } from '#programme/assessment/pages/self-score.tsx'
import { recordPage } from '#programme/building/pages/record.tsx'
import { recordsPage } from '#programme/building/pages/records.tsx'
import { taskPage, tasksPage } from '#programme/building/pages/tasks.tsx'
import { burdenPage } from '#programme/burden/pages/burden.tsx'
import { cyclePage } from '#programme/cycle/pages/cycle.tsx'
import { dutiesPage } from '#programme/duty/pages/duties.tsx'
import { noticePage } from '#programme/notice/pages/notice.tsx'
import { noticesPage } from '#programme/notice/pages/notices.tsx'
import { printPage } from '#programme/notice/pages/print.tsx'
import { repliesPage } from '#programme/notice/pages/replies.tsx'
import { setUpPage } from '#programme/organisation/pages/set-up.tsx'
import { myPublicationPage } from '#programme/publicity/pages/my-publication.tsx'
import { myPublicationsPage } from '#programme/publicity/pages/my-publications.tsx'
import { publicationPage, publicationsPage, publishedBy } from '#programme/publicity/pages/publications.tsx'
import { answerPage } from '#programme/questionnaire/pages/answer.tsx'
import { slipsPage } from '#programme/questionnaire/pages/slips.tsx'
import { registerPage } from '#programme/selection/pages/register.tsx'
import { runPage } from '#programme/selection/pages/run.tsx'
import { brandPage } from '#programme/theme/pages/brand.tsx'
import { callPage } from '#programme/theme/pages/call.tsx'
import { callsPage } from '#programme/theme/pages/calls.tsx'
import { myThemePage } from '#programme/theme/pages/my-theme.tsx'
import { phrasesPage } from '#programme/theme/pages/phrases.tsx'
import { storyPage } from '#programme/theme/pages/story.tsx'
import { wallPage } from '#programme/theme/pages/wall.tsx'
import { workOnThemePage, workPage } from '#programme/theme/pages/work.tsx'
import { activatePage } from '#support/account/pages/activate.tsx'
import { myAccountPage } from '#support/account/pages/my-account.tsx'
import { provePage } from '#support/account/pages/prove.tsx'
import { signInPage } from '#support/account/pages/sign-in.tsx'
import { suggestionPage, suggestionsPage } from '#support/suggestion/pages/suggestions.tsx'
import { demoPage } from './pages/demo.tsx'
import { homePage } from './pages/home.tsx'
import { myPage } from './pages/my.tsx'

/** Every page of the portal. A capability adds its pages here, and its line in `capabilities.ts`. */
export function portalPages(demo: boolean): Page[] {
  return [
    homePage,
    myPage,
    suggestionsPage,
    suggestionPage,
    cyclePage,
    wallPage,
    brandPage(publishedBy),
    storyPage,
    publicationsPage,
    publicationPage,
    myPublicationsPage,
    myPublicationPage,
    registerPage,
    runPage,
    noticesPage,
    noticePage,
    repliesPage,
    printPage,
    dutiesPage,
    myThemePage,
    callsPage,
    callPage,
    workPage,
    workOnThemePage,
    phrasesPage,
    recordsPage,
    tasksPage,
    taskPage,
    burdenPage,
    answerPage,
    slipsPage,
    selfScorePage,
    myScoresPage,
    scorePage,
    recordPage,
    signInPage,
    activatePage,
    provePage,
    myAccountPage,
    setUpPage,
    ...(demo ? [demoPage] : []),
  ]
}

/** The portal's navigation, in the order in which it is shown. */
export const navigation: NavigationLink[] = [
  { href: '/cycle', section: 'cycle', label: { zh: '创建安排', en: 'Programme' } },
  { href: '/wall', section: 'wall', label: { zh: '品牌墙', en: 'Brands' } },
  { href: '/publications', section: 'publications', label: { zh: '宣传', en: 'Publicity' } },
  { href: '/register', section: 'register', label: { zh: '名册', en: 'Register' } },
  { href: '/notices', section: 'notices', label: { zh: '公示', en: 'Notices' } },
]
