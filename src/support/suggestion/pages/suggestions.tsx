import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { Page } from '#portal/page.ts'
import { suggestionContract } from '../contract.ts'
import { suggestionMessages } from '../messages.ts'

/** Where anybody complains or suggests something, signed in or not. */
export const suggestionsPage: Page = {
  path: '/suggestions',
  async render(request) {
    const say = labelsIn(suggestionMessages, request.language)
    return {
      title: say.title,
      body: (
        <div className="card">
          <p>{say.lead}</p>
          <Form request={request} operation={suggestionContract.giveSuggestion} then="/suggestions/{id}">
            <TextArea name="text" label={say.text} required rows={6} maxLength={1000} />
            <TextField name="contact" label={say.contact} hint={say.contactHint} maxLength={60} />
            <Submit>{say.give}</Submit>
          </Form>
        </div>
      ),
    }
  },
}

/** The receipt: what was said, and the answer once there is one. */
export const suggestionPage: Page = {
  path: '/suggestions/:suggestion',
  async render(request) {
    const say = labelsIn(suggestionMessages, request.language)
    const id = request.params.suggestion ?? ''
    const { text, givenOn, answer, answeredOn } = await request.ask(suggestionContract.readSuggestion, {
      suggestion: id,
    })
    return {
      title: say.given,
      body: (
        <div className="card">
          <p>{say.keepAddress}</p>
          <dl>
            <dt>{say.text}</dt>
            <dd>{text}</dd>
            <dt>{say.givenOn}</dt>
            <dd>{givenOn}</dd>
            <dt>{say.answer}</dt>
            <dd>{answer ?? say.noAnswer}</dd>
            {answeredOn && (
              <>
                <dt>{say.answeredOn}</dt>
                <dd>{answeredOn}</dd>
              </>
            )}
          </dl>
        </div>
      ),
    }
  },
}
