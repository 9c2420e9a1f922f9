import { labelsIn } from '#basics/messages.ts'
import { FilterForm } from '#portal/filter-form.tsx'
import type { Page } from '#portal/page.ts'
import { NoticePicture } from '#programme/notice/pages/NoticePicture.tsx'
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
    const { rows, next, total, atLeast, regions } = await request.ask(themeContract.listBrands, asked)
    const here = (more: Record<string, string>) => `/wall?${new URLSearchParams({ ...chosen, ...more })}`
    return {
      title: say.wall,
      section: 'wall',
      body: (
        <>
          <FilterForm
            action="/wall"
            words={{
              search: say.search,
              region: say.region,
              allRegions: say.allRegions,
              find: say.search,
              hint: say.searchHint,
            }}
            search={search}
            region={region}
            regions={regions}
          />
          <p className="meta" role="status">
            {total}
            {atLeast && '+'} {say.brands}
          </p>
          {rows.length === 0 && <p className="empty">{say.wallEmpty}</p>}
          <ul className="cards two">
            {rows.map((brand) => (
              <li key={brand.id}>
                {brand.mark && <NoticePicture {...brand.mark} small />}
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
