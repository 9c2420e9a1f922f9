import { sayDay } from '#basics/calendar.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import { FilterForm } from '#portal/filter-form.tsx'
import type { Page } from '#portal/page.ts'
import { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'

const A_PAGE = 20

/** The register of the named, by structure: with theme, since when, and why. No order of merit, nobody else. */
export const registerPage: Page = {
  path: '/register',
  async render(request) {
    const say = labelsIn(selectionMessages, request.language)
    const search = (request.query.get('search') ?? '').trim()
    const region = request.query.get('region') ?? ''
    const after = request.query.get('after') ?? ''
    const chosen = { ...(search && { search }), ...(region && { region }) }
    const asked = { ...chosen, ...(after && { cursor: after }), limit: A_PAGE }
    const { rows, next, total, regions } = await request.ask(selectionContract.listRegister, asked)
    const here = (more: Record<string, string>) => `/register?${new URLSearchParams({ ...chosen, ...more })}`
    const filtered = search !== '' || region !== ''
    return {
      title: say.register,
      section: 'register',
      body: (
        <>
          <p>{say.registerLead}</p>
          <FilterForm
            action="/register"
            words={{ search: say.search, region: say.region, allRegions: say.allRegions, find: say.find }}
            search={search}
            region={region}
            regions={regions}
          />
          <p className="meta" role="status">
            {fill(say.count, { count: total })}
          </p>
          {rows.length === 0 && <p className="empty">{filtered ? say.nothingFound : say.nobodyYet}</p>}
          <ul className="cards">
            {rows.map(({ branch, region: at, theme, since, runsUntil, reasons, run }) => (
              <li key={branch.id}>
                <h2>{branch.name}</h2>
                {theme && (
                  <p>
                    {say.theme}：{theme}
                  </p>
                )}
                <p className="meta">
                  {at && <span className="tag">{at}</span>}
                  {say.since} {sayDay(since, request.language)}
                  {runsUntil && ` · ${say.runsUntil} ${sayDay(runsUntil, request.language)}`}
                </p>
                <details>
                  <summary>{say.why}</summary>
                  <ul>
                    {reasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                  {run && <a href={`/runs/${run}`}>{say.publicRun}</a>}
                </details>
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
