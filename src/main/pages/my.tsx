import { type Day, sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { ElsewhereInstead, type Page, type PageRequest } from '#portal/page.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { cycleMessages } from '#programme/cycle/messages.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { DutyCard } from '#programme/duty/pages/parts.tsx'
import { answering } from '#programme/duty/rules/permissions.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { themeMessages } from '#programme/theme/messages.ts'
import { callsAtWork } from '#programme/theme/pages/calls.tsx'
import { NearNew } from '#programme/theme/pages/NearNew.tsx'
import type { ShownTheme } from '#programme/theme/pages/parts.tsx'
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
    const answers = me.posts.some(({ post }) => answering.includes(post))
    const own = []
    for (const branch of branches) own.push(await ownBranch(request, branch))
    const office = me.posts.some(({ post }) => !['member', 'staff'].includes(post))
    const judges = me.posts.some(({ post }) => post === 'office' || post === 'confidentiality')
    return {
      title: me.name,
      section: 'my',
      body: (
        <>
          {answers && (await duties(request, today))}
          {own}
          {await callsAtWork(request)}
          {cycle ? <Coming request={request} cycle={cycle} today={today} /> : <p className="empty">{say.notOpen}</p>}
          <p>
            {office && (
              <a className="button" href="/desk/">
                {say.desk}
              </a>
            )}
            {office && <a href="/my/work">{say.work}</a>}{' '}
            {judges && <a href="/my/publications?list=todo">{say.publicityWork}</a>}{' '}
            <a href="/my/account">{say.account}</a>
          </p>
        </>
      ),
    }
  },
}

/** What is late and what comes next, with its days; what of it is done already; how much is late below. */
async function duties(request: PageRequest, today: Day) {
  const say = wordsOf(request)
  const { rows: late, counts } = await request.ask(dutyContract.listMyDuties, { list: 'late', limit: 5 })
  const { rows: mine } = await request.ask(dutyContract.listMyDuties, { list: 'mine', limit: 5 })
  const { rows: done } = await request.ask(dutyContract.listMyDuties, { list: 'done', limit: 3 })
  const shown = [...late, ...mine, ...done.filter(({ dueOn }) => dueOn >= today)]
  return (
    <section>
      <h2>{say.due}</h2>
      {shown.length === 0 && <p className="empty">{say.nothingDue}</p>}
      <ul className="cards">
        {shown.map((duty) => (
          <DutyCard key={duty.id} request={request} duty={duty} />
        ))}
      </ul>
      <p>
        <a href="/my/duties">{say.allDuties}</a>{' '}
        {counts.below > 0 && (
          <a href="/my/duties?list=below">
            {say.lateBelow} {counts.below}
          </a>
        )}
      </p>
    </section>
  )
}

/** How the branch's theme stands, and the ways to what a branch enters. */
async function ownBranch(request: PageRequest, branch: { organisation: string; organisationName: string }) {
  const say = wordsOf(request)
  const theme = await themeStanding(request, branch.organisation)
  return (
    <section key={branch.organisation}>
      <h2>{branch.organisationName}</h2>
      <ul className="cards">
        <li>
          <b>{say.theme}</b> <span className={theme.waits ? 'tag hot' : 'tag'}>{theme.state}</span>
          <p className="meta">{theme.name}</p>
          <a href={`/my/theme?organisation=${branch.organisation}`}>{say.goTheme}</a>
        </li>
        {theme.shown && <NearNew theme={theme.shown} language={request.language} />}
      </ul>
      <p>
        <a className="button" href={`/my/records?organisation=${branch.organisation}`}>
          {say.enterRecord}
        </a>
        <a href="/my/tasks">{say.tasks}</a>{' '}
        <a href={`/my/publications?organisation=${branch.organisation}`}>{say.publicity}</a>{' '}
        <a href={`/my/self-score?branch=${branch.organisation}`}>{say.selfScore}</a>{' '}
        <a href={`/my/score?organisation=${branch.organisation}`}>{say.scores}</a> <a href="/my/burden">{say.burden}</a>
      </p>
    </section>
  )
}

async function themeStanding(
  request: PageRequest,
  organisation: string,
): Promise<{ state: string; name: string; waits: boolean; shown: ShownTheme | null }> {
  const say = wordsOf(request)
  const themes = labelsIn(themeMessages, request.language)
  const { underWay, inForce } = await request.ask(themeContract.readMyTheme, { organisation })
  const shown = underWay ?? inForce
  if (!shown) return { state: say.noTheme, name: '', waits: true, shown: null }
  const yearly = underWay ? null : inForce?.yearly
  if (inForce && yearly?.standing === 'missing')
    return { state: say.toConfirm, name: inForce.texts.name, waits: true, shown }
  const waits = ['draft', 'returned', 'rejected'].includes(shown.state)
  return { state: themes[shown.state], name: shown.texts.name, waits, shown }
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
