import { labelsIn } from '#basics/messages.ts'
import { Form, Hidden, Submit } from '#portal/form.tsx'
import type { Page } from '#portal/page.ts'
import { demoContract } from '../demo/contract.ts'
import { demoMessages } from '../demo/messages.ts'

/** Who can be signed in as in the demo, one click each. */
export const demoPage: Page = {
  path: '/demo',
  async render(request) {
    const { language } = request
    const say = labelsIn(demoMessages, language)
    const { note, anchor, rows } = await request.ask(demoContract.listNamedPeople, {})
    return {
      title: say.title,
      body: (
        <>
          <p>{say.choose}</p>
          <p className="hint">
            {note[language]}
            <br />
            {say.day}: {anchor}
          </p>
          <ul className="cards two">
            {rows.map((person) => (
              <li key={person.key}>
                <h2>{person.name}</h2>
                <p>{person.for[language]}</p>
                <p className="meta">{person.organisation}</p>
                {person.signsIn ? (
                  <Form request={request} operation={demoContract.signInAs} then={person.start}>
                    <Hidden name="key" value={person.key} />
                    <Submit>{say.signIn.replace('{name}', person.name)}</Submit>
                  </Form>
                ) : (
                  <a className="button" href={person.start}>
                    {say.lookAround}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      ),
    }
  },
}
