import { sayDay } from '#basics/calendar.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import type { Page } from '#portal/page.ts'
import { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'

/** A disclosed run for society: the list, the reasons in sentences, the root, and how to recompute it. */
export const runPage: Page = {
  path: '/runs/:run',
  async render(request) {
    const say = labelsIn(selectionMessages, request.language)
    const run = await request.ask(selectionContract.readPublicRun, { run: request.params.run! })
    const { rated, notRated, sheet, root } = run
    const final = run.state === 'final'
    const named = run.namedOn && fill(say.concluded, { day: sayDay(run.namedOn, request.language) })
    return {
      title: run.title,
      section: 'register',
      body: (
        <>
          <p className="meta">
            {run.organisation} · {run.year}
          </p>
          <p>
            {final ? named : say.onNotice} <a href={`/notices/${run.notice}`}>{final ? say.seeNotice : say.toNotice}</a>
          </p>
          <p>
            {say.sheet}：{sheet.title}（{sheet.code}） {fill(say.counts, { rated, notRated })}
          </p>
          <h2>{final ? say.listNamed : say.listOf}</h2>
          <p className="hint">{say.notOrdered}</p>
          {run.common.length > 0 && (
            <div className="card">
              <b>{say.common}</b>
              <ul>
                {run.common.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </div>
          )}
          {run.regions.map(({ region, base, places, common, branches }) => (
            <div key={region ?? ''} className="card">
              <h3>{region ?? (run.regions.length > 1 ? say.noRegion : say.everywhere)}</h3>
              <p className="meta">{fill(say.regionCounts, { base, places })}</p>
              {common.map((reason) => (
                <p key={reason} className="meta">
                  {reason}
                </p>
              ))}
              <ul>
                {branches.map(({ name, reasons }) => (
                  <li key={name}>
                    {name}
                    {reasons.map((reason) => (
                      <p key={reason} className="meta">
                        {reason}
                      </p>
                    ))}
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <h2>{say.root}</h2>
          <p className="card">
            <code>{root}</code>
          </p>
          <h2>{say.verify}</h2>
          <p>{say.verifyLead}</p>
          <p className="card">
            <code>
              hangbiao verify {say.theFile} --root {root}
            </code>
          </p>
          {run.allowed.includes('download') && (
            <p>
              <a className="button" href={`/api/selections/${run.selection}/run-file`}>
                {say.download}
              </a>
            </p>
          )}
        </>
      ),
    }
  },
}
