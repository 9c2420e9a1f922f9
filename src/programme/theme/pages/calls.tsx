import { addDays, type Day, sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextArea, TextField } from '#portal/form.tsx'
import { ElsewhereInstead, type Page, type PageRequest } from '#portal/page.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { callContract } from '../contract-call.ts'
import { callMessages } from '../messages-call.ts'

type Row = OutputOf<typeof callContract.listCalls>['rows'][number]

/** Two weeks are the usual time to think. */
const USUAL_DAYS = 14

/** The calls of one's own branch; its secretary opens one here. */
export const callsPage: Page = {
  path: '/my/calls',
  async render(request) {
    const { me } = request
    if (!me) throw new ElsewhereInstead(`/sign-in?then=${encodeURIComponent(request.here)}`)
    const say = labelsIn(callMessages, request.language)
    const cursor = request.query.get('after') ?? undefined
    const { rows, next } = await request.ask(callContract.listCalls, { cursor, limit: 20 })
    const { cycle, today } = await request.ask(cycleContract.readRunningCycle, {})
    const working = new Set(
      rows.filter(({ state }) => state === 'open' || state === 'over').map(({ branch }) => branch.id),
    )
    const secretaryOf = me.posts.filter(
      ({ post, organisation, organisationKind }) =>
        post === 'secretary' && organisationKind === 'branch' && !working.has(organisation),
    )
    return {
      title: say.calls,
      section: 'my',
      body: (
        <>
          <p className="hint">{say.callHint}</p>
          {rows.length === 0 && <p className="empty">{say.noCalls}</p>}
          <CallCards rows={rows} language={request.language} />
          {next && (
            <p>
              <a href={`/my/calls?${new URLSearchParams({ after: next })}`}>{say.more}</a>
            </p>
          )}
          {cycle &&
            secretaryOf.map((branch) => (
              <OpenCall key={branch.organisation} request={request} branch={branch} today={today} />
            ))}
        </>
      ),
    }
  },
}

function OpenCall({
  request,
  branch,
  today,
}: {
  request: PageRequest
  branch: { organisation: string; organisationName: string }
  today: Day
}) {
  const say = labelsIn(callMessages, request.language)
  return (
    <section className="card">
      <h2>
        {say.openCall} · {branch.organisationName}
      </h2>
      <Form
        request={request}
        operation={callContract.openCall}
        params={{ organisation: branch.organisation }}
        then="/my/calls/{id}"
      >
        <TextArea
          name="question"
          label={say.question}
          hint={say.questionHint}
          required
          rows={3}
          maxLength={600}
          value={say.usualQuestion}
        />
        <TextField name="lastDay" label={say.lastDay} type="date" required value={addDays(today, USUAL_DAYS)} />
        <Submit>{say.openCall}</Submit>
      </Form>
    </section>
  )
}

/** Calls as cards, each with its state and last day. */
export function CallCards({ rows, language }: { rows: Row[]; language: Language }) {
  const say = labelsIn(callMessages, language)
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id}>
          <h2>
            <a href={`/my/calls/${row.id}`}>{row.question}</a>
          </h2>
          <p className="meta">{row.branch.name}</p>
          <p className="meta">
            <span className={row.state === 'open' ? 'tag hot' : 'tag'}>{say[row.state]}</span>
            {say.until} {sayDay(row.lastDay, language)}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** For the start page: calls on which the person may still speak, or has something to settle. */
export async function callsAtWork(request: PageRequest) {
  const say = labelsIn(callMessages, request.language)
  const { rows } = await request.ask(callContract.listCalls, { limit: 20 })
  const secretaryOf = new Set(
    (request.me?.posts ?? []).filter(({ post }) => post === 'secretary').map(({ organisation }) => organisation),
  )
  const waiting = rows.filter(
    ({ state, branch }) => state === 'open' || (state === 'over' && secretaryOf.has(branch.id)),
  )
  if (waiting.length === 0) return null
  return (
    <section>
      <h2>{say.calls}</h2>
      <CallCards rows={waiting} language={request.language} />
    </section>
  )
}
