import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { sayExact } from '#basics/exact.ts'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'
import { FactFields, typedFrom, typedValue } from './FactFields.tsx'
import { ScoreQuestions } from './Questions.tsx'

type Score = OutputOf<typeof assessmentContract.readScore>
type Item = Score['indicators'][number]
type Fact = Score['gates'][number]['facts'][number]

/** A frozen score in full: every indicator opens to clause, arithmetic, fact and evidence. */
export function ScorePage() {
  const say = useSay(assessmentMessages)
  const read = useRead(assessmentContract.readScore, { assessed: useParam('assessed') })
  return (
    <Shown read={read}>
      {(score) => (
        <Screen
          title={score.branch.name}
          lead={score.rated ? <Mark hot={!score.level}>{score.level ?? say.toRule}</Mark> : say.notRated}
          actions={<DeskLink to={`/assessments/${score.assessment}`}>{say.toAssessment}</DeskLink>}
        >
          <FieldList
            fields={[
              { label: say.total, value: score.shown },
              ...(score.total !== score.shown && score.total
                ? [{ label: '', value: fill(say.full, { total: score.total }) }]
                : []),
              { label: say.selfTotal, value: score.selfTotal },
              { label: say.sheet, value: <DeskLink to={`/sheets/${score.sheet.id}`}>{score.title}</DeskLink> },
              { label: say.frozenAt, value: sayInstant(score.frozenAt) },
              { label: say.version, value: score.version },
              ...(score.levelSaid.length > 1 || score.open.length > 0
                ? [{ label: say.level, value: score.levelSaid.join('\n') }]
                : []),
              ...(score.said.length > 0 ? [{ label: say.arithmetic, value: score.said.join('\n') }] : []),
            ]}
          />
          <ScoreQuestions score={score} />
          {score.corrections.length > 0 && <Corrections score={score} />}
          {score.indicators
            .filter(({ parent }) => parent === null)
            .map((section) => (
              <Section key={section.code} score={score} section={section} />
            ))}
          <Part title={say.gates}>
            {score.gates.map(({ code, text, facts }) => (
              <Clause key={code} score={score} code={code} text={text} said={[]} facts={facts} />
            ))}
          </Part>
        </Screen>
      )}
    </Shown>
  )
}

/** A section with its indicators; one that has clauses of its own and no indicators opens itself. */
function Section({ score, section }: { score: Score; section: Item }) {
  const own = score.indicators.filter((item) => item !== section && sectionOf(score, item) === section)
  return (
    <Part title={`${section.code} ${section.name}`} actions={<Points item={section} />}>
      {own.length > 0 && <Said lines={section.said} />}
      {(own.length > 0 ? own : [section]).map((item) => (
        <details key={item.code} className="item">
          <summary>
            {item.code} {item.name}：<Points item={item} />
          </summary>
          <Said lines={item.said} />
          {item.clauses.map((clause) => (
            <Clause key={clause.code} score={score} {...clause} />
          ))}
        </details>
      ))}
    </Part>
  )
}

function sectionOf({ indicators }: Score, item: Item): Item {
  const above = indicators.find(({ code }) => code === item.parent)
  return above ? sectionOf({ indicators } as Score, above) : item
}

function Points({ item }: { item: Item }) {
  const say = useSay(assessmentMessages)
  return (
    <span>
      <b>{item.points === null ? '—' : sayExact(item.points)}</b> / {item.max}
      {item.selfPoints !== null && `（${say.selfTotal} ${item.selfPoints}）`}
    </span>
  )
}

type ClauseParts = Pick<Item['clauses'][number], 'code' | 'text' | 'said' | 'facts'>

function Clause({ score, code, text, said, facts }: ClauseParts & { score: Score }) {
  return (
    <div className="clause">
      <h3>
        {code} {text}
      </h3>
      <Said lines={said} />
      {facts.map((fact) => (
        <FactLine key={fact.key} score={score} fact={fact} />
      ))}
    </div>
  )
}

function FactLine({ score, fact }: { score: Score; fact: Fact }) {
  const say = useSay(assessmentMessages)
  return (
    <div className="fact">
      <p>
        {fact.name}：<b>{fact.said}</b> <Correct score={score} fact={fact} />
      </p>
      <ul className="reasons">
        {fact.sources.map(({ kind, id, text, person }) => (
          <li key={`${kind} ${id}`}>
            {kind === 'rating' ? `${id}${person ? `（${person}）` : ''}：` : ''}
            {text}
          </li>
        ))}
        <li>
          {say.hash} <code>{fact.hash}</code>
        </li>
      </ul>
    </div>
  )
}

/** Facts that others give (marks, votes) are not corrected. */
function Correct({ score, fact }: { score: Score; fact: Fact }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const { form } = fact
  if (!score.allowed.includes('correct') || !form) return null
  return (
    <FormButton
      label={say.correct}
      title={`${say.correct} · ${fact.name}`}
      small
      operation={assessmentContract.proposeCorrection}
      params={{ assessed: score.assessed }}
      initial={typedFrom(form, fact.value)}
      toInput={({ document, reason, ...typed }) => ({
        fact: fact.key,
        value: typedValue(form, String(fact.value.shape), typed),
        document,
        reason,
      })}
    >
      <FactFields form={form} />
      <Form.Item name="document" label={say.document} rules={must}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="reason" label={say.reason} rules={must}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormButton>
  )
}

function Corrections({ score }: { score: Score }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  return (
    <Part title={say.corrections}>
      <ul className="reasons">
        {score.corrections.map(({ id, state, version, refusal, proposedBy, decidedBy, allowed, ...correction }) => (
          <li key={id}>
            {fill(say.correctionSaid, {
              name: correction.name,
              before: correction.before,
              after: correction.after,
              reason: correction.reason,
              document: correction.document,
            })}{' '}
            {[proposedBy, decidedBy].filter(Boolean).join('、')}{' '}
            <Mark hot={state === 'open'}>
              {state === 'approved'
                ? fill(say.approved, { version: version ?? '' })
                : say[state === 'open' ? 'waiting' : state]}
            </Mark>{' '}
            {refusal}{' '}
            {allowed.includes('approve') && (
              <ActionButton
                operation={assessmentContract.approveCorrection}
                input={{ correction: id }}
                confirm={say.approveSure}
                small
              >
                {say.approve}
              </ActionButton>
            )}{' '}
            {allowed.includes('refuse') && (
              <FormButton
                label={say.refuse}
                small
                operation={assessmentContract.refuseCorrection}
                params={{ correction: id }}
              >
                <Form.Item name="reason" label={say.reason} rules={must}>
                  <Input maxLength={500} />
                </Form.Item>
              </FormButton>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Said({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and lines never move
        <p key={at}>{line}</p>
      ))}
    </>
  )
}
