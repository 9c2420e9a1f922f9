import { createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { Frame } from './Frame.tsx'
import { useLanguage, useSay } from './language.ts'
import { useMe } from './me.ts'
import { Problem } from './Problem.tsx'
import { type DeskPage, deskPages, sections } from './pages.ts'
import { PageTitle, Screen } from './Screen.tsx'
import { frameWords } from './words.ts'

/** One route for each page, under /desk; what is in the query stays plain text. */
export function makeRouter() {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotThere, errorComponent: Broken })
  const routes = deskPages.map((page) => {
    const Page = lazy(async () => ({ default: await page.load() }))
    const component = () => <Opened page={page} Page={Page} />
    return createRoute({ getParentRoute: () => root, path: page.path, component, errorComponent: Broken })
  })
  const start = createRoute({ getParentRoute: () => root, path: '/', component: Start })
  return createRouter({
    routeTree: root.addChildren([start, ...routes]),
    basepath: '/desk',
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text ? `?${text}` : ''
    },
  })
}

/** Keeps the page's place, with its title, while its code is fetched. */
function Opened({ page, Page }: { page: DeskPage; Page: ComponentType }) {
  const language = useLanguage()
  const say = useSay(frameWords)
  const waiting = (
    <Screen title={page.label[language]}>
      <p className="waiting" role="status">
        {say.loading}
      </p>
    </Screen>
  )
  return (
    <Suspense fallback={waiting}>
      <PageTitle.Provider value={page.label[language]}>
        <Page />
      </PageTitle.Provider>
    </Suspense>
  )
}

/** Where /desk opens: the first page of the menu that this person sees. */
function Start() {
  const me = useMe()
  const shown = deskPages.filter((page) => page.menu && (!page.shows || page.shows(me)))
  const first = Object.keys(sections).flatMap((section) => shown.filter((page) => page.section === section))[0]
  return first ? <Navigate to={first.path as string} replace /> : <NotThere />
}

function NotThere() {
  const say = useSay(frameWords)
  return (
    <Screen title={say.notThere}>
      <p>
        <a href="/">{say.portal}</a>
      </p>
    </Screen>
  )
}

function Broken() {
  const say = useSay(frameWords)
  return <Problem error={new Error(say.broken)} again={() => window.location.reload()} />
}
