import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { callContract } from '../contract-call.ts'
import { callMessages } from '../messages-call.ts'
import { contributions } from './call-work.tsx'

export type ShownCall = OutputOf<typeof callContract.readCall>

/** One call: members and staff suggest, the secretary settles, everybody of the branch reads what became of it. */
export const callPage: Page = {
  path: '/my/calls/:call',
  async render(request) {
    const { language } = request
    const say = labelsIn(callMessages, language)
    const call = await request.ask(callContract.readCall, { call: request.params.call! })
    const may = (verb: ShownCall['allowed'][number]) => call.allowed.includes(verb)
    return {
      title: say.call,
      section: 'my',
      body: (
        <>
          <section className="card">
            <p className="meta">
              <span className={call.state === 'open' ? 'tag hot' : 'tag'}>{say[call.state]}</span>
              {call.branch.name} · {say.until} {sayDay(call.lastDay, language)} 24:00
            </p>
            <p>
              <b>{call.question}</b>
            </p>
            {call.dropReason && (
              <p>
                {say.dropped}：{call.dropReason}
              </p>
            )}
          </section>
          {may('contribute') && <Contribute request={request} call={call} />}
          {call.digest && <CallDigest call={call} language={language} />}
          {call.work && call.state !== 'adopted' && call.state !== 'dropped' && (
            <>
              {await contributions(request, call)}
              <Meeting request={request} call={call} />
              {may('drop') && <Drop request={request} call={call} />}
            </>
          )}
        </>
      ),
    }
  },
}

function Contribute({ request, call }: { request: PageRequest; call: ShownCall }) {
  const say = labelsIn(callMessages, request.language)
  const named = request.query.get('named') === '1'
  const path = `/my/calls/${call.id}`
  return (
    <section className="card">
      <h2>{say.mine}</h2>
      <p className="hint">{named ? say.signedHint : say.unnamedHint}</p>
      <Form
        request={request}
        operation={named ? callContract.signContribution : callContract.contribute}
        params={{ call: call.id }}
        then={path}
      >
        <TextArea name="text" label={say.mine} required rows={3} maxLength={600} />
        <Submit>{named ? say.sendSigned : say.sendUnnamed}</Submit>
        <a href={named ? path : `${path}?named=1`}>{named ? say.sendUnnamed : say.sendSigned}</a>
      </Form>
    </section>
  )
}

/** What became of the suggestions, and the meeting; never who. */
export function CallDigest({ call, language }: { call: Pick<ShownCall, 'digest' | 'meeting'>; language: Language }) {
  const say = labelsIn(callMessages, language)
  const { digest, meeting } = call
  if (!digest) return null
  return (
    <section className="card">
      <h2>{say.summary}</h2>
      <p>
        {say.suggestions} {digest.suggestions} {say.pieces}
        {digest.onPaper > 0 && `，${say.ofWhichPaper} ${digest.onPaper} ${say.pieces}`}
      </p>
      {meeting && (
        <p>
          {say.meeting} {sayDay(meeting.meetingOn, language)} · {say.present} {meeting.present} · {say.inFavour}{' '}
          {meeting.inFavour}
        </p>
      )}
      {digest.answers.map(({ uptake, words, reason, count, texts }) => (
        <div key={`${uptake} ${words} ${reason}`}>
          <h3>
            {say[uptake]}
            {count > 1 && ` · ${count} ${say.pieces}`}
          </h3>
          {texts.length > 0 && (
            <ul>
              {texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          {words && (
            <p>
              {say.words}：<ins>{words}</ins>
            </p>
          )}
          {reason && (
            <p>
              {say.reason}：{reason}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

function Meeting({ request, call }: { request: PageRequest; call: ShownCall }) {
  const say = labelsIn(callMessages, request.language)
  if (!call.allowed.includes('adopt'))
    return (
      <section className="card">
        <h2>{say.meeting}</h2>
        <p className="hint">{say.adoptWhen}</p>
      </section>
    )
  return (
    <section className="card">
      <h2>{say.meeting}</h2>
      <Form request={request} operation={callContract.adoptCall} params={{ call: call.id }}>
        <TextField name="meetingOn" label={say.meetingOn} type="date" required />
        <TextField name="present" label={say.present} inputMode="numeric" required />
        <TextField name="inFavour" label={say.inFavour} inputMode="numeric" required />
        <Submit>{say.adopt}</Submit>
      </Form>
    </section>
  )
}

function Drop({ request, call }: { request: PageRequest; call: ShownCall }) {
  const say = labelsIn(callMessages, request.language)
  return (
    <details className="card" open={request.refused?.operation === request.nameOf(callContract.dropCall)}>
      <summary>{say.drop}</summary>
      <Form request={request} operation={callContract.dropCall} params={{ call: call.id }}>
        <TextField name="dropReason" label={say.dropReason} required maxLength={300} />
        <Submit plain>{say.drop}</Submit>
      </Form>
    </details>
  )
}
