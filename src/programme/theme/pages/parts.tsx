import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import type { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { gateMessages, sayAnswers } from '../messages-gate.ts'
import { type Field, fields, passageLabels } from '../rules/texts.ts'
import { Passage } from './Passage.tsx'

export type ShownTheme = OutputOf<typeof themeContract.readTheme>
type Piece = { text: string; shared: boolean }

export function Texts({
  theme,
  language,
  without = [],
}: {
  theme: ShownTheme
  language: Language
  without?: readonly Field[]
}) {
  const say = labelsIn(themeMessages, language)
  return (
    <dl>
      {fields
        .filter((field) => theme.texts[field] !== '' && !without.includes(field))
        .map((field) => (
          <div key={field}>
            <dt>{say[field]}</dt>
            <dd>
              <Passage
                label={passageLabels[field]}
                text={theme.texts[field]}
                changed={theme.changed}
                notice={theme.notice?.id}
                language={language}
              />
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** Near themes of other branches, shared words marked. For information only. */
export function Nearest({ theme, language }: { theme: ShownTheme; language: Language }) {
  const say = labelsIn(themeMessages, language)
  return (
    <details className="card" open={theme.nearest.some(({ near }) => near)}>
      <summary>
        <b>
          {say.nearest} {theme.nearest.length}
        </b>
      </summary>
      <p className="hint">
        {say.nearestHint} {say.nearFrom}
        {theme.nearFrom}%
      </p>
      {theme.nearest.length === 0 && <p>{say.nearestNone}</p>}
      {theme.nearest.map((near) => (
        <div key={near.branch}>
          <p>
            <b>
              <Pieces pieces={near.name} />
            </b>
          </p>
          <p className="meta">
            {near.branch} · {near.percent}% {near.near && <span className="tag hot">{say.near}</span>}
          </p>
          {near.meaning ? (
            <p>
              <Pieces pieces={near.meaning} />
            </p>
          ) : (
            <p className="meta">{say.undisclosed}</p>
          )}
        </div>
      ))}
    </details>
  )
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, shared }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
    shared ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  )
}

/** Who did what, when, in which post, with what words, after how many days. */
export function Trail({ theme, language }: { theme: ShownTheme; language: Language }) {
  const say = labelsIn(themeMessages, language) as Record<string, string>
  const posts = labelsIn(organisationMessages, language) as Record<string, string>
  return (
    <details className="card">
      <summary>
        <b>{say.trail}</b>
      </summary>
      <ol>
        {theme.trail.map((step) => (
          <li key={step.at + step.step}>
            <b>{say[`step.${step.step}`]}</b> {step.by}（{step.organisation}
            {posts[step.post]}）
            <span className="meta">
              {' '}
              {step.at.slice(0, 10)} {step.at.slice(11, 16)}
              {step.waitedDays > 0 && ` · ${say.waited} ${step.waitedDays} ${say.days}`}
            </span>
            {step.comment && <p>{step.comment}</p>}
            {step.answers.length > 0 && <p className="hint">{sayAnswers(step.answers, language)}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Name, state and where it waits. */
export function Standing({ theme, language }: { theme: ShownTheme; language: Language }) {
  const say = labelsIn(themeMessages, language)
  const gate = labelsIn(gateMessages, language)
  return (
    <p className="meta">
      <span className="tag">{say[theme.state]}</span>
      {theme.at && `${say.at}：${theme.at.name} · ${say.waited} ${theme.waitedDays} ${say.days}`}
      {theme.dueOn && ` · ${theme.late ? gate.late : gate.by} ${theme.dueOn}`}
      {theme.nobody && <b> {gate.nobody}</b>}
      {theme.notice && ` ${say.lastDay}：${theme.notice.lastDay} 24:00`}
      {theme.effectiveOn && ` ${say.effectiveOn} ${theme.effectiveOn}`}
    </p>
  )
}
