import { labelsIn } from '#basics/messages.ts'
import { Form, RadioField, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { Tick } from '#portal/ticks.tsx'
import { buildingContract } from '#programme/building/contract.ts'
import { publicityContract } from '../contract.ts'
import { publicityMessages } from '../messages.ts'
import { ContentFields } from './ContentFields.tsx'
import { Consent, type ShownPublication, Trail, Words } from './parts.tsx'

/** One publication for those who write, check and approve it, on a phone. */
export const myPublicationPage: Page = {
  path: '/my/publications/:publication',
  async render(request) {
    const { language } = request
    const say = labelsIn(publicityMessages, language)
    const publication = await request.ask(publicityContract.readPublication, {
      publication: request.params.publication!,
    })
    const may = (verb: ShownPublication['allowed'][number]) => publication.allowed.includes(verb)
    return {
      title: publication.title,
      section: 'my',
      body: (
        <>
          {publication.reasons && (
            <div className="problem">
              <p>
                <b>{say[publication.state]}</b> · {say.reasons}：{publication.reasons}
              </p>
            </div>
          )}
          <article className="card">
            <p className="meta">
              <span className="tag">{say[publication.state]}</span>
              {publication.branch.name} · {say[publication.kind]} · {say[publication.scope]}
            </p>
            <Words publication={publication} language={language} />
            {publication.checkedBy && (
              <p className="meta">
                {say.checkedBy}：{publication.checkedBy}
                {publication.approvedBy && ` · ${say.approvedBy}：${publication.approvedBy}`}
              </p>
            )}
          </article>
          <Consent publication={publication} language={language} />
          {may('submit') && <HandIn request={request} publication={publication} />}
          {may('change') && (await change(request, publication))}
          {may('check') && <Check request={request} publication={publication} />}
          {may('approve') && <Approve request={request} publication={publication} />}
          {may('withdraw') && <Withdraw request={request} publication={publication} />}
          <Trail publication={publication} language={language} />
          <p>
            {publication.state === 'published' && <a href={`/publications/${publication.id}`}>{say.open}</a>}{' '}
            <a href="/my/publications">{say.publications}</a>
          </p>
        </>
      ),
    }
  },
}

interface Acting {
  request: PageRequest
  publication: ShownPublication
}

function HandIn({ request, publication }: Acting) {
  const say = labelsIn(publicityMessages, request.language)
  const on = { request, params: { publication: publication.id } }
  return (
    <>
      <Form {...on} operation={publicityContract.submitPublication}>
        <p className="hint">{say.submitSure}</p>
        <Submit>{say.submit}</Submit>
      </Form>
      <Form {...on} operation={publicityContract.dropPublication} then="/my/publications">
        <Submit plain>{say.drop}</Submit>
      </Form>
    </>
  )
}

async function change(request: PageRequest, publication: ShownPublication) {
  const say = labelsIn(publicityMessages, request.language)
  const organisation = publication.branch.id
  const { rows: records } = await request.ask(buildingContract.listRecords, { organisation, limit: 12 })
  const params = { publication: publication.id }
  return (
    <details className="card" open={request.refused?.operation === 'changePublication'}>
      <summary>{say.change}</summary>
      <Form request={request} operation={publicityContract.changePublication} params={params}>
        <ContentFields language={request.language} records={records} publication={publication} />
        <Submit>{say.saveChange}</Submit>
      </Form>
    </details>
  )
}

function Check({ request, publication }: Acting) {
  const say = labelsIn(publicityMessages, request.language)
  return (
    <section className="card">
      <h2>{say.check}</h2>
      <Form request={request} operation={publicityContract.checkPublication} params={{ publication: publication.id }}>
        <RadioField
          name="result"
          label={say.finding}
          required
          options={(['clear', 'return'] as const).map((value) => ({ value, label: say[value] }))}
        />
        <Tick name="namesConfirmed" label={say.namesConfirmed} />
        <TextArea name="comment" label={say.comment} hint={say.commentHint} maxLength={600} />
        <Submit>{say.send}</Submit>
      </Form>
    </section>
  )
}

function Approve({ request, publication }: Acting) {
  const say = labelsIn(publicityMessages, request.language)
  const scopes = publication.scope === 'society' ? (['society', 'party'] as const) : (['party'] as const)
  return (
    <section className="card">
      <h2>{say.approval}</h2>
      <Form request={request} operation={publicityContract.approvePublication} params={{ publication: publication.id }}>
        <RadioField
          name="result"
          label={say.finding}
          required
          options={(['approve', 'return'] as const).map((value) => ({ value, label: say[value] }))}
        />
        <RadioField
          name="scope"
          label={say.scope}
          value={publication.scope}
          options={scopes.map((value) => ({ value, label: say[value] }))}
        />
        <TextArea name="comment" label={say.comment} hint={say.commentHint} maxLength={600} />
        <Submit>{say.send}</Submit>
      </Form>
    </section>
  )
}

function Withdraw({ request, publication }: Acting) {
  const say = labelsIn(publicityMessages, request.language)
  return (
    <details className="card">
      <summary>{say.withdraw}</summary>
      <p className="hint">{say.withdrawSure}</p>
      <Form
        request={request}
        operation={publicityContract.withdrawPublication}
        params={{ publication: publication.id }}
      >
        <TextField name="reason" label={say.reasons} required maxLength={200} />
        <Submit plain>{say.withdraw}</Submit>
      </Form>
    </details>
  )
}
