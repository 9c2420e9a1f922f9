import type { NavigationLink, Page } from '#portal/page.ts'
import { recordPage } from '#programme/building/pages/record.tsx'
import { recordsPage } from '#programme/building/pages/records.tsx'
import { cyclePage } from '#programme/cycle/pages/cycle.tsx'
import { setUpPage } from '#programme/organisation/pages/set-up.tsx'
import { activatePage } from '#support/account/pages/activate.tsx'
import { myAccountPage } from '#support/account/pages/my-account.tsx'
import { provePage } from '#support/account/pages/prove.tsx'
import { signInPage } from '#support/account/pages/sign-in.tsx'
import { demoPage } from './pages/demo.tsx'

/** Every page of the portal. A capability adds its pages here, and its line in `capabilities.ts`. */
export function portalPages(demo: boolean): Page[] {
  return [
    cyclePage,
    recordsPage,
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
export const navigation: NavigationLink[] = []
