import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { ListLinks } from '#portal/list-links.tsx'
import { ElsewhereInstead, type Page, type PageRequest } from '#portal/page.ts'
import { taskContract } from '../contract-task.ts'
import { taskMessages } from '../messages-task.ts'
import { organisationsOf } from './records.tsx'

type Row = OutputOf<typeof taskContract.listTasks>['rows'][number]
const lists = ['running', 'ahead', 'over'] as const

/** The core tasks given to a secretary's branch, on a phone. */
export const tasksPage: Page = {
  path: '/my/tasks',
  async render(request) {
    if (!request.me) throw new ElsewhereInstead('/sign-in?then=%2Fmy%2Ftasks')
    const say = labelsIn(taskMessages, request.language)
    const standing = lists.find((each) => each === request.query.get('list')) ?? 'running'
    const cursor = request.query.get('after') ?? undefined
    const { rows, next } = await request.ask(taskContract.listTasks, { standing, cursor, limit: 20 })
    return {
      title: say.tasks,
      section: 'my',
      body: (
        <>
          <ListLinks path="/my/tasks" lists={lists} shown={standing} say={say} />
          <p>{say.lead}</p>
          {rows.length === 0 && <p className="empty">{say.noTasks}</p>}
          <ul className="cards">
            {rows.map((task) => (
              <TaskCard key={task.id} request={request} task={task} />
            ))}
          </ul>
          {next && <a href={`/my/tasks?${new URLSearchParams({ list: standing, after: next })}`}>{say.earlier}</a>}
        </>
      ),
    }
  },
}

function TaskCard({ request, task }: { request: PageRequest; task: Row }) {
  const say = labelsIn(taskMessages, request.language)
  return (
    <li>
      <b>
        <a href={`/my/tasks/${task.id}`}>{task.name}</a>
      </b>{' '}
      <span className="tag">{say[task.kind]}</span>
      <p className="meta">
        {task.organisation.name} · {sayDay(task.from, request.language)} {say.until} {sayDay(task.to, request.language)}
      </p>
    </li>
  )
}

/** One task on a phone: what is wanted, what my organisations have recorded for it, and the way to record more. */
export const taskPage: Page = {
  path: '/my/tasks/:task',
  async render(request) {
    const say = labelsIn(taskMessages, request.language)
    const task = await request.ask(taskContract.readTask, { task: request.params.task ?? '' })
    const places = organisationsOf(request)
    const below = places[0]?.organisation ?? request.me?.posts[0]?.organisation
    const sums = await request.ask(taskContract.readTaskTotals, { task: task.id, by: 'organisation', below })
    const says = (total: (typeof sums.totals)[number]) =>
      `${total.qualifier === 'exact' ? '' : say[total.qualifier]}${total.value}`
    return {
      title: task.name,
      section: 'my',
      body: (
        <>
          <div className="card">
            <p className="meta">
              <span className="tag">{say[task.kind]}</span> <span className="tag">{say[task.standing]}</span>{' '}
              {task.organisation.name}
              {task.documentNumber && ` · ${task.documentNumber}`}
            </p>
            <p>
              {sayDay(task.from, request.language)} {say.until} {sayDay(task.to, request.language)}
            </p>
            {task.purpose && <p>{task.purpose}</p>}
            {task.standing === 'running' && places.length > 0 && (
              <p>
                <a className="button" href={`/my/records?${new URLSearchParams({ task: task.id })}`}>
                  {say.doIt}
                </a>
              </p>
            )}
          </div>
          <h2>
            {say.totals} · {sums.below.name}
          </h2>
          {sums.records === 0 ? (
            <p className="empty">{say.noRecords}</p>
          ) : (
            <ul>
              <li>
                <a href={`/my/records?${new URLSearchParams({ of: task.id })}`}>
                  {say.records} {sums.records}
                </a>
              </li>
              {sums.measures.map((measure, at) => (
                <li key={measure.id}>
                  {measure.name} {says(sums.totals[at]!)} {measure.unit}
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    }
  },
}
