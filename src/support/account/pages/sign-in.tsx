import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { Page } from '#portal/page.ts'
import { accountContract } from '../contract.ts'
import { accountMessages } from '../messages.ts'

/** Staff number, password, and the code for those whose post asks for one. */
export const signInPage: Page = {
  path: '/sign-in',
  async render(request) {
    const say = labelsIn(accountMessages, request.language)
    const then = request.query.get('then') ?? '/my'
    return {
      title: say.signIn,
      body: (
        <div className="card">
          <Form request={request} operation={accountContract.signIn} then={then} once={false}>
            <TextField name="login" label={say.login} required autoComplete="username" />
            <TextField name="password" label={say.password} type="password" required autoComplete="current-password" />
            <TextField
              name="code"
              label={say.code}
              hint={say.secondFactorHint}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
            />
            <Submit>{say.signIn}</Submit>
            <a href="/activate">{say.activate}</a>
          </Form>
        </div>
      ),
    }
  },
}
