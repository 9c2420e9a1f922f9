import { labelsIn } from '#basics/messages.ts'
import type { Page } from '#portal/page.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { Replies } from './Digest.tsx'

/** The replies on a closed notice, page by page; where changed words lead to. */
export const repliesPage: Page = {
  path: '/notices/:notice/replies',
  async render(request) {
    const say = labelsIn(noticeMessages, request.language)
    const { id, title } = await request.ask(noticeContract.readNotice, { notice: request.params.notice! })
    const wished = Number(request.query.get('from'))
    const from = Number.isInteger(wished) && wished >= 1 && wished <= 1_000_000 ? wished : 1
    const { rows, next } = await request.ask(noticeContract.listReplies, { notice: id, from, limit: 20 })
    return {
      title: say.replies,
      section: 'notices',
      body: (
        <>
          <p>
            <a href={`/notices/${id}`}>{title}</a>
          </p>
          {rows.length === 0 && <p className="empty">{say.noReplies}</p>}
          <Replies rows={rows} notice={id} language={request.language} heading="h2" />
          <p className="more">
            {from > 1 ? <a href={`/notices/${id}/replies`}>{say.firstReplies}</a> : <span />}
            {next !== null && <a href={`/notices/${id}/replies?from=${next}`}>{say.more}</a>}
          </p>
        </>
      ),
    }
  },
}
