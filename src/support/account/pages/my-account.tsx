import type { OutputOf } from '#basics/contract.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { accountContract } from '../contract.ts'
import { accountMessages } from '../messages.ts'

type Say = ReturnType<typeof labelsIn<keyof typeof accountMessages.labels>>

/** What a person may do with their own account: sessions, password, tokens. */
export const myAccountPage: Page = {
  path: '/my/account',
  async render(request) {
    const say = labelsIn(accountMessages, request.language)
    const sessions = await request.ask(accountContract.listMySessions, {})
    const tokens = await request.ask(accountContract.listMyTokens, {})
    return {
      title: say.myAccount,
      section: 'my',
      body: (
        <>
          <Sessions rows={sessions.rows} request={request} say={say} />
          <h2 id="password">{say.changePassword}</h2>
          <div className="card">
            <Form request={request} operation={accountContract.changePassword} then="/my/account" once={false}>
              <TextField
                name="password"
                label={say.newPassword}
                hint={say.passwordHint}
                type="password"
                required
                autoComplete="new-password"
              />
              <Submit>{say.changePassword}</Submit>
            </Form>
          </div>
          <Tokens rows={tokens.rows} request={request} say={say} />
        </>
      ),
    }
  },
}

function Sessions({
  rows,
  request,
  say,
}: {
  rows: OutputOf<typeof accountContract.listMySessions>['rows']
  request: PageRequest
  say: Say
}) {
  return (
    <>
      <h2>{say.sessions}</h2>
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.id}>
            <p>
              {row.current && <span className="tag hot">{say.thisOne}</span>}
              {deviceName(row.device) || say.unknownDevice}
            </p>
            <p className="meta">{fill(say.sinceAndUsed, { began: minute(row.beganAt), used: minute(row.usedAt) })}</p>
            {!row.current && (
              <Form
                request={request}
                operation={accountContract.endMySession}
                params={{ session: row.id }}
                then="/my/account"
              >
                <Submit plain>{say.end}</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Tokens({
  rows,
  request,
  say,
}: {
  rows: OutputOf<typeof accountContract.listMyTokens>['rows']
  request: PageRequest
  say: Say
}) {
  const made = request.answerOf(accountContract.makeToken)
  return (
    <>
      <h2>{say.tokens}</h2>
      <p className="hint">{say.tokensHint}</p>
      {made && (
        <div className="card" role="status">
          <p>
            <b>{say.onceOnly}</b>
          </p>
          <p>
            <code>{made.token}</code>
          </p>
          <p className="meta">{fill(say.goodUntil, { until: minute(made.expiresAt) })}</p>
        </div>
      )}
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.id}>
            <h3>{row.name}</h3>
            <p className="meta">
              {fill(say.goodUntil, { until: minute(row.expiresAt) })} ·{' '}
              {fill(say.lastUsed, { day: row.lastUsedOn ?? '—' })}
            </p>
            <Form
              request={request}
              operation={accountContract.revokeToken}
              params={{ token: row.id }}
              then="/my/account"
            >
              <Submit plain>{say.revoke}</Submit>
            </Form>
          </li>
        ))}
      </ul>
      <div className="card">
        <Form request={request} operation={accountContract.makeToken} show once={false}>
          <TextField name="name" label={say.tokenName} required maxLength={40} />
          <TextField name="days" label={say.tokenDays} type="number" inputMode="numeric" value="30" required />
          <Submit>{say.makeToken}</Submit>
        </Form>
      </div>
    </>
  )
}

function minute(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}`
}

/** The browser and the system, as far as its owner needs them to know the device again. */
function deviceName(agent: string): string {
  const browser = /(MicroMessenger|wxwork|Edg|Firefox|Chrome|Safari)\/?([\d]*)/.exec(agent)?.slice(1, 3).join(' ') ?? ''
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1] ?? ''
  return [browser, system].filter(Boolean).join(' · ')
}
