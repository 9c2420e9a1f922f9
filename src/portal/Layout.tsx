import type { ReactNode } from 'react'
import type { Language } from '#basics/messages.ts'
import type { Me, NavigationLink, PageRequest, Shown } from './page.ts'
import { styleVersion } from './style.ts'

const words = {
  zh: {
    name: '航标',
    sub: '品牌党支部创建',
    skip: '跳到正文',
    nav: '主导航',
    me: '我的',
    signIn: '登录',
    desk: '工作台',
    out: '退出',
    other: 'English',
    large: '大字版',
    normal: '标准字号',
    done: '已提交',
    complain: '投诉建议',
    footer: '服务信息',
    secret: '本系统不得填报、上传涉密信息和工作秘密。',
  },
  en: {
    name: 'Hangbiao',
    sub: 'Brand programme',
    skip: 'Skip to content',
    nav: 'Main',
    me: 'Mine',
    signIn: 'Sign in',
    desk: 'Workbench',
    out: 'Sign out',
    other: '中文',
    large: 'Large text',
    normal: 'Normal text',
    done: 'Taken',
    complain: 'Complaints and suggestions',
    footer: 'About this site',
    secret: 'Nothing classified may be entered or uploaded here.',
  },
}

/** What the site says of itself: all of it can be set by the client. */
export interface Site {
  /** Identification numbers for the footer (备案号 and the like). */
  identification: string[]
  /** Said above every page, with a link: the demo says that it is one. */
  banner?: { text: Record<Language, string>; href: string; link: Record<Language, string> }
}

export function Document({
  request,
  shown,
  navigation,
  site,
}: {
  request: PageRequest
  shown: Shown
  navigation: NavigationLink[]
  site: Site
}) {
  const say = words[request.language]
  return (
    <html lang={request.language === 'zh' ? 'zh-CN' : 'en'} className={request.large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="renderer" content="webkit" />
        <link rel="icon" href="data:," />
        <title>{`${shown.title} · ${say.name}`}</title>
        <link rel="stylesheet" href={`/portal.css?v=${styleVersion}`} />
      </head>
      <body>
        <a className="skip" href="#content">
          {say.skip}
        </a>
        <header>
          {site.banner && (
            <p className="banner">
              {site.banner.text[request.language]} <a href={site.banner.href}>{site.banner.link[request.language]}</a>
            </p>
          )}
          <div className="bar">
            <a className="brand" href="/">
              {say.name}
              <small>{say.sub}</small>
            </a>
            <nav aria-label={say.nav}>
              {navigation
                .filter((link) => !link.shows || link.shows(request.me))
                .map((link) => (
                  <a
                    key={link.href}
                    href={link.href}
                    aria-current={link.section === shown.section ? 'page' : undefined}
                  >
                    {link.label[request.language]}
                  </a>
                ))}
              <Account me={request.me} here={request.here} say={say} />
            </nav>
          </div>
        </header>
        <main id="content" tabIndex={-1}>
          {request.done && (
            <p className="done" role="status">
              ✓ {say.done}
            </p>
          )}
          <h1>{shown.title}</h1>
          {shown.body}
        </main>
        <footer>
          <p>
            <a href="/suggestions">{say.complain}</a>
            <a href={`/preferences?large=${request.large ? 0 : 1}&then=${encodeURIComponent(request.here)}`}>
              {request.large ? say.normal : say.large}
            </a>
            <a
              href={`/preferences?lang=${request.language === 'zh' ? 'en' : 'zh'}&then=${encodeURIComponent(request.here)}`}
              lang={request.language === 'zh' ? 'en' : 'zh-CN'}
            >
              {say.other}
            </a>
          </p>
          <p>{say.secret}</p>
          {site.identification.length > 0 && <p>{site.identification.join(' · ')}</p>}
        </footer>
      </body>
    </html>
  )
}

function Account({ me, here, say }: { me: Me | null; here: string; say: (typeof words)['zh'] }): ReactNode {
  if (!me) return <a href={`/sign-in?then=${encodeURIComponent(here)}`}>{say.signIn}</a>
  return (
    <>
      <a href="/my">{say.me}</a>
      {me.posts.some(({ post }) => !['member', 'staff'].includes(post)) && <a href="/desk/">{say.desk}</a>}
      <form method="post" action="/do/signOut" className="inline">
        <input type="hidden" name="_page" value="/" />
        <input type="hidden" name="_then" value="/" />
        <button type="submit" className="link">
          {say.out}
        </button>
      </form>
    </>
  )
}
