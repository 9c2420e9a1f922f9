import { type Day, sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { ElsewhereInstead, type Page, type PageRequest } from '#portal/page.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { buildingMessages } from '#programme/building/messages.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { cycleMessages } from '#programme/cycle/messages.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { themeMessages } from '#programme/theme/messages.ts'
import { callsAtWork } from '#programme/theme/pages/calls.tsx'
import { startWords } from './words.ts'

type Running = OutputOf<typeof cycleContract.readRunningCycle>['cycle']

/** Where a person starts after signing in: what is due with its date for a secretary, and the ways on for everybody. */
export const myPage: Page = {
  path: '/my',
  async render(request) {
    const { me } = request
    if (!me) throw new ElsewhereInstead('/sign-in?then=%2Fmy')
    const say = wordsOf(request)
    const { cycle, today } = await request.ask(cycleContract.readRunningCycle, {})
    const branches = me.posts.filter(
      ({ post, organisationKind }) => post === 'secretary' && organisationKind === 'branch',
    )
    const duties = []
    for (const branch of branches) duties.push(await branchDuties(request, branch, cycle))
    const office = me.posts.some(({ post }) => !['member', 'staff'].includes(post))
    return {
      title: me.name,
      section: 'my',
      body: (
        <>
          {duties}
          {await callsAtWork(request)}
          {cycle ? <Coming request={request} cycle={cycle} today={today} /> : <p className="empty">{say.notOpen}</p>}
          <p>
            {office && (
              <a className="button" href="/desk/">
                {say.desk}
              </a>
            )}
            {office && <a href="/my/work">{say.work}</a>} <a href="/my/account">{say.account}</a>
          </p>
        </>
      ),
    }
  },
}

async function branchDuties(
  request: PageRequest,
  branch: { organisation: string; organisationName: string },
  cycle: Running,
) {
  const say = wordsOf(request)
  const kinds = labelsIn(buildingMessages, request.language)
  const { duties } = await request.ask(buildingContract.readDuties, { organisation: branch.organisation })
  const theme = await themeDuty(request, branch.organisation, cycle)
  return (
    <section key={branch.organisation}>
      <h2>
        {say.due} · {branch.organisationName}
      </h2>
      <ul className="cards">
        <li>
          <b>{say.theme}</b> <span className={theme.waits ? 'tag hot' : 'tag'}>{theme.state}</span>
          <p className="meta">
            {theme.name} {theme.dueOn && `${say.dueBy} ${sayDay(theme.dueOn, request.language)}`}
          </p>
          <a href={`/my/theme?organisation=${branch.organisation}`}>{say.goTheme}</a>
        </li>
        {duties.map(({ kind, dueOn, done }) => (
          <li key={kind}>
            <b>{kinds[kind]}</b> <span className={done ? 'tag' : 'tag hot'}>{done ? say.done : say.open}</span>
            <p className="meta">
              {say.dueBy} {sayDay(dueOn, request.language)}
              {kind === 'committee-meeting' && !done && ` · ${say.noCommittee}`}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a className="button" href={`/my/records?organisation=${branch.organisation}`}>
          {say.enterRecord}
        </a>
        <a href={`/my/self-score?branch=${branch.organisation}`}>{say.selfScore}</a>{' '}
        <a href={`/my/score?organisation=${branch.organisation}`}>{say.scores}</a>
      </p>
    </section>
  )
}

/** How the branch's theme stands, and by when one is to be proposed where there is none. */
async function themeDuty(
  request: PageRequest,
  organisation: string,
  cycle: Running,
): Promise<{ state: string; name: string; waits: boolean; dueOn: Day | null }> {
  const say = wordsOf(request)
  const themes = labelsIn(themeMessages, request.language)
  const { underWay, inForce } = await request.ask(themeContract.readMyTheme, { organisation })
  const shown = underWay ?? inForce
  const distil = cycle?.calendar.find(({ kind }) => kind === 'distil')?.to ?? null
  if (!shown) return { state: say.noTheme, name: '', waits: true, dueOn: distil }
  const waits = ['draft', 'returned', 'rejected'].includes(shown.state)
  return { state: themes[shown.state], name: shown.texts.name, waits, dueOn: waits ? distil : null }
}

/** What the calendar has now and next, at most four lines. */
function Coming({ request, cycle, today }: { request: PageRequest; cycle: NonNullable<Running>; today: Day }) {
  const say = wordsOf(request)
  const kinds = labelsIn(cycleMessages, request.language)
  const on = (day: Day) => sayDay(day, request.language)
  const items = cycle.calendar
    .filter(({ to }) => to >= today)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .slice(0, 4)
  return (
    <section>
      <h2>{say.coming}</h2>
      <ul className="cards">
        {items.map((item) => (
          <li key={`${item.from} ${item.title}`}>
            <b>{item.title}</b> <span className="tag">{kinds[item.kind]}</span>
            {item.region && <span className="tag">{item.region}</span>}
            <p className="meta">{item.from === item.to ? on(item.from) : `${on(item.from)}—${on(item.to)}`}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/cycle">{say.readCycle}</a>
      </p>
    </section>
  )
}

function wordsOf(request: PageRequest) {
  return labelsIn({ refusals: {}, labels: startWords }, request.language)
}
