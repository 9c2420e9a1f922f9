import { dayOf, sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import { Form, Hidden, Submit, TextField } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

type Shown = OutputOf<typeof assessmentContract.readSelfScore>

/** The secretary's self-score on a phone: one screen, each indicator with its maximum, filled with what is on record. */
export const selfScorePage: Page = {
  path: '/my/self-score',
  async render(request) {
    const say = labelsIn(assessmentMessages, request.language)
    const { rows } = await request.ask(assessmentContract.listMyAssessed, {})
    const due = rows.filter(({ allowed, selfScoredAt }) => allowed.includes('self-score') || selfScoredAt !== null)
    const wanted = request.query.get('branch')
    const chosen =
      due.find(({ id }) => id === wanted) ?? due.find(({ allowed }) => allowed.includes('self-score')) ?? due[0]
    if (!chosen) return { title: say.selfScore, section: 'my', body: <p className="empty">{say.noSelfScore}</p> }
    const shown = await request.ask(assessmentContract.readSelfScore, { assessed: chosen.id })
    return {
      title: `${say.selfScore} · ${shown.branch.name}`,
      section: 'my',
      body: (
        <>
          {due.length > 1 && (
            <p>
              {due.map(({ id, branch, title }) => (
                <a key={id} className="tag" href={`/my/self-score?branch=${id}`}>
                  {branch.name} · {title}
                </a>
              ))}
            </p>
          )}
          <p className="meta">{shown.title}</p>
          {shown.allowed.includes('self-score') ? (
            <Scoring request={request} shown={shown} />
          ) : (
            <Sealed request={request} shown={shown} />
          )}
        </>
      ),
    }
  },
}

function Scoring({ request, shown }: { request: PageRequest; shown: Shown }) {
  const say = labelsIn(assessmentMessages, request.language)
  const on = (day: string) => sayDay(day, request.language)
  return (
    <>
      <p>{fill(say.selfScoreLead, { from: on(shown.selfScoreFrom), to: on(shown.selfScoreTo) })}</p>
      <Saved request={request} shown={shown} />
      <Form request={request} operation={assessmentContract.selfScore} params={{ assessed: shown.assessed }}>
        {shown.lines.map((line, at) => (
          <div key={line.indicator}>
            {headingOf(line) !== headingOf(shown.lines[at - 1]) && <h2>{headingOf(line)}</h2>}
            <Hidden name={`scores.${at}.indicator`} value={line.indicator} />
            <TextField
              name={`scores.${at}.points`}
              label={`${line.indicator} ${line.name}`}
              inputMode="decimal"
              required
              maxLength={8}
              value={line.points ?? line.known ?? ''}
              hint={[
                fill(say.range, { least: line.least, most: line.most }),
                ...(line.known === null ? [] : [fill(say.known, { points: line.known })]),
              ].join(' · ')}
            />
            <details open={line.note !== ''}>
              <summary>{say.addNote}</summary>
              <TextField
                name={`scores.${at}.note`}
                label={`${line.indicator} ${say.note}`}
                value={line.note}
                maxLength={200}
              />
            </details>
          </div>
        ))}
        <Submit>{say.saveSelfScore}</Submit>
      </Form>
    </>
  )
}

/** The section; an indicator that stands by itself is its own. */
function headingOf(line: Shown['lines'][number] | undefined): string | undefined {
  return line && (line.section || line.name)
}

function Saved({ request, shown }: { request: PageRequest; shown: Shown }) {
  const say = labelsIn(assessmentMessages, request.language)
  if (shown.scoredAt === null || shown.total === null) return null
  const at = sayDay(dayOf(shown.scoredAt), request.language)
  return <p className="done">{fill(say.selfScored, { at, total: shown.total })}</p>
}

function Sealed({ request, shown }: { request: PageRequest; shown: Shown }) {
  const say = labelsIn(assessmentMessages, request.language)
  return (
    <>
      <p>{say.sealed}</p>
      <Saved request={request} shown={shown} />
      <ul className="cards">
        {shown.lines.map(({ indicator, name, points, most, note }) => (
          <li key={indicator}>
            <b>
              {indicator} {name}
            </b>{' '}
            <span className="num">{points ?? '—'}</span> <span className="meta">{fill(say.outOf, { most })}</span>
            {note && <p className="meta">{note}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
