import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { organisationContract } from '#programme/organisation/contract.ts'
import { accountContract } from '#support/account/contract.ts'
import { call, useRead } from './api.ts'
import { chosenLargeText, prefer, useLanguage, useSay } from './language.ts'
import { type Me, MeContext } from './me.ts'
import { Shown } from './Problem.tsx'
import { ProveDialog } from './ProveDialog.tsx'
import { deskPages, listBehind, sections } from './pages.ts'
import { frameWords } from './words.ts'

/** Header, menu and the page between them, for whoever is signed in. */
export function Frame() {
  const read = useRead(organisationContract.readMe, {})
  return (
    <>
      <Shown read={read}>
        {(me) => (
          <MeContext.Provider value={me}>
            <Around me={me} />
          </MeContext.Provider>
        )}
      </Shown>
      <ProveDialog />
    </>
  )
}

function Around({ me }: { me: Me }) {
  const say = useSay(frameWords)
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new page closes the menu
  useEffect(() => setOpen(false), [path])
  return (
    <>
      <a className="skip" href="#content">
        {say.skip}
      </a>
      <header className="desk-header">
        <Button className="menu-button" ghost onClick={() => setOpen(true)} aria-expanded={open}>
          ☰ {say.menu}
        </Button>
        <a className="brand" href="/">
          {say.name} <small>{say.desk}</small>
        </a>
        <HeaderLinks me={me} />
      </header>
      <div className="desk-body">
        <div className="desk-side">
          <Menu me={me} />
        </div>
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={280}
          title={say.menu}
          closable={{ 'aria-label': say.close }}
        >
          <Menu me={me} />
        </Drawer>
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <footer className="desk-foot">
        {say.secret} · <a href="/suggestions">{say.complain}</a>
      </footer>
    </>
  )
}

function HeaderLinks({ me }: { me: Me }) {
  const say = useSay(frameWords)
  const language = useLanguage()
  const large = chosenLargeText()
  const leave = async () => {
    await call(accountContract.signOut, {}).catch(() => {})
    window.location.assign('/')
  }
  return (
    <div className="header-links">
      <a href="/my/account" title={say.myAccount}>
        {me.name}
      </a>
      <button type="button" onClick={() => prefer({ large: large ? '0' : '1' })}>
        {large ? say.normalText : say.largeText}
      </button>
      <button
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => prefer({ lang: language === 'zh' ? 'en' : 'zh' })}
      >
        {say.otherLanguage}
      </button>
      <button type="button" onClick={() => void leave()}>
        {say.signOut}
      </button>
    </div>
  )
}

function Menu({ me }: { me: Me }) {
  const say = useSay(frameWords)
  const language = useLanguage()
  const shown = deskPages.filter((page) => page.menu && (!page.shows || page.shows(me)))
  const path = useRouterState({ select: (state) => state.location.pathname })
  const here = listBehind(path)
  return (
    <nav className="desk-menu" aria-label={say.menu}>
      {Object.entries(sections).map(([section, label]) => {
        const pages = shown.filter((page) => page.section === section)
        if (pages.length === 0) return null
        return (
          <div key={section}>
            <p className="desk-section">{label[language]}</p>
            <ul>
              {pages.map((page) => (
                <li key={page.path}>
                  <Link
                    to={page.path as string}
                    activeOptions={{ exact: true }}
                    activeProps={{ 'aria-current': 'page' }}
                    {...(here === page.path && path !== page.path && { 'aria-current': 'true' as const })}
                  >
                    {page.label[language]}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
