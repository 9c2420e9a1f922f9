import type { ReactNode } from 'react'
import { sayDay } from '#basics/calendar.ts'
import { labelsIn } from '#basics/messages.ts'
import type { Page, PageRequest } from '#portal/page.ts'
import { publicityContract } from '../contract.ts'
import { publicityMessages } from '../messages.ts'
import { publicationKinds } from '../rules/publication.ts'
import { PublishedCard, Words } from './parts.tsx'

/** What branches have published of their brands, the latest first. */
export const publicationsPage: Page = {
  path: '/publications',
  async render(request) {
    const { language, query } = request
    const say = labelsIn(publicityMessages, language)
    const kind = publicationKinds.find((each) => each === query.get('kind'))
    const after = query.get('after') ?? undefined
    const { rows, next } = await request.ask(publicityContract.listPublications, { kind, cursor: after, limit: 20 })
    const here = (more: Record<string, string>) =>
      `/publications?${new URLSearchParams({ ...(kind && { kind }), ...more })}`
    return {
      title: say.publications,
      section: 'publications',
      body: (
        <>
          <p className="hint">{say.lead}</p>
          <p>
            <a className="tag" href="/publications" aria-current={kind ? undefined : 'true'}>
              {say.all}
            </a>
            {publicationKinds.map((each) => (
              <a
                key={each}
                className="tag"
                href={`/publications?kind=${each}`}
                aria-current={each === kind ? 'true' : undefined}
              >
                {say[each]}
              </a>
            ))}
          </p>
          {rows.length === 0 && <p className="empty">{say.nothing}</p>}
          <ul className="cards">
            {rows.map((row) => (
              <PublishedCard key={row.id} row={row} language={language} />
            ))}
          </ul>
          <p className="more">
            {after ? <a href={here({})}>{say.first}</a> : <span />}
            {next && <a href={here({ after: next })}>{say.more}</a>}
          </p>
        </>
      ),
    }
  },
}

/** One publication as it is read outside. */
export const publicationPage: Page = {
  path: '/publications/:publication',
  async render(request) {
    const { language } = request
    const say = labelsIn(publicityMessages, language)
    const publication = await request.ask(publicityContract.readPublication, {
      publication: request.params.publication!,
    })
    const { brand, branch, kind, publishedOn, checkedBy, approvedBy } = publication
    return {
      title: publication.title,
      section: 'publications',
      body: (
        <>
          <article className="card">
            <p className="meta">
              <span className="tag">{say[kind]}</span>
              {branch.name}
              {publishedOn && ` · ${sayDay(publishedOn, language)}`} · {say[publication.scope]}
            </p>
            <Words publication={publication} language={language} />
            {checkedBy && (
              <p className="meta">
                {say.checkedBy}：{checkedBy} · {say.approvedBy}：{approvedBy}
              </p>
            )}
          </article>
          <p>
            {brand && <a href={`/stories/${branch.id}`}>{brand.name}</a>} · <a href="/publications">{say.seeAll}</a>
          </p>
        </>
      ),
    }
  },
}

/** What has been published of a brand, for its page; nothing where there is nothing. */
export async function publishedBy(request: PageRequest, branch: string): Promise<ReactNode> {
  const say = labelsIn(publicityMessages, request.language)
  const { rows } = await request.ask(publicityContract.listPublications, { branch, limit: 10 })
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{say.publications}</h2>
      <ul className="cards">
        {rows.map((row) => (
          <PublishedCard key={row.id} row={row} language={request.language} branch={false} />
        ))}
      </ul>
    </section>
  )
}
