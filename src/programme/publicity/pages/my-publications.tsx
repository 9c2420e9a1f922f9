import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { Form, Submit } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { publicityContract } from '../contract.ts'
import { publicityMessages } from '../messages.ts'
import { ContentFields } from './ContentFields.tsx'

type Rows = OutputOf<typeof publicityContract.listPublicity>['rows']

/** The branches whose secretary this person is. */
function branchesOf(request: PageRequest) {
  return (request.me?.posts ?? []).filter(
    ({ post, organisationKind }) => post === 'secretary' && organisationKind === 'branch',
  )
}

/** A secretary's publications on a phone, and a new one; for those above what waits for their check or approval. */
export const myPublicationsPage: Page = {
  path: '/my/publications',
  async render(request) {
    const { language } = request
    const say = labelsIn(publicityMessages, language)
    const branches = branchesOf(request)
    const asked = request.query.get('organisation')
    const todo = request.query.get('list') === 'todo'
    const branch = todo ? undefined : (branches.find(({ organisation }) => organisation === asked) ?? branches[0])
    const cursor = request.query.get('after') ?? undefined
    const chosen = branch ? { organisation: branch.organisation } : { list: 'todo' as const }
    const { rows, next } = await request.ask(publicityContract.listPublicity, { ...chosen, cursor, limit: 10 })
    const here = (more: Record<string, string>) =>
      `/my/publications?${new URLSearchParams({ ...(branch ? { organisation: branch.organisation } : { list: 'todo' }), ...more })}`
    return {
      title: branch ? `${say.publications} · ${branch.organisationName}` : `${say.publications} · ${say.todo}`,
      section: 'my',
      body: (
        <>
          {branches.length > 1 && (
            <p>
              {branches.map(({ organisation, organisationName }) => (
                <a
                  key={organisation}
                  className="tag"
                  href={`/my/publications?organisation=${organisation}`}
                  aria-current={organisation === branch?.organisation ? 'true' : undefined}
                >
                  {organisationName}
                </a>
              ))}
            </p>
          )}
          {branch && (await write(request, branch.organisation, rows.length === 0))}
          {branch && <h2>{say.mine}</h2>}
          <List request={request} rows={rows} />
          {next && <a href={here({ after: next })}>{say.more}</a>}
        </>
      ),
    }
  },
}

/** The form of a new one; without a record there is nothing to rest it on. */
async function write(request: PageRequest, organisation: string, open: boolean) {
  const say = labelsIn(publicityMessages, request.language)
  const { rows: records } = await request.ask(buildingContract.listRecords, { organisation, limit: 12 })
  if (records.length === 0)
    return (
      <p className="empty">
        {say.noRecords} <a href={`/my/records?organisation=${organisation}`}>{say.enterRecord}</a>
      </p>
    )
  return (
    <details className="card" open={open || request.refused !== null}>
      <summary>{say.write}</summary>
      <Form
        request={request}
        operation={publicityContract.draftPublication}
        params={{ organisation }}
        then="/my/publications/{id}"
      >
        <ContentFields language={request.language} records={records} />
        <Submit>{say.save}</Submit>
      </Form>
    </details>
  )
}

function List({ request, rows }: { request: PageRequest; rows: Rows }) {
  const say = labelsIn(publicityMessages, request.language)
  if (rows.length === 0) return <p className="empty">{say.nothingHere}</p>
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id}>
          <h2>
            <a href={`/my/publications/${row.id}`}>{row.title}</a>
          </h2>
          <p className="meta">{row.branch.name}</p>
          <p className="meta">
            <span className={row.allowed.length > 0 && row.state !== 'published' ? 'tag hot' : 'tag'}>
              {say[row.state]}
            </span>
            {say[row.kind]} · {row.publishedOn ?? row.since.slice(0, 10)}
          </p>
        </li>
      ))}
    </ul>
  )
}
