import { labelsIn } from '#basics/messages.ts'
import { Form, RadioField, Submit, TextArea } from '#portal/form.tsx'
import type { PageRequest } from '#portal/page.ts'
import { noticeMessages } from '#programme/notice/messages.ts'
import { Compared } from '#programme/notice/pages/Compared.tsx'
import { revisionContract } from '../contract-revision.ts'
import { revisionMessages } from '../messages-revision.ts'
import { revisionKinds } from '../rules/revision.ts'
import { MarkChange } from './MarkChange.tsx'
import type { ShownTheme } from './parts.tsx'

/** What a revision is to replace, why, and both texts. */
export function Revision({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  const { revision } = theme
  if (!revision) return null
  const say = labelsIn(revisionMessages, request.language)
  return (
    <section className="card">
      <h2>{say.replaces}</h2>
      <p>
        <span className="tag">{say[revision.kind]}</span>
        <b>{say.reason}</b>：{revision.reason}
      </p>
      <Compared passages={revision.passages} say={labelsIn(noticeMessages, request.language)} />
      <MarkChange theme={theme} language={request.language} />
      {theme.allowed.includes('change') && (
        <details>
          <summary>{say.explain}</summary>
          <Form request={request} operation={revisionContract.explainRevision} params={{ theme: theme.id }}>
            <ReasonFields request={request} revision={revision} />
            <Submit plain>{say.explain}</Submit>
          </Form>
        </details>
      )}
    </section>
  )
}

/** Begins a revision of the theme in force: how far it goes, and why. */
export function Revise({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  const say = labelsIn(revisionMessages, request.language)
  const refused = request.refused?.operation === request.nameOf(revisionContract.reviseTheme)
  return (
    <details className="card" open={refused}>
      <summary>
        <b>{say.revise}</b>
      </summary>
      <p className="hint">{say.reviseHint}</p>
      <Form request={request} operation={revisionContract.reviseTheme} params={{ theme: theme.id }}>
        <ReasonFields request={request} />
        <Submit>{say.begin}</Submit>
      </Form>
    </details>
  )
}

/** Gives up what is drafted or came back, after reading what that means. */
export function Abandon({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  if (!theme.allowed.includes('abandon')) return null
  const say = labelsIn(revisionMessages, request.language)
  return (
    <details className="card">
      <summary>{say.abandon}</summary>
      <p>{say.abandonSure}</p>
      <Form request={request} operation={revisionContract.abandonTheme} params={{ theme: theme.id }}>
        <Submit plain>{say.abandon}</Submit>
      </Form>
    </details>
  )
}

function ReasonFields({ request, revision }: { request: PageRequest; revision?: ShownTheme['revision'] }) {
  const say = labelsIn(revisionMessages, request.language)
  return (
    <>
      <RadioField
        name="kind"
        label={say.kind}
        required
        value={revision?.kind}
        options={revisionKinds.map((value) => ({ value, label: say[value], hint: say[`${value}Hint`] }))}
      />
      <TextArea
        name="reason"
        label={say.reason}
        hint={say.reasonHint}
        required
        rows={3}
        maxLength={600}
        value={revision?.reason}
      />
    </>
  )
}
