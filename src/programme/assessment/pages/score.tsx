import type { OutputOf } from '#basics/contract.ts'
import { sayExact } from '#basics/exact.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import { ElsewhereInstead, type Page, type PageRequest } from '#portal/page.ts'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

type Score = OutputOf<typeof assessmentContract.readScore>
type Item = Score['indicators'][number]
type FactShown = Item['clauses'][number]['facts'][number]

/** My branches with a frozen score; with one there is no list to choose from. */
export const myScoresPage: Page = {
  path: '/my/score',
  async render(request) {
    const say = labelsIn(assessmentMessages, request.language)
    const { rows } = await request.ask(assessmentContract.listMyAssessed, {})
    const scored = rows.filter(({ allowed }) => allowed.includes('read-score'))
    if (scored.length === 1) throw new ElsewhereInstead(`/my/score/${scored[0]!.id}`)
    return {
      title: say.score,
      section: 'my',
      body:
        scored.length === 0 ? (
          <p className="empty">{say.noScore}</p>
        ) : (
          <ul className="cards">
            {scored.map(({ id, title, branch }) => (
              <li key={id}>
                <a href={`/my/score/${id}`}>
                  {branch.name} · {title}
                </a>
              </li>
            ))}
          </ul>
        ),
    }
  },
}

/** A frozen score: the tree of indicators, or with `?item=` one of them down to clause, fact, evidence and arithmetic. */
export const scorePage: Page = {
  path: '/my/score/:assessed',
  async render(request) {
    const say = labelsIn(assessmentMessages, request.language)
    const score = await request.ask(assessmentContract.readScore, { assessed: request.params.assessed ?? '' })
    const item = score.indicators.find(({ code }) => code === request.query.get('item'))
    return {
      title: item ? `${item.code} ${item.name}` : `${say.score} · ${score.branch.name}`,
      section: 'my',
      body: item ? <Opened request={request} score={score} item={item} /> : <Tree request={request} score={score} />,
    }
  },
}

function Tree({ request, score }: { request: PageRequest; score: Score }) {
  const say = labelsIn(assessmentMessages, request.language)
  const here = (code: string) => `/my/score/${score.assessed}?item=${encodeURIComponent(code)}`
  if (!score.rated) return <p className="empty">{say.notRated}</p>
  return (
    <>
      <div className="card">
        <p className="meta">{score.title}</p>
        <p>
          {say.total} <b>{score.shown ?? '—'}</b> {score.level && <span className="tag">{score.level}</span>}
          {score.total !== score.shown && <span className="meta">{fill(say.full, { total: score.total ?? '—' })}</span>}
        </p>
        {score.selfTotal && (
          <p className="meta">
            {say.selfTotal} {score.selfTotal}
          </p>
        )}
        <Said lines={score.said} />
        {(score.levelSaid.length > 1 || score.open.length > 0) && <Said lines={score.levelSaid} />}
      </div>
      <Ruled request={request} score={score} />
      <ul className="cards">
        {score.indicators.map(({ code, parent, name, max, points, selfPoints, clauses }) => (
          <li key={code}>
            <b>
              {code} {name}
            </b>{' '}
            <span className="num">{points === null ? '—' : sayExact(points)}</span>{' '}
            <span className="meta">/ {max}</span>
            {parent !== null && selfPoints !== null && (
              <span className="meta">
                {' '}
                · {say.selfTotal} {selfPoints}
              </span>
            )}{' '}
            {clauses.length > 0 && <a href={here(code)}>{say.openItem}</a>}
          </li>
        ))}
      </ul>
      <Corrections request={request} score={score} />
    </>
  )
}

/** What waits for a ruling, and what was ruled. */
function Ruled({ request, score: { open, rulings } }: { request: PageRequest; score: Score }) {
  const say = labelsIn(assessmentMessages, request.language)
  if (open.length + rulings.length === 0) return null
  return (
    <section>
      <h2>{open.length > 0 ? say.questions : say.rulings}</h2>
      <ul className="cards">
        {open.map(({ about, code, text, question }) => (
          <li key={`${about} ${code}`}>
            <b>
              {say[about]} {code}
            </b>{' '}
            {text} <span className="tag">{question}</span>
          </li>
        ))}
        {rulings.map(({ about, code, decided, ground, at, counts, version }) => (
          <li key={version}>
            {say[about]} {code}：<b>{decided}</b>。{ground} <span className="meta">{at.slice(0, 10)}</span>{' '}
            {!counts && <span className="tag">{say.replacedRuling}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Opened({ request, score, item }: { request: PageRequest; score: Score; item: Item }) {
  const say = labelsIn(assessmentMessages, request.language)
  return (
    <>
      <p>
        <a href={`/my/score/${score.assessed}`}>{say.back}</a>
      </p>
      <div className="card">
        <p>
          <b>{item.points === null ? '—' : sayExact(item.points)}</b> / {item.max}
          {item.selfPoints && (
            <span className="meta">
              {' '}
              · {say.selfTotal} {item.selfPoints} {item.selfNote}
            </span>
          )}
        </p>
        <Said lines={item.said} />
      </div>
      {item.clauses.map((clause) => (
        <section key={clause.code} className="card">
          <h2>
            {say.clause} {clause.code}
          </h2>
          <p>{clause.text}</p>
          <Said lines={clause.said} />
          {clause.facts.map((fact) => (
            <Fact key={fact.key} request={request} fact={fact} />
          ))}
        </section>
      ))}
    </>
  )
}

function Fact({ request, fact }: { request: PageRequest; fact: FactShown }) {
  const say = labelsIn(assessmentMessages, request.language)
  return (
    <>
      <h3>
        {fact.name}：{fact.said}
      </h3>
      {fact.sources.length > 0 && (
        <details open={fact.sources.length <= 5}>
          <summary>
            {say.evidence} {fact.sources.length}
          </summary>
          <ul>
            {fact.sources.map(({ kind, id, text, person }) => (
              <li key={`${kind} ${id}`}>
                {kind === 'rating' && <b>{person ? `${id}（${person}）` : id} </b>}
                {kind === 'record' && fact.key !== 'building.adopted' ? <a href={`/my/records/${id}`}>{text}</a> : text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Said({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="meta">
          {line}
        </p>
      ))}
    </>
  )
}

function Corrections({ request, score }: { request: PageRequest; score: Score }) {
  const say = labelsIn(assessmentMessages, request.language)
  if (score.corrections.length === 0) return null
  return (
    <section>
      <h2>{say.corrections}</h2>
      <ul className="cards">
        {score.corrections.map(({ id, name, before, after, reason, document, version }) => (
          <li key={id}>
            {fill(say.correctionSaid, { name, before, after, reason, document })}
            {version !== null && <span className="tag">{fill(say.approved, { version })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
