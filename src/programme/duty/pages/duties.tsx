import { labelsIn } from '#basics/messages.ts'
import { ListLinks } from '#portal/list-links.tsx'
import { ElsewhereInstead, type Page } from '#portal/page.ts'
import { dutyContract } from '../contract.ts'
import { dutyMessages } from '../messages.ts'
import { DutyCard } from './parts.tsx'

const lists = ['mine', 'late', 'below', 'done'] as const

/** A secretary's duties on a phone: to do, late, and late below. */
export const dutiesPage: Page = {
  path: '/my/duties',
  async render(request) {
    if (!request.me) throw new ElsewhereInstead('/sign-in?then=%2Fmy%2Fduties')
    const say = labelsIn(dutyMessages, request.language)
    const list = lists.find((each) => each === request.query.get('list')) ?? 'mine'
    const cursor = request.query.get('after') ?? undefined
    const { rows, next, counts } = await request.ask(dutyContract.listMyDuties, { list, cursor, limit: 20 })
    const empty = list === 'mine' ? say.nothingMine : list === 'done' ? say.nothingFound : say.nothingLate
    return {
      title: say.duties,
      section: 'my',
      body: (
        <>
          <ListLinks path="/my/duties" lists={lists} shown={list} say={say} counts={counts} />
          <p>{say.lead}</p>
          {rows.length === 0 && <p className="empty">{empty}</p>}
          <ul className="cards">
            {rows.map((duty) => (
              <DutyCard key={duty.id} request={request} duty={duty} />
            ))}
          </ul>
          {next && <a href={`/my/duties?${new URLSearchParams({ list, after: next })}`}>{say.more}</a>}
        </>
      ),
    }
  },
}
