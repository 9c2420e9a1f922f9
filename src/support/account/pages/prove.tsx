import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { Page } from '#portal/page.ts'
import { accountContract } from '../contract.ts'
import { accountMessages } from '../messages.ts'

/** Asks for the password once more, then leads back to where it was needed. */
export const provePage: Page = {
  path: '/prove',
  async render(request) {
    const say = labelsIn(accountMessages, request.language)
    return {
      title: say.proveAgain,
      body: (
        <div className="card">
          <p>{say.proveWhy}</p>
          <Form
            request={request}
            operation={accountContract.proveAgain}
            then={request.query.get('then') ?? '/my/account'}
            once={false}
          >
            <TextField name="password" label={say.password} type="password" required autoComplete="current-password" />
            <TextField
              name="code"
              label={say.code}
              hint={say.secondFactorHint}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
            />
            <Submit>{say.proceed}</Submit>
          </Form>
        </div>
      ),
    }
  },
}
