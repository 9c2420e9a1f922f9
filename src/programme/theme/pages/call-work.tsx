import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import { Form, RadioField, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { PageRequest } from '#portal/page.ts'
import { Tick, TickList } from '#portal/ticks.tsx'
import { callContract } from '../contract-call.ts'
import { callMessages } from '../messages-call.ts'
import { uptakes } from '../rules/call.ts'
import type { ShownCall } from './call.tsx'

type Contribution = OutputOf<typeof callContract.listContributions>['rows'][number]

/** What was suggested, for the secretary: what is left to be settled, what is settled, and what came on paper. */
export async function contributions(request: PageRequest, call: ShownCall) {
  const say = labelsIn(callMessages, request.language)
  const cursor = request.query.get('after') ?? undefined
  const work = call.work!
  const left = await request.ask(callContract.listContributions, { call: call.id, state: 'left', cursor, limit: 20 })
  const settled = await request.ask(callContract.listContributions, { call: call.id, state: 'settled', limit: 50 })
  return (
    <>
      <section className="card">
        <h2>
          {say.contributions} {work.contributions} · {say.left} {work.left}
        </h2>
        {work.contributions === 0 && <p>{say.noContributions}</p>}
        {left.rows.length > 0 && <Settle request={request} call={call} rows={left.rows} />}
        {left.next && <a href={`/my/calls/${call.id}?${new URLSearchParams({ after: left.next })}`}>{say.more}</a>}
        {settled.rows.length > 0 && <Settled rows={settled.rows} language={request.language} />}
      </section>
      <Paper request={request} call={call} />
    </>
  )
}

function Settle({ request, call, rows }: { request: PageRequest; call: ShownCall; rows: Contribution[] }) {
  const say = labelsIn(callMessages, request.language)
  return (
    <Form request={request} operation={callContract.settleContributions} params={{ call: call.id }}>
      <TickList
        name="contributions"
        legend={say.choose}
        items={rows.map((row) => ({
          value: row.id,
          label: row.text,
          meta: <From row={row} language={request.language} />,
        }))}
      />
      <RadioField
        name="uptake"
        label={say.uptake}
        required
        options={uptakes.map((value) => ({ value, label: say[value] }))}
      />
      <TextField name="words" label={say.words} hint={say.wordsHint} maxLength={300} />
      <TextField name="reason" label={say.reason} maxLength={300} />
      <Tick name="withheld" label={say.withheld} />
      <Submit>{say.settle}</Submit>
    </Form>
  )
}

/** Who signed it, or that nobody did, or that it came on paper; and the day. */
function From({ row, language }: { row: Contribution; language: Language }) {
  const say = labelsIn(callMessages, language)
  return `${row.onPaper ? say.onPaper : (row.by ?? say.unnamed)} · ${row.givenOn}`
}

function Settled({ rows, language }: { rows: Contribution[]; language: Language }) {
  const say = labelsIn(callMessages, language)
  return (
    <details>
      <summary>
        {say.settled} {rows.length}
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {row.text}
            <p className="meta">
              <From row={row} language={language} /> · <b>{say[row.uptake!]}</b> {row.words} {row.reason}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Paper({ request, call }: { request: PageRequest; call: ShownCall }) {
  const say = labelsIn(callMessages, request.language)
  return (
    <details className="card" open={request.refused?.operation === request.nameOf(callContract.enterPaper)}>
      <summary>{say.paper}</summary>
      <Form request={request} operation={callContract.enterPaper} params={{ call: call.id }}>
        <TextArea name="lines" label={say.lines} rows={4} />
        <TextField
          name="uncopied"
          label={say.uncopied}
          inputMode="numeric"
          value={call.work!.uncopied ? String(call.work!.uncopied) : ''}
        />
        <Submit plain>{say.enter}</Submit>
      </Form>
    </details>
  )
}
