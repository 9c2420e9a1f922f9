import { Form, InputNumber } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import { Mark, Part } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

type View = OutputOf<typeof assessmentContract.readAssessed>
type Ballot = View['surveys'][number]

/** Surveys and ballots on paper: each count typed in by one person and again by another. */
export function Ballots({ view }: { view: View }) {
  const say = useSay(assessmentMessages)
  const several = new Set(view.surveys.map(({ fact }) => fact)).size > 1
  return (
    <Part title={say.surveys}>
      <ul className="reasons">
        {view.surveys.map((ballot) => (
          <li key={`${ballot.fact} ${ballot.voters}`}>
            {several && `${ballot.name} · `}
            {ballot.voters} ·{' '}
            <Mark hot={ballot.state === 'to-enter' || ballot.state === 'entered'}>{say[ballot.state]}</Mark>{' '}
            {ballot.heldOn} {ballot.enteredBy} <Counted ballot={ballot} />{' '}
            {ballot.allowed.includes('enter') && <Enter assessed={view.id} ballot={ballot} again={false} />}{' '}
            {ballot.allowed.includes('confirm') && <Enter assessed={view.id} ballot={ballot} again />}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Counted({ ballot: { eligible, valid, satisfied, votes } }: { ballot: Ballot }) {
  const say = useSay(assessmentMessages)
  if (valid === null) return null
  const by = votes
    ? votes.map(({ option, count }) => `${option} ${count}`).join(' · ')
    : `${say.satisfied} ${satisfied}`
  return <>{`${say.eligible} ${eligible} · ${say.valid} ${valid} · ${by}`}</>
}

function Enter({ assessed, ballot, again }: { assessed: string; ballot: Ballot; again: boolean }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const { fact, voters, options } = ballot
  const byOption = options.length > 0
  const first = byOption ? assessmentContract.enterVotes : assessmentContract.enterSurvey
  const second = byOption ? assessmentContract.confirmVotes : assessmentContract.confirmSurvey
  const number = (name: string | (string | number)[], label: string) => (
    <Form.Item key={label} name={name} label={label} rules={must}>
      <InputNumber min={0} max={100000} precision={0} />
    </Form.Item>
  )
  return (
    <FormButton
      label={again ? say.recount : say.enter}
      small
      operation={again ? second : first}
      params={{ assessed }}
      toInput={({ counts, ...typed }) => ({
        ...typed,
        fact,
        voters,
        ...(byOption && { votes: options.map((option, at) => ({ option, count: (counts as number[])[at] })) }),
      })}
    >
      {again && <p>{say.recountHint}</p>}
      {number('eligible', say.eligible)}
      {byOption
        ? options.map((option, at) => number(['counts', at], option))
        : (['valid', 'satisfied'] as const).map((name) => number(name, say[name]))}
      {!again && (
        <Form.Item name="heldOn" label={say.heldOn} rules={must}>
          <DayInput />
        </Form.Item>
      )}
    </FormButton>
  )
}
