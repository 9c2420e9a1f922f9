import { sayDay } from '#basics/calendar.ts'
import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { PageRequest } from '#portal/page.ts'
import { yearlyContract } from '../contract-yearly.ts'
import { yearlyMessages } from '../messages-yearly.ts'
import type { ShownTheme } from './parts.tsx'

/** This year's question whether the theme still holds: one tap, with a sentence if one likes. */
export function Yearly({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  const { yearly } = theme
  if (!yearly) return null
  const say = labelsIn(yearlyMessages, request.language)
  const { standing, confirmation } = yearly
  return (
    <section className="card">
      <h2>
        {say.thisYear} {yearly.year}
      </h2>
      <p className="meta">
        <span className={standing === 'missing' ? 'tag hot' : 'tag'}>{say[standing]}</span>
        {standing === 'missing' && `${say.dueOn} ${sayDay(yearly.dueOn, request.language)}`}
        {yearly.late && ` · ${say.late}`}
        {confirmation && `${sayDay(confirmation.answeredOn, request.language)} ${confirmation.sentence}`}
      </p>
      {yearly.mayConfirm && (
        <>
          <p>{say.question}</p>
          <Form request={request} operation={yearlyContract.confirmTheme} params={{ theme: theme.id }}>
            <TextField name="sentence" label={say.sentence} hint={say.sentenceHint} maxLength={200} />
            <Submit>{say.confirm}</Submit>
          </Form>
        </>
      )}
    </section>
  )
}
