import type { OutputOf } from '#basics/contract.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { sayInstant } from '#web/days.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { Mark, Part } from '#web/Screen.tsx'
import type { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { gateMessages, sayAnswers } from '../messages-gate.ts'
import { Passage } from '../pages/Passage.tsx'
import { type Field, fields, passageLabels } from '../rules/texts.ts'

export type ShownTheme = OutputOf<typeof themeContract.readTheme>

export function Texts({ theme, without = [] }: { theme: ShownTheme; without?: readonly Field[] }) {
  const say = useSay(themeMessages)
  const language = useLanguage()
  return (
    <dl className="fields">
      {fields
        .filter((field) => !without.includes(field))
        .map((field) => (
          <div key={field}>
            <dt>{say[field]}</dt>
            <dd>
              <Passage
                label={passageLabels[field]}
                text={theme.texts[field] || '—'}
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

/** Near themes of other branches beside this one, shared words marked; never a step. */
export function Nearest({ rows, nearFrom }: { rows: ShownTheme['nearest']; nearFrom: number }) {
  const say = useSay(themeMessages)
  return (
    <Part title={say.nearest}>
      <p>
        {say.nearestHint} {say.nearFrom}
        {nearFrom}%
      </p>
      {rows.length === 0 && <p>{say.nearestNone}</p>}
      {rows.map((row) => (
        <div key={row.branch}>
          <h3>
            <Pieces pieces={row.name} /> {row.near && <Mark hot>{say.near}</Mark>}
          </h3>
          <p>
            {row.branch} · {row.percent}%
          </p>
          <p>{row.meaning ? <Pieces pieces={row.meaning} /> : say.undisclosed}</p>
        </div>
      ))}
    </Part>
  )
}

function Pieces({ pieces }: { pieces: { text: string; shared: boolean }[] }) {
  return (
    <>
      {pieces.map(({ text, shared }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
        shared ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  )
}

/** Where a theme goes: each stage with its posts, its days and who could review there today. */
export function Route({ theme }: { theme: ShownTheme }) {
  const gate = useSay(gateMessages)
  const posts = useSay(organisationMessages)
  if (theme.route.length === 0) return <>—</>
  return (
    <ol className="reasons">
      {theme.route.map((stage, at) => (
        <li key={`${stage.id} ${stage.posts.join()}`}>
          {at === theme.stage ? <b>{stage.name}</b> : stage.name} · {stage.posts.map((post) => posts[post]).join('/')}
          {stage.days !== null && ` · ${stage.days} ${gate.workingDays}`}
          {!stage.mayReject && ` · ${gate.passOrReturn}`}
          {theme.stage !== null && at >= theme.stage && ` · ${stage.reviewers.join('、') || gate.nobody}`}
        </li>
      ))}
    </ol>
  )
}

/** What a reviewer answered to the questions. */
function AnswersGiven({ answers }: { answers: ShownTheme['trail'][number]['answers'] }) {
  const language = useLanguage()
  return answers.length > 0 && <p className="screen-lead">{sayAnswers(answers, language)}</p>
}

/** 流转记录: who, in which post, when, with what words, after how many days. */
export function Trail({ theme }: { theme: ShownTheme }) {
  const say = useSay(themeMessages) as Record<string, string>
  const posts = useSay(organisationMessages) as Record<string, string>
  return (
    <Part title={say.trail!}>
      <ol>
        {theme.trail.map((step) => (
          <li key={step.at + step.step}>
            <b>{say[`step.${step.step}`]}</b> {step.by} · {step.organisation}
            {posts[step.post]} · {sayInstant(step.at)}
            {step.waitedDays > 0 && ` · ${say.waited} ${step.waitedDays} ${say.days}`}
            {step.comment && <p>{step.comment}</p>}
            <AnswersGiven answers={step.answers} />
          </li>
        ))}
      </ol>
    </Part>
  )
}
