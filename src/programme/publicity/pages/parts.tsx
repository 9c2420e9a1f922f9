import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import { buildingMessages } from '#programme/building/messages.ts'
import type { publicityContract } from '../contract.ts'
import { publicityMessages } from '../messages.ts'

export type ShownPublication = OutputOf<typeof publicityContract.readPublication>
type Row = OutputOf<typeof publicityContract.listPublications>['rows'][number]

/** A published one in a list of many branches, or below a heading of one branch's own. */
export function PublishedCard({ row, language, branch = true }: { row: Row; language: Language; branch?: boolean }) {
  const say = labelsIn(publicityMessages, language)
  const link = <a href={`/publications/${row.id}`}>{row.title}</a>
  return (
    <li>
      {branch ? <h2>{link}</h2> : <h3>{link}</h3>}
      <p className="meta">
        <span className="tag">{say[row.kind]}</span>
        {branch && `${row.branch.name} · `}
        {row.publishedOn && sayDay(row.publishedOn, language)}
      </p>
    </li>
  )
}

/** What it says, paragraph by paragraph, and the records it rests on. */
export function Words({ publication, language }: { publication: ShownPublication; language: Language }) {
  const say = labelsIn(publicityMessages, language)
  const kinds = labelsIn(buildingMessages, language)
  return (
    <>
      <div className="said">{publication.text}</div>
      <h2>{say.records}</h2>
      <ul>
        {publication.records.map(({ record, happenedOn, kind, sentence, now }) => (
          <li key={record}>
            {sentence}
            <p className="meta">
              {sayDay(happenedOn, language)} · {kinds[kind]}
              {now === 'corrected' && <b> · {say.corrected}</b>}
              {now === 'withdrawn' && <b> · {say.recordWithdrawn}</b>}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the branch stated about names, with each consent, for those who write, check and approve it. */
export function Consent({ publication, language }: { publication: ShownPublication; language: Language }) {
  const say = labelsIn(publicityMessages, language)
  const { consent } = publication
  if (!consent) return null
  return (
    <section className="card">
      <h2>{say.names}</h2>
      <p>{say[consent.names]}</p>
      {consent.people.length > 0 && (
        <ul>
          {consent.people.map(({ name, consentedOn, way }) => (
            <li key={name}>
              <b>{name}</b> · {sayDay(consentedOn, language)} · {say[way]}
            </li>
          ))}
        </ul>
      )}
      {consent.unstated.length > 0 && (
        <div className="problem">
          <p>
            {say.unstated}
            <b>{consent.unstated.join('、')}</b>
          </p>
        </div>
      )}
    </section>
  )
}

export function Trail({ publication, language }: { publication: ShownPublication; language: Language }) {
  const say = labelsIn(publicityMessages, language) as Record<string, string>
  if (publication.trail.length === 0) return null
  return (
    <details>
      <summary>{say.trail}</summary>
      <ol>
        {publication.trail.map(({ step, by, at, comment }) => (
          <li key={at + step}>
            <b>{say[`step.${step}`]}</b> {by} <span className="meta">{at.slice(0, 10)}</span>
            {comment && <p>{comment}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
