import { labelsIn } from '#basics/messages.ts'
import type { Page } from '#portal/page.ts'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'

const A_PAGE = 24

/** The brand wall: themes in force by structure, searched in Chinese or by pinyin initials. No order of merit, no states. */
export const wallPage: Page = {
  path: '/wall',
  async render(request) {
    const say = labelsIn(themeMessages, request.language)
    const search = (request.query.get('search') ?? '').trim()
    const region = request.query.get('region') ?? ''
    const after = request.query.get('after') ?? ''
    const chosen = { ...(search && { search }), ...(region && { region }) }
    const asked = { ...chosen, ...(after && { cursor: after }), limit: A_PAGE }
    const { rows, next, total, regions } = await request.ask(themeContract.listBrands, asked)
    const here = (more: Record<string, string>) => `/wall?${new URLSearchParams({ ...chosen, ...more })}`
    return {
      title: say.wall,
      section: 'wall',
      body: (
        <>
          <search>
            <form method="get" action="/wall" className="card">
              <div className="field">
                <label htmlFor="search">{say.search}</label>
                <p className="hint" id="search-hint">
                  {say.searchHint}
                </p>
                <input
                  id="search"
                  name="search"
                  type="search"
                  defaultValue={search}
                  maxLength={40}
                  autoComplete="off"
                  aria-describedby="search-hint"
                />
              </div>
              {regions.length > 1 && (
                <div className="field">
                  <label htmlFor="region">{say.region}</label>
                  <select id="region" name="region" defaultValue={region}>
                    <option value="">{say.allRegions}</option>
                    {regions.map((each) => (
                      <option key={each}>{each}</option>
                    ))}
                  </select>
                </div>
              )}
              <button type="submit" className="main">
                {say.search}
              </button>
            </form>
          </search>
          <p className="meta" role="status">
            {total} {say.brands}
          </p>
          {rows.length === 0 && <p className="empty">{say.wallEmpty}</p>}
          <ul className="cards two">
            {rows.map((brand) => (
              <li key={brand.id}>
                <h2>
                  <a href={`/wall/${brand.id}`}>{brand.name}</a>
                </h2>
                {brand.slogan && <p>{brand.slogan}</p>}
                <p className="meta">{brand.branch.name}</p>
                <p className="meta">
                  {brand.region && <span className="tag">{brand.region}</span>}
                  {say.effectiveOn} {brand.since}
                </p>
              </li>
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
