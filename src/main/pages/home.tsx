import { sayDay } from '#basics/calendar.ts'
import { labelsIn } from '#basics/messages.ts'
import { ElsewhereInstead, type Page, type PageRequest } from '#portal/page.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { startWords } from './words.ts'

/** The start page of everyone: what this is, what runs, what is open to opinions, where the brands are. */
export const homePage: Page = {
  path: '/',
  async render(request) {
    const say = labelsIn({ refusals: {}, labels: startWords }, request.language)
    const { open } = await request.ask(organisationContract.readSetUp, {})
    if (open) throw new ElsewhereInstead('/set-up')
    const { cycle } = await request.ask(cycleContract.readRunningCycle, {})
    const notices = await openNotices(request)
    return {
      title: say.home,
      section: 'home',
      body: (
        <>
          <p>{say.lead}</p>
          {cycle && (
            <div className="card">
              <h2>{say.running}</h2>
              <p>
                <a href="/cycle">{cycle.title}</a>
              </p>
              <p className="meta">{cycle.overallGoal}</p>
              <p className="meta">{cycle.aims.join('、')}</p>
            </div>
          )}
          {notices}
          <ul className="cards two">
            <li>
              <h2>
                <a href="/wall">{say.wall}</a>
              </h2>
              <p className="meta">{say.wallLead}</p>
            </li>
            <li>
              <h2>
                <a href="/register">{say.register}</a>
              </h2>
              <p className="meta">{say.registerLead}</p>
            </li>
          </ul>
        </>
      ),
    }
  },
}

async function openNotices(request: PageRequest) {
  const say = labelsIn({ refusals: {}, labels: startWords }, request.language)
  const { rows } = await request.ask(noticeContract.listNotices, { state: 'open', limit: 5 })
  return (
    <div className="card">
      <h2>{say.notices}</h2>
      {rows.length === 0 && <p>{say.noNotices}</p>}
      <ul>
        {rows.map((notice) => (
          <li key={notice.id}>
            <a href={`/notices/${notice.id}`}>{notice.title}</a>{' '}
            <span className="meta">
              {say.until} {sayDay(notice.lastDay, request.language)}
            </span>
          </li>
        ))}
      </ul>
      <a href="/notices">{say.allNotices}</a>
    </div>
  )
}
