import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { Page } from '#portal/page.ts'
import { organisationContract } from '../contract.ts'
import { organisationMessages } from '../messages.ts'

/** The first visit: the code of the terminal makes the root organisation and the three administrators. */
export const setUpPage: Page = {
  path: '/set-up',
  async render(request) {
    const say = labelsIn(organisationMessages, request.language)
    const made = request.answerOf(organisationContract.setUp)
    if (made) {
      return {
        title: say.setUpDone,
        body: (
          <>
            <p>{say.setUpCodes}</p>
            <ul className="cards">
              {made.codes.map(({ name, staffNo, code }, index) => (
                <li key={staffNo}>
                  <h2>
                    {name} · {say[administratorPosts[index] ?? 'system-admin']}
                  </h2>
                  <p className="meta">
                    {say.staffNo} {staffNo}
                  </p>
                  <p>
                    <code>{code}</code>
                  </p>
                </li>
              ))}
            </ul>
            <a className="button" href="/activate">
              {say.goActivate}
            </a>
          </>
        ),
      }
    }
    const { open } = await request.ask(organisationContract.readSetUp, {})
    if (!open)
      return {
        title: say.setUp,
        body: <p className="empty">{organisationMessages.refusals['organisation.already-set-up'][request.language]}</p>,
      }
    return {
      title: say.setUp,
      body: (
        <div className="card">
          <p>{say.setUpWhy}</p>
          <Form request={request} operation={organisationContract.setUp} show once={false}>
            <TextField name="code" label={say.setUpCode} hint={say.setUpCodeHint} required maxLength={40} />
            <TextField name="organisation" label={say.rootName} hint={say.rootNameHint} required maxLength={60} />
            {fieldsets.map(({ field, post }) => (
              <fieldset key={field} className="field">
                <legend>{say[post]}</legend>
                <TextField name={`${field}.name`} label={say.name} required maxLength={30} />
                <TextField name={`${field}.staffNo`} label={say.staffNo} required maxLength={30} />
              </fieldset>
            ))}
            <Submit>{say.setUpGo}</Submit>
          </Form>
        </div>
      ),
    }
  },
}

const administratorPosts = ['system-admin', 'security-admin', 'audit-admin'] as const
const fieldsets = [
  { field: 'systemAdmin', post: 'system-admin' },
  { field: 'securityAdmin', post: 'security-admin' },
  { field: 'auditAdmin', post: 'audit-admin' },
] as const
