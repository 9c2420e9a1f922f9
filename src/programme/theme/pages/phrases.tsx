import { labelsIn } from '#basics/messages.ts'
import { Form, RadioField, Submit, TextArea } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { phraseContract } from '../contract-phrase.ts'
import { phraseMessages } from '../messages-phrase.ts'
import { concernedPosts } from '../rules/permissions.ts'

/** Common phrases on a phone: add, change, remove. */
export const phrasesPage: Page = {
  path: '/my/phrases/:organisation',
  async render(request) {
    const say = labelsIn(phraseMessages, request.language)
    const { organisation } = request.params as { organisation: string }
    const list = await request.ask(phraseContract.listPhrases, { organisation })
    const places = (request.me?.posts ?? []).filter(
      (held) => concernedPosts.includes(held.post) && held.organisationKind !== 'branch',
    )
    const others = [...new Map(places.map((held) => [held.organisation, held.organisationName]))]
    return {
      title: `${say.phrases} · ${list.organisation.name}`,
      section: 'my',
      body: (
        <>
          <p className="hint">{say.lead}</p>
          {others.length > 1 && (
            <p>
              {others.map(([id, name]) => (
                <a key={id} className="tag" href={`/my/phrases/${id}`}>
                  {name}
                </a>
              ))}
            </p>
          )}
          <section className="card">
            <h2>{say.add}</h2>
            <Form request={request} operation={phraseContract.addPhrase} params={{ organisation }}>
              <TextArea name="text" label={say.text} rows={2} required maxLength={200} />
              <RadioField
                name="shared"
                label={say.kind}
                value="true"
                options={[
                  { value: 'true', label: say.shared, hint: say.sharedHint },
                  { value: 'false', label: say.own },
                ]}
              />
              <Submit>{say.save}</Submit>
            </Form>
          </section>
          {list.rows.length === 0 && <p className="empty">{say.empty}</p>}
          <ul className="cards">
            {list.rows.map((phrase) => (
              <Kept key={phrase.id} request={request} phrase={phrase} />
            ))}
          </ul>
        </>
      ),
    }
  },
}

function Kept({
  request,
  phrase,
}: {
  request: PageRequest
  phrase: { id: string; text: string; shared: boolean; by: string }
}) {
  const say = labelsIn(phraseMessages, request.language)
  const params = { phrase: phrase.id }
  return (
    <li>
      <p>{phrase.text}</p>
      <p className="meta">
        <span className="tag">{phrase.shared ? say.shared : say.own}</span>
        {phrase.by}
      </p>
      <details>
        <summary>{say.change}</summary>
        <Form request={request} operation={phraseContract.changePhrase} params={params}>
          <TextArea name="text" label={say.text} rows={2} required maxLength={200} value={phrase.text} />
          <Submit plain>{say.save}</Submit>
        </Form>
        <Form request={request} operation={phraseContract.removePhrase} params={params}>
          <p className="hint">{say.removeSure}</p>
          <Submit plain>{say.remove}</Submit>
        </Form>
      </details>
    </li>
  )
}
