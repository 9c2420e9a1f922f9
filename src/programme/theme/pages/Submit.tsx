import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { PageRequest } from '#portal/page.ts'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { callMessages } from '../messages-call.ts'
import type { ShownTheme } from './parts.tsx'

export type Calls = OutputOf<typeof themeContract.readMyTheme>['calls']

/** Hands the theme in. How members took part is known from a call, or told of paper; never both. */
export function SubmitForm({ request, theme, calls }: { request: PageRequest; theme: ShownTheme; calls: Calls }) {
  const say = { ...labelsIn(themeMessages, request.language), ...labelsIn(callMessages, request.language) }
  if (calls.open !== null)
    return (
      <section className="card">
        <p>{say.openCallFirst}</p>
        <a className="button" href={`/my/calls/${calls.open}`}>
          {say.goCall}
        </a>
      </section>
    )
  return (
    <section className="card">
      <Form request={request} operation={themeContract.submitTheme} params={{ theme: theme.id }}>
        {calls.adopted === null ? (
          <OnPaper request={request} adoption={theme.adoption} />
        ) : (
          <p>
            {say.fromCall} <a href={`/my/calls/${calls.adopted}`}>{say.seeCall}</a>
          </p>
        )}
        <Submit>{say.submit}</Submit>
      </Form>
    </section>
  )
}

function OnPaper({ request, adoption }: { request: PageRequest; adoption: ShownTheme['adoption'] }) {
  const say = labelsIn(themeMessages, request.language)
  return (
    <details open={adoption !== null}>
      <summary>{say.adoption}</summary>
      <TextField
        name="adoption.suggestions"
        label={say.suggestions}
        inputMode="numeric"
        value={adoption?.suggestions.toString()}
      />
      <TextArea name="adoption.takenUp" label={say.takenUp} rows={2} maxLength={600} value={adoption?.takenUp} />
      <TextField name="adoption.meetingOn" label={say.meetingOn} type="date" value={adoption?.meetingOn} />
      <TextField name="adoption.present" label={say.present} inputMode="numeric" value={adoption?.present.toString()} />
      <TextField
        name="adoption.inFavour"
        label={say.inFavour}
        inputMode="numeric"
        value={adoption?.inFavour?.toString()}
      />
    </details>
  )
}
