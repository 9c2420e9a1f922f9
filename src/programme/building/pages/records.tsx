import { isLeading } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { Form, Submit } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { buildingContract } from '../contract.ts'
import { taskContract } from '../contract-task.ts'
import { buildingMessages } from '../messages.ts'
import { RecordCard } from './RecordCard.tsx'
import { RecordFields } from './RecordFields.tsx'

type Rows = OutputOf<typeof buildingContract.listRecords>['rows']

/** Where this person enters records: the organisations whose secretary or office they are, branches first. */
export function organisationsOf(request: PageRequest) {
  const held = (request.me?.posts ?? []).filter(isLeading)
  const seen = [...new Map(held.map((each) => [each.organisation, each])).values()]
  return seen.sort((a, b) => Number(b.organisationKind === 'branch') - Number(a.organisationKind === 'branch'))
}

/** A secretary's records on a phone: enter one at the top, the latest below. */
export const recordsPage: Page = {
  path: '/my/records',
  async render(request) {
    const say = labelsIn(buildingMessages, request.language)
    const places = organisationsOf(request)
    const place = places.find(({ organisation }) => organisation === request.query.get('organisation')) ?? places[0]
    const cursor = request.query.get('after') ?? undefined
    const of = request.query.get('of') ?? undefined
    const input = { limit: 10, cursor, organisation: place?.organisation, task: of }
    const { rows, next } = await request.ask(buildingContract.listRecords, input)
    const list = <Latest request={request} rows={rows} />
    if (!place) return { title: say.title, section: 'my', body: list }
    const { today } = await request.ask(cycleContract.readRunningCycle, {})
    const here = (more: Record<string, string>) =>
      `/my/records?${new URLSearchParams({ organisation: place.organisation, ...more })}`
    const adopted = request.query.get('kind') === 'adopted'
    const wanted = request.query.get('task')
    const task = wanted ? await request.ask(taskContract.readTask, { task: wanted }) : undefined
    return {
      title: `${say.title} · ${place.organisationName}`,
      section: 'my',
      body: (
        <>
          {places.length > 1 && <Places places={places} chosen={place.organisation} label={say.branchChoice} />}
          <div className="card">
            <h2>{adopted ? say.adopted : task ? `${say['core-task']} · ${task.name}` : say.enter}</h2>
            <Form
              request={request}
              operation={buildingContract.enterRecord}
              params={{ organisation: place.organisation }}
              then={here({})}
            >
              <RecordFields language={request.language} today={today} adopted={adopted} task={task} />
              <Submit>{say.entered}</Submit>
              {!adopted && !task && <a href={here({ kind: 'adopted' })}>{say.learntFromLink}</a>}
            </Form>
          </div>
          <h2>{say.thisMonth}</h2>
          {list}
          {next && <a href={here({ after: next, ...(of && { of }) })}>{say.earlier}</a>}
        </>
      ),
    }
  },
}

function Latest({ request, rows }: { request: PageRequest; rows: Rows }) {
  const say = labelsIn(buildingMessages, request.language)
  if (rows.length === 0) return <p className="empty">{say.none}</p>
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id}>
          <RecordCard row={row} language={request.language} />
        </li>
      ))}
    </ul>
  )
}

function Places({
  places,
  chosen,
  label,
}: {
  places: ReturnType<typeof organisationsOf>
  chosen: string
  label: string
}) {
  return (
    <p>
      {label}：
      {places.map(({ organisation, organisationName }) => (
        <a
          key={organisation}
          href={`/my/records?organisation=${organisation}`}
          aria-current={organisation === chosen ? 'true' : undefined}
          className="tag"
        >
          {organisationName}
        </a>
      ))}
    </p>
  )
}
