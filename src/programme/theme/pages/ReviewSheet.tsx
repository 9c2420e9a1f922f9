import { labelsIn } from '#basics/messages.ts'
import { Form, Hidden, RadioField, SelectField, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { PageRequest } from '#portal/page.ts'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { gateMessages } from '../messages-gate.ts'
import { phraseMessages } from '../messages-phrase.ts'
import { questions } from '../rules/questions.ts'
import type { ShownTheme } from './parts.tsx'

/** The sheet of a review on a phone: each question with what the branch wrote, then the decision. */
export function ReviewSheet({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  const say = labelsIn(gateMessages, request.language)
  const labels = labelsIn(themeMessages, request.language)
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: say[value] }))
  return (
    <section className="card">
      <h2>{labels.review}</h2>
      <Form
        request={request}
        operation={themeContract.reviewTheme}
        params={{ theme: theme.id }}
        then={`/my/work/${theme.id}`}
      >
        <Hidden name="stage" value={String(theme.stage)} />
        <p className="hint">{say.sheetHint}</p>
        {questions.map((question) => (
          <div key={question} className="sheet">
            <RadioField
              name={`answers.${question}.answer`}
              label={say[`question.${question}`]}
              hint={`${labels[question]}：${theme.texts[question] || say.notWritten}`}
              options={answers}
            />
            <details>
              <summary>{say.remark}</summary>
              <TextField
                name={`answers.${question}.remark`}
                label={`${say[`question.${question}`]}${say.remark}`}
                maxLength={200}
              />
            </details>
          </div>
        ))}
        <RadioField
          name="result"
          label={say.decision}
          required
          {...(!theme.results.includes('reject') && { hint: say.onlyReturn })}
          options={theme.results.map((value) => ({ value, label: labels[value] }))}
        />
        <PhraseField request={request} theme={theme} />
        <TextArea name="comment" label={labels.comment} hint={labels.commentHint} rows={3} maxLength={600} />
        <Submit>{labels.send}</Submit>
      </Form>
    </section>
  )
}

/** A common phrase to put before one's own words, chosen without any script. */
export function PhraseField({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  const say = labelsIn(phraseMessages, request.language)
  return (
    <SelectField
      name="phrase"
      label={say.chosen}
      hint={theme.at && <a href={`/my/phrases/${theme.at.id}`}>{say.keep}</a>}
      empty={say.choose}
      options={theme.phrases.map((phrase) => ({ value: phrase, label: phrase }))}
    />
  )
}
