import type { NavigationLink, Page } from '#portal/page.ts'
import { cyclePage } from '#programme/cycle/pages/cycle.tsx'
import { signInPage } from '#support/account/pages/sign-in.tsx'

/** Every page of the portal. A capability adds its pages here, and its line in `capabilities.ts`. */
export function portalPages(_demo: boolean): Page[] {
  return [cyclePage, signInPage]
}

/** The portal's navigation, in the order in which it is shown. */
export const navigation: NavigationLink[] = []
