import { useContext } from 'react'
import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { Form, Hidden, Refused, Submit, TextArea } from '#portal/form.tsx'
import { AskRefused, type Page, type PageRequest } from '#portal/page.ts'
import { questionnaireContract } from '../contract.ts'
import { questionnaireMessages } from '../messages.ts'
import { LONGEST_TEXT } from '../rules/answer.ts'

type Slip = OutputOf<typeof questionnaireContract.readSlip>

/** Where whoever holds a slip answers; nothing here asks who that is. */
export const answerPage: Page = {
  path: '/answer',
  async render(request) {
    const say = labelsIn(questionnaireMessages, request.language)
    const code = request.query.get('code')?.trim() ?? ''
    if (request.done) return { title: say.answerTitle, body: <Thanks request={request} /> }
    if (code === '') return { title: say.answerTitle, body: <AskCode request={request} code="" problem="" /> }
    const slip = await request.ask(questionnaireContract.readSlip, { code }).catch((error) => {
      if (error instanceof AskRefused && error.status !== 429) return error.message
      throw error
    })
    if (typeof slip === 'string')
      return { title: say.answerTitle, body: <AskCode request={request} code={code} problem={slip} /> }
    return { title: slip.title, body: <Sheet request={request} slip={slip} code={code} /> }
  },
}

function Thanks({ request }: { request: PageRequest }) {
  const say = labelsIn(questionnaireMessages, request.language)
  return (
    <div className="card">
      <p>
        <b>{say.taken}</b>
      </p>
      <p>{say.takenMore}</p>
    </div>
  )
}

function AskCode({ request, code, problem }: { request: PageRequest; code: string; problem: string }) {
  const say = labelsIn(questionnaireMessages, request.language)
  return (
    <div className="card">
      {problem && (
        <div className="problem" role="alert">
          <p>
            <b aria-hidden="true">⚠ </b>
            {problem}
          </p>
        </div>
      )}
      <form method="get" action="/answer">
        <div className="field">
          <label htmlFor="code">{say.code}</label>
          <p className="hint" id="code-hint">
            {say.codeHint}
          </p>
          <input
            id="code"
            name="code"
            defaultValue={code}
            required
            maxLength={32}
            autoComplete="off"
            autoCapitalize="characters"
            aria-describedby="code-hint"
          />
        </div>
        <Submit>{say.go}</Submit>
      </form>
    </div>
  )
}

function Sheet({ request, slip, code }: { request: PageRequest; slip: Slip; code: string }) {
  const { language } = request
  const say = labelsIn(questionnaireMessages, language)
  const halted = slip.used ? say.usedAlready : !slip.open ? say.isOver : !slip.allowed ? say.onPaper : null
  return (
    <>
      <section className="card">
        <p className="meta">
          {say.askedBy}：{slip.asker} · {say.until} {sayDay(slip.lastDay, language)}
        </p>
        {slip.purpose && <p>{slip.purpose}</p>}
        {halted ? (
          <p>
            <b>{halted}</b>
          </p>
        ) : (
          <p className="hint">{say.promise}</p>
        )}
      </section>
      {!halted && (
        <Form request={request} operation={questionnaireContract.answerSlip} then="/answer">
          <Hidden name="code" value={code} />
          {slip.questions.map((question, at) => (
            <section className="card" key={question.text}>
              <Hidden name={`answers.${at}.question`} value={String(at + 1)} />
              <Question at={at} question={question} />
            </section>
          ))}
          <Submit>{say.send}</Submit>
        </Form>
      )}
    </>
  )
}

function Question({ at, question }: { at: number; question: Slip['questions'][number] }) {
  const kept = useContext(Refused)?.values[`answers.${at}.chosen`] ?? []
  const title = `${at + 1}. ${question.text}`
  if (question.kind === 'text')
    return <TextArea name={`answers.${at}.text`} label={title} rows={3} maxLength={LONGEST_TEXT} />
  return (
    <fieldset className="field">
      <legend>{title}</legend>
      {question.options.map((option, place) => (
        <label key={option} className="choice">
          <input
            type={question.kind === 'one' ? 'radio' : 'checkbox'}
            name={`answers.${at}.chosen`}
            value={place + 1}
            defaultChecked={kept.includes(String(place + 1))}
          />{' '}
          {option}
        </label>
      ))}
    </fieldset>
  )
}
