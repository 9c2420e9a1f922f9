import { renderSVG } from 'uqr'
import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { Page } from '#portal/page.ts'
import { accountContract } from '../contract.ts'
import { accountMessages } from '../messages.ts'

/** The one-time code makes an account: a password is chosen, and the second factor is shown, once. */
export const activatePage: Page = {
  path: '/activate',
  async render(request) {
    const say = labelsIn(accountMessages, request.language)
    const activated = request.answerOf(accountContract.activate)
    if (activated) {
      return {
        title: say.activated,
        body: (
          <div className="card">
            {activated.secondFactor && <SecondFactor {...activated.secondFactor} say={say} />}
            <a className="button" href="/sign-in">
              {say.signIn}
            </a>
          </div>
        ),
      }
    }
    return {
      title: say.activate,
      body: (
        <div className="card">
          <Form request={request} operation={accountContract.activate} show once={false}>
            <TextField name="login" label={say.login} required autoComplete="username" />
            <TextField name="code" label={say.activationCode} hint={say.activationHint} required maxLength={40} />
            <TextField
              name="password"
              label={say.newPassword}
              hint={say.passwordHint}
              type="password"
              required
              autoComplete="new-password"
            />
            <Submit>{say.activate}</Submit>
          </Form>
        </div>
      ),
    }
  },
}

function SecondFactor({
  secret,
  uri,
  say,
}: {
  secret: string
  uri: string
  say: Record<'scan' | 'secret' | 'onceOnly', string>
}) {
  const image = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`
  return (
    <>
      <p>
        <b>{say.onceOnly}</b>
      </p>
      <p>{say.scan}</p>
      <p>
        <img src={image} alt={say.scan} width="220" height="220" />
      </p>
      <p>
        {say.secret}: <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </>
  )
}
