import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { Compared } from './Compared.tsx'
import { Digest, Replies } from './Digest.tsx'
import { NoticePicture } from './NoticePicture.tsx'
import { Extensions, Period } from './Period.tsx'

type Shown = OutputOf<typeof noticeContract.readNotice>

/** One notice: its text, and while it is open the ways to speak; afterwards what came of it. */
export const noticePage: Page = {
  path: '/notices/:notice',
  async render(request) {
    const say = labelsIn(noticeMessages, request.language)
    const notice = await request.ask(noticeContract.readNotice, { notice: request.params.notice! })
    return {
      title: notice.title,
      section: 'notices',
      body: (
        <>
          <div className="card">
            <Period row={notice} language={request.language} />
            <Extensions notice={notice} language={request.language} />
            {notice.scope === 'party' && (
              <p className="meta">
                {say.within}：{notice.within.name}
                {say.withinAll}
              </p>
            )}
            {notice.narrowed && (
              <p className="meta">
                {notice.narrowed.on} {say.narrowedOn}：{notice.narrowed.reason}
              </p>
            )}
            {notice.takenDown && (
              <p className="meta">
                {notice.closedOn} {say['taken-down']}：{notice.takenDown}
              </p>
            )}
            <p className="meta">{notice.checkedBy ? `${say.checkedBy}：${notice.checkedBy}` : say.checked}</p>
            <p>
              {notice.opens && (
                <>
                  <a href={notice.opens}>{say.opens}</a>
                  {' · '}
                </>
              )}
              <a href={`/notices/${notice.id}/print`}>{say.print}</a>
            </p>
            {notice.picture && <NoticePicture notice={notice.id} words={notice.picture} />}
            <dl>
              {notice.body.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </div>
          {notice.replaces && (
            <section className="card">
              <h2>{say.sideBySide}</h2>
              <p>
                <b>{say.revisionReason}</b>：{notice.replaces.reason}
              </p>
              <Compared passages={notice.replaces.passages} say={say} />
              {notice.replaces.picture && notice.replaces.picture.words !== notice.picture && (
                <>
                  <p>{say.pictureBefore}</p>
                  <NoticePicture {...notice.replaces.picture} />
                </>
              )}
            </section>
          )}
          {notice.digest && <Digest notice={notice} language={request.language} />}
          {notice.digest && (await firstReplies(request, notice.id))}
          {notice.allowed.includes('speak') && (
            <>
              <Opinion request={request} notice={notice} />
              <Objection request={request} notice={notice} />
            </>
          )}
        </>
      ),
    }
  },
}

/** The first replies; the others are on a page of their own. */
async function firstReplies(request: PageRequest, notice: string) {
  const say = labelsIn(noticeMessages, request.language)
  const { rows, next } = await request.ask(noticeContract.listReplies, { notice, from: 1, limit: 10 })
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{say.replies}</h2>
      <Replies rows={rows} notice={notice} language={request.language} heading="h3" />
      {next !== null && (
        <p>
          <a href={`/notices/${notice}/replies?from=${next}`}>{say.more}</a>
        </p>
      )}
    </section>
  )
}

function Opinion({ request, notice }: { request: PageRequest; notice: Shown }) {
  const say = labelsIn(noticeMessages, request.language)
  const named = request.me !== null && request.query.get('named') === '1'
  const operation = named ? noticeContract.signOpinion : noticeContract.giveOpinion
  return (
    <section className="card">
      <h2>{say.giveOpinion}</h2>
      <p className="hint">{say.opinionHint}</p>
      <Form request={request} operation={operation} params={{ notice: notice.id }} then={`/notices/${notice.id}`}>
        <TextArea name="text" label={say.opinionText} required maxLength={1000} />
        <Submit>{named ? say.sendNamed : say.sendUnnamed}</Submit>
        {request.me ? (
          <a href={`/notices/${notice.id}${named ? '' : '?named=1'}`}>{named ? say.sendUnnamed : say.sendNamed}</a>
        ) : (
          <a href={`/sign-in?then=${encodeURIComponent(`/notices/${notice.id}?named=1`)}`}>{say.signIn}</a>
        )}
      </Form>
    </section>
  )
}

function Objection({ request, notice }: { request: PageRequest; notice: Shown }) {
  const say = labelsIn(noticeMessages, request.language)
  return (
    <details className="card" open={request.refused?.operation === request.nameOf(noticeContract.raiseObjection)}>
      <summary>
        <b>{say.raiseObjection}</b>
      </summary>
      <p className="hint">{say.objectionHint}</p>
      <Form
        request={request}
        operation={noticeContract.raiseObjection}
        params={{ notice: notice.id }}
        then={`/notices/${notice.id}`}
      >
        <TextField name="name" label={say.objectorName} required maxLength={30} autoComplete="name" />
        <TextField name="contact" label={say.objectorContact} required maxLength={60} />
        <TextArea name="text" label={say.objectionText} required maxLength={2000} />
        <Submit plain>{say.sendObjection}</Submit>
      </Form>
    </details>
  )
}
